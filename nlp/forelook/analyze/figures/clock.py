"""The release's own clock: its date, and the quarter and year that it reports.

In: the text. Out: a Clock, by which words like "the third quarter" and "next year" resolve. Kept small, so that the header of a
Release can take its place.
"""

from __future__ import annotations

import re
from collections import Counter

import msgspec
from msgspec import Struct

MONTHS = {name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Mar\.|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
_YEAR = r"(?:19|20)\d\d"
_HEAD = 2500  # characters in which a release says its date and what it reports
_DATE = re.compile(rf"\b({MONTH})\s+(\d{{1,2}})(?:(?:st|nd|rd|th)\b)?(?:,?\s+({_YEAR}))?(?!\d)|\b(\d{{1,2}})\s+({MONTH})\s+({_YEAR})|\b(\d{{1,2}})/(\d{{1,2}})/((?:19|20)?\d\d)\b", re.IGNORECASE)
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_REPORTED = re.compile(
    rf"\b(?:(?P<fy0>fiscal|FY)?[\s-]*(?:year\s+)?(?P<year0>{_YEAR})?[\s,-]*(?P<fy1>fiscal\s+)?(?:(?P<nth>first|second|third|fourth)(?P<fy2>[\s-]+fiscal)?[\s-]+quarter|Q(?P<q>[1-4])\b|(?P<q2>[1-4])Q))"
    rf"(?:(?:\s+and\s+(?:full[\s-]|fiscal[\s-])?(?:year|annual|twelve|six|nine|first)[\w\s-]{{0,30}}?)?[\s,-]*(?:(?:of|for|in)\s+)?(?:the\s+|its\s+)?(?P<fy3>fiscal(?:\s+year)?|FY|year|calendar(?:\s+year)?)?[\s-]*(?P<year>{_YEAR}|(?<=FY)\d\d|(?<=Q)\d\d)\b)?",
    re.IGNORECASE,
)
_ENDED = re.compile(rf"\b(?:quarter|months|period|year|weeks)[\w\s,()-]{{0,30}}?\s+ended\s+({MONTH})\s+(\d{{1,2}})(?:,?\s*({_YEAR}))?", re.IGNORECASE)
_FULL_YEAR = re.compile(rf"\b(?:full[\s-]year|year[\s-]end|annual|fiscal(?:\s+year)?|FY)\s*({_YEAR})?\s*(?:results|earnings|revenue|net\s+income|sales)", re.IGNORECASE)
_FISCAL_YEAR = re.compile(rf"\bfiscal\s+(?:year\s+)?({_YEAR})|\bFY\s?({_YEAR}|\d\d)\b", re.IGNORECASE)
_RESULTS = re.compile(r"\b(?:reports?|reported|reporting|results|earnings|posts?|posted|preliminary|revenues?|sales|income|loss|profits?)\b", re.IGNORECASE)
_AHEAD = re.compile(r"\b(?:preliminary|expects?|sees|anticipates?|outlook|guidance|estimates?|forecasts?|will|to\s+(?:report|exceed)|warns?|revises?|lowers?|raises?|updates?|comment)\b", re.IGNORECASE)


def quarter_of(month: int) -> int:
    """Return the calendar quarter of a month."""
    return (month + 2) // 3


class Clock(Struct, frozen=True):
    """What a release says of its own time."""

    year: int  # of the release
    month: int  # 0 where it gives none
    reported_quarter: int = 0  # 0 where it reports none
    reported_year: int = 0
    end_month: int = 12  # in which the fiscal year ends
    fiscal_years: bool = False  # the reporting period is called fiscal
    is_preannouncement: bool = False
    guided_year: int = 0  # the year that full-year guidance is for, where the text names it

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
    def full_year(self) -> int:
        """The year that "the full year" means."""
        return self.guided_year or self.current_year

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
        if self.reported_year and month == self.end_month and month <= 2 and self.reported_year in (year - 1, year - 2) and self.fiscal_years:
            return year - 1
        return year


def read_clock(text: str) -> Clock:
    """Return what the text says of its date and of the quarter it reports."""
    head = text[:_HEAD]
    year, month = _find_date(head, text)
    end = _ENDED.search(head)
    end_month = MONTHS[end.group(1)[:3].lower()] if end else 0
    ended_year = int(end.group(3)) if end and end.group(3) else 0
    best = None
    for match in _REPORTED.finditer(head[:1800]):
        line = head[max(0, match.start() - 120) : match.end() + 120]
        if _RESULTS.search(line) and (best is None or (not _year_in(best) and _year_in(match) and _number(match) == _number(best))):
            best = match
            if _year_in(match):
                break
    fiscal = bool(re.search(r"\bfiscal\b|\bFY\s?\d", head, re.IGNORECASE))
    if best is None:
        full = _FULL_YEAR.search(head[:1200])
        if full and _RESULTS.search(head[max(0, full.start() - 100) : full.end() + 20]) and not _AHEAD.search(head[max(0, full.start() - 60) : full.end() + 30]):
            reported = int(full.group(1)) if full.group(1) else ended_year or year - (month <= 4)
            return _guide(text, Clock(year, month, 4, reported, end_month or 12, fiscal))
        ends = re.search(rf"fiscal\s+year\s+(?:that\s+)?(?:ending|ends|ended|will\s+end)\s+({MONTH})", head, re.IGNORECASE)
        return _guide(text, Clock(year, month, 0, 0, MONTHS[ends.group(1)[:3].lower()] if ends else 12, fiscal))
    quarter = _number(best)
    printed = _year_in(best)
    if printed and printed < year - 1:  # what the quarter is compared with
        printed = 0
    fiscal = fiscal or bool(best.group("fy0") or best.group("fy1") or best.group("fy2") or best.group("fy3"))
    # The quarter's last month places the end of the fiscal year.
    year_end = (end_month - 1 + 3 * (4 - quarter)) % 12 + 1 if end_month and "year" not in end.group().lower()[:5] else end_month if end_month else 12  # type: ignore[union-attr]
    if printed:
        reported = printed
    elif ended_year:
        reported = ended_year + (end_month - 1 + 3 * (4 - quarter)) // 12 if "year" not in end.group().lower()[:5] else ended_year  # type: ignore[union-attr]
    else:
        reported = year - (quarter == 4 and 0 < month <= 6 and year_end == 12)
    ahead = month and year_end == 12 and not (year, month) > (reported, 3 * quarter)
    return _guide(text, Clock(year, month, quarter, reported, year_end, fiscal, bool(ahead)))


def _number(match: re.Match[str]) -> int:
    return int(match.group("q") or match.group("q2") or _NTH[match.group("nth").lower()])


def _year_in(match: re.Match[str]) -> int:
    printed = match.group("year") or match.group("year0")
    if not printed:
        return 0
    return int(printed) if len(printed) == 4 else 2000 + int(printed)


def _find_date(head: str, text: str) -> tuple[int, int]:
    """Return year and month of the first full date; of a dateline without a year, the month with the latest year that the head names often."""
    months = []
    for match in _DATE.finditer(head):
        if re.search(r"\b(?:ended|ending|ends|through|of|at|since)\s+$", head[max(0, match.start() - 10) : match.start()]):
            continue
        if match.group(3):
            return int(match.group(3)), MONTHS[match.group(1)[:3].lower()]
        if match.group(6):
            return int(match.group(6)), MONTHS[match.group(5)[:3].lower()]
        if match.group(9):
            printed = int(match.group(9))
            return printed if printed > 99 else 2000 + printed if printed < 70 else 1900 + printed, min(int(match.group(7)), 12)
        months.append(MONTHS[match.group(1)[:3].lower()])
    years = Counter(int(found) for found in re.findall(rf"(?<![\d,.$]){_YEAR}(?![\d,%])", head) or re.findall(rf"(?<![\d,.$]){_YEAR}(?![\d,%])", text))
    month = months[0] if months else 0
    if not years:
        return 2000, month
    common = max(years, key=lambda found: (years[found], found))
    ended = _ENDED.search(head)
    if ended and ended.group(3):
        common = int(ended.group(3)) + (0 < month < MONTHS[ended.group(1)[:3].lower()])
    return common, month


def _guide(text: str, clock: Clock) -> Clock:
    """Return the clock with the year that the guidance names, where the reported year is complete or no quarter is reported."""
    if clock.reported_quarter and not clock.reports_full_year:
        return clock
    counts: Counter[int] = Counter()
    for match in re.finditer(rf"(?:full[\s-]year|fiscal(?:\s+year)?|FY|for|in|during|outlook|guidance)\s+(?:the\s+year\s+)?(?:fiscal\s+)?({_YEAR})\b(?:\s+(?:guidance|outlook))?", text[:20000], re.IGNORECASE):
        counts[int(match.group(1))] += 1
    ahead = {year: count for year, count in counts.items() if clock.current_year <= year <= clock.current_year + 1}
    if not ahead:
        return clock
    return msgspec.structs.replace(clock, guided_year=max(ahead, key=lambda year: (ahead[year], -year)))
