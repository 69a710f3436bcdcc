"""The classifier at run time: plain arrays in, probabilities out, for a whole batch of releases.

In: hashed features and how many units each release has. Out: calibrated probabilities of six classes, the four labels with
quotations that look forward set apart from those that do not, and meta. The arrays come from scikit-learn (train/fit.py);
here are only sums of rows and one small product, so that a prediction is the same in any batch.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from forelook.arrays import Floats, Ints, Mask, Singles
from forelook.features.alignment import align
from forelook.features.encoder import TextEncoder
from forelook.features.extract import WIDTH, Features
from forelook.features.sums import WEIGHT_LANES, sum_rows
from forelook.model.neighbours import multiply, surround
from forelook.model.softmax import log_softmax, softmax
from forelook.segment.layout import HEADING, LIST_ITEM
from forelook.segment.segmentation import KIND_CODES, Segmentation
from forelook.segment.sentences import TITLE

CLASSES = ("guidance", "historical_fact", "quote_forward", "quote_plain", "safe_harbor", "meta")
NEIGHBOURS = np.array([-2, -1, 1, 2])
INPUTS = len(CLASSES) * (len(NEIGHBOURS) + 6)  # of the second pass, see `context_matrix`
_OPENING = KIND_CODES[HEADING], KIND_CODES[TITLE], KIND_CODES[LIST_ITEM]  # the kinds of units that introduce others or are items of lists


def quantize(weights: Floats) -> dict[str, Any]:
    """Return weights as a model's arrays hold them: a byte each, and the scale of each class.

    A score sums some hundred of them, so what rounding adds to it is far below what moves a probability.
    """
    scales = (np.abs(weights).max(axis=0).clip(1e-12) / 127).astype(np.float32)
    return {"weights": np.rint(weights / scales).astype(np.int8), "weight_scales": scales}


def dequantize(arrays: dict[str, Any]) -> Singles:
    """Return the weights of the first pass, shape (WIDTH, classes)."""
    weights: Singles = np.asarray(arrays["weights"], np.float32) * np.asarray(arrays.get("weight_scales", 1.0), np.float32)
    return weights


class UnitEncoder(Protocol):
    """What reads units again: the text encoder, or a transformer."""

    def encode(self, texts: Sequence[str], segmentations: Sequence[Segmentation], wanted: Mask | None = None) -> Singles:
        """Return scores of the units that are wanted, shape (units, classes): log-probabilities but for a constant of each row."""


class Classifier:
    """Two linear passes: over features, then over the first pass's probabilities of a unit, its neighbours and what introduces it.

    `encoder` is the text encoder that comes with them, None where a model has none; it speaks between the two (refine.py). `transformer` speaks after
    it, where there is one (precise.py).
    """

    transformer: UnitEncoder | None = None

    def __init__(self, arrays: dict[str, Any]) -> None:
        weights = dequantize(arrays)
        self._intercept = np.asarray(arrays["intercept"], np.float64)
        self._take_second(arrays)
        if weights.shape != (WIDTH, len(CLASSES)):
            raise ValueError(f"weights of shape {weights.shape}; expected {(WIDTH, len(CLASSES))}")
        self._weights = align(np.pad(weights, ((0, 0), (0, WEIGHT_LANES - len(CLASSES)))))
        self.encoder = TextEncoder(arrays["encoder"]) if "encoder" in arrays else None

    def add_transformer(self, transformer: UnitEncoder, arrays: dict[str, Any]) -> None:
        """Add a transformer, and take the second pass that was fitted to its output."""
        self.transformer = transformer
        self._take_second(arrays)

    def _take_second(self, arrays: dict[str, Any]) -> None:
        self._second_weights = np.ascontiguousarray(arrays["second_weights"], np.float64)
        self._second_intercept = np.asarray(arrays["second_intercept"], np.float64)

    def predict(self, features: Features, kinds: npt.NDArray[np.uint8], sizes: Ints) -> Floats:
        """Return the probabilities of every unit by the two passes alone, shape (units, classes).

        `kinds` are the KIND_CODES of the units, `sizes` counts those of each release.
        """
        return self.second_pass(log_softmax(self.first_pass(features)), kinds, sizes)

    def first_pass(self, features: Features) -> Floats:
        """Return the scores of the first pass before any link function; shape (units, classes)."""
        sums = sum_rows(features.columns, features.counts, features.scales, self._weights)
        return sums[:, : len(CLASSES)].astype(np.float64) + self._intercept

    def second_pass(self, logs: Floats, kinds: npt.NDArray[np.uint8], sizes: Ints) -> Floats:
        """Return the probabilities of every unit, given their log-probabilities, both of shape (units, classes), and their KIND_CODES."""
        if not len(logs):
            return np.zeros((0, len(CLASSES)))
        return softmax(multiply(context_matrix(logs, kinds, sizes), self._second_weights) + self._second_intercept)


def context_matrix(logs: Floats, kinds: npt.NDArray[np.uint8], sizes: Ints) -> Floats:
    """Return the second pass's inputs, shape (units, INPUTS): for each unit its log-probabilities less their mean, and several probabilities.

    These are its own, its neighbours', those of what introduces it, and the release's mean. A list item is introduced by its lead-in (the last unit before
    the list) and by the last heading or title before it; any other unit, headings apart, by the latter alone, in columns of its own. What does not exist, or
    lies in another release, is zero.
    """
    probabilities = softmax(logs)
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])[sizes > 0]
    sums = np.zeros((len(sizes), len(CLASSES)))
    sums[sizes > 0] = np.add.reduceat(probabilities, starts, axis=0)
    return surround(np.ascontiguousarray(logs), probabilities, sums / np.maximum(sizes, 1)[:, None], kinds, sizes, NEIGHBOURS, *_OPENING)
