"""Passages as input of the network in encoder.py: in pieces, and batches of releases as tensors.

In: passages. Out: batches of whole releases. Needs the extra `[teacher]`.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from forelook.arrays import Ints
from forelook.features.encoder import LONGEST_UNIT, PLACES
from forelook.features.numerals import year_of
from forelook.features.subwords import Subwords
from forelook.train.passages import Passage

EDGE = 2  # zeros between units: half of a convolution's window


class Pieces(NamedTuple):
    """A passage in pieces."""

    pieces: npt.NDArray[np.uint16]
    shapes: npt.NDArray[np.uint8]
    counts: npt.NDArray[np.int32]
    passage: Passage


class Minibatch(NamedTuple):
    """Several releases as tensors: the pieces of all units, with zeros between units; then one entry per unit."""

    pieces: Tensor
    shapes: Tensor
    rows: Tensor  # the positions of the pieces of units
    units: Tensor  # the unit of each of these
    kinds: Tensor
    states: Tensor
    places: Tensor
    ends: Tensor
    beside: Tensor  # shape (units, 3): the units before, after and above; the number of units for none
    targets: Tensor
    weights: Tensor


def read_pieces(passages: Sequence[Passage], subwords: Subwords) -> list[Pieces]:
    """Return passages in pieces."""
    read = []
    for passage in passages:
        found = passage.segmentation
        pieces = subwords.cut([passage.text], np.zeros(len(found.units), np.int64), found.starts, found.ends, np.array([year_of(passage.text)]), LONGEST_UNIT)
        read.append(Pieces(*pieces, passage))
    return read


def shuffle(read: Sequence[Pieces], chance: random.Random, size: int) -> Iterator[list[Pieces]]:
    """Yield all releases in batches of about `size` pieces, in random order."""
    some: list[Pieces] = []
    for each in chance.sample(read, len(read)):
        some.append(each)
        if sum(len(one.pieces) for one in some) > size:
            yield some
            some = []
    if some:
        yield some


def make_batch(read: Sequence[Pieces]) -> Minibatch:
    """Return releases as tensors."""
    counts = np.concatenate([each.counts for each in read]).astype(np.int64)
    firsts = EDGE + np.cumsum(counts + EDGE) - (counts + EDGE)
    units = np.repeat(np.arange(len(counts)), counts)
    rows = firsts[units] + np.arange(len(units)) - np.repeat(np.cumsum(counts) - counts, counts)
    pieces, shapes = (np.zeros(int((counts + EDGE).sum()) + EDGE, np.int64) for _ in range(2))
    pieces[rows], shapes[rows] = np.concatenate([each.pieces for each in read]), np.concatenate([each.shapes for each in read])
    passages = [each.passage for each in read]
    sizes = [len(passage.weights) for passage in passages]
    columns = [
        np.concatenate([passage.segmentation.kinds for passage in passages]),
        np.concatenate([passage.segmentation.states for passage in passages]),
        np.concatenate([np.minimum(np.arange(size), PLACES - 1) for size in sizes]),
        np.concatenate([np.minimum(np.arange(size)[::-1], PLACES - 1) for size in sizes]),
        _find_beside(passages, sizes),
    ]
    targets = np.concatenate([passage.targets for passage in passages]).astype(np.float32)
    weights = np.concatenate([passage.weights for passage in passages]).astype(np.float32)
    whole = [torch.from_numpy(column.astype(np.int64)) for column in (pieces, shapes, rows, units, *columns)]
    return Minibatch._make([*whole, torch.from_numpy(targets), torch.from_numpy(weights)])


def _find_beside(passages: Sequence[Passage], sizes: Sequence[int]) -> Ints:
    parts, first, total = [], 0, sum(sizes)
    for passage, size in zip(passages, sizes, strict=True):
        own = np.arange(size)
        beside = np.stack([own - 1, np.where(own + 1 < size, own + 1, -1), np.array(passage.segmentation.sections, np.int64)], axis=1)
        parts.append(np.where(beside < 0, total, beside + first))
        first += size
    return np.concatenate(parts)
