"""Forecasts without a number: the way that a metric goes, and what is no forecast of one."""

from __future__ import annotations

import pytest

from forelook.figures import find_figures

WAYS = {
    "what is looked for": (
        "The company looks for improved sales and earnings in 2026.",
        [("revenue", "2026", "up"), ("net_income", "2026", "up")],
    ),
    "a cause": ("The company will be rewarded for improved sales in 2026.", []),
    "a record year for a metric": ("We think 2026 will be another record year for bookings.", [("bookings", "2026", "record")]),
    "a record year without a metric": ("We think 2026 will be another record year for our people.", []),
    "ahead of a quarter": ("Sales in the fourth quarter will be modestly ahead of the third quarter.", [("revenue", "2025-Q4", "up")]),
    "ahead of others": ("Sales in the fourth quarter will be a focus ahead of the merger.", []),
}


@pytest.mark.parametrize(("text", "expected"), WAYS.values(), ids=WAYS)
def test_ways(make_release, text, expected):
    found = [figure for figure in find_figures(make_release(f"G\t{text}\n")) if figure.form == "qualitative"]
    assert [(figure.metric.name, figure.period.name, figure.trend) for figure in found] == expected
