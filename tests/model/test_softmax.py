"""Softmax: as its definition, for scores of any size, the same bytes in any batch."""

from __future__ import annotations

import numpy as np
import pytest

from forelook.model.softmax import log_softmax, softmax

ROWS = np.random.default_rng(0).normal(0, 3, (40, 6))


def test_as_defined() -> None:
    powers = np.exp(ROWS)
    expected = powers / powers.sum(axis=1, keepdims=True)
    np.testing.assert_allclose(softmax(ROWS), expected, rtol=1e-12)
    np.testing.assert_allclose(log_softmax(ROWS), np.log(expected), rtol=1e-12, atol=1e-15)


@pytest.mark.parametrize(
    ("scores", "probabilities"),
    [
        pytest.param([0.0, 0.0], [0.5, 0.5], id="equal"),
        pytest.param([1e4, 0.0], [1.0, 0.0], id="far apart"),
        pytest.param([-1e4, -1e4], [0.5, 0.5], id="far below nothing"),
        pytest.param([3.0], [1.0], id="one class"),
    ],
)
def test_scores_of_any_size(scores: list[float], probabilities: list[float]) -> None:
    np.testing.assert_allclose(softmax(np.array([scores])), [probabilities])


def test_a_constant_of_each_row_changes_nothing() -> None:
    np.testing.assert_allclose(softmax(ROWS + np.arange(40)[:, None]), softmax(ROWS), rtol=1e-9)


def test_rows_are_the_same_bytes_in_any_batch_and_inputs_stay() -> None:
    kept = ROWS.copy()
    for compute in (softmax, log_softmax):
        whole = compute(ROWS)
        assert all(compute(ROWS[row : row + 1]).tobytes() == whole[row].tobytes() for row in range(40))
        assert compute(np.asfortranarray(ROWS)).tobytes() == whole.tobytes()
    np.testing.assert_array_equal(ROWS, kept)


def test_no_rows() -> None:
    assert softmax(np.zeros((0, 6))).shape == (0, 6)
