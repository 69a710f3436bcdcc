"""Figures as business wires word them: cuts, closures, mergers, capacity, losses in cents, and what beside them is no figure."""

from __future__ import annotations

import pytest

from forelook.figures import find_figures

M = 1e6


def found(release):
    return [(f.metric.name, f.period.name, f.low, f.high, f.unit) for f in find_figures(release)]


CUTS = {
    "in the passive, without by": ("Seat capacity will be trimmed 20 percent in 2026.", [("other", "2026", -20, -20, "percent")]),
    "to a level": ("Staff will be cut to 300 in 2026.", [("other", "2026", 300, 300, "count")]),
    "said again in percent": (
        "Headcount will be cut by some 900, or 18 percent, by the end of March.",
        [("other", "/2026-03", -900, -900, "count"), ("other", "/2026-03", -18, -18, "percent")],
    ),
    "off from a quarter that is over": (
        "Shipments for the fourth quarter should total 1.3 million tons, off 8 percent from the third quarter.",
        [("deliveries", "2025-Q4", 1.3 * M, 1.3 * M, "count"), ("deliveries", "2025-Q4", -8, -8, "percent")],
    ),
    "to be off": ("Fourth-quarter sales are expected to be off 10 to 12 percent.", [("revenue", "2025-Q4", -12, -10, "percent")]),
    "offset, which is not off": ("Price increases should offset 10 percent of the rise in costs in 2026.", [("other", "2026", 10, 10, "percent")]),
    "leaner": ("Inventories should be 10 percent leaner in 2026.", [("other", "2026", -10, -10, "percent")]),
    "taken out of costs": ("The plan will take about $15 million out of annual overhead costs.", [("cost_savings", "annual", 15 * M, 15 * M, "USD")]),
    "shaved off expenses": ("Tarn looks to shave $4 million off operating expenses in 2026.", [("cost_savings", "2026", 4 * M, 4 * M, "USD")]),
    "taken out of sales": ("The exit will take out about $8 million of revenue in 2026.", [("revenue", "2026", -8 * M, -8 * M, "USD")]),
    "a charge that is taken": ("Tarn will take $8 million of charges in 2026.", [("charges", "2026", 8 * M, 8 * M, "USD")]),
    "cost saves, phased in": (
        "Annual cost saves of $31 million, phased in 60% in 2026 and 100% in 2027, are projected.",
        [("cost_savings", "2026", 31 * M, 31 * M, "USD")],
    ),
    "erosion": ("Tarn anticipates gross margin erosion of 100 basis points in 2026.", [("gross_margin", "2026", -100, -100, "basis_points")]),
    "curtailed": ("Tarn plans to curtail roughly 150,000 tons of linerboard output in 2026.", [("production", "2026", -150e3, -150e3, "count")]),
    "shaved from a margin": (
        "Markdowns are expected to shave 50 to 75 basis points from gross margin in 2026.",
        [("gross_margin", "2026", -75, -50, "basis_points")],
    ),
    "a second decline in a row": (
        "Capacity will be down 16 percent in the fourth quarter and 12 to 13 percent for the first half of 2026.",
        [("other", "2025-Q4", -16, -16, "percent"), ("other", "2026-H1", -13, -12, "percent")],
    ),
    "costs cut, part of them already": (
        "The plan calls for cutting $150 million in annual costs by the end of 2026, $90 million of which has already been achieved.",
        [("cost_savings", "/2026", 150 * M, 150 * M, "USD")],
    ),
    "what the actions cost": ("The cost of the actions is put at $12 million to $14 million.", [("charges", None, 12 * M, 14 * M, "USD")]),
    "or more, which is no growth": (
        "Cash flow from operations less capital spending is targeted at $300 million or more for 2026.",
        [("free_cash_flow", "2026", 300 * M, None, "USD")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CUTS.values(), ids=CUTS)
def test_cuts(make_release, text, expected):
    assert found(make_release(f"G\t{text}\n")) == expected


EARNINGS = {
    "diluted, then added to": (
        "The merger will dilute earnings per share by 8 percent in 2026 and add 2 to 3 percent in 2027.",
        [("eps", "2026", -8, -8, "percent"), ("eps", "2027", 2, 3, "percent")],
    ),
    "reported earnings diluted": ("The purchase will dilute reported earnings by 8 percent in 2026.", [("eps", "2026", -8, -8, "percent")]),
    "a couple of million lost": (
        "The fertilizer business will likely lose a couple of million dollars in the fourth quarter.",
        [("net_income", "2025-Q4", -2 * M, -2 * M, "USD")],
    ),
    "members lost": ("The plan is expected to lose 12,000 members in 2026.", [("customers", "2026", -12e3, -12e3, "count")]),
    "no worse than a loss": ("Net loss for 2026 is expected to be no worse than $(0.22) per share.", [("eps", "2026", -0.22, None, "USD/share")]),
    "what others translate to": (
        "Assuming a 35 percent tax rate, that translates to 62 cents a share in 2026.",
        [("tax_rate", "2026", 35, 35, "percent"), ("eps", "2026", 0.62, 0.62, "USD/share")],
    ),
    "said again a share": (
        "Interest savings will come to $1.6 million annually, or about 3 cents per share.",
        [("cost_savings", "annual", 1.6 * M, 1.6 * M, "USD"), ("cost_savings", "annual", 0.03, 0.03, "USD/share")],
    ),
    "a loss that a line is": (
        "Interest and other in the fourth quarter is expected to be a loss of $5 million.",
        [("other_income", "2025-Q4", -5 * M, -5 * M, "USD")],
    ),
    "what brackets explain": (
        "Expenses (R&D plus SG&A) in the fourth quarter are expected to be $205 million.",
        [("operating_expenses", "2025-Q4", 205 * M, 205 * M, "USD")],
    ),
    "what brackets name": ("Earnings (adjusted EBITA) of $130 million are expected in 2026.", [("operating_income", "2026", 130 * M, 130 * M, "USD")]),
    "plus or minus a couple of points": (
        "Gross margin for 2026 is expected to be 47 percent, plus or minus a couple of points.",
        [("gross_margin", "2026", 45, 49, "percent")],
    ),
    "how far below a range": (
        "Earnings per diluted share in 2026 will be $.12, or approximately $.05 below the low end of the range previously provided by Tarn.",
        [("eps", "2026", 0.12, 0.12, "USD/share")],
    ),
    "short of what others expect, and to earn": (
        "Tarn expects to fall short of analysts' consensus estimate of $.38 per share in 2026 and to earn between $.28 and $.30.",
        [("eps", "2026", 0.28, 0.30, "USD/share")],
    ),
    "a share of earnings": ("Trading is expected to contribute 15 to 20 percent of operating earnings in 2026.", [("other", "2026", 15, 20, "percent")]),
    "dollars of a pair of coins": ("The coin is expected to list at $0.01 in 2026.", [("other", "2026", 0.01, 0.01, "USD")]),
    "after dividends": (
        "Free cash flow, after dividends, of $40 million is expected in 2026.",
        [("free_cash_flow", "2026", 40 * M, 40 * M, "USD")],
    ),
    "a penny or two": ("The fourth quarter should come in a penny or two better than the third.", [("eps", "2025-Q4", 0.01, 0.02, "USD/share")]),
    "cents a pound": ("The increase comes to 4 cents a pound in 2026.", [("other", "2026", 0.04, 0.04, "USD")]),
    "dollars a share without more": ("It now looks for $2.10 to $2.20 a share in 2026.", [("eps", "2026", 2.1, 2.2, "USD/share")]),
    "a loss in percent of sales": (
        "Tarn expects an operating loss equal to 12 to 15 percent of sales in 2026.",
        [("operating_margin", "2026", -15, -12, "percent")],
    ),
    "at the low end of what was stated": (
        "Full-year earnings should come in toward the low end of its previously stated range of $1.80 to $1.95 per share.",
        [("eps", "2025", 1.8, 1.95, "USD/share")],
    ),
    "what others expected": (
        "Tarn expects a loss of 12 cents in 2026, compared with consensus estimates for a loss of 6 cents.",
        [("eps", "2026", -0.12, -0.12, "USD/share")],
    ),
    "what was sold": (
        "The target had sales of $64 million last year and is expected to post sales of $75 million in 2026.",
        [("revenue", "2026", 75 * M, 75 * M, "USD")],
    ),
    "a share of the year": ("Roughly 45 percent of full-year earnings will be generated in the fourth quarter.", []),
    "a wider loss in a headline": ("Tarn Sees Wider Loss in Fourth Quarter", [("net_income", "2025-Q4", None, None, None)]),
    "break-even after a semicolon": (
        "Tarn Sees Fourth-Quarter Revenue of $22 Million; Breakeven on Pro Forma Basis",
        [("revenue", "2025-Q4", 22 * M, 22 * M, "USD"), ("net_income", "2025-Q4", 0, 0, "USD")],
    ),
    "a break-even point": ("The plan should lower the break-even point of the mill in 2026.", []),
    "operating profitability": ("Tarn expects to reach operating profitability in 2026.", [("operating_income", "2026", None, None, None)]),
    "unlikely to improve": ("Advertising revenue is unlikely to improve before the second half of 2026.", []),
}


@pytest.mark.parametrize(("text", "expected"), EARNINGS.values(), ids=EARNINGS)
def test_earnings(make_release, text, expected):
    assert found(make_release(f"G\t{text}\n")) == expected


PERIODS = {
    "by the end of that year": (
        "Tarn expects to be EBITDA positive in the second quarter of 2026 and free cash flow positive by the end of that year.",
        [("ebitda", "2026-Q2", None, None, None), ("free_cash_flow", "/2026", None, None, None)],
    ),
    "that year without one before": ("Tarn expects sales of $5 million for that year.", [("revenue", None, 5 * M, 5 * M, "USD")]),
    "the year of a half": (
        "The first half of 2026 will be difficult, but Tarn expects revenue growth of 5 percent for the year as a whole.",
        [("revenue", "2026", 5, 5, "percent")],
    ),
    "the year after a quarter without one": (
        "The fourth quarter will be difficult, but Tarn expects revenue growth of 5 percent for the year as a whole.",
        [("revenue", "2025", 5, 5, "percent")],
    ),
    "from a quarter that is over": (
        "Revenue in the fourth quarter is likely to fall 12 to 15 percent from the third quarter's $61 million.",
        [("revenue", "2025-Q4", -15, -12, "percent")],
    ),
    "the quarter of another event": (
        "Merger charges of $45 to $50 million will hit the quarter in which the deal closes.",
        [("charges", None, 45 * M, 50 * M, "USD")],
    ),
    "the year of what comes after a semicolon": (
        "Earnings guidance for 2025 stands at $3.05 to $3.15; 2026 growth is targeted at 8 to 10 percent.",
        [("eps", "2025", 3.05, 3.15, "USD/share"), ("net_income", "2026", 8, 10, "percent")],
    ),
    "the period of the next sentence": (
        "Capital spending for 2026 is expected to be $14 million. In 2027, it should fall to $9 million.",
        [("capital_expenditures", "2026", 14 * M, 14 * M, "USD"), ("capital_expenditures", "2027", 9 * M, 9 * M, "USD")],
    ),
    "over an estimated average": (
        "Production for 2026 is put at 640 tons, an increase of 6 percent over the estimated 2025 average.",
        [("production", "2026", 640, 640, "count"), ("production", "2026", 6, 6, "percent")],
    ),
    "weeks": (
        "For the 13 weeks ending February 1, 2026, Tarn expects sales of $5 million.",
        [("revenue", "2026-01Q", 5 * M, 5 * M, "USD")],
    ),
    "what is filed, and believed": (
        "Tarn anticipates filing for approval in the fourth quarter of 2026 and believes that peak sales could reach $500 million.",
        [("revenue", None, 500 * M, 500 * M, "USD")],
    ),
    "below the level of a half": (
        "Revenue for the second half will be $90 million, or about 40 percent below the level of the first half.",
        [("revenue", "2025-H2", 90 * M, 90 * M, "USD"), ("revenue", "2025-H2", -40, -40, "percent")],
    ),
    "the day on which it takes effect": (
        "A price increase of $30 a ton for hot-rolled sheet takes effect January 1.",
        [("other", "2026-01-01/", 30, 30, "USD")],
    ),
    "annual sales, and staff": (
        "The combined company will have annual sales of about $850 million, 5,200 employees and 19 plants.",
        [("revenue", "annual", 850 * M, 850 * M, "USD"), ("other", None, 5200, 5200, "count"), ("other", None, 19, 19, "count")],
    ),
    "the holiday quarter": ("Comparable sales for the holiday quarter are planned down 3 percent.", [("comparable_sales", "2025-Q4", -3, -3, "percent")]),
    "a month before its sales": ("Tarn expects November comparable-store sales to decline 4 percent.", [("comparable_sales", "2025-11", -4, -4, "percent")]),
    "by spring": ("The fleet will shrink to 48 aircraft by spring.", [("other", "/2026-Q2", 48, 48, "count")]),
}


@pytest.mark.parametrize(("text", "expected"), PERIODS.values(), ids=PERIODS)
def test_periods(make_release, text, expected):
    assert found(make_release(f"G\t{text}\n")) == expected


COUNTS = {
    "a total that is brought to": (
        "It will open 32 stores in 2026, bringing the total to about 310.",
        [("store_openings", "2026", 32, 32, "count"), ("other", "2026", 310, 310, "count")],
    ),
    "to top a number": ("Registered users are expected to top 10 million in 2026.", [("customers", "2026", 10 * M, None, "count")]),
    "a rank": ("Tarn is expected to enter the top 10 by 2026.", []),
    "hedged volumes": ("Hedges are in place on 60 percent of 2026 volumes.", []),
    "sold already": (
        "New capacity of 500,000 tons will come on line in 2026, 80 percent of it already sold.",
        [("other", "2026", 500e3, 500e3, "count")],
    ),
    "additions": ("Tarn expects net digital additions of 250,000 in 2026.", [("customers", "2026", 250e3, 250e3, "count")]),
    "orders that stand": ("Orders for 2026 delivery stand at $90 million.", []),
    "a business that is to be sold": ("The businesses to be sold have sales of $380 million and 1,900 employees.", []),
    "shares for each share": ("Holders will get $8.25 in cash and 0.3 share of Tarn stock for each Halvorsen share.", []),
    "the share of a half": ("Tarn sees the first half of 2026 at 40 percent of full-year revenue.", []),
    "the trade's own forecast": ("Holiday sales are forecast to grow 2.5 percent in 2026, the trade federation said.", []),
    "below plan": ("Bookings for 2026 are tracking 20% below plan.", []),
    "stores that close": ("It will close 14 underperforming stores in January.", []),
    "planes that are sold": (
        "The sale-leaseback of six planes will generate proceeds of $140 million in 2026.",
        [("other", "2026", 140 * M, 140 * M, "USD")],
    ),
    "homes that close": ("The builder expects to close 620 homes in 2026.", [("deliveries", "2026", 620, 620, "count")]),
    "seats of a jet": ("The first 50-seat jet arrives in March.", []),
    "what a contract may be worth": ("The multiyear award carries a potential value of $1.1 billion.", []),
    "a move that is only supposed": ("Each 10-cent move in gas prices alters annual earnings by 2 cents a share.", []),
    "what a site draws now": ("The site attracts 6 million visitors a month.", []),
    "revenue per user": ("Revenue per user is expected to hold steady at $58 to $60 in 2026.", [("other", "2026", 58, 60, "USD")]),
    "single-digit millions": ("Sales should reach single-digit millions in 2026.", []),
    "churn": ("Churn is expected to hold at about 2 percent in 2026.", [("other", "2026", 2, 2, "percent")]),
}


@pytest.mark.parametrize(("text", "expected"), COUNTS.values(), ids=COUNTS)
def test_counts(make_release, text, expected):
    assert found(make_release(f"G\t{text}\n")) == expected


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Tarn expects revenue for 2026 to increase in the range of 3 to 7 percent.", "issued"),
        ("Tarn expects to increase its range for 2026 revenue growth to 3 to 7 percent.", "raised"),
    ],
    ids=["a metric that increases", "a range that is increased"],
)
def test_what_is_increased(make_release, text, direction):
    (figure,) = find_figures(make_release(f"G\t{text}\n"))
    assert figure.direction == direction
