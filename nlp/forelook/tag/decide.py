"""Decisions: from probabilities to labels that agree with the definition.

In: the outline of a release and the class probabilities of its units. Out: for each unit that states something, its label, the
probabilities of all four, and whether it looks forward. Rules stand here only where they are the definition: what nobody
says in quotation marks is no quote, what a named speaker says is one, guidance always looks forward.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from forelook.records import LABELS, Label
from forelook.segment.layout import FURNITURE, TABLE
from forelook.segment.outline import Outline
from forelook.segment.sentences import DATELINE, TITLE
from forelook.tag.classifier import CLASSES

GUIDANCE, QUOTE, SAFE_HARBOR = (LABELS.index(label) for label in (Label.GUIDANCE, Label.MANAGEMENT_QUOTE, Label.SAFE_HARBOR))
_GUIDANCE, _FACT, _FORWARD, _PLAIN, _LEGEND, _META = range(len(CLASSES))
SURE = 0.985  # share of units inside an attributed utterance that gold calls quotes, measured on the corpus
GUIDANCE_ODDS = 1.5  # guidance is rare: F1 on cross-fitted real rows is best when it wins from about 0.4 on
TABLE_ODDS = 0.5  # authored releases hold far more outlook tables among their tables than real ones
FORWARD_THRESHOLD = 0.4
_NEVER_STATEMENTS = frozenset((DATELINE, TITLE, FURNITURE))


class Decisions(NamedTuple):
    """One row a statement: the unit's index, its label's index, four probabilities, and the forward-looking flag and score."""

    units: npt.NDArray[np.int64]
    labels: npt.NDArray[np.int64]
    scores: npt.NDArray[np.float64]
    forward: npt.NDArray[np.bool_]
    forward_scores: npt.NDArray[np.float64]


def decide(outline: Outline, scores: npt.NDArray[np.float64]) -> Decisions:
    """Return the statements of a release; `scores` has shape (units, classes)."""
    kinds = np.array([unit.kind for unit in outline.units], object)
    spoken = np.array([index >= 0 and outline.utterances[index].speaker is not None for index in outline.quoted_by], bool)
    quoted = np.array(outline.quoted_by, np.int64) >= 0
    stated = (scores[:, _META] <= 0.5) | (kinds == TABLE) | spoken
    for kind in _NEVER_STATEMENTS:
        stated &= kinds != kind
    units = np.flatnonzero(stated)
    six, spoken, tables = scores[units], spoken[units], kinds[units] == TABLE
    quote = six[:, _FORWARD] + six[:, _PLAIN]
    looks_forward = six[:, _FORWARD] / np.maximum(quote, 1e-12)
    four = np.stack([six[:, _GUIDANCE], six[:, _FACT], np.where(quoted[units], quote, 0.0), np.where(tables, 0.0, six[:, _LEGEND])], axis=1)
    four /= np.maximum(four.sum(axis=1, keepdims=True), 1e-12)
    unsure = spoken & (four[:, QUOTE] < SURE)
    four[unsure] *= ((1.0 - SURE) / np.maximum(1.0 - four[unsure, QUOTE], 1e-12))[:, None]
    four[unsure, QUOTE] = SURE
    weighed = four.copy()
    weighed[:, GUIDANCE] *= np.where(tables, TABLE_ODDS, GUIDANCE_ODDS)
    labels = weighed.argmax(axis=1)
    forward = (labels == GUIDANCE) | ((labels == QUOTE) & (looks_forward > FORWARD_THRESHOLD))
    return Decisions(units, labels, four, forward, four[:, GUIDANCE] + four[:, QUOTE] * looks_forward)
