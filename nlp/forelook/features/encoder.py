"""The text encoder: what a small convolutional network, distilled from a transformer, takes each unit for.

In: texts, their segmentations, and which units are asked for. Out: a score a class for each of those, read off the unit's words,
its kind and quotation state, its place, and the units beside and above it. network.pyx and sums.pyx do the sums; the arrays are made by
train/encoder.py. What comes out for a unit depends on its release alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

import numpy as np
import numpy.typing as npt

from forelook.arrays import Ints, Mask, Singles
from forelook.features.alignment import align
from forelook.features.network import Convolutions
from forelook.features.numerals import year_of
from forelook.features.repeats import drop_repeats
from forelook.features.subwords import FIRST_PIECE, SHAPES, Subwords
from forelook.features.sums import dense
from forelook.segment.segmentation import KIND_CODES, Segmentation

LONGEST_UNIT = 96  # pieces of a unit that are read; one in fifty is longer, tables for the most part
PLACES = 8  # units from the start, and from the end, whose places are distinguished
STATES = 8
BESIDE = 3  # units beside one: before it, after it, and at the head of its section
KINDS = 16


class TextEncoder:
    """Scores units by their text; safe to share between threads.

    `arrays` as train/quantize.py makes them. Raises ValueError when their shapes do not fit together, KeyError when one is missing.
    """

    def __init__(self, arrays: Mapping[str, Any]) -> None:
        self._subwords = Subwords(np.ascontiguousarray(arrays["keys"], np.uint64))
        words, shapes = (align(np.asarray(arrays[name], np.int8)) for name in ("words", "shapes"))
        if len(words) != FIRST_PIECE + len(arrays["keys"]) or len(shapes) != SHAPES:
            raise ValueError(f"{len(words)} word vectors for {len(arrays['keys'])} pieces, {len(shapes)} shapes; expected {FIRST_PIECE} more, and {SHAPES}")
        layers = [_layer(arrays, number) for number in range(int(arrays["layers"]))]
        gates = np.ascontiguousarray(arrays["gates"], np.int8), _whole(arrays["gate_bias"]), _whole(arrays["gate_shift"])
        self._convolutions = Convolutions(words, shapes, layers, *gates, _single(arrays["scale"]), LONGEST_UNIT)
        self._beside, self._beside_kinds, self._beside_states = (_single(arrays[name]) for name in ("beside", "beside_kinds", "beside_states"))
        self._hidden_kinds, self._hidden_states = (_single(arrays[name]) for name in ("hidden_kinds", "hidden_states"))
        self._places, self._ends = _single(arrays["hidden_places"]), _single(arrays["hidden_ends"])
        own, beside = self._beside.shape
        if len(arrays["hidden"]) != own + BESIDE * beside:
            raise ValueError(f"hidden weights of shape {arrays['hidden'].shape}; expected {own + BESIDE * beside} rows")
        self._hidden = [_single(part) for part in np.split(arrays["hidden"], own + beside * np.arange(BESIDE))]  # of a unit, and of each beside it
        self._classes, self._intercept = _single(arrays["classes"]), _single(arrays["intercept"])[None]

    def encode(self, texts: Sequence[str], segmentations: Sequence[Segmentation], wanted: Mask | None = None) -> Singles:
        """Return scores of every unit of every text, in order; float32, shape (units, classes).

        They are log-probabilities but for a constant of each row. `wanted` (one a unit) says which units are asked for, all where it is None;
        the rows of others are 0.
        """
        sizes = np.array([len(found.units) for found in segmentations], np.int64)
        count = int(sizes.sum())
        scores = np.zeros((count, self._classes.shape[1]), np.float32)
        asked = np.arange(count) if wanted is None else np.flatnonzero(wanted)
        if not len(asked):
            return scores
        firsts = np.repeat(np.cumsum(sizes) - sizes, sizes)  # of each unit, the first one of its release
        lasts = firsts + np.repeat(sizes, sizes) - 1
        beside = _find_beside(asked, firsts, lasts, _join((found.sections for found in segmentations), count))
        is_read = np.zeros(count + 1, np.bool_)  # the last is for those that are not there
        is_read[asked] = is_read[beside] = True
        read, around = np.flatnonzero(is_read[:count]), np.full(count + 1, -1)
        around[read] = np.arange(len(read))
        kinds = np.concatenate([found.kinds for found in segmentations])[read].astype(np.int64)
        states = _join((found.states for found in segmentations), count)[read]
        pooled, rows = self._pool(texts, segmentations, np.repeat(np.arange(len(sizes)), sizes)[read], read)
        small = dense(len(read), [(self._beside_kinds, kinds), (self._beside_states, states)], [(pooled, rows, self._beside)], rectify=True)
        own = around[asked]
        places, ends = (np.minimum(distance, PLACES - 1) for distance in (asked - firsts[asked], lasts[asked] - asked))
        terms = [(self._hidden_kinds, kinds[own]), (self._hidden_states, states[own]), (self._places, places), (self._ends, ends)]
        products = [(small, around[unit], weights) for unit, weights in zip(beside, self._hidden[1:], strict=True)]
        hidden = dense(len(asked), terms, [(pooled, rows[own], self._hidden[0]), *products], rectify=True)
        scores[asked] = dense(len(asked), [(self._intercept, np.zeros_like(asked))], [(hidden, None, self._classes)], rectify=False)
        return scores

    def _pool(self, texts: Sequence[str], segmentations: Sequence[Segmentation], owners: Ints, units: Ints) -> tuple[Singles, Ints]:
        """Return what the convolutions make of `units`, given their texts, and each unit's row, the same for those that read alike."""
        starts, ends = (np.concatenate(places)[units] for places in zip(*((found.starts, found.ends) for found in segmentations), strict=True))
        years = np.array([year_of(text) for text in texts], np.int64)
        pieces, shapes, counts, rows = drop_repeats(*self._subwords.cut(texts, owners, starts, ends, years, LONGEST_UNIT))
        return self._convolutions.pool(pieces, shapes, counts), rows


def _find_beside(asked: Ints, firsts: Ints, lasts: Ints, sections: Ints) -> Ints:
    """Return the units before and after those asked for, and those that head their sections, in the same release; -1 for none; shape (3, asked)."""
    before, after, head = asked - 1, asked + 1, sections[asked]
    first = firsts[asked]
    return np.stack([np.where(before < first, -1, before), np.where(after > lasts[asked], -1, after), np.where(head < 0, -1, head + first)])


def _join(lists: Iterable[list[int]], count: int) -> Ints:
    """Return the numbers of all lists, `count` in all."""
    return np.fromiter(chain.from_iterable(lists), np.int64, count)


def _layer(arrays: Mapping[str, Any], number: int) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.int32], npt.NDArray[np.int32]]:
    return np.ascontiguousarray(arrays[f"weights{number}"], np.int8), _whole(arrays[f"bias{number}"]), _whole(arrays[f"shift{number}"])


def _single(array: Any) -> Singles:
    return align(np.asarray(array, np.float32))


def _whole(array: Any) -> npt.NDArray[np.int32]:
    return np.ascontiguousarray(array, np.int32)


if len(KIND_CODES) > KINDS:
    raise AssertionError(f"{len(KIND_CODES)} kinds of units; the encoder has room for {KINDS}")
