"""Spans of time from the release on: next years and months, seasons, decades, plans of so many years."""

from __future__ import annotations

import time

import pytest

from forelook.expressions.periods.clock import Clock
from forelook.expressions.periods.when import find_periods

APRIL, OCTOBER, DECEMBER = Clock(2025, 4, 1, 2025, 12), Clock(2025, 10, 3, 2025, 12), Clock(2025, 12)

GOLDEN = {
    "next years": ("spend $5 million over the next five years", APRIL, "2025/2029"),
    "next years, late in one": ("spend $5 million over the next five years", OCTOBER, "2026/2030"),
    "next years, at the end of one": ("sales will double over the next three years", DECEMBER, "2026/2028"),
    "a target of next years": ("our target of $5 million over the next five years", APRIL, "/2030"),
    "an amount reached in next years": ("on the way to reaching $5 million in sales over the next five years", APRIL, "/2030"),
    "a target, and something to spend": ("we have a target and will spend $5 million over the next five years", APRIL, "2025/2029"),
    "growth to which a target is": ("our target is growth of 5% over the next three years", APRIL, "2025/2027"),
    "within years": ("within three years", OCTOBER, "/2028"),
    "within the next years": ("within the next 10 years", OCTOBER, "/2035"),
    "within twelve months": ("within the next 12 months", APRIL, "/2026-04"),
    "eighteen months": ("over the next 18 months", APRIL, "2025-04/2026-09"),
    "next months": ("over the next 12 months", APRIL, "2025-04/2026-03"),
    "one number of months to another": ("over the next 12 to 18 months", APRIL, "near-term"),
    "one number of years to another": ("over the next 3-5 years", APRIL, "long-term"),
    "a couple of years": ("over the next couple of years", APRIL, "long-term"),
    "the coming year": ("over the coming year", APRIL, "2025-04/2026-03"),
    "in the fall": ("we will open it in the fall", APRIL, "2025-Q4"),
    "the next year": ("over the next year", APRIL, "2025-04/2026-03"),
    "within the next year": ("within the next year", APRIL, "/2026-04"),
    "within months of an unknown one": ("within the next 12 months", Clock(2025, 0), "/2026"),
    "next months from an unknown one": ("over the next 24 months", Clock(2025, 0), "2025/2027"),
    "next year": ("in next year", APRIL, "2026"),
    "this summer": ("this summer", APRIL, "2025"),
    "by this fall": ("by this fall", APRIL, "/2025-Q4"),
    "next spring": ("next spring", OCTOBER, "2026-Q2"),
    "the fall of a year": ("beginning in the fall of 2026", APRIL, "2026-Q4/"),
    "a late winter": ("in late winter", OCTOBER, "2025"),
    "an early spring to come": ("by early spring", OCTOBER, "/2026-Q2"),
    "a holiday": ("by Christmas", OCTOBER, "/2025-12"),
    "a holiday to come": ("by the Fourth of July", OCTOBER, "/2026-07"),
    "next Christmas": ("before next Christmas", OCTOBER, "/2026-12"),
    "a week": ("by the first week of November", OCTOBER, "/2025-11"),
    "a quarter of a month, with a hyphen": ("June-quarter revenue", APRIL, "2025-06Q"),
    "soon": ("will soon be 30", APRIL, "near-term"),
    "under a long-term strategy": ("under its long-term strategy", APRIL, "long-term"),
    "the holiday season": ("hire 500 people for the holiday season", OCTOBER, "2025"),
    "a summer with its year": ("by summer 2027", APRIL, "/2027"),
    "the end of the decade": ("by the end of the decade", APRIL, "/2030"),
    "the middle of the decade": ("after the middle of the decade", Clock(2021, 4), "2025/"),
    "later in the decade": ("later this decade", APRIL, "long-term"),
    "the 2030s": ("well into the 2030s", APRIL, "long-term"),
    "a goal of years": ("a five-year goal", APRIL, "/2030"),
    "a plan of years": ("its 5-year growth plan", APRIL, "/2030"),
    "a plan to spend": ("a five-year capital investment plan", APRIL, "2025/2029"),
    "six months of a year": ("in the first six months of 2026", APRIL, "2026-H1"),
}

NONE = {
    "demand that falls": "this fall in demand",
    "ahead of a season": "ahead of the holiday season",
    "what began in the spring": "the holes begun in the spring",
    "a fall of something": "in the fall of prices",
    "some months": "over the next six months",
    "within some months": "within 18 months",
    "what was soon to be": "the café would soon grow to 50",
    "as soon as": "as soon as it is built",
    "a long-term strategy": "in line with a long-term strategy",
    "a holiday of sales": "Christmas sales",
    "a holiday's week": "by Christmas's end",
    "a fall of an amount": "a fall of 2,000 units",
    "months of an event": "within six months of the closing",
    "months from an event": "within 12 months following the merger",
    "the life of a note": "a five-year note",
    "months after a launch": "in the first six months of production",
    "a time that nothing names": "during that time",
    "a month before its figure": "October (net): 500",
}


@pytest.mark.parametrize(("text", "clock", "name"), GOLDEN.values(), ids=GOLDEN)
def test_span(text, clock, name):
    (when,) = find_periods(text, clock)
    assert when.name == name


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_what_is_no_span(text):
    assert [when.name for when in find_periods(text, APRIL)] == []


def test_that_time_is_the_one_named_before():
    assert [when.name for when in find_periods("$5 million between 2026 and 2028, and during that time 200 pumps", APRIL)] == ["2026/2028"] * 2
    assert [when.name for when in find_periods("compared with 2024, and during that time 200 pumps", APRIL)] == ["2024"]


def test_months_that_are_projected():
    found = find_periods("September: $480,000, October (projected): $550,000, November (projected): $600,000", Clock(2025, 10))
    assert [when.name for when in found] == ["2025-10", "2025-11"]


def test_a_year_from_which_growth_is_measured_names_no_period():
    assert [when.name for when in find_periods("growth of 4% from an updated 2024 base year", APRIL)] == [None]


@pytest.mark.parametrize("words", ["our target of reaching $5 and ", "within the next ", "our goals "])
def test_time_grows_with_the_text(words):
    times = []
    for count in (200, 1600):
        text = words * count + "over the next five years"
        start = time.perf_counter()
        find_periods(text, APRIL)
        times.append(time.perf_counter() - start)
    assert times[1] < 40 * max(times[0], 1e-3)
