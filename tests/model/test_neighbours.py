"""The second pass's inputs and its product, compiled, are those of NumPy."""

from __future__ import annotations

import numpy as np
import pytest

from forelook.model.neighbours import multiply, surround

STEPS = np.array([-2, -1, 1, 2])
CLASSES = 6


def surround_slowly(logs: np.ndarray, probabilities: np.ndarray, means: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    rows, first = [], 0
    for size, mean in zip(sizes.tolist(), means, strict=True):
        for unit in range(size):
            near = [probabilities[first + unit + step] if 0 <= unit + step < size else np.zeros(CLASSES) for step in STEPS.tolist()]
            own = logs[first + unit]
            rows.append(np.concatenate([own - own.mean(), probabilities[first + unit], *near, mean]))
        first += size
    return np.array(rows).reshape(len(logs), CLASSES * (len(STEPS) + 3))


@pytest.mark.parametrize("sizes", [[], [0], [1], [2, 0, 1], [5, 3, 40], [0, 7, 0]], ids=str)
def test_rows_are_those_of_numpy(sizes: list[int]) -> None:
    chance = np.random.default_rng(2)
    counts = np.array(sizes, np.int64)
    logs, probabilities = chance.standard_normal((2, sum(sizes), CLASSES))
    means = chance.random((len(sizes), CLASSES))
    np.testing.assert_array_equal(surround(logs, probabilities, means, counts, STEPS), surround_slowly(logs, probabilities, means, counts))


def test_products_are_summed_in_the_order_of_the_inputs() -> None:
    chance = np.random.default_rng(3)
    inputs, weights = chance.standard_normal((50, 42)), chance.standard_normal((42, CLASSES))
    sums = np.zeros((50, CLASSES))
    for column, row in zip(inputs.T, weights, strict=True):
        sums += column[:, None] * row
    np.testing.assert_array_equal(multiply(inputs, weights), sums)


@pytest.mark.parametrize(("rows", "sizes"), [((3, 3, 1), [2]), ((3, 2, 1), [3]), ((3, 3, 2), [3]), ((3, 3, 1), [4]), ((3, 3, 2), [4, -1])], ids=str)
def test_what_does_not_fit_is_refused(rows: tuple[int, int, int], sizes: list[int]) -> None:
    with pytest.raises(ValueError, match="expected 3 and"):
        surround(*(np.zeros((count, CLASSES)) for count in rows), np.array(sizes), STEPS)
    with pytest.raises(ValueError, match="inputs of width 3 for weights of shape"):
        multiply(np.zeros((2, 3)), np.zeros((4, CLASSES)))
