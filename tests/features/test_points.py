"""Points: packed weights are the values of the window's polynomial, blocks of channels first."""

from __future__ import annotations

import numpy as np
import pytest

from forelook.features.points import AT_POINTS, pack

# What the rows of AT_POINTS are multiples of: the powers of a point 0, 1, -1, 2, -2, 1/2 at the five places of a window, and the last place for infinity.
POINTS = [0, 1, -1, 2, -2, 0.5, np.inf]


@pytest.mark.parametrize(("row", "point"), [pytest.param(row, point, id=str(point)) for row, point in enumerate(POINTS)])
def test_rows_are_multiples_of_powers(row: int, point: float) -> None:
    powers = np.array([0, 0, 0, 0, 1]) if np.isinf(point) else np.array([float(point) ** place for place in range(5)])
    factors = AT_POINTS[row][powers != 0] / powers[powers != 0]
    assert len(set(factors)) == 1
    assert not AT_POINTS[row][powers == 0].any()


@pytest.mark.parametrize("window", [5, 3, 1])
def test_packed_in_the_order_of_the_loops(window: int) -> None:
    channels, inputs, block = 8, 4, 4
    weights = np.random.default_rng(0).integers(-20, 20, (channels, window, inputs)).astype(np.int8)
    packed = pack(weights, block).reshape(channels // block, len(AT_POINTS), inputs // 2, block, 2)
    edge = (5 - window) // 2
    for channel in range(channels):
        for given in range(inputs):
            whole = np.zeros(5, int)
            whole[edge : edge + window] = weights[channel, :, given]
            np.testing.assert_array_equal(packed[channel // block, :, given // 2, channel % block, given % 2], AT_POINTS @ whole)
