"""The classifier: weights in a byte each, the two passes, and what the second one knows of a unit's neighbours."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from forelook.features.extract import WIDTH, extract
from forelook.model.classifier import CLASSES, INPUTS, Classifier, context_matrix, dequantize, quantize
from forelook.model.softmax import log_softmax
from forelook.segment.segmentation import KIND_CODES, segment

TEXT = "Tarn Foods expects sales of $5 million in 2026.\n\nOutlook\n\nSales rose.\n"
SENTENCE, HEADING = KIND_CODES["sentence"], KIND_CODES["heading"]


def make_arrays(**changes: Any) -> dict[str, Any]:
    """Return the arrays of a classifier whose second pass hands on the probabilities of the first."""
    second = np.zeros((INPUTS, len(CLASSES)))
    second[: len(CLASSES)] = np.eye(len(CLASSES))
    arrays = {
        "weights": np.zeros((WIDTH, len(CLASSES))),
        "intercept": np.zeros(len(CLASSES)),
        "second_weights": second,
        "second_intercept": np.zeros(len(CLASSES)),
    }
    return {**arrays, **changes}


def test_weights_survive_rounding() -> None:
    weights = np.random.default_rng(0).normal(0, [0.1, 1, 10, 1, 1, 0], (1000, len(CLASSES)))
    packed = quantize(weights)
    assert packed["weights"].dtype == np.int8
    found = dequantize(packed)
    assert (np.abs(found - weights) <= np.abs(weights).max(axis=0) / 254 + 1e-6).all(), "half a step of its class at most"


def test_weights_that_were_not_rounded_are_taken_as_they_are() -> None:
    weights = np.random.default_rng(0).normal(size=(9, len(CLASSES)))
    np.testing.assert_array_equal(dequantize({"weights": weights}), weights.astype(np.float32))


def test_without_weights_the_intercept_decides() -> None:
    found = segment(TEXT)
    classifier = Classifier(make_arrays(intercept=np.log([0.4, 0.3, 0.1, 0.1, 0.05, 0.05])))
    probabilities = classifier.predict(extract([TEXT], [found]), found.kinds, np.array([len(found.units)]))
    np.testing.assert_allclose(probabilities, np.tile([0.4, 0.3, 0.1, 0.1, 0.05, 0.05], (len(found.units), 1)), rtol=1e-6)


def test_weights_of_a_unit_s_columns_move_its_scores() -> None:
    found = segment(TEXT)
    features = extract([TEXT], [found])
    weights = np.zeros((WIDTH, len(CLASSES)))
    weights[features.columns[: features.counts[0].sum()], 0] = 1
    scores = Classifier(make_arrays(weights=weights)).first_pass(features)
    assert scores[0, 0] == scores.max() > 0
    assert not scores[:, 1:].any()


def test_no_unit() -> None:
    found = segment("")
    assert Classifier(make_arrays()).predict(extract([""], [found]), found.kinds, np.array([0])).shape == (0, len(CLASSES))


def test_other_weights_are_refused() -> None:
    with pytest.raises(ValueError, match=r"weights of shape \(9, 6\); expected"):
        Classifier(make_arrays(weights=np.zeros((9, 6))))


def test_context_starts_with_the_unit_and_ends_at_its_release() -> None:
    logs = log_softmax(np.random.default_rng(0).normal(size=(5, len(CLASSES))))
    kinds = np.array([HEADING, SENTENCE, SENTENCE, SENTENCE, SENTENCE], np.uint8)
    together = context_matrix(logs, kinds, np.array([3, 0, 2]))
    assert together.shape == (5, INPUTS)
    np.testing.assert_allclose(together[:, : len(CLASSES)], logs - logs.mean(axis=1, keepdims=True))
    np.testing.assert_array_equal(together[3:], context_matrix(logs[3:], kinds[3:], np.array([2])))
    apart = context_matrix(logs, kinds, np.array([5]))
    assert (apart[3] != together[3]).any(), "in one release, the units before count"


def test_a_heading_introduces_what_follows() -> None:
    logs = log_softmax(np.random.default_rng(0).normal(size=(4, len(CLASSES))))
    sentences, headed = np.full(4, SENTENCE, np.uint8), np.array([HEADING, *[SENTENCE] * 3], np.uint8)
    without, having = (context_matrix(logs, kinds, np.array([4])) for kinds in (sentences, headed))
    differing = (without != having).any(axis=1)
    assert differing.tolist() == [False, True, True, True]
