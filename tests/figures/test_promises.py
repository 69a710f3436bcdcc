"""What smaller companies promise: ounces and metres, openings, run rates, first customers; and what is no promise."""

from __future__ import annotations

import pytest

from forelook.figures import find_figures

FIGURES = {
    "what is harvested": (
        "The Company anticipates harvesting between 9,000 and 10,000 kilograms of dried flower in 2026.",
        [("production", "2026", 9e3, 10e3, "count", "range", "issued")],
    ),
    "a season that names no production": (
        "The harvest season should bring revenue of $4 million in 2026.",
        [("revenue", "2026", 4e6, 4e6, "USD", "point", "issued")],
    ),
    "the sales of clinics": (
        "Same-clinic revenue is expected to grow 6% to 7% in the fourth quarter.",
        [("comparable_sales", "2025-Q4", 6, 7, "percent", "range", "issued")],
    ),
    "shops of another kind": (
        "Verdelane will open three more dispensaries in Ohio this fall.",
        [("store_openings", "2025-Q4", 3, 3, "count", "point", "issued")],
    ),
    "more that are planned": (
        "The company plans to hire 40 engineers in 2026, with 30 more expected in 2027.",
        [("other", "2026", 40, 40, "count", "point", "issued"), ("other", "2027", 30, 30, "count", "point", "issued")],
    ),
    "things that are targeted themselves": (
        "Tarn is set to place its pumps in 50 targeted stores in June 2026.",
        [("other", "2026-06", 50, 50, "count", "point", "issued")],
    ),
    "a drill program": (
        "Management expects a 30,000-metre drill program in 2026.",
        [("other", "2026", 30e3, 30e3, "count", "point", "issued")],
    ),
    "a drill program that comes first": ("A resource is expected in early 2026, following an 8,000-metre drill campaign.", []),
    "a cost for an ounce": (
        "At steady state, AISC should average US$980 an ounce over the life of the mine.",
        [("other", None, 980, 980, "USD", "point", "issued")],
    ),
    "a range of an ounce that was": (
        "Cash costs for the year are now forecast at $1,150 to $1,200 per ounce, up from $1,050 to $1,100.",
        [("other", "2025", 1150, 1200, "USD", "range", "raised")],
    ),
    "a rate a day beside one a year": (
        "The mill is designed to process 1,200 tonnes per day and to yield some 60,000 ounces of gold a year.",
        [("production", None, 1200, 1200, "count", "point", "issued"), ("production", "annual", 60e3, 60e3, "count", "approximately", "issued")],
    ),
    "what a plant requires": (
        "Construction of the plant will require capital of between $60 million and $70 million.",
        [("capital_expenditures", None, 60e6, 70e6, "USD", "range", "issued")],
    ),
    "a further decline": (
        "We expect wholesale prices to decline another 5% to 10% this quarter.",
        [("other", "2025-Q4", -10, -5, "percent", "range", "issued")],
    ),
    "a run rate without more": (
        "Our goal is a $100 million run rate by the end of 2027.",
        [("revenue", "/2027", 100e6, 100e6, "USD", "point", "issued")],
    ),
    "a run rate of something": (
        "Our goal is a $10 million run rate of savings by the end of 2027.",
        [("cost_savings", "/2027", 10e6, 10e6, "USD", "point", "issued")],
    ),
    "the rate at which a year ends": (
        "We are exiting the year at an annualized revenue run rate of more than $20 million.",
        [("revenue", "2025", 20e6, None, "USD", "at_least", "issued")],
    ),
    "the size of a company": (
        "Our plan is to become a $50 million company in 2028.",
        [("revenue", "2028", 50e6, 50e6, "USD", "point", "issued")],
    ),
    "what a pipeline has": ("Our pipeline now exceeds $40 million in identified opportunities.", []),
    "what partners own": (
        "The joint venture is owned 60% by Halvorsen and is budgeted to spend $3 million in 2026.",
        [("capital_expenditures", "2026", 3e6, 3e6, "USD", "point", "issued")],
    ),
    "quarters in a row": (
        "Sales in each of the first two quarters of 2026 should be between $5 million and $6 million.",
        [("revenue", "2026-Q1", 5e6, 6e6, "USD", "range", "issued"), ("revenue", "2026-Q2", 5e6, 6e6, "USD", "range", "issued")],
    ),
    "the year of a quarter": (
        "We expect to have 10 paying customers by the end of Q1 2026 and to end the year with more than 50.",
        [("customers", "/2026-Q1", 10, 10, "count", "point", "issued"), ("customers", "2026", 50, None, "count", "at_least", "issued")],
    ),
    "no later than a day": (
        "Not later than December 31, 2026, we will have installed 1,000 chargers.",
        [("other", "/2026", 1000, 1000, "count", "point", "issued")],
    ),
    "from a month on": (
        "From January onward, monthly overhead will be approximately $180,000.",
        [("operating_expenses", "2026-01/", 180e3, 180e3, "USD", "approximately", "issued")],
    ),
    "a month on which nothing goes on": (
        "In the fourth quarter on sales of $9 million we expect EBITDA of $1 million.",
        [("revenue", "2025-Q4", 9e6, 9e6, "USD", "point", "issued"), ("ebitda", "2025-Q4", 1e6, 1e6, "USD", "point", "issued")],
    ),
    "the rest of a year": (
        "Revenue should continue to climb through the remainder of 2025.",
        [("revenue", "2025", None, None, None, "qualitative", "issued")],
    ),
    "growth over a year that is told": (
        "Tarn is guiding to 4.1 to 4.4 million ounces in 2026, a rise of roughly 15% over this year.",
        [("production", "2026", 4.1e6, 4.4e6, "count", "range", "issued"), ("production", "2026", 15, 15, "percent", "approximately", "issued")],
    ),
    "what is kept in reserve for costs": (
        "Initial capex for the pit is pegged at $145 million, including a 15% contingency.",
        [("capital_expenditures", None, 145e6, 145e6, "USD", "point", "issued")],
    ),
    "a rate that falls below a level": (
        "Churn should fall below 2% as the new onboarding takes hold in 2026.",
        [("other", "2026", None, 2, "percent", "at_most", "issued")],
    ),
    "a debt that falls by a rate": (
        "Debt should fall 2% in 2026.",
        [("other", "2026", -2, -2, "percent", "point", "issued")],
    ),
    "jobs and their share": (
        "Tarn plans to eliminate approximately 45 positions, or 12 percent of its workforce, by the end of November.",
        [
            ("other", "/2025-11", 45, 45, "count", "approximately", "issued"),
            ("other", "/2025-11", 12, 12, "percent", "point", "issued"),
        ],
    ),
    "barrels and their share of another metric": (
        "We expect wholesale volume of 34,000 barrels, or nearly 30% of production, in 2026.",
        [
            ("production", "2026", 34e3, 34e3, "count", "point", "issued"),
            ("other", "2026", 30, 30, "percent", "approximately", "issued"),
        ],
    ),
    "what has been cut and will fall further": (
        "Overhead has been cut to $400,000 and should drop further, to $250,000, in 2026.",
        [("operating_expenses", "2026", 250e3, 250e3, "USD", "point", "issued")],
    ),
    "what has been cut for a year": (
        "Capital spending for 2026 has been cut to $3.2 million and will be confined to safety.",
        [("capital_expenditures", "2026", 3.2e6, 3.2e6, "USD", "point", "issued")],
    ),
    "a range of an ounce that stands": (
        "AISC guidance for 2026 is unchanged at $1,100 to $1,175 per ounce.",
        [("other", "2026", 1100, 1175, "USD", "range", "reaffirmed")],
    ),
    "a price at which a range holds": (
        "Revenue for 2026 is expected to be $40 million at $1,900 per ounce.",
        [("revenue", "2026", 40e6, 40e6, "USD", "point", "issued")],
    ),
    "a budget that is revised for a year": (
        "The board is to approve a revised budget of $9 million, down from $12 million, for 2026.",
        [("capital_expenditures", "2026", 9e6, 9e6, "USD", "point", "lowered")],
    ),
    "a year told beside what was spent": (
        "The company expects a budget of $9 million, down from $12 million for 2025, which was a dry year.",
        [("capital_expenditures", None, 9e6, 9e6, "USD", "point", "issued")],
    ),
    "a forecast that is kept": (
        "Management kept its 2026 revenue forecast at $24 million.",
        [("revenue", "2026", 24e6, 24e6, "USD", "point", "reaffirmed")],
    ),
    "targets that are not reaffirmed": ("Because visibility is limited, we are not reaffirming our 2025 targets.", []),
    "what is offered": ("The offering consists of 2,000,000 tokens and will close in June 2026.", []),
    "what was done before": (
        "Having repaid $12 million of its loan, the Company now expects revenue of $20 million in 2026.",
        [("revenue", "2026", 20e6, 20e6, "USD", "point", "updated")],
    ),
    "costs that ease": (
        "Feed costs should ease by 4% to 6% next year.",
        [("other", "2026", -6, -4, "percent", "range", "issued")],
    ),
    "costs that ease to a share of sales": (
        "SG&A should ease to about 28% in 2026.",
        [("sga_expenses", "2026", 28, 28, "percent", "approximately", "issued")],
    ),
    "more of it this fall": (
        "The co-op looks to harvest 1.2 million bushels this fall, about 10% more than a year ago.",
        [("production", "2025-Q4", 1.2e6, 1.2e6, "count", "point", "issued"), ("production", "2025-Q4", 10, 10, "percent", "approximately", "issued")],
    ),
    "growth from the year before": (
        "The airline expects to carry 1.1 million passengers in 2026, up 9% from 2025.",
        [("other", "2026", 1.1e6, 1.1e6, "count", "point", "issued"), ("other", "2026", 9, 9, "percent", "point", "issued")],
    ),
    "on the order of": (
        "Management believes that consulting fees for 2026 will be on the order of $14 million.",
        [("other", "2026", 14e6, 14e6, "USD", "approximately", "issued")],
    ),
    "orders of an amount": (
        "We expect orders of $14 million in 2026.",
        [("bookings", "2026", 14e6, 14e6, "USD", "point", "issued")],
    ),
    "from one number to a smaller one": (
        "The branch network will shrink from 48 to 40 offices in 2026.",
        [("other", "2026", 40, 40, "count", "point", "issued")],
    ),
    "patients who could benefit": ("The company estimates that 8,000 to 10,000 patients a year could benefit from the therapy.", []),
    "a mark that is crossed": (
        "Assets under management should cross the $1 billion mark in 2027.",
        [("other", "2027", 1e9, None, "USD", "at_least", "issued")],
    ),
    "what is returned by two ways": (
        "We intend to return $5 million to shareholders through dividends and buybacks in 2026.",
        [("other", "2026", 5e6, 5e6, "USD", "point", "issued")],
    ),
    "what may be bought back": ("The company is authorized to repurchase up to $10 million of its stock.", []),
    "two multiples": (
        "We are targeting a doubling of revenue and a tripling of EBITDA in 2028.",
        [("revenue", "2028", 100, 100, "percent", "point", "issued"), ("ebitda", "2028", 200, 200, "percent", "point", "issued")],
    ),
    "a run rate before its amount": (
        "With these wins, the annual run rate should approach $18 million.",
        [("revenue", "annual", 18e6, 18e6, "USD", "approximately", "issued")],
    ),
    "guidance that remains": (
        "Production guidance for 2026 remains 30,000 to 34,000 ounces.",
        [("production", "2026", 30e3, 34e3, "count", "range", "reaffirmed")],
    ),
    "an estimate that stands": (
        "The original estimate of revenue of $50 million in 2026 still stands.",
        [("revenue", "2026", 50e6, 50e6, "USD", "point", "reaffirmed")],
    ),
    "no earlier than a year": (
        "No earlier than 2028, revenue could rise to $9 million.",
        [("revenue", "2028/", 9e6, 9e6, "USD", "point", "issued")],
    ),
    "what is running now": ("In the quarter now under way, sales are running about 5% ahead of last year.", []),
    "results that break even": (
        "Sales in 2026 are projected at $12 million, with break-even results.",
        [("revenue", "2026", 12e6, 12e6, "USD", "point", "issued"), ("net_income", "2026", 0, 0, "USD", "point", "issued")],
    ),
    "in the spring": (
        "The company anticipates revenue of $5 million from the event in the spring.",
        [("revenue", "2026-Q2", 5e6, 5e6, "USD", "point", "issued")],
    ),
    "what was planned in the spring": (
        "Revenue of $5 million, as it was planned in the spring, is expected.",
        [("revenue", None, 5e6, 5e6, "USD", "point", "issued")],
    ),
    "guidance that a company stands by": (
        "The company is standing by its 2025 revenue guidance.",
        [("revenue", "2025", None, None, None, "unstated", "reaffirmed")],
    ),
}

WITHDRAWN = {
    "a target": ("Due to the flood, the company has withdrawn its 2025 production target of 40,000 ounces.", ("production", 40e3, 40e3)),
    "a forecast of earnings a share": ("The company is suspending the forecast of 2025 earnings of $2.30 to $2.45 a share.", ("eps", 2.3, 2.45)),
    "guidance for a metric": ("The company withdraws its 2026 guidance for revenue of $5 million to $6 million.", ("revenue", 5e6, 6e6)),
}

LISTS = {
    "a sign": ("For the full year 2026, management anticipates:", "(2) positive adjusted EBITDA;", "2026"),
    "a quarter in a list of a year": ("Key 2026 milestones:", "• Revenue of $5 million in the first quarter", "2026-Q1"),
    "a quarter that is over in a list of a year": ("Key 2026 milestones:", "• Complete a 30,000-metre drilling program by Q3", "/2026-Q3"),
    "a year of its own": ("Key 2026 milestones:", "• Three rigs are planned for Q4, after sales of $3 million in 2025", "2025-Q4"),
}


@pytest.mark.parametrize(("sentence", "records"), FIGURES.values(), ids=FIGURES)
def test_figures(make_release, sentence, records):
    figures = find_figures(make_release(f"G\t{sentence}\n"))
    assert [(f.metric.name, f.period.name, f.low, f.high, f.unit, f.form, f.direction) for f in figures] == records


@pytest.mark.parametrize(("sentence", "expected"), WITHDRAWN.values(), ids=WITHDRAWN)
def test_a_figure_that_is_withdrawn(make_release, sentence, expected):
    (figure,) = find_figures(make_release(f"G\t{sentence}\n"))
    assert (figure.form, figure.direction) == ("unstated", "withdrawn")
    assert (figure.metric.name, figure.prior.low, figure.prior.high) == expected


@pytest.mark.parametrize(("lead_in", "item", "period"), LISTS.values(), ids=LISTS)
def test_a_list_of_a_year(make_release, lead_in, item, period):
    figures = find_figures(make_release(f"G\t{lead_in}\n\nG\t{item}\n\n"))
    assert figures[0].period.name == period
