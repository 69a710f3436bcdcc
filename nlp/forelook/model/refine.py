"""Refining: where the first linear pass is in doubt, the text encoder is consulted before the second pass sees the neighbours.

In: the scores that the first pass gives the units of a batch of releases, their texts and segmentations. Out: log-probabilities, in which
those of the units in doubt lie between the first pass's and the encoder's. The others cost nothing, and what a user's own releases
have made certain stays so. A transformer, where there is one, is asked in the same way for what is in doubt after that.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from forelook.arrays import Floats, Mask
from forelook.features.extract import Features
from forelook.model.classifier import Classifier, UnitEncoder
from forelook.model.softmax import log_softmax
from forelook.segment.segmentation import Segmentation

# Both passes and the encoder, held out, on 2,268 real releases labelled whole: average precision of guidance, log loss and F1 of guidance.
DOUBT = 0.985  # below which the largest probability leaves doubt: 60 % of units, 0.793, 0.172, 0.736; 0.995 82 %, 0.798, 0.170, 0.736; 0.95 30 %, 0.784
ENCODER_SHARE = 0.65  # of the log-probabilities; with 0.6 0.7931, 0.1727, 0.735, with 0.7 0.7927, 0.1724, 0.735, with 0.8 0.7899, 0.1733, 0.732
TRANSFORMER_SHARE = 0.5  # on the same: log loss 0.172 with 0, 0.159 with 0.3, 0.1570 with 0.5, 0.1578 with 0.6, 0.162 with 0.8


def predict(classifier: Classifier, features: Features, texts: Sequence[str], segmentations: Sequence[Segmentation]) -> Floats:
    """Return the probabilities that the classifier, its encoder and its transformer give every unit, shape (units, classes)."""
    logs = log_softmax(classifier.first_pass(features))
    if classifier.encoder is not None:
        logs = refine(logs, classifier.encoder, texts, segmentations)
    if classifier.transformer is not None:
        logs = refine(logs, classifier.transformer, texts, segmentations, TRANSFORMER_SHARE)
    kinds = np.concatenate([found.kinds for found in segmentations])
    return classifier.second_pass(logs, kinds, np.array([len(found.units) for found in segmentations], np.int64))


def refine(logs: Floats, reader: UnitEncoder, texts: Sequence[str], segmentations: Sequence[Segmentation], share: float = ENCODER_SHARE) -> Floats:
    """Return the log-probabilities of every unit, shape (units, classes), with those in doubt mixed with a reader's."""
    doubted = find_doubted(logs)
    if doubted.any():
        logs = logs.copy()
        logs[doubted] = mix(logs[doubted], reader.encode(texts, segmentations, doubted)[doubted].astype(np.float64), share)
    return logs


def find_doubted(logs: Floats) -> Mask:
    """Return which units are read again, given their log-probabilities of shape (units, classes)."""
    doubted: Mask = logs.max(axis=1, initial=-np.inf) < np.log(DOUBT)
    return doubted


def mix(logs: Floats, scores: Floats, share: float = ENCODER_SHARE) -> Floats:
    """Return `logs` mixed with the log-softmax of a reader's scores, all of shape (units, classes); `share` is the reader's weight."""
    return log_softmax((1.0 - share) * logs + share * log_softmax(scores))
