"""Training rows: gold releases segmented as any text is, each unit with the class that the annotation gives it.

In: gold releases (rendered corpus, or any gold file). Out: a sparse matrix and classes, release by release. Units are those
of segmentation, not of the annotation, so that training sees what prediction will see; a unit takes the class of the gold
unit that it shares most with.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix, vstack

from forelook.learn.render import GoldRelease, GoldUnit
from forelook.records import Label
from forelook.segment.outline import Outline, outline
from forelook.tag.classifier import CLASSES
from forelook.tag.features import WIDTH, Features, extract

CHUNK = 64  # releases whose features are made at once


class Dataset(NamedTuple):
    """`matrix` has one row a unit, `classes` its class, `sizes` the number of units of each release, `weights` a weight a unit."""

    matrix: csr_matrix
    classes: npt.NDArray[np.int64]
    sizes: npt.NDArray[np.int64]
    weights: npt.NDArray[np.float64]


def class_of(unit: GoldUnit | None) -> int:
    """Return the number of the class of a gold unit; None is meta."""
    if unit is None or unit.label is None:
        return CLASSES.index("meta")
    if unit.label is Label.MANAGEMENT_QUOTE:
        return CLASSES.index("quote_forward" if unit.forward_looking else "quote_plain")
    return CLASSES.index(unit.label.value)


def match_units(found: Outline, gold: Sequence[GoldUnit]) -> list[GoldUnit | None]:
    """Return the gold unit that each unit of an outline shares most characters with, None where it shares none."""
    matched: list[GoldUnit | None] = []
    first = 0
    for unit in found.units:
        while first < len(gold) and gold[first].end <= unit.start:
            first += 1
        best, most, k = None, 0, first
        while k < len(gold) and gold[k].start < unit.end:
            shared = min(gold[k].end, unit.end) - max(gold[k].start, unit.start)
            if shared > most:
                best, most = gold[k], shared
            k += 1
        matched.append(best)
    return matched


def make_dataset(releases: Sequence[GoldRelease]) -> Dataset:
    """Return the rows of gold releases, in order."""
    parts: list[csr_matrix] = []
    classes: list[int] = []
    weights: list[float] = []
    sizes: list[int] = []
    for start in range(0, len(releases), CHUNK):
        chunk = releases[start : start + CHUNK]
        outlines = [outline(release.text) for release in chunk]
        parts.append(to_csr(extract([release.text for release in chunk], outlines)))
        for release, found in zip(chunk, outlines, strict=True):
            matched = match_units(found, release.units)
            classes += [class_of(unit) for unit in matched]
            weights += [1.0 if unit is None else unit.weight for unit in matched]
            sizes.append(len(found.units))
    return Dataset(csr_matrix(vstack(parts)), np.array(classes), np.array(sizes), np.array(weights))


def to_csr(features: Features) -> csr_matrix:
    """Return features as a SciPy matrix of shape (units, WIDTH)."""
    values = np.repeat(features.scales.ravel(), features.counts.ravel())
    pointers = np.concatenate([[0], np.cumsum(features.counts.sum(axis=1))])
    matrix = csr_matrix((values, features.columns.copy(), pointers), shape=(len(features.counts), WIDTH))  # which it sorts in place
    matrix.sum_duplicates()
    return matrix
