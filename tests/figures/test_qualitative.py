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
    "denied first": (
        "The company does not expect to be profitable at once but will return to profitability in 2026.",
        [("net_income", "2026", "profit")],
    ),
    "denied": ("The company does not expect to return to profitability in 2026.", []),
    "the second of two": ("We expect our order count to exceed 90 in 2026 and backlog to grow.", [("backlog", "2026", "up")]),
    "to do one thing and another": ("We expect our people to work in 2026 and our backlog of wishes to be heard.", []),
    "membership": ("Tarn expects membership to grow modestly in 2026.", [("customers", "2026", "up")]),
    "members": ("Tarn expects members to grow in wisdom in 2026.", []),
    "a headwind of so many points": ("Weak demand will be a headwind of two points to revenue growth in 2026.", []),
    "on par with a year": ("Tarn expects capital expenditures in 2026 on par with 2025.", [("capital_expenditures", "2026", "flat")]),
    "on par with others": ("Tarn expects capital expenditures in Norway on par with its peers to be made.", []),
    "a record quarter's metric": ("We anticipate record fourth-quarter shipments.", [("deliveries", "2025-Q4", "record")]),
    "a record of a quarter": ("We anticipate fourth-quarter shipments to Norway.", []),
    "no changes": ("We do not anticipate significant changes in operating expenses in the fourth quarter.", [("operating_expenses", "2025-Q4", "flat")]),
    "no changes of guidance": ("We do not anticipate changes to revenue guidance in the fourth quarter.", []),
    "the best year in terms of a metric": ("We believe 2026 will be our best year ever in terms of revenue.", [("revenue", "2026", "record")]),
    "the best year without a metric": ("We believe 2026 will be our best year ever, and revenue counts.", []),
    "a dividend again": ("The board intends to increase the dividend again in 2026.", [("dividend_per_share", "2026", "up")]),
    "a dividend fund": ("The board intends to increase the dividend fund in 2026.", []),
    "a record year for a metric": ("We think 2026 will be another record year for bookings.", [("bookings", "2026", "record")]),
    "a record year without a metric": ("We think 2026 will be another record year for our people.", []),
    "ahead of a quarter": ("Sales in the fourth quarter will be modestly ahead of the third quarter.", [("revenue", "2025-Q4", "up")]),
    "ahead of others": ("Sales in the fourth quarter will be a focus ahead of the merger.", []),
}


@pytest.mark.parametrize(("text", "expected"), WAYS.values(), ids=WAYS)
def test_ways(make_release, text, expected):
    found = [figure for figure in find_figures(make_release(f"G\t{text}\n")) if figure.form == "qualitative"]
    assert [(figure.metric.name, figure.period.name, figure.trend) for figure in found] == expected
