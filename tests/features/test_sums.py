"""Sums a unit: as NumPy would add them up, the same bytes in any batch, and what does not belong together is refused."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest

from forelook.features.sums import WEIGHT_LANES, dense, sum_rows

RANDOM = np.random.default_rng(0)
WEIGHTS = RANDOM.normal(size=(50, WEIGHT_LANES)).astype(np.float32)


def singles(*shape: int) -> npt.NDArray[np.float32]:
    return RANDOM.normal(size=shape).astype(np.float32)


def test_weights_of_columns_are_summed_run_by_run() -> None:
    columns, counts = np.array([3, 4, 7, 3, 0], np.int32), np.array([[2, 0, 1], [0, 2, 0], [0, 0, 0]], np.int32)
    scales = np.array([[1, 5, 0.5], [2, 0.25, 2], [1, 1, 1]], np.float32)
    found = sum_rows(columns, counts, scales, WEIGHTS)
    np.testing.assert_allclose(found, [WEIGHTS[3] + WEIGHTS[4] + 0.5 * WEIGHTS[7], 0.25 * (WEIGHTS[3] + WEIGHTS[0]), np.zeros(WEIGHT_LANES)], rtol=1e-6)


def test_a_unit_has_the_same_sums_in_any_batch() -> None:
    columns, counts = RANDOM.integers(0, 50, 400).astype(np.int32), np.full((20, 3), 5, np.int32)
    columns = columns[: counts.sum()]
    scales = singles(20, 3)
    together = sum_rows(columns, counts, scales, WEIGHTS)
    for unit in range(20):
        alone = sum_rows(columns[15 * unit : 15 * unit + 15], counts[unit : unit + 1], scales[unit : unit + 1], WEIGHTS)
        assert alone.tobytes() == together[unit].tobytes()


@pytest.mark.parametrize(
    ("columns", "counts", "scales", "weights", "message"),
    [
        pytest.param(2, 1, 1, WEIGHT_LANES, "2 columns, 1 units and 1 rows of scales do not belong together", id="a column too many"),
        pytest.param(1, 1, 2, WEIGHT_LANES, "do not belong together", id="a row of scales too many"),
        pytest.param(1, 1, 1, WEIGHT_LANES - 2, "weights have 6 columns; expected 8", id="narrow weights"),
    ],
)
def test_what_does_not_belong_together(columns: int, counts: int, scales: int, weights: int, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        sum_rows(np.zeros(columns, np.int32), np.full((1, 3), [counts, 0, 0], np.int32), singles(scales, 3), singles(9, weights))


@pytest.mark.parametrize("rectify", [False, True])
def test_terms_and_products(rectify: bool) -> None:
    table, inputs, weights = singles(4, 16), singles(3, 5), singles(5, 16)
    rows, places = np.array([3, 0, 3], np.int64), np.array([2, -1, 0], np.int64)
    found = dense(3, [(table, rows)], [(inputs, places, weights), (inputs, None, weights)], rectify)
    named = np.where(places[:, None] >= 0, inputs[places], 0)
    expected = table[rows] + named @ weights + inputs @ weights
    np.testing.assert_allclose(found, np.maximum(expected, 0) if rectify else expected, rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("way", [0, 1, 2])
def test_every_way_gives_the_same_bytes(way: int) -> None:
    table, inputs, weights = singles(4, 48), singles(7, 33), singles(33, 48)
    terms, products = [(table, np.arange(7, dtype=np.int64) % 4)], [(inputs, None, weights)]
    assert dense(7, terms, products, False, way).tobytes() == dense(7, terms, products, False).tobytes()


@pytest.mark.parametrize(
    ("terms", "products", "message"),
    [
        pytest.param([], [], "no terms; expected one at least", id="nothing to add"),
        pytest.param([(singles(4, 8), np.array([4], np.int64))], [], "row 4 of a table of 4", id="a row below the table"),
        pytest.param([(singles(4, 8), np.array([-1], np.int64))], [], "row -1 of a table of 4", id="no row of a table"),
        pytest.param([(singles(4, 8), np.array([0, 0], np.int64))], [], "2 rows; expected 1", id="a row too many"),
        pytest.param([(singles(4, 8), np.array([0], np.int64))], [(singles(1, 3), None, singles(4, 8))], "inputs of width 3 for weights of shape", id="other widths"),
        pytest.param([(singles(4, 8), np.array([0], np.int64)), (singles(4, 9), np.array([0], np.int64))], [], "expected 8 columns", id="other outputs"),
    ],
)  # fmt: skip
def test_parts_that_do_not_fit(terms: list, products: list, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        dense(1, terms, products, False)
