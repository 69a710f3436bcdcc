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

from forelook.corpus.gold import GoldRelease, GoldUnit
from forelook.features.extract import WIDTH, Features, extract
from forelook.model.classifier import CLASSES
from forelook.records import Label
from forelook.segment.segmentation import Segmentation, segment
from forelook.spans import match_spans

LABEL_SHARE = 0.8  # of the label in what training aims at, beside a teacher's probabilities
CHUNK = 64  # releases whose features are made at once

_NO_TARGETS = (0.0,) * len(CLASSES)


class Dataset(NamedTuple):
    """Rows, one a unit, with what is known of each."""

    matrix: csr_matrix
    classes: npt.NDArray[np.int64]  # of the labels; meaningless where the weight is 0
    sizes: npt.NDArray[np.int64]  # the number of units of each release
    weights: npt.NDArray[np.float64]  # how much each label counts, from 0 to 1
    soft: npt.NDArray[np.float64]  # a teacher's probabilities, shape (units, classes); zeros where it has given none

    def aims(self) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
        """Return what training aims at, probabilities of shape (units, classes), and how much each unit counts.

        Where a teacher has spoken, the aim lies between its probabilities and the label, and the unit counts in full.
        """
        spoken = self.soft.any(axis=1)
        share = np.where(spoken, LABEL_SHARE * self.weights, 1.0)[:, None]
        return share * np.eye(len(CLASSES))[self.classes] + (1 - share) * self.soft, np.where(spoken, 1.0, self.weights)


def class_of(unit: GoldUnit | None) -> int:
    """Return the number of the class of a gold unit; None is meta."""
    if unit is None or unit.label is None:
        return CLASSES.index("meta")
    if unit.label is Label.MANAGEMENT_QUOTE:
        return CLASSES.index("quote_forward" if unit.forward_looking else "quote_plain")
    return CLASSES.index(unit.label.value)


def match_units(found: Segmentation, gold: Sequence[GoldUnit]) -> list[GoldUnit | None]:
    """Return the gold unit that each unit of a segmentation shares most characters with, None where it shares none."""
    return [gold[index] if index >= 0 else None for index in match_spans(found.units, gold)]


def make_dataset(releases: Sequence[GoldRelease]) -> Dataset:
    """Return the rows of gold releases, in order."""
    parts: list[csr_matrix] = []
    classes: list[int] = []
    weights: list[float] = []
    soft: list[tuple[float, ...]] = []
    sizes: list[int] = []
    for start in range(0, len(releases), CHUNK):
        chunk = releases[start : start + CHUNK]
        segmentations = [segment(release.text) for release in chunk]
        parts.append(to_csr(extract([release.text for release in chunk], segmentations)))
        for release, found in zip(chunk, segmentations, strict=True):
            matched = match_units(found, release.units)
            classes += [class_of(unit) for unit in matched]
            weights += [1.0 if unit is None else unit.weight for unit in matched]
            soft += [_NO_TARGETS if unit is None or unit.soft is None else unit.soft for unit in matched]
            sizes.append(len(found.units))
    probabilities = np.array(soft, np.float64).reshape(-1, len(CLASSES))
    return Dataset(csr_matrix(vstack(parts)), np.array(classes), np.array(sizes), np.array(weights), probabilities)


def to_csr(features: Features) -> csr_matrix:
    """Return features as a SciPy matrix of shape (units, WIDTH)."""
    values = np.repeat(features.scales.ravel(), features.counts.ravel())
    pointers = np.concatenate([[0], np.cumsum(features.counts.sum(axis=1))])
    matrix = csr_matrix((values, features.columns.copy(), pointers), shape=(len(features.counts), WIDTH))  # which it sorts in place
    matrix.sum_duplicates()
    return matrix
