"""Periods of figures: durations and rates that are none, yearly rates that go on, what else stands beside a period."""

from __future__ import annotations

import time

import pytest

from forelook.figures import find_figures
from forelook.figures.durations import is_rate, is_without_time


def periods(release):
    return [(f.low if f.low is not None else f.high, f.period.name) for f in find_figures(release)]


GOLDEN = {
    "over some years": (
        "Savings are expected to reach $100 million in 2026, for cumulative savings of $900 million over ten years.",
        [(100e6, "2026"), (900e6, None)],
    ),
    "over the next years": ("Halvorsen plans to invest $900 million over the next ten years.", [(900e6, "2026/2035")]),
    "over some years from one on": ("Halvorsen plans to invest $90 million over three years beginning in 2026.", [(90e6, "2026/")]),
    "a rate of years": ("The contract is expected to add revenue of $8 million a year over five years.", [(8e6, "annual")]),
    "a margin with a yearly amount": (
        "The works are expected to generate EBITDA of $15 million annually, with an EBITDA margin of 40%.",
        [(15e6, "annual"), (40, "annual")],
    ),
    "people beside a yearly amount": (
        "The works are expected to generate EBITDA of $15 million annually, with 150 jobs created.",
        [(15e6, "annual"), (150, None)],
    ),
    "the main part of it": (
        "During the full year 2026, operating income is expected to be reduced by $10 million, primarily in the first half.",
        [(-10e6, "2026")],
    ),
    "most of it": ("Charges are expected to be $10 million, of which the majority will be paid in the first quarter of 2026.", [(10e6, None)]),
    "a charge without cash": ("It is likely to record a charge of $20 million, mostly non-cash, in the first quarter of 2026.", [(20e6, "2026-Q1")]),
    "a percentage of it": ("Production of 20 tonnes is projected for 2026, about 55 percent of it in the second half.", [(20, "2026")]),
    "a part with its amount": (
        "Charges are expected to be $10 million, of which $4 million in the first quarter of 2026.",
        [(10e6, None), (4e6, "2026-Q1")],
    ),
    "some months": ("Halvorsen expects to hire 35 engineers over the next six months, before the end of 2026.", [(35, None)]),
    "the whole of it": ("Operating income is expected to be $10 million in the first half of 2026.", [(10e6, "2026-H1")]),
    "a rate from a month on": (
        "Halvorsen expects to raise its annual dividend by 7 percent, starting with its June 2026 payment.",
        [(7, "2026-06/")],
    ),
    "what a growth is over": (
        "Full year 2026 franchise fees are expected to be $640 million, a 10 percent increase over franchise fees for the full year 2024.",
        [(640e6, "2026"), (10, "2026")],
    ),
    "a plan of years": ("Our five-year plan aims to reach $750 million in annual revenue.", [(750e6, "/2030")]),
    "a run rate of a year": ("It is expected to reach a 2026 revenue run-rate of $42 million.", [(42e6, "2026")]),
    "a run rate of no year": ("It is expected to reach an annual revenue run-rate of $42 million.", [(42e6, "annual")]),
    "what an event will bring": ("We expect to begin production in June 2026, which will contribute $4 million to revenue.", [(4e6, None)]),
    "what was told of another time": (
        "Halvorsen announced results for the first half of 2026, and it expects its new works to bring in revenue of $4 million.",
        [(4e6, None)],
    ),
    "what is to be told": ("Halvorsen expects to report results for the first half of 2026 with revenue of $4 million.", [(4e6, "2026-H1")]),
    "what a year will bring": ("We expect more from 2026, which will contribute $4 million to revenue.", [(4e6, "2026/")]),
    "the cost of an event": ("The works will be closed by mid-2026, at a one-time cost of $11 million.", [(11e6, None)]),
    "a cost with its own year": ("The works will be closed, at a one-time cost of $11 million in 2026.", [(11e6, "2026")]),
    "when a thing of a cost is ready": ("Halvorsen plans to build a $275 million plant that is scheduled to open in 2026.", [(275e6, None)]),
    "when its cost is spent": ("Spending of $275 million on the project is expected in 2026.", [(275e6, "2026")]),
    "what a rise is from": (
        "Earnings per share are expected to be $1.82 to $1.94, up from $1.66 in 2024 (growth of 13 percent).",
        [(1.82, None), (13, None)],
    ),
    "what was, in brackets": ("Halvorsen expects an operating margin of 12% (2024: 9.6%).", [(12, None)]),
    "what will be, in brackets": ("Halvorsen expects an operating margin of 12% (2026).", [(12, "2026")]),
    "a base": (
        "The $2.7 billion capital investment plan for 2026-2030 is expected to support rate base growth of 4% to 6% from an updated 2024 base year.",
        [(2.7e9, "2026/2030"), (4, "2026/2030")],
    ),
}


@pytest.mark.parametrize(("sentence", "expected"), GOLDEN.values(), ids=GOLDEN)
def test_periods(make_release, sentence, expected):
    assert periods(make_release(f"G\t{sentence}\n")) == expected


def test_a_monthly_rate_borrows_no_period(make_release):
    lead = "G\tFor 2026, Halvorsen expects revenue of $40 million.\n"
    assert periods(make_release(lead + "G\tRevenue of its web shop is expected to reach $1 million per month.\n")) == [(40e6, "2026"), (1e6, None)]
    assert periods(make_release(lead + "G\tRevenue of its web shop is expected to reach $1 million.\n")) == [(40e6, "2026"), (1e6, "2026")]


def test_the_first_item_below_a_lead_in_takes_its_period(make_release):
    lead = "G\tHalvorsen also gave estimates for the first quarter of 2026:\n\n"
    assert periods(make_release(lead + "G\t- Capacity growth of 6 percent\n\nG\t- Fuel cost of $3 a gallon\n")) == [(6, "2026-Q1"), (3, "2026-Q1")]


def test_the_rest_of_a_year_lends_the_whole(make_release):
    lead = "G\tOur outlook presumes deflation of 1% for the rest of the year, and revenue of $40 million for the year.\n"
    assert periods(make_release(lead + "G\tThe tax rate is expected to be 36%.\n"))[-1] == (36, "2025")


@pytest.mark.parametrize(
    ("when", "period"),
    [
        ("in 2026 and 2027", ["2026/2027"]),
        ("in the first and second quarters of 2026", ["2026-Q1/2026-Q2"]),
        ("in 2026, and in 2028 again", ["2026"]),
    ],
)
def test_a_way_over_two_periods_is_one_record(make_release, when, period):
    assert [figure.period.name for figure in find_figures(make_release(f"G\tRevenue is expected to increase {when}.\n"))] == period


def test_an_amount_in_two_periods_is_that_of_one(make_release):
    assert len(periods(make_release("G\tRevenue is expected to be $5 million and $6 million in 2026 and 2027.\n"))) == 2


@pytest.mark.parametrize(("heading", "period"), [("2025", "2025"), ("2026", "2026"), ("Third Quarter 2025", "2025")])
def test_the_year_is_that_of_its_heading(make_release, heading, period):
    guided = "G\tHalvorsen confirms its guidance for fiscal 2026.\n\n"
    units = f"{guided}M\t{heading}\n\nG\tRevenue for the year is expected to be $40 million.\n"
    assert periods(make_release(units))[-1] == (40e6, period)


def test_a_running_head_interrupts_no_outlook(make_release):
    units = "M\tMARCH 2026 QUARTER OUTLOOK\n\nG\tWe are forward looking here, and results may differ.\n\nM\t<PAGE>\n\nM\tPress Release of October 24\n\n"
    assert periods(make_release(units + "G\to Revenue of $27 million to $28 million\n")) == [(27e6, "2026-03Q")]


WITHOUT_TIME = {
    "years": (" over five years.", True),
    "years after words": (" in the new works over a five-year period", True),
    "the first year": (" graduates in its first full year of operation", True),
    "the first year, after a total": (" of its capacity of 347 beds, within the first year of operations", True),
    "a year of a plan": (" in the first year of fiscal 2027", False),
    "months": (" by hiring engineers over the next six months", True),
    "within months": (" within 18 months", True),
    "within twelve months": (" within twelve months", False),
    "next months of a year and more": (" over the next 18 months", False),
    "months of a year": (" in the six months ended June 30", False),
    "next years": (" over the next five years", False),
    "each year": (" annually over five years", False),
    "years from one on": (" over three years from 2026", False),
    "after another figure": (" in 2026 and $5 million over five years", False),
    "another sentence": (". It has grown over five years", False),
}


@pytest.mark.parametrize(("after", "expected"), WITHOUT_TIME.values(), ids=WITHOUT_TIME)
def test_without_time(after, expected):
    assert is_without_time("$8 million" + after, 10) is expected


RATES = {
    "per month": ("$8 million per month", True),
    "a week": ("$8 million in fees a week", True),
    "monthly sales of": ("monthly sales of $8 million", True),
    "a quarter": ("$8 million per quarter", True),
    "money of a day": ("$8 million a day", True),
    "a year": ("$8 million a year", False),
    "a month to come": ("$8 million next month", False),
    "a monthly report": ("a monthly report on savings, which will reach about $8 million", False),
}


@pytest.mark.parametrize(("text", "expected"), RATES.values(), ids=RATES)
def test_rate(text, expected):
    start = text.index("$")
    assert is_rate(text, start, start + len("$8 million")) is expected


@pytest.mark.parametrize("words", ["works ", "over the ", "in its ", "monthly of "])
def test_time_grows_with_the_text(words):
    times = []
    for count in (300, 2400):
        text = "$8 million " + words * count + "month year"
        start = time.perf_counter()
        for place in (10, len(text) // 2):
            is_without_time(text, place)
            is_rate(text, place, place)
        times.append(time.perf_counter() - start)
    assert times[1] < 40 * max(times[0], 1e-3)
