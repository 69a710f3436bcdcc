"""The outline of a release: its units, its utterances and what the place of each unit says about it.

In: a text. Out: units with their section, utterance, and context codes as arrays. This is all that tagging knows of the
layout; it is computed from characters alone, so that any tokenizer's Doc can carry it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from spacy.strings import get_string_id

from forelook.segment.layout import BLOCK_KINDS, FURNITURE, HEADING, LIST_ITEM, TABLE, Block, find_blocks
from forelook.segment.quotes import Utterance, find_quotes
from forelook.segment.sentences import DATELINE, TITLE, Unit, cut_units

LONGEST_SECTION = 100  # characters; a longer heading is a headline, not the name of a section
LONGEST_LEAD = 160  # characters of a lead-in that are looked at, from its end
QUOTED_LETTERS = 14  # characters of an utterance that make a unit quoted: about three words
_UNIT_KINDS = (*BLOCK_KINDS, "sentence", DATELINE, TITLE)
_WORD = re.compile(r"[^\W\d_]{2,}")
_KIND_CODES = {kind: code for code, kind in enumerate(_UNIT_KINDS)}
LONGEST_LOOK = 1000  # characters of a unit that are looked at
_FORMS = ("$€£", "%", "(", ":", ";", "@", "", "?", "™®©")  # a bit each; "percent" counts as % and the seventh is a web address
_FORM_WORDS = (("percent", 1 << 1), ("http", 1 << 6), ("www.", 1 << 6))
_FORM_OF = np.zeros(max(map(ord, "".join(_FORMS))) + 2, np.uint16)  # by code point; the last row stands for all beyond
for _bit, _marks in enumerate(_FORMS):
    _FORM_OF[[ord(mark) for mark in _marks]] = 1 << _bit
_ANY_FORM = np.arange(1 << len(_FORMS), dtype=np.uint64)
_FORM_CODES = np.stack(  # by form: the codes that a form contributes alone
    [
        1 + (_ANY_FORM & 1),
        4 + (_ANY_FORM >> 1 & 1),
        8 + (_ANY_FORM >> 2 & 1) + 2 * (_ANY_FORM >> 3 & 1),
        16 + (_ANY_FORM >> 4 & 1),
        32 + (_ANY_FORM >> 5 & 3),
        64 + (_ANY_FORM >> 7 & 3),
    ]
)


class Outline(NamedTuple):
    """The segmentation of one text; arrays have one row a unit."""

    blocks: list[Block]
    units: list[Unit]
    utterances: list[Utterance]
    starts: npt.NDArray[np.int64]
    ends: npt.NDArray[np.int64]
    quoted_by: list[int]  # index of the utterance a unit belongs to, -1 for none
    sections: list[int]  # index of the unit that heads a unit's section, -1 for none
    context: npt.NDArray[np.uint64]  # codes, one column a kind of context
    word_rows: npt.NDArray[np.int64]  # unit and hash of each word of the heading and the lead-in above a unit
    word_terms: npt.NDArray[np.uint64]


def outline(text: str) -> Outline:
    """Return the outline of `text`."""
    blocks = find_blocks(text)
    return assemble(text, blocks, cut_units(text, blocks), find_quotes(text, blocks))


def assemble(text: str, blocks: list[Block], units: list[Unit], utterances: list[Utterance]) -> Outline:
    """Return the outline of `text` from its parts."""
    quoted_by = _match_utterances(units, utterances)
    sections = _find_sections(units)
    rows, terms = _words_above(text, units, sections)
    starts, ends = np.array([unit.start for unit in units], np.int64), np.array([unit.end for unit in units], np.int64)
    states = _quotation_states(units, utterances, quoted_by)
    return Outline(
        blocks,
        units,
        utterances,
        starts,
        ends,
        quoted_by,
        sections,
        _context(text, units, starts, ends, states, sections),
        rows,
        terms,
    )


def _match_utterances(units: list[Unit], utterances: list[Utterance]) -> list[int]:
    """Return the utterance that each unit speaks at least a few words of, -1 for none."""
    quoted_by = [-1] * len(units)
    k = 0
    for index, utterance in enumerate(utterances):
        for start, end in utterance.fragments:
            while k and units[k].start > start:
                k -= 1
            while k < len(units) and units[k].end <= start:
                k += 1
            j = k
            while j < len(units) and units[j].start < end:
                unit = units[j]
                shared = min(end, unit.end) - max(start, unit.start)
                if quoted_by[j] < 0 and (shared >= QUOTED_LETTERS or shared * 2 >= unit.end - unit.start) and unit.kind not in (TABLE, TITLE, DATELINE):
                    quoted_by[j] = index
                j += 1
    return quoted_by


def _find_sections(units: list[Unit]) -> list[int]:
    sections = []
    current = -1
    for index, unit in enumerate(units):
        sections.append(-1 if unit.kind in (TITLE, HEADING) else current)  # a heading stands in no section but opens one
        if unit.kind in (TITLE, HEADING) and unit.end - unit.start <= LONGEST_SECTION:
            current = index
        elif unit.kind == DATELINE:
            current = -1
    return sections


def _words_above(text: str, units: list[Unit], sections: list[int]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.uint64]]:
    """Return unit and hash of each word of a unit's heading and, for an item or a table, of the sentence that leads in."""
    counts: list[int] = []
    terms: list[int] = []
    section, lead = -1, -1
    section_terms: tuple[int, ...] = ()
    lead_terms: tuple[int, ...] | None = None
    for index, unit in enumerate(units):
        if sections[index] != section:
            section = sections[index]
            start, end = units[section].start, units[section].end
            section_terms = _hash_words("section:", text[start : min(end, start + LONGEST_SECTION)]) if section >= 0 else ()
        terms += section_terms
        count = len(section_terms)
        if unit.kind in (LIST_ITEM, TABLE):
            if lead_terms is None:
                start, end = units[lead].start, units[lead].end
                lead_terms = _hash_words("lead:", text[max(start, end - LONGEST_LEAD) : end]) if lead >= 0 else ()
            terms += lead_terms
            count += len(lead_terms)
        elif unit.kind != FURNITURE:
            lead, lead_terms = index, None
        counts.append(count)
    return np.repeat(np.arange(len(units)), counts), np.array(terms, np.uint64)


@lru_cache(maxsize=4096)  # releases share the headings of their legends and tables
def _hash_words(place: str, content: str) -> tuple[int, ...]:
    return tuple(get_string_id(place + word.lower()) for word in _WORD.findall(content))


def _quotation_states(units: list[Unit], utterances: list[Utterance], quoted_by: list[int]) -> list[int]:
    """Return for each unit: 0 not quoted; else 1, and 2 more with a speaker, and 1 more where it stands behind the opening mark."""
    states = []
    for unit, index in zip(units, quoted_by, strict=True):
        if index < 0:
            states.append(0)
        else:
            inside = utterances[index].fragments[0][0] <= unit.start
            states.append(1 + 2 * (utterances[index].speaker is not None) + inside)
    return states


def _context(
    text: str, units: list[Unit], starts: npt.NDArray[np.int64], ends: npt.NDArray[np.int64], states: list[int], sections: list[int]
) -> npt.NDArray[np.uint64]:
    """Return one row of codes a unit: kind, neighbours' kinds, place, length, quotation state, form."""
    count = len(units)
    looks = np.minimum(ends, starts + LONGEST_LOOK)  # where the look at each unit ends
    # One blank row before the first unit and one behind the last stand for the neighbours that these lack.
    kinds = np.array([15, *[_KIND_CODES[unit.kind] for unit in units], 15])
    state = np.array([7, *states, 7])
    block = np.array([-1, *[unit.block for unit in units]])
    index = np.arange(count)
    kind = kinds[1:-1]
    look_places = list(zip(starts.tolist(), looks.tolist(), strict=True))
    shout = np.array([text[start:look].isupper() for start, look in look_places], bool)
    lasts = [text[look - 1] for _, look in look_places]
    last = np.array([2 if mark.isalpha() else 1 if mark.isdigit() else 2 if mark.isalnum() else ord(mark) for mark in lasts], np.int64)
    is_heading = kind == _KIND_CODES[HEADING]
    form = _find_forms(text, starts, looks)
    context = np.empty((19, count), np.uint64)
    context[0] = kind
    context[1] = kind * 16 + kinds[:-2]
    context[2] = kind * 16 + kinds[2:]
    context[3] = np.minimum(index, 12) + 16 * is_heading
    context[4] = 10 * index // max(count, 1) + 16 * is_heading
    context[5] = np.frexp(looks - starts)[1] + 16 * kind  # the exponent is the bit length
    context[6] = state[1:-1] + 8 * kind
    context[7] = state[1:-1] * 64 + state[:-2] * 8 + state[2:]
    context[8] = shout + 2 * kind
    context[9] = last + 0x10000 * (is_heading | (kind == _KIND_CODES[LIST_ITEM]))
    context[10] = (block[1:] != block[:-1]) + 2 * np.minimum(count - 1 - index, 7)
    context[11] = np.array(sections) >= 0
    context[12:18] = _FORM_CODES[:, form]
    context[18] = form + 1024 * kind
    return np.ascontiguousarray(context.T)


def _find_forms(text: str, starts: npt.NDArray[np.int64], ends: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Return which of the forms stand in each of the stretches, as bits."""
    if not len(starts):
        return np.empty(0, np.int64)
    codes = np.frombuffer((text + " ").encode("utf-32-le", "surrogatepass"), np.uint32)  # the blank lets the last stretch end the text
    forms = _FORM_OF[np.minimum(codes, len(_FORM_OF) - 1)]
    for word, bit in _FORM_WORDS:
        start = text.find(word)
        while start >= 0:
            forms[start + len(word) - 1] |= bit
            start = text.find(word, start + 1)
    return np.bitwise_or.reduceat(forms, np.stack([starts, ends], axis=1).ravel())[::2].astype(np.int64)
