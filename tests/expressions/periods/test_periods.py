"""Periods: what words of time resolve to, by the release's own clock."""

from __future__ import annotations

import pytest

from forelook.expressions.periods.clock import Clock
from forelook.expressions.periods.clock_reading import read_clock
from forelook.expressions.periods.when import find_periods

CALENDAR = Clock(2005, 4, 1, 2005, 12)
JUNE = Clock(2007, 4, 3, 2007, 6, fiscal_years=True)
AFTER_YEAR = Clock(2006, 2, 4, 2005, 12)

GOLDEN = {
    "quarter of a fiscal year": ("the third quarter of fiscal 2024", CALENDAR, "2024-Q3"),
    "fiscal year before it": ("fiscal 2024 third quarter", CALENDAR, "2024-Q3"),
    "short": ("Q3 FY24", CALENDAR, "2024-Q3"),
    "broker's": ("4Q 2005E", CALENDAR, "2005-Q4"),
    "without a year": ("the second quarter", CALENDAR, "2005-Q2"),
    "the first one after": ("the first quarter", JUNE, "2008-Q1"),
    "fourth fiscal quarter": ("the fourth fiscal quarter", JUNE, "2007-Q4"),
    "next quarter": ("next quarter", CALENDAR, "2005-Q2"),
    "quarters in a row": ("the first two quarters of 2006", CALENDAR, "2006-Q1/2006-Q2"),
    "the last quarters of a fiscal year": ("the last three quarters of fiscal 2008", JUNE, "2008-Q2/2008-Q4"),
    "September quarter": ("the September quarter", Clock(2003, 7, 4, 2003, 6), "2003-09Q"),
    "nine months": ("nine months ended March 31, 2005", CALENDAR, "2004-07/2005-03"),
    "half": ("the second half of 2005", CALENDAR, "2005-H2"),
    "2H": ("2H05", CALENDAR, "2005-H2"),
    "full year": ("the full year", CALENDAR, "2005"),
    "the year after a fourth quarter": ("the full year", AFTER_YEAR, "2006"),
    "fiscal year ending": ("the fiscal year ending June 30, 2006", CALENDAR, "2006"),
    "what follows": ("the following full-year guidance", CALENDAR, "2005"),
    "the year that follows": ("in the following full year", CALENDAR, "2006"),
    "a quarter and its year after a hyphen": ("Q1-23", CALENDAR, "2023-Q1"),
    "some years to others": ("over the next three to five years", CALENDAR, "long-term"),
    "the final quarter": ("the final quarter of 2024", CALENDAR, "2024-Q4"),
    "the next twelve months": ("over the next twelve months", CALENDAR, "2005-04/2006-03"),
    "the next months": ("over the next few months", CALENDAR, "near-term"),
    "next year": ("next year", CALENDAR, "2006"),
    "estimate": ("2006E", CALENDAR, "2006"),
    "the end of the year in which guidance is for the next": ("at year end", Clock(2020, 10, guided=lambda: 2021), "2020"),
    "the year for which guidance is": ("for the full year", Clock(2020, 10, guided=lambda: 2021), "2021"),
    "by": ("by 2030", CALENDAR, "/2030"),
    "by the end of": ("by the end of 2006", CALENDAR, "/2006"),
    "from then on": ("beginning in the third quarter of 2005", CALENDAR, "2005-Q3/"),
    "effective": ("effective October 1, 2005", CALENDAR, "2005-10-01/"),
    "from and to": ("2024 to 2026", CALENDAR, "2024/2026"),
    "annually": ("annually", CALENDAR, "annual"),
    "long-term": ("the long-term target", CALENDAR, "long-term"),
    "by the middle": ("by mid-2020", CALENDAR, "/2020-06"),
    "early": ("in early-2006", CALENDAR, "2006"),
    "each year": ("50,000 pumps a year and more", CALENDAR, "annual"),
    "the quarter after that of the date": ("next quarter", Clock(2019, 3), "2019-Q2"),
    "the quarter of the date": ("the current quarter", Clock(2019, 3), "2019-Q1"),
    "nothing to resolve the next quarter by": ("next quarter", Clock(0, 3), "next-quarter"),
    "nothing to resolve the next year by": ("the coming year", Clock(0, 0), "next-year"),
    "a year where the release has none": ("the second quarter of 2005", Clock(0, 0), "2005-Q2"),
    "month": ("in September", CALENDAR, "2005-09"),
    "the year before a quarter": ("the 2020 first quarter", CALENDAR, "2020-Q1"),
    "years between": ("between 2006 and 2009", CALENDAR, "2006/2009"),
    "from now on": ("between now and 2009", CALENDAR, "2005/2009"),
    "onward": ("2007 onward", CALENDAR, "2007/"),
    "the rest of the year after one quarter": ("the rest of the year", CALENDAR, "2005-Q2/2005-Q4"),
    "the rest of the year after three": ("the balance of the year", JUNE, "2007-Q4"),
    "the rest of a year named": ("the remainder of fiscal 2005", CALENDAR, "2005-Q2/2005-Q4"),
    "the rest of a year": ("the remainder of 2005", CALENDAR, "2005"),
    "the rest of a later year": ("the remainder of fiscal 2006", CALENDAR, "2006"),
    "the rest of the year after two": ("the rest of the year", Clock(2005, 7, 2, 2005), "2005-Q3/2005-Q4"),
    "quarters to come": ("the coming quarters", CALENDAR, "near-term"),
    "a fiscal year named by two": ("FY 2024-25", CALENDAR, "2025"),
    "two years after a slash": ("2024/25", CALENDAR, "2025"),
    "a fiscal year after its number": ("our 2006 fiscal year", CALENDAR, "2006"),
    "a fiscal year after its two numbers": ("the 2025-2026 fiscal year", CALENDAR, "2026"),
    "years with an article": ("over the 2025-2027 period", CALENDAR, "2025/2027"),
    "a quarter before a slash": ("Third Quarter / Fiscal 2006", CALENDAR, "2006-Q3"),
    "a half before a slash": ("H1/2006", CALENDAR, "2006-H1"),
    "a short year": ("FY 26", CALENDAR, "2026"),
    "a calendar year": ("CY2026", CALENDAR, "2026"),
    "three months": ("three months ending June 30, 2005", CALENDAR, "2005-06Q"),
    "twelve months of a year": ("twelve months ending December 31, 2005", CALENDAR, "2005"),
    "the year and a number": ("for the year 361 to 367 were sold", CALENDAR, "2005"),
    "two years that are no fiscal one": ("2025-26", CALENDAR, "2025/2026"),
    "a quarter of a fiscal year named by two": ("the second quarter of 2024-25", CALENDAR, "2025-Q2"),
    "between fiscal years named by two": ("between FY 2024-25 and FY 2028-29", CALENDAR, "2025/2029"),
    "the end of a year": ("by end of year", CALENDAR, "/2005"),
    "the end of a year with its number": ("by year-end 2006", CALENDAR, "/2006"),
    "the end of a year after a hyphen": ("by end-2030", CALENDAR, "/2030"),
    "and beyond": ("in 2006 and beyond", CALENDAR, "2006/"),
    "beyond": ("beyond 2005", CALENDAR, "2006/"),
    "from a year that is to come": ("from 2008", CALENDAR, "2008/"),
    "within some years": ("within the next five years", CALENDAR, "/2010"),
    "over some years": ("over the next five years", CALENDAR, "2005/2009"),
    "a goal of years": ("a five-year goal", CALENDAR, "/2010"),
    "medium term": ("in the medium term", CALENDAR, "long-term"),
    "guidance that it agrees with": ("consistent with its previous guidance for 2005", CALENDAR, "2005"),
    "two quarters together": ("the next two quarters", CALENDAR, "2005-Q2/2005-Q3"),
    "the quarter just ended": ("the quarter just ended", CALENDAR, "2005-Q1"),
    "the quarter just ended, where none is reported": ("the quarter just ended", Clock(2025, 10), "2025-Q3"),
    "the quarter": ("the quarter", CALENDAR, "2005-Q2"),
    "the quarter of which results are preliminary": ("the quarter", Clock(2005, 4, 1, 2005, is_expected=True), "2005-Q1"),
    "the quarter after one whose results are preliminary": ("the current quarter", Clock(2005, 4, 1, 2005, is_expected=True), "2005-Q2"),
    "the year just ended": ("the year just ended", Clock(2026, 1), "2025"),
    "the year just ended, which is reported": ("the fiscal year that has just ended", AFTER_YEAR, "2005"),
    "a quarter of next year": ("the first quarter of next year", Clock(2020, 2), "2021-Q1"),
    "a half of next year": ("the second half of next year", CALENDAR, "2006-H2"),
    "a half of this year": ("the second half of this year", CALENDAR, "2005-H2"),
    "a half of the year": ("the second half of the year", CALENDAR, "2005-H2"),
}


@pytest.mark.parametrize(("text", "clock", "name"), GOLDEN.values(), ids=GOLDEN)
def test_period(text, clock, name):
    (when,) = find_periods(text, clock)
    assert when.name == name
    assert not when.compared


COMPARED = {
    "over a year": "growth over 2003",
    "than a quarter": "higher than the first quarter of 2004",
    "versus": "growth vs. 2005",
    "consistent with": "growth consistent with the fourth quarter of 2004",
    "an average": "surpassing the monthly average for 2005",
    "compared with": "compared with revenue of $4.3 million in the fourth quarter of 2004",
}


@pytest.mark.parametrize("text", COMPARED.values(), ids=COMPARED)
def test_what_a_figure_is_compared_with(text):
    found = find_periods(text, CALENDAR)
    assert found
    assert all(when.compared for when in found)


NONE = {
    "debt": "long-term debt",
    "a year ago": "from a year ago",
    "a quarter of operation": "profitable in its second quarter of operation",
    "a modal verb": "sales may rise",
    "a year and a half": "within a year and a half",
    "a share": "of $20.05 million",
    "a meeting": "the annual meeting",
    "how often it came": "the 52nd consecutive annual increase",
    "year over year": "a growth of 12% on a year-over-year basis",
    "a model of growth": "the high end of its long-term growth model",
    "an audit of the year's end": "fees for the fiscal year end audit",
    "a rate over years": "a compound annual growth rate",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_what_is_no_period(text):
    assert [when.name for when in find_periods(text, CALENDAR)] == []


def test_the_quarter_is_the_one_named_before():
    assert [when.name for when in find_periods("We entered the September quarter with less backlog, and turns occur later in the quarter", JUNE)] == [
        "2007-09Q",
        "2007-09Q",
    ]


def test_the_year_beside_a_fourth_quarter_is_its_own():
    assert [when.name for when in find_periods("sales for the fourth quarter and full year", AFTER_YEAR)] == ["2005-Q4", "2005"]
    assert [when.name for when in find_periods("sales for the first quarter and full year", AFTER_YEAR)] == ["2006-Q1", "2006"]


OVER = {
    "the year that is reported": ("in 2005", AFTER_YEAR, True),
    "the year after it": ("in 2006", AFTER_YEAR, False),
    "the quarter that is reported": ("in the first quarter of 2005", CALENDAR, True),
    "the year of the quarter": ("in 2005", CALENDAR, False),
    "a quarter that ends in the month of the release": ("in the third quarter of 2005", Clock(2005, 9, 3, 2005), False),
    "a quarter that is expected": ("in the first quarter of 2005", Clock(2005, 4, 1, 2005, is_expected=True), False),
    "the quarter before it": ("in the fourth quarter of 2004", Clock(2005, 4, 1, 2005, is_expected=True), True),
    "the year of an expected quarter": ("in 2004", Clock(2005, 2, 4, 2004, is_expected=True), False),
    "nothing reported": ("in 2004", Clock(2005, 4), False),
}


@pytest.mark.parametrize(("text", "clock", "over"), OVER.values(), ids=OVER)
def test_whether_the_release_reports_it(text, clock, over):
    (when,) = find_periods(text, clock)
    assert when.over is over


CLOCKS = {
    "quarter and year ended": (
        "Acme Reports Fourth Quarter and Annual Results\nLIMA, Ohio, July 29 /PRNewswire/ -- Acme reported results for its fiscal fourth quarter and year ended June 30, 2003.",
        (2003, 7, 4, 2003, 6),
    ),
    "the year of a quarter that is ending": (
        "Acme Sees a Lower Third Quarter\nLIMA, Ohio, Sept. 14 /PRNewswire/ -- Acme expects less than in 1997 for the third quarter ending September 30, 1998.",
        (1998, 9, 3, 1998, 12),
    ),
    "a shareholder letter": (
        "Acme Q3 FY22 Shareholder Letter\n\nNovember 30, 2021\n\nWe closed the quarter with revenue of $8 million.",
        (2021, 11, 3, 2022, 1),
    ),
    "quarter in the headline": (
        "Acme Reports Q3 2007 Results\nLIMA, April 26, 2007 -- Acme reported results for the quarter ended March 31, 2007.",
        (2007, 4, 3, 2007, 6),
    ),
    "a fiscal year named by two": (
        "Acme: Second Quarter 2024-25 Results\nLIMA, Feb. 14, 2025 -- Acme reported results for the half ended December 31, 2024.",
        (2025, 2, 2, 2025, 6),
    ),
    "an event in a quarter": (
        "Acme to Buy Tarn\nLIMA, Sept. 6, 2018 -- Acme announced an agreement. The transaction is expected to close in the first quarter of 2019.",
        (2018, 9, 0, 0, 12),
    ),
    "a quarter of the last century": ("Acme Reports 1Q98 Results\nLIMA, April 22, 1998 -- Acme works on.", (1998, 4, 1, 1998, 12)),
    "a quarter and an apostrophe": ("Acme Reports Q3 '04 Results\nLIMA, Oct. 21, 2004 -- Acme works on.", (2004, 10, 3, 2004, 12)),
    "a calendar quarter that is expected in half a year": (
        "Acme Sees Growth\nLIMA, April 21, 2004 -- Acme works on. It expects growth in the fourth quarter of 2004.",
        (2004, 4, 0, 0, 12),
    ),
    "a year that is expected": (
        "Acme Announces Preliminary Full Year 2004 Results Above Plan\nLIMA, Jan. 11, 2005 -- Acme works on.",
        (2005, 1, 4, 2004, 12),
    ),
    "a retailer's year by the one before it": (
        "Acme Reports Second Quarter Results\nLIMA, Aug. 22, 2006 -- Acme reported results for the quarter ended July 29, 2006, up from fiscal 2005.",
        (2006, 8, 2, 2006, 1),
    ),
    "a retailer's year by its own number": (
        "Acme Reports Second Quarter Results\nLIMA, Aug. 22, 2006 -- Acme reported results for the quarter ended July 29, 2006, and sees growth in fiscal 2007.",
        (2006, 8, 2, 2007, 1),
    ),
    "a week's slip": (
        "Acme Reports Second Quarter Results\nLIMA, July 28, 2011 -- Acme reported sales for the quarter ended July 2, 2011.",
        (2011, 7, 2, 2011, 12),
    ),
}

FISCAL = {
    "over before its calendar namesake": (
        "Acme Reports Fiscal Second Quarter 2020 Results\nLIMA, Oct. 23, 2019 -- Acme reported results.",
        (2, 2020, False, (3, 2020)),
    ),
    "a fourth one": ("Acme Announces Fiscal 2020 Fourth Quarter Results\nLIMA, Feb. 27, 2020 -- Acme reported results.", (4, 2020, False, (1, 2021))),
    "long before its namesake": ("Acme Reports Third Quarter 2026 Results\nLIMA, March 4, 2026 -- Acme reported results.", (3, 2026, False, (4, 2026))),
    "one that is still expected": (
        "Acme Sees Fourth Quarter Loss\nLIMA, Dec. 6, 2019 -- Acme expects a loss for the fourth quarter of fiscal 2020.",
        (4, 2020, True, (4, 2020)),
    ),
    "a calendar quarter just over": ("Acme Reports First Quarter 2020 Results\nLIMA, April 2, 2020 -- Acme reported results.", (1, 2020, False, (2, 2020))),
    "guidance that a release updates": (
        "In the news release, Acme update on Q3 FY20 guidance, a word is wrong.\nLIMA, Feb. 26, 2020 -- Acme works on.",
        (3, 2020, True, (3, 2020)),
    ),
    "a title with a dash": ("Acme fourth quarter 2025 - high activity\nLIMA, Feb. 11, 2026 -- Acme works on.", (4, 2025, False, (1, 2026))),
    "an invitation with a dash": ("Invitation to Acme fourth quarter 2025 - online\nLIMA, Jan. 11, 2026 -- Acme works on.", (0, 0, False, (1, 2026))),
    "coverage long after": (
        "Broker Updates Coverage of Acme for Fourth Quarter 2024\nLIMA, March 19, 2025 -- The note is out.",
        (4, 2024, False, (1, 2025)),
    ),
}


@pytest.mark.parametrize(("text", "expected"), FISCAL.values(), ids=FISCAL)
def test_quarters_of_fiscal_years(text, expected):
    clock = read_clock(text)
    assert (clock.reported_quarter, clock.reported_year, clock.is_preannouncement, clock.next_quarter(1)) == expected


def test_a_release_without_a_year_resolves_nothing():
    clock = read_clock("Acme Sees Growth\n\nAcme expects revenue of $5 million in the third quarter and $20 million for the full year.")
    assert clock.year == 0
    assert find_periods("in the third quarter and the full year", clock) == []


@pytest.mark.parametrize(("text", "expected"), CLOCKS.values(), ids=CLOCKS)
def test_clock(text, expected):
    clock = read_clock(text)
    assert (clock.year, clock.month, clock.reported_quarter, clock.reported_year, clock.end_month) == expected


@pytest.mark.parametrize(("verbs", "expected"), [("Reports Preliminary", True), ("Reports", False)])
def test_whether_the_results_of_a_year_are_still_expected(verbs, expected):
    assert read_clock(f"Acme {verbs} Full Year 2004 Results\nLIMA, Jan. 11, 2005 -- Acme works on.").is_expected is expected


@pytest.mark.parametrize(("verbs", "expected"), [("announced preliminary", True), ("announced", False)])
def test_whether_results_are_still_expected_of_which_much_is_said(verbs, expected):
    text = f"LIMA, Jan. 24, 2014 -- Acme {verbs} cash costs and all-in sustaining costs per ounce sold for the full year and fourth quarter of 2013."
    assert read_clock(text).is_expected is expected


def test_the_year_of_results_that_are_still_expected():
    expected, reported = (Clock(2026, 2, 4, 2025, is_expected=known) for known in (True, False))
    assert [when.name for when in find_periods("net sales for the full year", expected)] == ["2025"]
    assert [when.name for when in find_periods("net sales for the full year", reported)] == ["2026"]
    assert [when.name for when in find_periods("this year", expected)] == ["2026"]
