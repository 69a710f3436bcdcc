"""Passages: releases as input of the text encoder and its teachers, with a target for each unit.

In: texts with labels (gold releases), with a teacher's probabilities, or with neither. Out: segmentations with targets and
weights by unit. Labels and probabilities are stored by their places in the text, so that they survive a change of segmentation.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from forelook.arrays import Floats, Ints
from forelook.corpus.gold import GoldRelease
from forelook.model.classifier import CLASSES
from forelook.records import Place
from forelook.segment.segmentation import Segmentation, segment
from forelook.spans import match_spans, overlap, span_of
from forelook.train.augmentation import MadeOver
from forelook.train.dataset import class_of, match_units

Places = Ints  # shape (units, 2)


class Passage(NamedTuple):
    """One release; `targets` are probabilities of shape (units, classes), `weights` are those of the units."""

    id: str
    text: str
    segmentation: Segmentation
    targets: Floats
    weights: Floats

    @property
    def places(self) -> Places:
        """The spans of the units."""
        return np.stack([self.segmentation.starts, self.segmentation.ends], axis=1)


def read_passage(identity: str, text: str) -> Passage:
    """Return a release without labels or predictions: all weights are zero."""
    found = segment(text)
    return Passage(identity, text, found, np.zeros((len(found.units), len(CLASSES))), np.zeros(len(found.units)))


def read_labelled(release: GoldRelease, *, weight: float = 1.0, unmatched: float = 1.0) -> Passage:
    """Return a release with its labels; a unit that overlaps no labelled one is meta, and weighs `unmatched`."""
    empty = read_passage(release.id, release.text)
    matched = match_units(empty.segmentation, release.units)
    targets = np.eye(len(CLASSES))[[class_of(unit) for unit in matched]].reshape(-1, len(CLASSES))
    return empty._replace(targets=targets, weights=weight * np.array([unmatched if unit is None else unit.weight for unit in matched]))


def soften(passage: Passage, places: Places, probabilities: Floats, *, label_share: float, weight: float) -> Passage:
    """Return a passage with a teacher's `probabilities` for the units at `places` mixed into its targets.

    The label of a unit has the share `label_share` of its target; a unit without one gets the probabilities as its target, and the
    weight `weight`. Rows of NaN are ignored.
    """
    said = np.flatnonzero(~np.isnan(probabilities).any(axis=1))
    nearest = match_places(passage.places, places[said])
    units = np.flatnonzero(nearest >= 0)
    found = probabilities[said[nearest[units]]]
    targets, weights = passage.targets.copy(), passage.weights.copy()
    share = np.where(weights[units] > 0, label_share, 0.0)[:, None]
    targets[units] = share * targets[units] + (1.0 - share) * found
    weights[units] = np.where(weights[units] > 0, weights[units], weight)
    return passage._replace(targets=targets, weights=weights)


def read_made_over(original: Passage, made: MadeOver, *, weight: float = 1.0) -> Passage | None:
    """Return a release made over, with the layout of the `original`; None where the segmentation of that has changed since."""
    if len(made.places) != len(original.weights):
        return None
    found = original.segmentation._replace(starts=made.places[:, 0].copy(), ends=made.places[:, 1].copy())
    return Passage(original.id, made.text, found, made.probabilities, np.full(len(made.places), weight))


def match_places(own: Places, others: Places) -> Ints:
    """Return for each place of `own` the index in `others` of the one that overlaps it most, -1 where none covers more than half of it; both are in order."""
    spans, rest = ([Place(*place) for place in places.tolist()] for places in (own, others))
    matched = np.array(match_spans(spans, rest), np.int64).reshape(-1)
    for unit, (span, index) in enumerate(zip(spans, matched.tolist(), strict=True)):
        if index >= 0 and 2 * overlap(span_of(span), span_of(rest[index])) <= span.end - span.start:
            matched[unit] = -1
    return matched
