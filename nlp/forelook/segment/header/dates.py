"""Dates as releases write them, and the year of one that is written without.

In: a text. Out: `Day`s with their places, and `datetime.date`s.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from forelook.months import MONTHS, month_pattern
from forelook.segment.days import find_day_signs

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_YEAR = r"(?:19|20)\d\d"
_MONTH = "|".join((month_pattern(), month_pattern().upper()))
# Tried where segment/days.pyx finds that they may match; its rules derive from what is written here.
_MONTH_FIRST = re.compile(rf"(?P<month>{_MONTH})\s*(?P<day>\d{{1,2}})(?!\d)(?:(?:st|nd|rd|th)\b)?(?:\s*[,.]?\s*(?P<year>{_YEAR})(?!\d))?")
_DIGITS_FIRST = re.compile(
    rf"""[0-9](?<![\d.,$/-][0-9])(?:
        (?<=(?P<first>[0-9]))(?P<second>\d)?(?:st|nd|rd|th)?\s+(?P<month>{_MONTH}),?\s+(?P<year>{_YEAR})(?!\d)
      | (?<=(?P<us_first>[0-9]))(?P<us_second>\d)?/(?P<us_day>\d{{1,2}})/(?P<us_year>{_YEAR}|\d\d)(?![\d/])
      | (?<=(?P<iso_first>[12]))(?P<iso_rest>\d{{3}})-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)(?!\d)
    )""",
    re.VERBOSE,
)
_WEEKDAY = re.compile(r"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,?\s+$", re.IGNORECASE)
_ENDED = re.compile(r"\b(?:ended|ending|as\s+of)\s*$", re.IGNORECASE)
_ANY_YEAR = re.compile(r"[12](?<![\d$.,/][12])(?:(?<=1)9|(?<=2)0)\d\d(?![\d%])")
_COPYRIGHT = re.compile(rf"(?:\([Cc]\)|©|[Cc]opyright|COPYRIGHT)[\s,]*({_YEAR})")
_ADDRESSES = {
    mark: re.compile(re.escape(mark) + rest)
    for mark, rest in (("businesswire.com/news/home/", r"(\d{4})(\d\d)(\d\d)\d"), ("/news-release/", r"(\d{4})/(\d\d)/(\d\d)/"))
}
_NEAR = 8000  # characters in which a release says enough of its time
_NEWEST_PAST_DAYS = 300  # a release that reports a period comes within so many days of its end
_SAME_WEEK_DAYS = 45  # a weekday named beside a day without a year belongs to the release's own year if the two lie so close


class Day(NamedTuple):
    """A day as it is written: its place in the text, and its parts; the year may be missing."""

    start: int
    end: int
    year: int | None
    month: int
    day: int
    weekday: int | None  # 0 is Monday

    def on(self, year: int) -> date | None:
        """Return this day in `year`, None if that year has none."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None

    @property
    def date(self) -> date | None:
        """The date, None where the year is missing or there is no such day."""
        return None if self.year is None else self.on(self.year)


def find_days(text: str, start: int, end: int) -> list[Day]:
    """Return the days written in `text[start:end]`, in order."""
    months, figures = find_day_signs(text, start, end)
    if not months and not figures:
        return []
    days = [_read(text, match) for match in _match_at(_MONTH_FIRST, text, months, end)]
    days += [_read(text, match) for match in _match_at(_DIGITS_FIRST, text, figures, end)]
    return sorted(day for day in days if 1 <= day.month <= 12 and 1 <= day.day <= 31)


def _match_at(expression: re.Pattern[str], text: str, places: list[int], end: int) -> Iterator[re.Match[str]]:
    """Yield what `expression.finditer` does, given all places at which it may match."""
    last = 0
    for place in places:
        if place >= last and (match := expression.match(text, place, end)) is not None:
            last = match.end()
            yield match


def _read(text: str, match: re.Match[str]) -> Day:
    start, end = match.span()
    group = match.groupdict()
    year = int(group["year"]) if group.get("year") else None
    if group.get("day"):
        weekday = _WEEKDAY.search(text, max(0, start - 12), start)
        return Day(start, end, year, MONTHS[group["month"][:3].lower()], int(group["day"]), _WEEKDAYS.index(weekday[1].lower()) if weekday else None)
    if group["month"]:
        return Day(start, end, year, MONTHS[group["month"][:3].lower()], int(group["first"] + (group["second"] or "")), None)
    if group["us_day"]:
        year = int(group["us_year"])
        year += 0 if year > 99 else 1900 if year >= 90 else 2000
        return Day(start, end, year, int(group["us_first"] + (group["us_second"] or "")), int(group["us_day"]), None)
    return Day(start, end, int(group["iso_first"] + group["iso_rest"]), int(group["iso_month"]), int(group["iso_day"]), None)


def read_address(text: str) -> date | None:
    """Return the day in the wire's own web address of the release, where the text gives that."""
    for mark, expression in _ADDRESSES.items():
        at = text.find(mark)
        if at >= 0 and (match := expression.match(text, at)) is not None:
            try:
                return date(*map(int, match.groups()))
            except ValueError:
                return None
    return None


def find_year(day: Day, text: str, filed: date | None) -> date | None:
    """Return the date of a release dated without a year, None where nothing in the text gives the year.

    The year comes from the first of these that there is: the day of filing; the same day written whole; a copyright; the web address; a weekday; the
    newest day that it reports as past.
    """
    if filed is not None:
        return _nearest(day, filed)
    others = find_days(text, 0, min(len(text), _NEAR))
    for other in others:
        if other.year is not None and (other.month, other.day) == (day.month, day.day):
            return other.date
    if copyright_ := _COPYRIGHT.search(text, 0, min(len(text), _NEAR)):
        return day.on(int(copyright_[1]))
    if address := read_address(text):
        return _nearest(day, address)
    past = [other.date for other in others if other.year is not None and _ENDED.search(text, max(0, other.start - 12), other.start)]
    newest = max((found for found in past if found is not None), default=None)
    return _by_weekday(day, others, text) or (_after(day, newest) if newest else None)


def _nearest(day: Day, known: date) -> date | None:
    days = [found for year in (known.year - 1, known.year, known.year + 1) if (found := day.on(year)) is not None]
    return min(days, key=lambda found: abs((found - known).days), default=None)


def _after(day: Day, newest: date) -> date | None:
    for year in (newest.year, newest.year + 1):
        found = day.on(year)
        if found is not None and 0 <= (found - newest).days <= _NEWEST_PAST_DAYS:
            return found
    return None


def _by_weekday(day: Day, others: list[Day], text: str) -> date | None:
    """Return the day in the one year, among those that the text names and their neighbours, in which the weekdays are right that it names."""
    named = [other for other in others if other.weekday is not None and other.year is None]
    if not named:
        return None
    years = {int(match[0]) for match in _ANY_YEAR.finditer(text, 0, min(len(text), _NEAR))}
    fitting = [own for year in sorted({near for year in years for near in (year - 1, year, year + 1)}) if (own := day.on(year)) and _fits(own, named)]
    return fitting[0] if len(fitting) == 1 else None


def _fits(own: date, named: list[Day]) -> bool:
    """Return whether the weekdays of the days near `own` are those named, and there is one."""
    near = [(found, other.weekday) for other in named if (found := other.on(own.year)) is not None and abs((found - own).days) <= _SAME_WEEK_DAYS]
    return bool(near) and all(found.weekday() == weekday for found, weekday in near)
