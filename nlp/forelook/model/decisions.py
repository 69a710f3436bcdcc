"""Decisions: from probabilities to labels that agree with the definition.

In: the segmentations of a batch of releases and the class probabilities of their units. Out: for each unit that states something, its label, the
probabilities of all four, and whether it looks forward. Rules stand here only where they are the definition: what nobody
says in quotation marks is no quote, what a named speaker says is one, guidance always looks forward.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from forelook.arrays import Floats, Ints, Mask
from forelook.model.classifier import CLASSES
from forelook.records import LABELS, Label
from forelook.segment.layout import ARTIFACT, TABLE
from forelook.segment.segmentation import KIND_CODES, Segmentation
from forelook.segment.sentences import DATELINE, TITLE

GUIDANCE, QUOTE, SAFE_HARBOR = (LABELS.index(label) for label in (Label.GUIDANCE, Label.MANAGEMENT_QUOTE, Label.SAFE_HARBOR))
_GUIDANCE, _FACT, _FORWARD, _PLAIN, _LEGEND, _META = range(len(CLASSES))
_CLASS_OF_LABEL = np.array([CLASSES.index(label.value) if label.value in CLASSES else _PLAIN for label in LABELS])
SURE = 0.985  # share of units inside an attributed utterance that gold calls quotes, measured on the corpus
# Odds and thresholds: both passes and the encoder, held out, on real releases labelled whole (2,268; for META_THRESHOLD the 2,042 that were first).
GUIDANCE_ODDS = 1.6  # guidance is rare. F1 0.714 with 1, 0.726 with 1.3, 0.732 with 1.6, 0.733 with 1.75, 0.734 with 2: the more, the more facts are tipped
FORWARD_THRESHOLD = 0.3  # F1 among quotations 0.775 with 0.25, 0.779 with 0.3, 0.777 with 0.35, 0.773 with 0.4
META_THRESHOLD = 0.5  # F1 of statements 0.9871 with 0.4, 0.9877 with 0.5, 0.9874 with 0.6, 0.9864 with 0.7
DIGITS = 4  # decimals of a probability
_TABLE = KIND_CODES[TABLE]
_MAY_STATE = np.array([kind not in (DATELINE, TITLE, ARTIFACT) for kind in KIND_CODES])


class Decisions(NamedTuple):
    """One row a statement: the unit's index, its label's index, four probabilities, and the forward-looking flag and score."""

    units: Ints
    labels: Ints
    scores: Floats
    forward: Mask
    forward_scores: Floats

    def classes(self, count: int) -> Ints:
        """Return the class that each of `count` units was decided to be of, meta where it states nothing."""
        result = np.full(count, _META, np.int64)
        result[self.units] = np.where(self.labels == QUOTE, np.where(self.forward, _FORWARD, _PLAIN), _CLASS_OF_LABEL[self.labels])
        return result


def decide(segmentations: Sequence[Segmentation], scores: Floats) -> list[Decisions]:
    """Return the statements of each release of a batch; `scores` has shape (units of all, classes).

    Probabilities come in whole ten-thousandths, and those of the four labels sum to 1.
    """
    scores = _join_pieces(segmentations, scores)
    kinds = np.concatenate([found.kinds for found in segmentations])
    speech = np.concatenate([find_speech(found) for found in segmentations])
    decided = decide_units(kinds, speech, scores)
    edges = np.cumsum([0, *(len(found.units) for found in segmentations)])
    cuts = np.searchsorted(decided.units, edges).tolist()
    parts = [slice(first, last) for first, last in pairwise(cuts)]
    return [
        Decisions(decided.units[part] - edge, decided.labels[part], decided.scores[part], decided.forward[part], decided.forward_scores[part])
        for part, edge in zip(parts, edges[:-1].tolist(), strict=True)
    ]


def find_speech(found: Segmentation) -> Ints:
    """Return for each unit who speaks it: 0 nobody, 1 somebody, 2 a named speaker."""
    return np.array([(index >= 0) + (index >= 0 and found.utterances[index].speaker is not None) for index in found.quoted_by], np.int64)


def decide_units(kinds: npt.NDArray[np.uint8], speech: Ints, scores: Floats) -> Decisions:
    """Return the statements among units, given their KIND_CODES, their `find_speech` and their class probabilities."""
    units = np.flatnonzero(_MAY_STATE[kinds] & ((scores[:, _META] <= META_THRESHOLD) | (kinds == _TABLE) | (speech == 2)))
    six, speech, tables = scores[units], speech[units], kinds[units] == _TABLE
    quote = six[:, _FORWARD] + six[:, _PLAIN]
    looks_forward = six[:, _FORWARD] / np.maximum(quote, 1e-12)
    four = np.stack([six[:, _GUIDANCE], six[:, _FACT], np.where(speech > 0, quote, 0.0), np.where(tables, 0.0, six[:, _LEGEND])], axis=1)
    four /= np.maximum(four.sum(axis=1, keepdims=True), 1e-12)
    unsure = (speech == 2) & (four[:, QUOTE] < SURE)
    four[unsure] *= ((1.0 - SURE) / np.maximum(1.0 - four[unsure, QUOTE], 1e-12))[:, None]
    four[unsure, QUOTE] = SURE
    weighed = four.copy()
    weighed[:, GUIDANCE] *= GUIDANCE_ODDS
    labels = weighed.argmax(axis=1)
    forward = (labels == GUIDANCE) | ((labels == QUOTE) & (looks_forward > FORWARD_THRESHOLD))
    forward_scores = (four[:, GUIDANCE] + four[:, QUOTE] * looks_forward).round(DIGITS)
    return Decisions(units, labels, _round(four, labels), forward, forward_scores)


def _join_pieces(segmentations: Sequence[Segmentation], scores: Floats) -> Floats:
    """Return `scores` in which both pieces of a sentence that a page break splits have their mean, weighted by length."""
    joined = scores
    first = 0
    for found in segmentations:
        for index, before in enumerate(found.continues):
            if before < 0:
                continue
            joined = scores.copy() if joined is scores else joined
            lengths = [found.ends[k] - found.starts[k] for k in (before, index)]
            joined[[first + before, first + index]] = np.average(joined[[first + before, first + index]], axis=0, weights=lengths)
        first += len(found.units)
    return joined


def _round(scores: Floats, labels: Ints) -> Floats:
    """Return probabilities in whole ten-thousandths that sum to 1: the label's own absorbs what rounding leaves."""
    scale = 10**DIGITS
    whole = (scores * scale).round()
    whole[np.arange(len(labels)), labels] += scale - whole.sum(axis=1)
    rounded: Floats = whole / scale
    return rounded
