"""Guidance that moves: the earlier figure beside the new one, the amount between them; and results, sources and steps that are none."""

from __future__ import annotations

import pytest

from forelook.figures import find_figures

M = 1e6


def found(release):
    figures = find_figures(release)
    return [(f.metric.name, f.low, f.high, f.direction, (f.prior.low, f.prior.high) if f.prior else None) for f in figures]


REVENUE = [("revenue", 400 * M, 410 * M, "raised", (380 * M, 395 * M))]
ALONE = [("revenue", 400 * M, 410 * M, "raised", None)]
EPS = [("eps", 2.1, 2.2, "raised", (1.95, 2.05))]
PRIORS = {
    "points in both": (
        "It lowered its 2026 revenue guidance to $1.10 billion to $1.15 billion from $1.20 billion to $1.25 billion.",
        [("revenue", 1.1e9, 1.15e9, "lowered", (1.2e9, 1.25e9))],
    ),
    "a range, from": ("It raised its 2026 EPS guidance to a range of $2.10 to $2.20, from $1.95 to $2.05.", EPS),
    "between, from between": (
        "It raised its full-year 2026 revenue outlook to between $400 million and $410 million, from between $380 million and $395 million.",
        REVENUE,
    ),
    "from, to": ("It raised its 2026 revenue guidance from $380 million to $395 million to $400 million to $410 million.", REVENUE),
    "from a point to a point": (
        "It raised its 2026 revenue forecast from $380 million to $400 million.",
        [("revenue", 400 * M, 400 * M, "raised", (380 * M, 380 * M))],
    ),
    "growth, from a range": ("It now expects 2026 revenue growth of 5% to 7%, from 3% to 5%.", [("revenue", 5, 7, "raised", (3, 5))]),
    "versus a range": ("It raised its 2026 revenue outlook to $400 million to $410 million versus a range of $380 million to $395 million.", REVENUE),
    "before": ("Its estimate of 2026 revenue moves to $400 million to $410 million, from $380 million to $395 million before.", REVENUE),
    "which compares": (
        "It expects 2026 revenue of $400 million to $410 million, which compares with the $380 million to $395 million it forecast in May.",
        REVENUE,
    ),
    "had expected and now expects": ("It had expected 2026 EPS of $1.95 to $2.05 and now expects $2.10 to $2.20.", EPS),
    "better than the": (
        "It expects revenue of $400 million in 2026, better than the $380 million it had forecast.",
        [("revenue", 400 * M, 400 * M, "raised", (380 * M, 380 * M))],
    ),
    "two of a sentence": (
        "It boosted its 2026 revenue target to $410 million from $390 million and its EPS target to $2.20 from $2.05.",
        [("revenue", 410 * M, 410 * M, "raised", (390 * M, 390 * M)), ("eps", 2.2, 2.2, "raised", (2.05, 2.05))],
    ),
    "respectively": (
        "It now expects 2026 revenue of $400 million and EPS of $2.10, up from $380 million and $1.95, respectively.",
        [("revenue", 400 * M, 400 * M, "raised", (380 * M, 380 * M)), ("eps", 2.1, 2.1, "raised", (1.95, 1.95))],
    ),
    "counts": (
        "It cut its 2026 delivery target to 9,000 to 10,000 vehicles from 11,000 to 12,000 vehicles.",
        [("deliveries", 9000, 10000, "lowered", (11000, 12000))],
    ),
    "a decline that had been growth": (
        "Comparable sales are now seen down 3% to 5% for fiscal 2026, versus a prior view of flat to up 2%.",
        [("comparable_sales", -5, -3, "lowered", (0, 2))],
    ),
    "a decline that had been flat": (
        "It now expects 2026 sales to decline 1% to 2%, compared with earlier guidance of flat.",
        [("revenue", -2, -1, "lowered", (0, 0))],
    ),
    "a range that is widened": ("It widened its 2026 EPS range to $1.90 to $2.20, from $2.00 to $2.15.", [("eps", 1.9, 2.2, "updated", (2, 2.15))]),
    "a budget": (
        "Halvorsen decreased its 2026 operating expense budget to $90 million from $95 million.",
        [("operating_expenses", 90 * M, 90 * M, "lowered", (95 * M, 95 * M))],
    ),
    "a result of a year": ("It raised its 2026 revenue outlook to $400 million to $410 million, an increase from $350 million in 2025.", ALONE),
    "a result that was earned": ("It raised its 2026 revenue guidance to $400 million to $410 million, from the $350 million that it earned in 2025.", ALONE),
    "what rises from a result": (
        "It raised its 2026 outlook and expects revenue to rise to $400 million from $350 million.",
        [("revenue", 400 * M, 400 * M, "raised", None)],
    ),
    "what revenue comes from": ("It raised its 2026 revenue guidance to $400 million to $410 million from existing shops.", ALONE),
    "results of two years": (
        "Net loss in 2026 is expected to narrow to between $5 million and $6 million, from between $8 million and $9 million in each of the last two years.",
        [("net_income", -6 * M, -5 * M, "issued", None)],
    ),
}
DIFFERENCES = {
    "a budget": ("Halvorsen cut its 2026 capital budget by $20 million to $80 million.", [("capital_expenditures", 80 * M, 80 * M, "lowered", None)]),
    "a budget in percent": (
        "Halvorsen increased its 2026 capital budget by 10% to $110 million.",
        [("capital_expenditures", 110 * M, 110 * M, "raised", None)],
    ),
    "dollars a share": ("It raised its 2026 EPS guidance by $0.10 to $2.10.", [("eps", 2.1, 2.1, "raised", None)]),
    "cents a share": ("It raised its 2026 EPS guidance by five cents to $2.10 to $2.15 a share.", [("eps", 2.1, 2.15, "raised", None)]),
    "with the earlier figure": (
        "It lowered its 2026 revenue outlook by $15 million to $385 million, from $400 million.",
        [("revenue", 385 * M, 385 * M, "lowered", (400 * M, 400 * M))],
    ),
    "below the budget": (
        "It now expects 2026 capital expenditures of $80 million, $20 million lower than its earlier budget.",
        [("capital_expenditures", 80 * M, 80 * M, "updated", None)],
    ),
    "a range of effects": ("The purchase is expected to lift 2026 EPS by $0.05 to $0.08.", [("eps", 0.05, 0.08, "issued", None)]),
    "growth to an amount": (
        "It expects 2026 revenue to increase by $10 million to $100 million.",
        [("revenue", 10 * M, 10 * M, "issued", None), ("revenue", 100 * M, 100 * M, "issued", None)],
    ),
}


@pytest.mark.parametrize(("sentence", "records"), PRIORS.values(), ids=PRIORS)
def test_the_earlier_figure(make_release, sentence, records):
    assert found(make_release(f"G\t{sentence}\n")) == records


@pytest.mark.parametrize(("sentence", "records"), DIFFERENCES.values(), ids=DIFFERENCES)
def test_the_amount_by_which_it_moves(make_release, sentence, records):
    assert found(make_release(f"G\t{sentence}\n")) == records
