"""Acts on guidance whose figure is not given, and what is no act on it."""

from __future__ import annotations

import pytest

from forelook.figures import find_figures

ACTS = {
    "commitment to guidance": ("Tarn remains committed to meeting its 2025 revenue guidance.", [("revenue", "2025", "reaffirmed")]),
    "commitment to others": ("Tarn remains committed to its customers and to its target of being the best.", []),
    "one before figures of another": (
        "Tarn is tightening its 2025 FFO guidance and now anticipates capital expenditures of $5 million.",
        [("ffo", "2025", "narrowed")],
    ),
    "one before its own figures": ("Tarn is tightening its 2025 EPS guidance and now anticipates earnings of $2.10 per share.", []),
    "the whole before a metric": (
        "Tarn reaffirmed its outlook for 2025 and expects fourth-quarter membership to grow modestly.",
        [("all", "2025", "reaffirmed")],
    ),
    "a metric after the whole": (
        "Tarn reaffirmed its outlook for 2025 sales and membership.",
        [("revenue", "2025", "reaffirmed"), ("customers", "2025", "reaffirmed")],
    ),
    "expectations that are met": ("The Board expects the outcome for the full year to be in line with its expectations.", [("all", "2025", "reaffirmed")]),
    "expectations of others": ("The Board expects the design to be in line with customer expectations.", []),
    "above the guidance of a day": (
        "Fourth-quarter revenue is now expected to be above the high end of the guidance range provided on October 2.",
        [("revenue", "2025-Q4", "raised")],
    ),
    "above the guidance of a quarter": ("Revenue should be above its previous guidance for the fourth quarter.", [("revenue", "2025-Q4", "raised")]),
    "a view that is backed": ("Tarn Backs 2025 View", [("all", "2025", "reaffirmed")]),
    "a wall that is backed": ("Tarn Backs Its Shop Onto the View of 2025", []),
    "guidance that does not change": ("Our 2025 guidance does not change as a result of the merger.", [("all", "2025", "reaffirmed")]),
    "a name that does not change": ("Our name does not change, and guidance for 2025 will be given.", []),
    "results below the guidance": ("Results for 2025 are expected to fall below the company's earlier guidance.", [("all", "2025", "lowered")]),
    "a date of the next clause": ("Tarn is suspending its earnings guidance and will close weak stores by April.", [("net_income", None, "withdrawn")]),
    "a year of the guidance": ("Tarn is suspending its earnings guidance for 2025 and will close weak stores by April.", [("net_income", "2025", "withdrawn")]),
}


@pytest.mark.parametrize(("text", "expected"), ACTS.values(), ids=ACTS)
def test_acts(make_release, text, expected):
    found = [figure for figure in find_figures(make_release(f"G\t{text}\n")) if figure.form == "unstated"]
    assert [(figure.metric.name, figure.period.name, figure.direction) for figure in found] == expected
