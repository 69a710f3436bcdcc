"""The text encoder speaks where the first pass is in doubt, and nowhere else; the second pass hears what both say."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from forelook.features.extract import extract
from forelook.model.classifier import CLASSES, context_matrix
from forelook.model.refine import DOUBT, ENCODER_SHARE, predict, refine
from forelook.model.softmax import log_softmax, softmax
from forelook.model.store import load_model
from forelook.segment.segmentation import Segmentation, segment

TEXT = "Acme Reports Results\n\nWe expect growth. Sales rose.\n"


class Fixed:
    """Says the same of every unit that it is asked for."""

    def __init__(self, scores: Sequence[float]) -> None:
        self.scores = np.array(scores, np.float32)
        self.asked: list[np.ndarray] = []

    def encode(self, _: Sequence[str], __: Sequence[Segmentation], wanted: np.ndarray) -> np.ndarray:
        self.asked.append(wanted)
        return np.where(wanted[:, None], self.scores, np.float32(0))


def rows(*largest: float) -> np.ndarray:
    made = np.array([np.full(len(CLASSES), (1 - value) / (len(CLASSES) - 1)) for value in largest]).reshape(-1, len(CLASSES))
    made[:, 1] = largest
    return made


def test_units_in_doubt_alone_are_asked_for() -> None:
    encoder, probabilities = Fixed([3.0, 0, 0, 0, 0, 0]), rows(0.999, 0.6, DOUBT + 1e-6)
    found = np.exp(refine(np.log(probabilities), encoder, [TEXT], [segment(TEXT)]))
    assert [wanted.tolist() for wanted in encoder.asked] == [[False, True, False]]
    np.testing.assert_allclose(found[[0, 2]], probabilities[[0, 2]])
    assert (abs(found[1] - probabilities[1]) > 0.001).all()


def test_log_probabilities_are_mixed() -> None:
    scores = np.array([2.0, 1.0, 0.0, -1.0, 0.5, 0.0])
    found = np.exp(refine(np.log(rows(0.7, 0.5, 0.6)), Fixed(scores), [TEXT], [segment(TEXT)]))
    said = np.exp(scores) / np.exp(scores).sum()
    expected = rows(0.7)[0] ** (1 - ENCODER_SHARE) * said**ENCODER_SHARE
    np.testing.assert_allclose(found[0], expected / expected.sum(), rtol=1e-6)
    np.testing.assert_allclose(found.sum(axis=1), 1.0)


@pytest.mark.parametrize("count", [0, 3])
def test_without_doubt_nobody_is_asked(count: int) -> None:
    encoder, logs = Fixed([0.0] * 6), np.log(rows(*[0.999] * count))
    np.testing.assert_allclose(refine(logs, encoder, [TEXT][:count], []), logs, atol=1e-12)
    assert not encoder.asked


def test_the_second_pass_hears_what_both_say(small_model: Path) -> None:
    classifier, found = load_model(small_model)[0], segment(TEXT)
    features, sizes = extract([TEXT], [found]), np.array([len(found.units)])
    np.testing.assert_array_equal(predict(classifier, features, [TEXT], [found]), classifier.predict(features, found.kinds, sizes))
    classifier.encoder = Fixed([9.0, 0, 0, 0, 0, 0])  # type: ignore[assignment]
    logs = refine(log_softmax(classifier.first_pass(features)), classifier.encoder, [TEXT], [found])
    assert (softmax(logs)[:, 0] > softmax(classifier.first_pass(features))[:, 0]).any()
    np.testing.assert_array_equal(predict(classifier, features, [TEXT], [found]), classifier.second_pass(logs, found.kinds, sizes))


def test_log_probabilities_of_great_numbers() -> None:
    np.testing.assert_allclose(log_softmax(np.array([[1e4, 0.0], [-1e4, -1e4]])), [[0, -1e4], [-np.log(2)] * 2])
    assert context_matrix(np.zeros((0, len(CLASSES))), np.zeros(0, np.uint8), np.zeros(0, np.int64)).shape[0] == 0
