"""The text encoder speaks where the linear passes are in doubt, and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from forelook.model.classifier import CLASSES
from forelook.model.refine import DOUBT, ENCODER_SHARE, refine
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
    encoder, probabilities = Fixed([3.0, 0, 0, 0, 0, 0]), rows(0.999, 0.6, DOUBT)
    found = refine(probabilities, encoder, [TEXT], [segment(TEXT)])
    assert [wanted.tolist() for wanted in encoder.asked] == [[False, True, False]]
    np.testing.assert_array_equal(found[[0, 2]], probabilities[[0, 2]])
    assert (found[1] != probabilities[1]).all()


def test_log_probabilities_are_mixed() -> None:
    scores = np.array([2.0, 1.0, 0.0, -1.0, 0.5, 0.0])
    found = refine(rows(0.7, 0.5, 0.6), Fixed(scores), [TEXT], [segment(TEXT)])
    said = np.exp(scores) / np.exp(scores).sum()
    expected = rows(0.7)[0] ** (1 - ENCODER_SHARE) * said**ENCODER_SHARE
    np.testing.assert_allclose(found[0], expected / expected.sum(), rtol=1e-6)
    np.testing.assert_allclose(found.sum(axis=1), 1.0)


@pytest.mark.parametrize("count", [0, 3])
def test_without_doubt_nobody_is_asked(count: int) -> None:
    encoder, probabilities = Fixed([0.0] * 6), rows(*[0.999] * count)
    np.testing.assert_array_equal(refine(probabilities, encoder, [TEXT][:count], []), probabilities)
    assert not encoder.asked
