"""Days as releases write them, and the year of one written without."""

from __future__ import annotations

from datetime import date

import pytest

from forelook.segment.header import find_days, find_year


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("MIAMI, July 29, 2003 --", date(2003, 7, 29)),
        ("MIAMI, JULY 29, 2003 --", date(2003, 7, 29)),
        ("Sept. 3, 2019", date(2019, 9, 3)),
        ("February13, 2025", date(2025, 2, 13)),
        ("May 1st 2001", date(2001, 5, 1)),
        ("3 March 2020", date(2020, 3, 3)),
        ("(21 October, 2020)", date(2020, 10, 21)),
        ("02/15/2002", date(2002, 2, 15)),
        ("4/6/01, 4:11p", date(2001, 4, 6)),
        ("1/3/97", date(1997, 1, 3)),
        ("2024-11-05", date(2024, 11, 5)),
    ],
)
def test_a_day_is_read(text: str, day: date) -> None:
    (found,) = find_days(text, 0, len(text))
    assert found.date == day


@pytest.mark.parametrize(
    "text", ["in 2024", "$1.2/3.4", "13/45/2001", "Marchand 5", "up 5 May", "1-800-555-1234", "Q1/2024", "decem 5", "24/7 service", "Junebug 12"]
)
def test_what_is_no_day(text: str) -> None:
    assert not [day for day in find_days(text, 0, len(text)) if day.date]


def test_no_such_day() -> None:
    (found,) = find_days("Feb. 30, 2024", 0, 13)
    assert found.date is None


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("HOUSTON, Feb. 15 /PRNewswire/ -- Sales fell.\n02/15/2002", 2002),
        ("HOUSTON, Feb. 15 /PRNewswire/ -- Sales fell. (c) 2002 Acme", 2002),
        ("HOUSTON, Feb. 15 /PRNewswire/ -- for the quarter ended December 31, 2003.", 2004),
        ("HOUSTON, July 29 /PRNewswire/ -- for the quarter ended June 30, 2003.", 2003),
        ("HOUSTON, Dec. 11 /PRNewswire/ -- Work began on Thursday, December 7, to end in the summer of 2001.", 2000),
        ("HOUSTON, Feb. 15 /PRNewswire/ -- https://www.businesswire.com/news/home/20190215005136/en/", 2019),
        ("HOUSTON, Dec. 31 /x/ -- https://www.globenewswire.com/news-release/2019/01/02/1/0/en/x.html", 2018),
    ],
    ids=["whole", "copyright", "over the year's end", "period", "weekday", "address", "address of the next year"],
)
def test_the_year_is_found(text: str, year: int) -> None:
    day = find_days(text, 0, 30)[0]
    assert day.year is None
    assert find_year(day, text, None) == day.on(year)


def test_the_day_of_filing_tells_the_year_first() -> None:
    text = "HOUSTON, Dec. 30 -- Acme grew. (c) 1999"
    assert find_year(find_days(text, 0, 20)[0], text, date(2006, 1, 3)) == date(2005, 12, 30)


@pytest.mark.parametrize("text", ["HOUSTON, May 23 -- to open in 2004.", "HOUSTON, May 23 -- on Monday, May 28, nothing of a year."])
def test_a_year_that_nothing_tells_is_not_guessed(text: str) -> None:
    assert find_year(find_days(text, 0, 20)[0], text, None) is None
