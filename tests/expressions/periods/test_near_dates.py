"""The year of a dateline without one, by the dates and days of the week in the release."""

from __future__ import annotations

import pytest

from forelook.expressions.periods.clock_reading import read_clock
from forelook.expressions.periods.near_dates import find_near_year

GOLDEN = {
    "a date soon after": ("the offer expires on march 9, 1999.", 2, 2000, 1999),
    "a date of next year, soon after": ("the meeting is on january 5, 2005.", 12, 2005, 2004),
    "a date shortly before": ("for the quarter to march 31, 2004", 5, 2003, 2004),
    "a date long after": ("the note is due on october 31, 2004.", 2, 2003, 2003),
    "a date of another time": ("a patent that runs to august 19, 2017", 5, 2007, 2007),
    "a day of the week": ("a call on wednesday, april 25 at 10 a.m.", 4, 2003, 2001),
    "a day of the week of next year": ("a call on tuesday, january 6", 12, 2002, 2003),
    "a day of the week against a date": ("on friday, june 14. the lease ends on august 31, 2001.", 6, 2001, 2002),
    "as many dates for two years": ("on may 1, 2003 and may 1, 2004", 5, 2004, 2004),
    "a day that the year lacks": ("on friday, february 29", 2, 2001, 2001),
    "no date": ("nothing is dated here", 5, 2003, 2003),
}


@pytest.mark.parametrize(("text", "month", "guessed", "year"), GOLDEN.values(), ids=GOLDEN)
def test_year(text, month, guessed, year):
    assert find_near_year(text, month, guessed) == year


def test_a_dateline_takes_its_year_from_a_day_of_the_week():
    text = "Acme Opens a Depot\n\nLIMA, Ohio, March 9 /PRNewswire/ -- Acme, which had opened two depots in 1997 alone, opens a third on {}."
    assert [read_clock(text.format(day)).year for day in ("Wednesday, May 6", "May 6")] == [1998, 1997]


ENDING = {
    "a quarter that is running": ("Acme said on that sales for its fiscal third quarter, ending March 28, 1999, will rise.", (3, 1999, True, (3, 1999))),
    "a quarter without a year": ("Acme expects that sales for its third quarter, ending March 28, will rise.", (3, 1999, True, (3, 1999))),
    "a quarter that is over": ("Acme reported sales for its third quarter ended March 28, 1999.", (3, 1999, False, (4, 1999))),
}


@pytest.mark.parametrize(("sentence", "expected"), ENDING.values(), ids=ENDING)
def test_a_quarter_that_will_end(sentence, expected):
    month = "April" if "ended" in sentence else "March"
    clock = read_clock(f"Acme Comments on Sales\n\nLIMA, Ohio, {month} 9, 1999 -- {sentence}")
    assert (clock.reported_quarter, clock.reported_year, clock.is_preannouncement, clock.next_quarter(1)) == expected
