"""Features: what the classifier sees of each unit, as array work for a whole batch of releases.

In: Docs with their units and quotations. Out: hashed feature numbers and values, one run a unit, for training and
prediction alike. Words are spaCy's hashes of their lower-case form, figures those of their shape. FEATURE_VERSION changes
whenever the same text would get other features.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from spacy.attrs import IDX, IS_SPACE, IS_TITLE, LOWER, SHAPE, SUFFIX
from spacy.strings import get_string_id
from spacy.tokens import Doc

from forelook.segment.outline import Outline
from forelook.tag.groups import load_groups

FEATURE_VERSION = 1
HASH_BITS = 19
WIDTH = 1 << HASH_BITS
LONGEST_UNIT = 160  # tokens of a unit that are looked at; tables and run-in lists go on for thousands
CONTEXT_WEIGHT = 0.5
CUE_WEIGHT = 1.0

UInts = npt.NDArray[np.uint64]
Ints = npt.NDArray[np.int64]

_NAME = np.uint64(1)
_ODD = np.uint64(0x9E3779B97F4A7C15)
_OTHER = np.uint64(0xC2B2AE3D27D4EB4F)
_SHIFT = np.uint64(64 - HASH_BITS)


class Features(NamedTuple):
    """Sparse rows: row `i` holds `columns[pointers[i]:pointers[i + 1]]` with the `values` beside them."""

    columns: Ints
    values: npt.NDArray[np.float32]
    pointers: Ints

    def to_csr(self) -> csr_matrix:
        """Return the rows as a SciPy matrix of shape (units, WIDTH)."""
        matrix = csr_matrix((self.values, self.columns, self.pointers), shape=(len(self.pointers) - 1, WIDTH))
        matrix.sum_duplicates()
        return matrix


def _salt(name: str) -> np.uint64:
    return np.uint64(get_string_id(name))


def _mix(a: UInts, salt: np.uint64) -> UInts:
    mixed = (a ^ salt) * _ODD
    return mixed ^ (mixed >> np.uint64(29))


def _pair(a: UInts, b: UInts, salt: np.uint64) -> UInts:
    return _mix(_mix(a, salt) + b * _OTHER, salt)


_UNIGRAM, _BIGRAM, _SKIP, _OPENING, _SKELETON2, _SKELETON3, _GROUP_TERM, _CONTEXT, _ABOVE, _OUTER2, _OUTER3, _CUE = (
    _salt(name) for name in ("unigram", "bigram", "skip", "opening", "skeleton2", "skeleton3", "group-term", "context", "above", "outer2", "outer3", "cue")
)


def extract(docs: Sequence[Doc], outlines: Sequence[Outline], digit_flag: int) -> Features:
    """Return the features of every unit of every Doc, in order.

    `digit_flag` is the id of the vocabulary's flag for words with a digit.
    """
    if sum(len(outline.units) for outline in outlines) == 0:
        return Features(np.zeros(0, np.int64), np.zeros(0, np.float32), np.zeros(1, np.int64))
    terms, lower, outer, unit_of, place = _gather(docs, outlines, digit_flag)
    count = sum(len(outline.units) for outline in outlines)
    groups = load_groups().look_up(lower)
    text_rows, text_hashes = _hash_text(terms, outer, groups, unit_of, place)
    cue_rows, cue_hashes = _hash_cues(terms, outer, groups, unit_of)
    context_rows, context_hashes = _hash_context(outlines)
    rows = np.concatenate([text_rows, cue_rows, context_rows])
    columns = (np.concatenate([text_hashes, cue_hashes, context_hashes]) >> _SHIFT).astype(np.int64)
    sizes = np.bincount(text_rows, minlength=count).clip(1)
    values = np.concatenate([(1.0 / np.sqrt(sizes))[text_rows], np.full(len(cue_rows), CUE_WEIGHT), np.full(len(context_rows), CONTEXT_WEIGHT)]).astype(
        np.float32
    )
    order = np.argsort(rows, kind="stable")
    pointers = np.concatenate([[0], np.cumsum(np.bincount(rows, minlength=count))])
    return Features(columns[order], values[order], pointers.astype(np.int64))


def _gather(docs: Sequence[Doc], outlines: Sequence[Outline], digit_flag: int) -> tuple[UInts, UInts, UInts, Ints, Ints]:
    """Return term, lower-case hash, unit number and place in the unit of each token that stands in a unit."""
    lowers, terms, outers, numbers, places = [], [], [], [], []
    offset = 0
    for doc, outline in zip(docs, outlines, strict=True):
        table = doc.to_array([LOWER, SHAPE, digit_flag, IS_SPACE, IDX, SUFFIX, IS_TITLE])
        table = table[table[:, 3] == 0]
        starts = table[:, 4].astype(np.int64)
        number = np.searchsorted(outline.starts, starts, side="right") - 1
        inside = (number >= 0) & (starts < outline.ends[number])
        table, number = table[inside], number[inside]
        first = np.searchsorted(number, np.arange(len(outline.starts)))
        place = np.arange(len(number)) - first[number]
        near = place < LONGEST_UNIT
        table, number, place = table[near], number[near], place[near]
        lowers.append(table[:, 0])
        outers.append(np.where(table[:, 2] != 0, table[:, 1], np.where(table[:, 6] != 0, _NAME, table[:, 5])))
        terms.append(np.where(table[:, 2] != 0, table[:, 1], table[:, 0]))
        numbers.append(number + offset)
        places.append(place)
        offset += len(outline.starts)
    return np.concatenate(terms), np.concatenate(lowers), np.concatenate(outers), np.concatenate(numbers), np.concatenate(places)


def _hash_text(terms: UInts, outer: UInts, groups: npt.NDArray[np.uint8], unit_of: Ints, place: Ints) -> tuple[Ints, UInts]:
    """Return unit and hash of every n-gram over words and over groups of words."""
    one = unit_of[:-1] == unit_of[1:]
    two = unit_of[:-2] == unit_of[2:]
    opening = place < 3
    rows = [unit_of, unit_of[:-1][one], unit_of[:-2][two], unit_of[opening]]
    hashes = [
        _mix(terms, _UNIGRAM),
        _pair(terms[:-1], terms[1:], _BIGRAM)[one],
        _pair(terms[:-2], terms[2:], _SKIP)[two],
        _pair(terms[opening], place[opening].astype(np.uint64), _OPENING),
    ]
    # outer forms: group where there is one, else figure's shape, NAME for capitalised words, else the last three letters
    outer = np.where(groups > 0, groups.astype(np.uint64) + np.uint64(2), outer)
    first = np.concatenate([[True], (unit_of[1:] != unit_of[:-1]) | (outer[1:] != _NAME) | (outer[:-1] != _NAME)])
    short, units = outer[first], unit_of[first]
    for n, salt in ((2, _OUTER2), (3, _OUTER3)):
        if len(short) >= n:
            whole = units[: len(units) - n + 1] == units[n - 1 :]
            mixed = _mix(short[: len(short) - n + 1], salt)
            for k in range(1, n):
                mixed = _pair(mixed, short[k : len(short) - n + 1 + k], salt)
            rows.append(units[: len(units) - n + 1][whole])
            hashes.append(mixed[whole])
    marked = np.flatnonzero(groups)
    bones, units = groups[marked].astype(np.uint64), unit_of[marked]
    one = units[:-1] == units[1:]
    two = units[:-2] == units[2:]
    rows += [units[:-1][one], units[:-2][two]]
    hashes += [_pair(bones[:-1], bones[1:], _SKELETON2)[one], _pair(_pair(bones[:-2], bones[1:-1], _SKELETON3), bones[2:], _SKELETON3)[two]]
    inner = marked[marked + 1 < len(terms)]
    inner = inner[unit_of[inner] == unit_of[inner + 1]]
    rows.append(unit_of[inner])
    hashes.append(_pair(groups[inner].astype(np.uint64), terms[inner + 1], _GROUP_TERM))
    return np.concatenate(rows), np.concatenate(hashes)


def _hash_cues(terms: UInts, outer: UInts, groups: npt.NDArray[np.uint8], unit_of: Ints) -> tuple[Ints, UInts]:
    """Return unit and hash of what stands around each word that can look forward.

    One forward-looking clause makes a long sentence guidance, so these are not weighed by its length as n-grams are.
    """
    outer = np.where(groups > 0, groups.astype(np.uint64) + np.uint64(2), outer)
    cues = np.flatnonzero((groups > 0) & (groups <= load_groups().last_cue))
    here = unit_of[cues]

    def beside(values: UInts, step: int) -> UInts:
        places = cues + step
        inside = (places >= 0) & (places < len(values))
        places = np.where(inside, places, 0)
        return np.where(inside & (unit_of[places] == here), values[places], np.uint64(0))

    own = terms[cues]
    group = groups[cues].astype(np.uint64)
    windows = [
        (own,),
        (own, beside(terms, 1)),
        (own, beside(terms, 1), beside(terms, 2)),
        (beside(terms, -1), own),
        (beside(outer, -1), own, beside(outer, 1)),
        (beside(outer, -2), beside(outer, -1), own),
        (group, beside(outer, 1), beside(outer, 2)),
        (beside(outer, -1), group, beside(terms, 1)),
        (group, beside(terms, 2)),
        (group, beside(terms, 1), beside(outer, 2), beside(outer, 3)),
    ]
    hashes = []
    for number, window in enumerate(windows):
        mixed = _mix(window[0] + np.uint64(number), _CUE)
        for part in window[1:]:
            mixed = _pair(mixed, part, _CUE)
        hashes.append(mixed)
    return np.tile(here, len(windows)), np.concatenate(hashes)


def _hash_context(outlines: Sequence[Outline]) -> tuple[Ints, UInts]:
    """Return unit and hash of everything that the place of a unit says."""
    rows, hashes = [], []
    offset = 0
    for outline in outlines:
        numbers = np.arange(len(outline.units)) + offset
        for column in range(outline.context.shape[1]):
            rows.append(numbers)
            hashes.append(_pair(outline.context[:, column], np.full(len(numbers), column, np.uint64), _CONTEXT))
        rows.append(outline.word_rows + offset)
        hashes.append(_mix(outline.word_terms, _ABOVE))
        offset += len(outline.units)
    return np.concatenate(rows), np.concatenate(hashes)
