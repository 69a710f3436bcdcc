"""Dates in a release: full dates, bare years, and the months between two dates.

In: a text. Out: `datetime.date`s with their spans.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from forelook.months import MONTHS, month_pattern
from forelook.spans import Span

_MONTH = rf"(?P<month>{month_pattern()})\.?"
DATE = re.compile(rf"\b(?:{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)\b)", re.IGNORECASE)
DAY_FIRST = re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
SLASHED = re.compile(r"\b(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>(?:19|20)\d\d)\b")
NO_YEAR = re.compile(rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})\b(?!,?\s+(?:19|20)\d\d)", re.IGNORECASE)
YEAR = re.compile(r"(?<![\d/$.,])(?:19|20)\d\d(?!\d)")


def read_date(match: re.Match[str], year: int | None = None) -> date | None:
    """Return the date that a match of one of the expressions above names, None if no such day exists; `year` replaces the year of the match."""
    month = match["month"][:3].lower()
    number = int(match["month"]) if month.isdigit() or match["month"].isdigit() else MONTHS[month]
    try:
        return date(year if year is not None else int(match["year"]), number, int(match["day"]))
    except ValueError:
        return None


def find_dates(text: str, start: int, end: int) -> Iterator[tuple[date, Span]]:
    """Yield the full dates in `text[start:end]` with their spans, in order."""
    found = [match for expression in (DATE, DAY_FIRST, SLASHED) for match in expression.finditer(text, start, end)]
    for match in sorted(found, key=re.Match.start):
        day = read_date(match)
        if day is not None:
            yield day, match.span()


def months_between(earlier: date, later: date) -> float:
    """Return the months between two dates; the fraction counts days as parts of 31."""
    return (later.year - earlier.year) * 12 + (later.month - earlier.month) + (later.day - earlier.day) / 31
