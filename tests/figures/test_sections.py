"""Outlook sections: what one sentence says for another period, part or half, and what its words compare, cost or hold."""

from __future__ import annotations

import pytest

from forelook.figures import find_figures


def found(release):
    return [(f.metric.name, f.period.name, f.low, f.high, f.direction) for f in find_figures(release)]


PROSE = {
    "halves of the year that opens a sentence": (
        "In 2027, sales should rise 5% to 7%, with a gross margin of 30% in the first half and 32% in the fourth quarter.",
        [("revenue", "2027", 5, 7, "issued"), ("gross_margin", "2027-H1", 30, 30, "issued"), ("gross_margin", "2027-Q4", 32, 32, "issued")],
    ),
    "a quarter of the next sentence": (
        "In 2027, sales should rise 5% to 7%. Halvorsen expects a gross margin of 32% in the fourth quarter.",
        [("revenue", "2027", 5, 7, "issued"), ("gross_margin", "2025-Q4", 32, 32, "issued")],
    ),
    "a half of the year of the subject": (
        "Sales for 2026 should be down 4 percent in the first half, flat in the second.",
        [("revenue", "2026-H1", -4, -4, "issued"), ("revenue", "2026-H2", 0, 0, "issued")],
    ),
    "a year that no part of it follows": (
        "Sales for 2026 should be down 4 percent, with most of the decline in the first half.",
        [("revenue", "2026", -4, -4, "issued")],
    ),
    "a half that is left out": (
        "Revenue should grow 5% in the first half of 2026 and 8% in the second.",
        [("revenue", "2026-H1", 5, 5, "issued"), ("revenue", "2026-H2", 8, 8, "issued")],
    ),
    "levels that are approximated": (
        "Capital expenditures in 2026 should approximate those of 2025.",
        [("capital_expenditures", "2026", None, None, "issued")],
    ),
    "an amount that is approximated": (
        "Operating expenses in 2026 will approximate $12 million.",
        [("operating_expenses", "2026", 12e6, 12e6, "issued")],
    ),
    "guidance that does not change": (
        "Halvorsen does not foresee any change to its 2026 revenue guidance of $80 million to $84 million.",
        [("revenue", "2026", 80e6, 84e6, "reaffirmed")],
    ),
    "demand that does not change": (
        "Halvorsen does not foresee any change in demand, and expects 2026 revenue of $80 million.",
        [("revenue", "2026", 80e6, 80e6, "issued")],
    ),
    "a year on sales": (
        "Halvorsen expects to break even on operating income in 2026 on revenue of $30 million.",
        [("operating_income", "2026", 0, 0, "issued"), ("revenue", "2026", 30e6, 30e6, "issued")],
    ),
    "from a year on": ("From 2027 on, annual savings should be $3 million.", [("cost_savings", "2027/", 3e6, 3e6, "issued")]),
    "spending that is not broken even": (
        "Halvorsen expects to break even in 2026 with capital expenditures of $30 million.",
        [("net_income", "2026", 0, 0, "issued"), ("capital_expenditures", "2026", 30e6, 30e6, "issued")],
    ),
    "spending that is halved": ("Halvorsen is to halve its capital spending in 2026.", [("capital_expenditures", "2026", -50, -50, "issued")]),
    "a target that was set": (
        "Halvorsen expects to exceed the 2026 revenue target of $80 million set in March 2025.",
        [("revenue", "2026", 80e6, 80e6, "raised")],
    ),
    "the losses of a segment": ("Segment losses are expected to be $4 million in 2026.", [("operating_income", "2026", -4e6, -4e6, "issued")]),
    "charges that customers pay": ("Finance charges are expected to be $4 million in 2026.", [("other", "2026", 4e6, 4e6, "issued")]),
    "charges for closing": ("Closure charges are expected to be $4 million in 2026.", [("charges", "2026", 4e6, 4e6, "issued")]),
    "the cost of a phase": ("The first phase will cost $40 million.", [("capital_expenditures", None, 40e6, 40e6, "issued")]),
    "the cost of a move": ("The move will cost $40 million.", [("other", None, 40e6, 40e6, "issued")]),
    "sales that are off": ("Sales should be off 5% in 2026.", [("revenue", "2026", -5, -5, "issued")]),
    "a share that is lost": (
        "The plants that make up 20% of output will close; production in 2026 is expected to be 4 million tons.",
        [("production", "2026", 4e6, 4e6, "issued")],
    ),
    "an adjusted measure that ranges from": (
        "Adjusted EBITDA is expected to range from $385 million to $395 million and adjusted EPS from $1.90 to $2.00.",
        [("ebitda", None, 385e6, 395e6, "issued"), ("eps", None, 1.9, 2.0, "issued")],
    ),
    "guidance that is adjusted from": (
        "Halvorsen adjusted its 2026 revenue guidance to $390 million from $400 million.",
        [("revenue", "2026", 390e6, 390e6, "lowered")],
    ),
    "points of a margin's expansion": (
        "Halvorsen expects organic revenue growth in 2026 and 50 to 75 basis points of operating margin expansion.",
        [("operating_margin", "2026", 50, 75, "issued"), ("revenue", "2026", None, None, "issued")],
    ),
    "points of a margin's own": (
        "Halvorsen expects currency to reduce operating margin by 50 basis points in 2026.",
        [("fx_impact", "2026", -50, -50, "issued")],
    ),
    "expenses of a quarter that a change is counted from": (
        "Operating expenses for 2026 are expected to be 5 to 6 percent higher than fourth quarter expenses of $28 million.",
        [("operating_expenses", "2026", 5, 6, "issued")],
    ),
    "what finance costs": ("Net finance costs for 2026 are expected to be about $9 million.", [("other_income", "2026", -9e6, -9e6, "issued")]),
    "a range that names twice what it counts": (
        "Halvorsen expects module shipments of 600 MW to 630 MW in 2026.",
        [("deliveries", "2026", 600, 630, "issued")],
    ),
    "a number that moves to another": (
        "Halvorsen plans to increase production from 600 tons to 630 tons in 2026.",
        [("production", "2026", 630, 630, "issued")],
    ),
    "two numbers of two things": (
        "Halvorsen expects to open 10 stores and 12 kiosks in 2026.",
        [("store_openings", "2026", 10, 10, "issued"), ("store_openings", "2026", 12, 12, "issued")],
    ),
    "what is listed behind a colon": (
        "Halvorsen expects the following for the fourth quarter of 2025: revenue of $33 million, gross margin of 44%, and a loss per share of $0.05.",
        [("revenue", "2025-Q4", 33e6, 33e6, "issued"), ("gross_margin", "2025-Q4", 44, 44, "issued"), ("eps", "2025-Q4", -0.05, -0.05, "issued")],
    ),
    "a sentence behind the list": (
        "For the fourth quarter of 2025: revenue of $33 million and a margin of 44%. Halvorsen plans capital expenditures of $20 million in 2026.",
        [("revenue", "2025-Q4", 33e6, 33e6, "issued"), ("other", "2025-Q4", 44, 44, "issued"), ("capital_expenditures", "2026", 20e6, 20e6, "issued")],
    ),
    "over what is expected": (
        "Earnings per share of $2.60 in 2026, an increase of 7 percent over the $2.43 expected for 2025.",
        [("eps", "2026", 2.6, 2.6, "issued"), ("eps", "2025", 7, 7, "issued"), ("eps", "2025", 2.43, 2.43, "issued")],
    ),
    "over an amount": ("Sales are expected to be over $20 million in 2026.", [("revenue", "2026", 20e6, None, "issued")]),
    "growth of all expenses": ("Expense growth of no more than 4 percent in 2026.", [("operating_expenses", "2026", None, 4, "issued")]),
    "the harvest": ("Harvest volumes should be 42,000 tonnes in 2026.", [("production", "2026", 42000, 42000, "issued")]),
    "a quarter that is compared with": (
        "Pump losses should be similar to those of the first quarter.",
        [("net_income", None, None, None, "issued")],
    ),
    "the low end of what was guided": (
        "Halvorsen now expects fourth quarter earnings of 14 cents to 16 cents per share, at the low end of its earlier guidance of 14 cents to 18 cents.",
        [("eps", "2025-Q4", 0.14, 0.16, "narrowed")],
    ),
    "guidance at whose low end earnings will be": (
        "Halvorsen expects fourth quarter earnings at the low end of its earlier guidance of 14 cents to 18 cents per share.",
        [("eps", "2025-Q4", 0.14, 0.18, "issued")],
    ),
    "what a truck earns": ("Revenue per truck per week is expected to rise 2% in 2026.", [("other", "2026", 2, 2, "issued")]),
    "a unit's revenue": ("Passenger unit revenue is expected to fall 3% in 2026.", [("other", "2026", -3, -3, "issued")]),
}


@pytest.mark.parametrize(("text", "expected"), PROSE.values(), ids=PROSE)
def test_prose(make_release, text, expected):
    assert found(make_release(f"G\t{text}\n")) == expected


LISTS = {
    "lines without marks below what is now expected": (
        """G	For the full year 2025, Halvorsen now expects:

G	Revenue of $592 million to $596 million

G	Operating income of $78 million to $82 million
""",
        [("revenue", "2025", 592e6, 596e6, "updated"), ("operating_income", "2025", 78e6, 82e6, "updated")],
    ),
    "a sentence below the lines": (
        """G	For the full year 2025, Halvorsen now expects:

G	Revenue of $592 million to $596 million

G	Capital expenditures are expected to be $10 million in 2025.
""",
        [("revenue", "2025", 592e6, 596e6, "updated"), ("capital_expenditures", "2025", 10e6, 10e6, "issued")],
    ),
    "two acts on two parts": (
        """G\tFor 2026, Halvorsen raised its EBITDA guidance and reaffirmed its revenue guidance:

G\t- Revenue of $592 million

G\t- EBITDA of $78 million

G\t- Capital expenditures of $9 million
""",
        [("revenue", "2026", 592e6, 592e6, "issued"), ("ebitda", "2026", 78e6, 78e6, "issued"), ("capital_expenditures", "2026", 9e6, 9e6, "issued")],
    ),
    "one act on two parts": (
        """G\tFor 2026, Halvorsen raised its EBITDA and revenue guidance:

G\t- Revenue of $592 million
""",
        [("revenue", "2026", 592e6, 592e6, "raised")],
    ),
    "what follows in a list": (
        """G	Halvorsen expects the following 2026 sales growth and margins:

G	- Sales growth of 5%
""",
        [("revenue", "2026", 5, 5, "issued")],
    ),
    "what is said before the list": (
        """G	Halvorsen expects sales to increase in 2026, as shown below:

G	- Pump sales growth of 5%
""",
        [("revenue", "2026", None, None, "issued"), ("revenue", "2026", 5, 5, "issued")],
    ),
}


@pytest.mark.parametrize(("units", "expected"), LISTS.values(), ids=LISTS)
def test_lists(make_release, units, expected):
    assert found(make_release(units)) == expected
