"""The release's own clock: its date, and the quarter and year that it reports.

In: what clock_reading.py found. Out: a Clock, by which words like "the third quarter" and "next year" resolve.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from msgspec import Struct

T = TypeVar("T")
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Mar\.|Apr\.?|Jun\.?|Jul\.?|Aug\.?"
    r"|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
"""A month's name or abbreviation, as a pattern."""
YEAR = r"(?:19|20)\d\d"
SLIP = 7
"""Days by which a period of weeks ends after its month."""


def quarter_of(month: int) -> int:
    """Return the calendar quarter of a month."""
    return (month + 2) // 3


class Once(Generic[T]):
    """A question that is asked at most once; its answer is kept."""

    __slots__ = ("_answer", "_ask")

    def __init__(self, ask: Callable[[], T]) -> None:
        self._ask: Callable[[], T] | None = ask

    def __call__(self) -> T:
        """Return the answer."""
        if self._ask is not None:
            self._answer, self._ask = self._ask(), None
        return self._answer


class Clock(Struct, frozen=True):
    """What a release says of its own time."""

    year: int  # of the release, 0 where nothing says so
    month: int  # 0 where it gives none
    reported_quarter: int = 0  # 0 where it reports none
    reported_year: int = 0
    end_month: int = 12  # in which the fiscal year ends
    fiscal_years: bool = False  # the reporting period is called fiscal
    is_preannouncement: bool = False
    is_expected: bool = False  # the results of the reported quarter are preliminary, or still expected
    guided: Callable[[], int] = int  # gives the year that full-year guidance is for, 0 where the text names none
    named: Callable[[], frozenset[int]] = frozenset  # gives the years that the text calls fiscal

    @property
    def month_index(self) -> int:
        """Months since the year 0, of the release."""
        return self.year * 12 + (self.month or 6) - 1

    @property
    def reports_full_year(self) -> bool:
        """Whether a year is complete: the fourth quarter is reported."""
        return self.reported_quarter == 4

    @property
    def current_year(self) -> int:
        """The fiscal year in which the release stands."""
        if self.reported_quarter:
            return self.reported_year + (self.reported_quarter == 4 and not self.is_preannouncement)
        return self.year + (0 < self.end_month < (self.month or 1) and self.end_month != 12)

    @property
    def next_year(self) -> int:
        """The year that "next year" means: the one after that in which the release stands, or after the one that it reports."""
        return self.guided() or self.current_year if self.reports_full_year else self.current_year + 1

    @property
    def full_year(self) -> int:
        """The year that "the full year" means: the one reported where its results are still expected and no other is guided for."""
        return self.guided() or self.current_year - (self.is_expected and self.reports_full_year and not self.is_preannouncement)

    def is_over(self, name: str) -> bool:
        """Return whether a quarter or year, by its name, is one that the release reports, or one before it."""
        is_quarter = name[4:-1] == "-Q"
        if not self.reported_year or self.is_preannouncement or not name[:4].isdigit() or not (is_quarter or name.isdigit()):
            return False
        year, quarter = int(name[:4]), int(name[-1]) if is_quarter else 4
        if self.month and year * 12 + self.end_month - 3 * (4 - quarter) >= self.year * 12 + self.month:
            return False  # it ends in the month of the release, or later
        last = self.reported_quarter - self.is_expected
        return (year, quarter) <= (self.reported_year, last) if is_quarter else year <= self.reported_year - (last < quarter)

    def next_quarter(self, count: int) -> tuple[int, int]:
        """Return number and year of the quarter that comes `count` after the one reported, or after the one before the date."""
        quarter, year = self.reported_quarter, self.reported_year
        if not quarter:
            quarter, year = self._quarter_before()
        if self.is_preannouncement and self.reported_quarter:
            count -= 1
        index = year * 4 + quarter - 1 + count
        return index % 4 + 1, index // 4

    def _quarter_before(self) -> tuple[int, int]:
        """Return number and year of the quarter before that of the date."""
        past = (self.month or 6) - self.end_month - 1
        quarter = past % 12 // 3 + 1
        year = self.current_year
        return (quarter - 1, year) if quarter > 1 else (4, year - 1)

    def year_of_quarter(self, number: int) -> int:
        """Return the year of a quarter said without one: the reported quarter, or the first such quarter after it."""
        if self.reported_quarter:
            return self.reported_year + (number < self.reported_quarter)
        if self.fiscal_years and (guided := self.guided()):
            return guided
        quarter, year = self._quarter_before()
        return year if number >= quarter else year + 1

    def year_of_half(self, number: int) -> int:
        """Return the year of a half said without one."""
        if self.reported_quarter:
            return self.reported_year + (self.reported_quarter == 4 or (number == 1 and self.reported_quarter > 1))
        return self.current_year + (number == 1 and (self.month or 1) > 7 and self.end_month == 12)

    def year_of_month(self, month: int) -> int:
        """Return the year of a month said without one: that of the release, or the next where it is long past."""
        return self.year + (month < (self.month or 1) - 3)

    def fiscal_year(self, quarter: int, month: int, year: int | None) -> int:
        """Return the fiscal year of a quarter that ends in a month of a calendar year: the year in which it ends."""
        ends = month - 1 + 3 * (4 - quarter)
        return (year or self.year_of_month(month)) + ends // 12

    def name_year(self, year: int, month: int) -> int:
        """Return the number of the fiscal year that ends in a month of a year; the release's own number where that is one less."""
        if month <= 2 and year not in self.named() and year - 1 in self.named():
            return year - 1
        return year
