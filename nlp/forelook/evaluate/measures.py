"""Measures: F1, calibration, precision at recalls, agreement; each defined once, by scikit-learn where it has it.

In: counts, or arrays of labels and probabilities. Out: fractions.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from sklearn.metrics import cohen_kappa_score, precision_recall_curve

from forelook.arrays import Floats, Mask

BINS = 10  # of confidence
CURVE_POINTS = 41  # recalls at which precision is kept
DIGITS = 4


Bin = tuple[float, float, int]
"""Mean confidence, accuracy, and count."""


def f1(right: float, found: float, wanted: float) -> float:
    """Return the F1 (0 to 1) of `right` items among those found and those wanted; 1 where there are none of either."""
    return float(2 * right / (found + wanted)) if found + wanted else 1.0


def calibration_bins(confidence: Floats, right: Mask) -> list[Bin]:
    """Return BINS bins of confidence of equal width; empty ones are left out."""
    number = np.minimum((confidence * BINS).astype(int), BINS - 1)
    inside = [number == k for k in range(BINS)]
    return [(float(confidence[own].mean()), float(right[own].mean()), int(own.sum())) for own in inside if own.any()]


def calibration_error(bins: list[Bin]) -> float:
    """Return the expected calibration error (0 to 1): the mean difference between confidence and accuracy."""
    return sum(abs(confidence - right) * count for confidence, right, count in bins) / max(1, sum(count for _, _, count in bins))


def precision_at_recalls(truth: Mask, scores: Floats) -> list[float]:
    """Return the best precision at recalls of 0, 1/40 … 1; empty where there is nothing to find."""
    if not truth.any():
        return []
    precision, recall, _ = precision_recall_curve(truth, scores)
    return [rounded(precision[recall >= least - 1e-9].max()) for least in np.linspace(0, 1, CURVE_POINTS)]


def kappa(pairs: Mapping[tuple[str, str], int]) -> float:
    """Return Cohen's kappa of pairs of labels, given the count of each; 1 where there is only one label."""
    if len({label for pair in pairs for label in pair}) < 2:
        return 1.0
    firsts, seconds = zip(*pairs, strict=True)
    return float(cohen_kappa_score(firsts, seconds, sample_weight=list(pairs.values())))


def rounded(value: float) -> float:
    """Return a value rounded to DIGITS, as in reports."""
    return round(float(value), DIGITS)
