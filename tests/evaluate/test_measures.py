"""Measures: each by hand on a few numbers."""

from __future__ import annotations

import numpy as np
import pytest

from forelook.evaluate.measures import calibration_bins, calibration_error, f1, kappa, precision_at_recalls


@pytest.mark.parametrize(
    ("right", "found", "wanted", "value"),
    [
        pytest.param(2, 4, 2, 2 / 3, id="half of what is found"),
        pytest.param(0, 3, 0, 0, id="nothing wanted"),
        pytest.param(0, 0, 0, 1, id="nothing at all"),
    ],
)
def test_f1(right: int, found: int, wanted: int, value: float) -> None:
    assert f1(right, found, wanted) == pytest.approx(value)


def test_calibration() -> None:
    bins = calibration_bins(np.array([0.92, 0.98, 1.0, 0.5]), np.array([True, True, False, True]))
    assert [(round(p, 4), round(right, 4), n) for p, right, n in bins] == [(0.5, 1.0, 1), (0.9667, 0.6667, 3)]
    assert calibration_error(bins) == pytest.approx((0.5 * 1 + 0.3 * 3) / 4)
    assert calibration_error([]) == 0


def test_precision_at_recalls() -> None:
    curve = precision_at_recalls(np.array([True, False, True]), np.array([0.9, 0.8, 0.1]))
    assert precision_at_recalls(np.array([False]), np.array([0.9])) == []
    assert (curve[0], curve[20], curve[21], curve[40]) == (1.0, 1.0, 0.6667, 0.6667)


def test_kappa_is_cohens() -> None:
    """The example of Cohen's kappa that textbooks give: 20 yes/yes, 15 no/no, 5 and 10 apart."""
    assert kappa({("y", "y"): 20, ("y", "n"): 5, ("n", "y"): 10, ("n", "n"): 15}) == pytest.approx(0.4)
    assert kappa({("y", "y"): 3}) == 1.0
