"""Figures that share the period of another one of their statement."""

from __future__ import annotations

import pytest

from forelook.figures import find_figures

PERIODS = {
    "a change after the level": (
        "Capital spending is planned at $50 million in 2026, a reduction of $20 million from 2025.",
        [(50e6, "2026"), (-20e6, "2026")],
    ),
    "a change of another metric": (
        "Capital spending is planned at $50 million in 2026, and cost savings of $20 million are expected in 2027.",
        [(50e6, "2026"), (20e6, "2027")],
    ),
    "said again by the share": ("Savings of $2 million annually, or about three cents a share, are expected.", [(2e6, "annual"), (0.03, "annual")]),
    "listed before the verb": ("Sales of $50 million and capital spending of $5 million are expected in 2026.", [(50e6, "2026"), (5e6, "2026")]),
    "counts in a list": ("Tarn expects to sell 4 million pounds of copper and 2 million ounces of gold in 2026.", [(4e6, "2026"), (2e6, "2026")]),
    "a count after the year": (
        "Tarn expects to sell 4 million pounds of copper in 2026 and plans to hire 20 people by the end of 2030.",
        [(4e6, "2026"), (20, "/2030")],
    ),
}


@pytest.mark.parametrize(("sentence", "expected"), PERIODS.values(), ids=PERIODS)
def test_periods(make_release, sentence, expected):
    assert [(figure.low, figure.period.name) for figure in find_figures(make_release(f"G\t{sentence}\n"))] == expected
