"""Figures of announcements between results: preliminary results, cuts, closings, costs a share; and what beside them is no figure."""

from __future__ import annotations

import pytest

from forelook.figures import find_figures

FIGURES = {
    "losses in brackets with one scale": (
        "Pretax losses are expected to be ($9.6) to ($10.1) million in 2026.",
        [("pretax_income", "2026", -10.1e6, -9.6e6, "USD")],
    ),
    "an amount whose bracket opens earlier": (
        "Pretax income is expected to rise (to $12 million) in 2026.",
        [("pretax_income", "2026", 12e6, 12e6, "USD")],
    ),
    "what a program costs a share": (
        "The costs of the program will reduce 2026 earnings by approximately $5.5 million, or approximately $0.11 per share, net of tax.",
        [("net_income", "2026", -5.5e6, -5.5e6, "USD"), ("eps", "2026", -0.11, -0.11, "USD/share")],
    ),
    "what is earned a share": (
        "Halvorsen expects 2026 net income of $5.5 million, or approximately $0.11 per share.",
        [("net_income", "2026", 5.5e6, 5.5e6, "USD"), ("eps", "2026", 0.11, 0.11, "USD/share")],
    ),
    "staff that is cut and its share": (
        "We anticipate a workforce reduction of approximately 140 employees, or approximately 3.7 percent of total employment, in 2026.",
        [("other", "2026", -140, -140, "count"), ("other", "2026", -3.7, -3.7, "percent")],
    ),
    "a share of the staff beside savings": (
        "The plan is expected to result in $45 million in savings in 2026 and the elimination of 12% to 15% of its workforce.",
        [("cost_savings", "2026", 45e6, 45e6, "USD"), ("other", "2026", 12, 15, "percent")],
    ),
    "a share of costs beside savings": (
        "The plan is expected to bring savings of 12% to 15% of its costs in 2026.",
        [("cost_savings", "2026", 12, 15, "percent")],
    ),
    "stores that open and close": (
        "The company expects approximately 25 new store openings and 8 store closings in 2026.",
        [("store_openings", "2026", 25, 25, "count")],
    ),
    "homes whose sale is closed": (
        "Halvorsen Homes expects 25 to 30 home closings in 2026.",
        [("deliveries", "2026", 25, 30, "count")],
    ),
    "plants that will be closed": ("By the end of 2026, approximately 20 plants, or 17 percent of the total, will be sold or closed.", []),
    "plants that will be opened": (
        "By the end of 2026, approximately 20 plants will be opened.",
        [("other", "/2026", 20, 20, "count")],
    ),
    "a rate on what is earned": (
        "The 2026 forecast reflects a tax rate of 20% on adjusted pre-tax income.",
        [("tax_rate", "2026", 20, 20, "percent")],
    ),
    "a growth of what is earned": (
        "Halvorsen expects growth of 20% in pre-tax income in 2026.",
        [("pretax_income", "2026", 20, 20, "percent")],
    ),
    "an expense of a share": (
        "Earnings per share are expected to be $1.84 to $1.88 in 2026, which includes $0.27 of option expense per share.",
        [("eps", "2026", 1.84, 1.88, "USD/share"), ("other", "2026", 0.27, 0.27, "USD/share")],
    ),
    "sales orders": (
        "We expect net sales orders to increase approximately 20% in 2026.",
        [("bookings", "2026", 20, 20, "percent")],
    ),
    "a currency that is a basis": (
        "Sales are expected to grow 4% to 6% in local currency in 2026.",
        [("revenue", "2026", 4, 6, "percent")],
    ),
    "what a customer may order": ("There is upside if the agency exercises its option to order an additional $288 million of pumps.", []),
    "what a customer will order": (
        "The agency is expected to place new orders of $288 million in 2026.",
        [("bookings", "2026", 288e6, 288e6, "USD")],
    ),
    "homes that are ordered": ("We expect net sales orders to reach 2,810 homes in 2026.", [("bookings", "2026", 2810, 2810, "count")]),
    "homes that are built": (
        "Despite fewer orders, we expect to build 2,810 homes in 2026.",
        [("other", "2026", 2810, 2810, "count")],
    ),
    "a field whose name is a number": ("The company plans two wells in the Three Corners field in 2026.", [("other", "2026", 2, 2, "count")]),
    "a total and its parts": (
        "Halvorsen expects charges of $24 million, of which $22 million is expected to be recorded in 2026 and $2 million in 2027.",
        [("charges", None, 24e6, 24e6, "USD"), ("charges", "2026", 22e6, 22e6, "USD"), ("charges", "2027", 2e6, 2e6, "USD")],
    ),
    "a total of a year": (
        "Capital expenditures of $24 million, of which half is for wells, are planned for 2026.",
        [("capital_expenditures", "2026", 24e6, 24e6, "USD")],
    ),
    "an outlook that might be raised": ("There is potential upside for us to significantly raise our outlook for 2026.", []),
    "an outlook that will be raised": ("The company plans to raise its outlook for 2026.", [("all", "2026", None, None, None)]),
    "a share of those": (
        "The closing is expected to affect 74 employees in 2026, although 10 percent of those employees are expected to join other plants.",
        [("other", "2026", 74, 74, "count")],
    ),
    "what a plant will build": (
        "Halvorsen Motors will build 240,000 additional transmissions per year beginning in 2027.",
        [("production", "2027/", 240e3, 240e3, "count")],
    ),
    "what one well costs": (
        "Completed costs per net well will approximate $7.4 million during 2026.",
        [("other", "2026", 7.4e6, 7.4e6, "USD")],
    ),
    "what a mill costs": (
        "Costs of the new mill will approximate $7.4 million during 2026.",
        [("capital_expenditures", "2026", 7.4e6, 7.4e6, "USD")],
    ),
}

GOING_ON = {
    "the change that a range makes": (
        "Revenue is expected to be $5 million to $6 million in 2026.",
        "This represents a year-over-year decrease of 17%-21%.",
        [("revenue", "2026", -21, -17, "percent")],
    ),
    "the change that a count makes": (
        "Production is expected to be 5,000 to 6,000 ounces in 2026.",
        "The midpoint of this range represents an increase of 8%.",
        [("production", "2026", 8, 8, "percent")],
    ),
    "the change of something else": (
        "The company expects revenue of $9 million in 2026.",
        "This represents an increase of 12 percent in locker rentals.",
        [("other", "2026", 12, 12, "percent")],
    ),
}


@pytest.mark.parametrize(("sentence", "records"), FIGURES.values(), ids=FIGURES)
def test_figures(make_release, sentence, records):
    figures = find_figures(make_release(f"G\t{sentence}\n"))
    assert [(f.metric.name, f.period.name, f.low, f.high, f.unit) for f in figures] == records


@pytest.mark.parametrize(("before", "sentence", "records"), GOING_ON.values(), ids=GOING_ON)
def test_a_change_that_the_next_sentence_gives(make_release, before, sentence, records):
    figures = find_figures(make_release(f"G\t{before}\nG\t{sentence}\n"))[1:]
    assert [(f.metric.name, f.period.name, f.low, f.high, f.unit) for f in figures] == records
