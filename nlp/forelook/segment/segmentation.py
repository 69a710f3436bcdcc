"""Segmentation: the units of a release, its utterances, and how units relate to sections and quotations.

In: a text. Out: units with their section and utterance. This is all that tagging knows of the layout; it is computed from
characters alone, so that any tokenizer's Doc can carry it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from forelook.arrays import Ints
from forelook.segment.layout import BLOCK_KINDS, HEADING, TABLE, Block, find_blocks
from forelook.segment.pages import find_continued
from forelook.segment.quotes.utterances import Utterance, find_quotes
from forelook.segment.sentences import DATELINE, TITLE, Unit, cut_units
from forelook.spans import overlap

LONGEST_SECTION = 100  # characters; a longer heading is a headline, not the name of a section
QUOTED_LETTERS = 14  # characters of an utterance that make a unit quoted: about three words
FEWEST_LETTERS = 4  # the same where the utterance goes on in the unit beside it, or where it is known who speaks
_UNIT_KINDS = (*BLOCK_KINDS, "sentence", DATELINE, TITLE)
KIND_CODES = {kind: code for code, kind in enumerate(_UNIT_KINDS)}


class Segmentation(NamedTuple):
    """The segmentation of one text; arrays have one row a unit."""

    blocks: list[Block]
    units: list[Unit]
    utterances: list[Utterance]
    starts: Ints
    ends: Ints
    kinds: npt.NDArray[np.uint8]  # KIND_CODES of the units
    quoted_by: list[int]  # index of the utterance a unit belongs to, -1 for none
    sections: list[int]  # index of the unit that heads a unit's section, -1 for none
    states: list[int]  # quotation states, see quotation_states
    continues: list[int]  # index of the unit whose sentence a unit goes on with after the end of a page, -1 for none


def segment(text: str, tables: Sequence[tuple[int, int]] = ()) -> Segmentation:
    """Return the segmentation of `text`; `tables` are spans of tabular rows that its reader knows of."""
    blocks = find_blocks(text, tables)
    units = cut_units(text, blocks)
    return assemble(text, blocks, units, find_quotes(text, blocks))


def segment_all(texts: Sequence[str], tables: Sequence[Sequence[tuple[int, int]]]) -> list[Segmentation]:
    """Return the segmentation of each text, given its tables.

    Each step goes through all texts before the next begins, so that the processor keeps at hand what the step needs: a twelfth faster.
    """
    blocks = list(map(find_blocks, texts, tables))
    units = list(map(cut_units, texts, blocks))
    quotes = list(map(find_quotes, texts, blocks))
    return list(map(assemble, texts, blocks, units, quotes))


def assemble(text: str, blocks: list[Block], units: list[Unit], utterances: list[Utterance]) -> Segmentation:
    """Return the segmentation of `text` from its parts."""
    continues = find_continued(text, units)
    quoted_by = _match_utterances(units, utterances)
    for index, first in enumerate(continues):
        if first >= 0:  # both pieces of a sentence are spoken by whoever speaks one of them
            quoted_by[index] = quoted_by[first] = max(quoted_by[index], quoted_by[first])
    sections = _find_sections(units)
    starts, ends = np.array([unit.start for unit in units], np.int64), np.array([unit.end for unit in units], np.int64)
    kinds = np.array([KIND_CODES[unit.kind] for unit in units], np.uint8)
    return Segmentation(blocks, units, utterances, starts, ends, kinds, quoted_by, sections, quotation_states(units, utterances, quoted_by), continues)


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
                shared = overlap((start, end), (unit.start, unit.end))
                goes_on = start < unit.start or end > unit.end  # over more than this unit, each of which is quoted
                known = goes_on or utterance.speaker is not None
                speaks = shared >= QUOTED_LETTERS or shared * 2 >= unit.end - unit.start or (shared >= FEWEST_LETTERS and known)
                if quoted_by[j] < 0 and speaks and unit.kind not in (TABLE, TITLE, DATELINE):
                    quoted_by[j] = index
                j += 1
    return quoted_by


def _find_sections(units: list[Unit]) -> list[int]:
    sections = []
    current = -1
    for index, unit in enumerate(units):
        sections.append(-1 if unit.kind in (TITLE, HEADING) else current)  # a heading is in no section but opens one
        if unit.kind in (TITLE, HEADING) and unit.end - unit.start <= LONGEST_SECTION:
            current = index
        elif unit.kind == DATELINE:
            current = -1
    return sections


def quotation_states(units: list[Unit], utterances: list[Utterance], quoted_by: list[int]) -> list[int]:
    """Return for each unit: 0 not quoted; else 1, and 2 more with a speaker, and 1 more where it begins after the opening mark."""
    states = []
    for unit, index in zip(units, quoted_by, strict=True):
        if index < 0:
            states.append(0)
        else:
            inside = utterances[index].fragments[0][0] <= unit.start
            states.append(1 + 2 * (utterances[index].speaker is not None) + inside)
    return states
