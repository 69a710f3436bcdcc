"""Features: what the classifier sees of each unit of a batch of releases.

In: texts and their segmentations. Out: hashed columns, one run a unit, for training and prediction alike: the unit's words and
n-grams, windows round its cue words, and what its place says. Figures count by their shape. FEATURE_VERSION changes whenever
the same text would get other features.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntFlag
from functools import cache

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from forelook.arrays import Singles
from forelook.features.context import code_units
from forelook.features.lexicon import load_groups
from forelook.features.rows import Hasher
from forelook.segment.layout import HEADING, LIST_ITEM
from forelook.segment.segmentation import KIND_CODES, Segmentation

FEATURE_VERSION = 2
HASH_BITS = 19
WIDTH = 1 << HASH_BITS
CONTEXT_WEIGHT = 0.5
CUE_WEIGHT = 1.0  # not weighed by a unit's length, as words are: one forward-looking clause makes a long sentence guidance


class Family(IntFlag):
    """The kinds of features, to be left out one by one in ablations."""

    WORDS = 1
    N_GRAMS = 2
    CUES = 4
    CONTEXT = 8


ALL_FAMILIES = Family.WORDS | Family.N_GRAMS | Family.CUES | Family.CONTEXT


class Features(Struct, frozen=True):
    """Sparse rows, unit after unit: `counts` says how many of the next columns are its words, its cue windows, its context."""

    columns: npt.NDArray[np.int32]
    counts: npt.NDArray[np.int32]  # shape (units, 3)

    @property
    def scales(self) -> Singles:
        """The value of each column of a run; shape (units, 3)."""
        scales = np.empty(self.counts.shape, np.float32)
        scales[:, 0] = 1.0 / np.sqrt(self.counts[:, 0].clip(1))
        scales[:, 1] = CUE_WEIGHT
        scales[:, 2] = CONTEXT_WEIGHT
        return scales


@cache
def _hasher() -> Hasher:
    groups = load_groups()
    return Hasher(groups.numbers, groups.last_cue, HASH_BITS)


def extract(texts: Sequence[str], segmentations: Sequence[Segmentation], families: Family = ALL_FAMILIES) -> Features:
    """Return the features of every unit of every text, in order."""
    if not segmentations:
        return Features(np.zeros(0, np.int32), np.zeros((0, 3), np.int32))
    context = np.concatenate([find_context(text, found) for text, found in zip(texts, segmentations, strict=True)])
    owners = np.repeat(np.arange(len(texts)), [len(found.units) for found in segmentations])
    starts, ends = (np.concatenate(places) for places in zip(*((found.starts, found.ends) for found in segmentations), strict=True))
    return Features(*_hasher().hash_units(texts, owners, starts, ends, context, families))


def find_context(text: str, segmentation: Segmentation) -> npt.NDArray[np.uint64]:
    """Return the context codes of every unit of a text, shape (units, 19): the columns of names.py."""
    return code_units(
        text,
        segmentation.starts,
        segmentation.ends,
        segmentation.kinds,
        np.array([unit.block for unit in segmentation.units], np.int64),
        np.array(segmentation.states, np.uint8),
        np.array(segmentation.sections, np.int64),
        KIND_CODES[HEADING],
        KIND_CODES[LIST_ITEM],
    )
