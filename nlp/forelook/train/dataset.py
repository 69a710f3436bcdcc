"""Training rows: gold releases segmented like any other text, each unit with its class from the annotation.

In: gold releases (the rendered corpus, or any gold file). Out: a sparse matrix and classes, release by release. Units are those
of segmentation, not of the annotation, so that training sees what prediction will see; a unit gets the class of the gold
unit that it overlaps most.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

from forelook.arrays import Floats, Ints
from forelook.corpus.gold import GoldRelease, GoldUnit
from forelook.features.extract import WIDTH, Features, extract
from forelook.model.classifier import CLASSES
from forelook.model.decisions import find_speech
from forelook.records import Label
from forelook.segment.segmentation import Segmentation, segment
from forelook.spans import match_spans

LABEL_SHARE = 0.5  # of the label in the targets of training, where there are soft targets
CHUNK = 64  # releases whose features are made at once


_NO_TARGETS = (0.0,) * len(CLASSES)


class Dataset(NamedTuple):
    """Rows, one per unit, with features and targets."""

    features: Features
    classes: Ints  # of the labels; meaningless where the weight is 0
    weights: Floats  # how much each label counts, from 0 to 1
    soft: Floats  # soft targets, probabilities of shape (units, classes); zeros where there are none
    kinds: npt.NDArray[np.uint8]  # KIND_CODES
    speech: Ints  # whether it is quoted, as `find_speech` returns it
    sizes: Ints  # the number of units of each release
    ids: list[str]  # of the releases

    @property
    def matrix(self) -> csr_matrix:
        """The features as a SciPy matrix of shape (units, WIDTH), computed on each access."""
        return to_csr(self.features)

    def targets(self) -> tuple[Floats, Floats]:
        """Return the targets of training, probabilities of shape (units, classes), and the weight of each unit.

        Where there are soft targets, the targets are between them and the label, and the unit has full weight.
        """
        softened = self.soft.any(axis=1)
        share = np.where(softened, LABEL_SHARE * self.weights, 1.0)[:, None]
        return share * np.eye(len(CLASSES))[self.classes] + (1 - share) * self.soft, np.where(softened, 1.0, self.weights)


def class_of(unit: GoldUnit | None) -> int:
    """Return the index in CLASSES of a gold unit's class; None is meta."""
    if unit is None or unit.label is None:
        return CLASSES.index("meta")
    if unit.label is Label.MANAGEMENT_QUOTE:
        return CLASSES.index("quote_forward" if unit.forward_looking else "quote_plain")
    return CLASSES.index(unit.label.value)


def match_units(found: Segmentation, gold: Sequence[GoldUnit]) -> list[GoldUnit | None]:
    """Return for each unit of a segmentation the gold unit that it overlaps most, None where it overlaps none."""
    return [gold[index] if index >= 0 else None for index in match_spans(found.units, gold)]


def make_dataset(releases: Sequence[GoldRelease], *, unmatched: float = 1.0) -> Dataset:
    """Return the rows of gold releases, in order; `unmatched` is the weight of units that overlap no gold unit."""
    parts = [Features(np.zeros(0, np.int32), np.zeros((0, 3), np.int32))]
    segmentations: list[Segmentation] = []
    matched: list[GoldUnit | None] = []
    for start in range(0, len(releases), CHUNK):
        chunk = releases[start : start + CHUNK]
        cut = [segment(release.text) for release in chunk]
        parts.append(extract([release.text for release in chunk], cut))
        for release, found in zip(chunk, cut, strict=True):
            matched += match_units(found, release.units)
        segmentations += cut
    return Dataset(
        Features(np.concatenate([part.columns for part in parts]), np.concatenate([part.counts for part in parts])),
        np.array([class_of(unit) for unit in matched], np.int64),
        np.array([unmatched if unit is None else unit.weight for unit in matched], np.float64),
        np.array([_NO_TARGETS if unit is None or unit.soft is None else unit.soft for unit in matched], np.float64).reshape(-1, len(CLASSES)),
        np.concatenate([np.zeros(0, np.uint8), *(found.kinds for found in segmentations)]),
        np.concatenate([np.zeros(0, np.int64), *(find_speech(found) for found in segmentations)]),
        np.array([len(found.units) for found in segmentations], np.int64),
        [release.id for release in releases],
    )


def join_datasets(parts: Sequence[Dataset]) -> Dataset:
    """Return several datasets as one."""
    features = Features(np.concatenate([part.features.columns for part in parts]), np.concatenate([part.features.counts for part in parts]))
    return Dataset(
        features,
        np.concatenate([part.classes for part in parts]),
        np.concatenate([part.weights for part in parts]),
        np.concatenate([part.soft for part in parts]),
        np.concatenate([part.kinds for part in parts]),
        np.concatenate([part.speech for part in parts]),
        np.concatenate([part.sizes for part in parts]),
        [identity for part in parts for identity in part.ids],
    )


def to_csr(features: Features) -> csr_matrix:
    """Return features as a SciPy matrix of shape (units, WIDTH)."""
    values = np.repeat(features.scales.ravel(), features.counts.ravel())
    pointers = np.concatenate([[0], np.cumsum(features.counts.sum(axis=1))])
    matrix = csr_matrix((values, features.columns.copy(), pointers), shape=(len(features.counts), WIDTH))  # SciPy sorts the columns in place
    matrix.sum_duplicates()
    return matrix
