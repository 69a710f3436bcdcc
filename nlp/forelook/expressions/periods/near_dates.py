"""The year of a release whose dateline gives none, by the full dates and days of the week in it.

In: its folded text and the month of the dateline. Out: the year to which most dates point: of a date some months before or after the release, or of a day
of the week, which falls on a date in few years.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter

from forelook.expressions.periods.clock import MONTH, YEAR
from forelook.expressions.words.cues import cue
from forelook.months import MONTHS

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY = cue(rf"\b(?:(?P<weekday>{'|'.join(_WEEKDAYS)}),?\s+(?:the\s+)?)?(?P<month>{MONTH})\s+(?P<day>\d{{1,2}})(?:,\s*(?P<year>{YEAR}))?(?!\d)")
_BEFORE, _AFTER = 3, 4  # months before and after the release in which a full date tells its year
_YEARS = 3  # before and after the guessed year, of which a day of the week tells one


def find_near_year(text: str, month: int, guessed: int) -> int:
    """Return the year of a release of a month, `guessed` where no date tells one near it; a day of the week counts twice, and the one guessed wins a tie."""
    votes: Counter[int] = Counter()
    for match in _DAY.finditer(text):
        of = MONTHS[match["month"][:3]]
        if match["year"]:
            apart = {year: (int(match["year"]) - year) * 12 + of - month for year in (guessed - 1, guessed, guessed + 1)}
            votes.update(year for year, months in apart.items() if -_BEFORE <= months <= _AFTER)
        elif match["weekday"]:
            votes.update(2 * _years_of(match["weekday"], of, int(match["day"]), month, guessed))
    return max(votes, key=lambda year: (votes[year], year == guessed, year), default=guessed)


def _years_of(weekday: str, month: int, day: int, released: int, guessed: int) -> list[int]:
    """Return the years near the guessed one in which a release of a month names a day that falls on this day of the week."""
    found = []
    for year in range(guessed - _YEARS, guessed + _YEARS + 1):
        try:
            date = dt.date(year + (month < released - _BEFORE), month, day)
        except ValueError:
            continue
        if date.weekday() == _WEEKDAYS.index(weekday):
            found.append(year)
    return found
