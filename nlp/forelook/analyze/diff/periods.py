"""Order of periods of guidance: which comes after which, and which had ended when a release came out.

In: names of periods as in figures ("2026", "2026-Q3"), and dates. Out: booleans. Fiscal periods are treated as calendar periods: most end earlier.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

_PERIOD = re.compile(r"(?P<year>\d{4})(?:-(?:Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<month>\d{2})(?P<ended>Q)?))?$")
_YEAR = 12  # months; a period further off is another plan, not the next period


class PeriodEnd(NamedTuple):
    """The length of a period in months, and the month in which it ends, counted from the year 0."""

    length: int
    month: int


def find_end(name: str | None) -> PeriodEnd | None:
    """Return the length and end of a year, half, quarter or month; None for other periods."""
    match = _PERIOD.match(name or "")
    if match is None:
        return None
    first = int(match["year"]) * 12
    if match["quarter"]:
        return PeriodEnd(3, first + 3 * int(match["quarter"]))
    if match["half"]:
        return PeriodEnd(6, first + 6 * int(match["half"]))
    if match["month"]:
        return PeriodEnd(3 if match["ended"] else 1, first + int(match["month"]))
    return PeriodEnd(12, first + 12)


def comes_after(old: str | None, new: str | None) -> bool:
    """Return whether `new` is as long as `old` and ends later, by at most a year."""
    before, after = find_end(old), find_end(new)
    return before is not None and after is not None and before.length == after.length and 0 < after.month - before.month <= _YEAR


def is_over(name: str | None, day: date | None) -> bool:
    """Return whether a period had ended by a day; False where either is unknown."""
    end = find_end(name)
    return end is not None and day is not None and day.year * 12 + day.month > end.month
