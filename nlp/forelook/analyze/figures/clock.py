"""The release's own clock: its date, and the quarter and year that it reports.

In: the text. Out: a Clock, by which words like "the third quarter" and "next year" resolve. Kept small, so that the header of a
Release can take its place.
"""

from __future__ import annotations

import re
from collections import Counter

import msgspec
from msgspec import Struct

MONTHS = {name: number for number, name in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1)}
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Mar\.|Apr\.?|Jun\.?|Jul\.?|Aug\.?"
    r"|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_YEAR = r"(?:19|20)\d\d"
_HEAD = 2500  # characters in which a release says its date and what it reports
_DATE = re.compile(
    rf"\b({MONTH})\s+(\d{{1,2}})(?:(?:st|nd|rd|th)\b)?(?:,?\s+({_YEAR}))?(?!\d)|\b(\d{{1,2}})\s+({MONTH})\s+({_YEAR})"
    rf"|\b(\d{{1,2}})/(\d{{1,2}})/((?:19|20)?\d\d)\b",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"\s*(?:/|--|—|–|\()")
_ANY_YEAR = re.compile(rf"(?<![\d,.$]){_YEAR}(?![\d,%])")
_FAR = re.compile(r"\b(?:until|by|through|due|expires?|before|since|beyond|matur\w+|founded|incorporated|established)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
_ENDED_BEFORE = re.compile(r"\bended[^.]{0,25}$", re.IGNORECASE)
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_QUARTER = re.compile(
    rf"\b(?:(?P<fy0>fiscal|FY)?[\s-]*(?:year\s+)?(?P<year0>{_YEAR})?[\s,-]*(?P<fy1>fiscal\s+)?(?:(?P<nth>first|second|third"
    rf"|fourth)(?P<fy2>[\s-]+fiscal)?[\s-]+quarter|Q(?P<q>[1-4])\b|(?P<q2>[1-4])Q))"
    rf"(?:(?:\s+and\s+(?:full[\s-]|fiscal[\s-])?(?:year|annual|twelve|six|nine|first)[\w\s-]{{0,8}}?)?[\s,-]*(?:(?:of|for|in)\s+)?(?:the\s+"
    rf"|its\s+)?(?P<fy3>fiscal(?:\s+year)?|FY|year|calendar(?:\s+year)?)?[\s-]*(?P<year>{_YEAR}|(?<=FY)\d\d|(?<=Q)\d\d)\b)?",
    re.IGNORECASE,
)
_ENDED = re.compile(rf"\b(?:quarter|months|period|year|weeks)[\w\s,()-]{{0,30}}?\s+ended\s+({MONTH})\s+(\d{{1,2}})(?:,?\s*({_YEAR}))?", re.IGNORECASE)
_FULL_YEAR = re.compile(
    rf"\b(?:full[\s-]year|year[\s-]end|annual|fiscal(?:\s+year)?|FY)\s*({_YEAR})?\s*(?:results|earnings|revenue|net\s+income|sales)", re.IGNORECASE
)
_ANCHOR = re.compile(r"\bquarter\b|\bQ[1-4]\b|\b[1-4]Q", re.IGNORECASE)
_REPORTS = re.compile(
    r"\b(?:reports?|reported|reporting|announces?|announced|posts?|posted|delivers|provides?|provided|releases?|records?|recorded|achieves?|releasing)\b[^.]*$",
    re.IGNORECASE,
)
_RESULTS = re.compile(r"\b(?:results|earnings|revenues?|sales|income|loss|profits?|EPS)\b", re.IGNORECASE)
_RESULTS_OF = re.compile(r"\b(?:results|earnings|revenues?|sales|income|loss|profits?)\s+(?:for|of|in)\s+(?:the\s+|its\s+)?(?:\w+\s+)?$", re.IGNORECASE)
_EVENT = re.compile(
    r"\b(?:clos|complet|begin|start|commenc|launch|deliver|occur|effective|dividend|conference|meeting|compared|versus|over|from|than)\w*\b[^.]{0,45}$",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:preliminary|expects?|sees|anticipates?|outlook|guidance|estimates?|forecasts?|will|to\s+(?:report|exceed)|warns?|revises?|lowers?"
    r"|raises?|updates?|comment)\b",
    re.IGNORECASE,
)


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
    named: frozenset[int] = frozenset()  # years that the text calls fiscal

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
        if self.guided_year and self.fiscal_years:
            return self.guided_year
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
        if month <= 2 and year not in self.named and year - 1 in self.named:
            return year - 1
        return year


def read_clock(text: str, history: str = "", forecast: str = "") -> Clock:
    """Return what the text says of its date and of the quarter it reports; `history` is what it states as fact, `forecast` what it predicts."""
    head = text[:_HEAD]
    year, month = _find_date(head, history or text, forecast)
    named = frozenset(int(found) for found in re.findall(rf"\bfiscal\s+(?:year\s+)?({_YEAR})", text[:20000], re.IGNORECASE))
    fiscal = bool(re.search(r"\bfiscal\b|\bFY\s?\d", head, re.IGNORECASE))
    end_month, ended_year, of_year = _find_end(head, year, month)
    clock = Clock(year, month, fiscal_years=fiscal, named=named)
    best, ahead = _find_quarter(head)
    full = _FULL_YEAR.search(head[:400])
    if full and (best is None or (full.start() < best.start() and full.group(1))) and _REPORTS.search(head[max(0, full.start() - 60) : full.start()]):
        reported = int(full.group(1)) if full.group(1) else ended_year or year - (month <= 4)
        return _guide(text, msgspec.structs.replace(clock, reported_quarter=4, reported_year=reported, end_month=end_month if of_year and end_month else 12))
    if best is None:
        ends = re.search(rf"fiscal\s+year\s+(?:that\s+)?(?:ending|ends|ended|will\s+end)\s+({MONTH})", head, re.IGNORECASE)
        return _guide(text, msgspec.structs.replace(clock, end_month=MONTHS[ends.group(1)[:3].lower()] if ends else 12))
    quarter, printed = _number(best), _year_in(best)
    if printed and (printed < year - 1 or (quarter == 4 and ended_year and printed > ended_year)):  # what the quarter is compared with, or guided next
        printed = 0
    year_end = 12
    reported = printed
    if end_month:
        later = 0 if of_year else 3 * (4 - quarter)
        year_end = (end_month - 1 + later) % 12 + 1
        reported = reported or ended_year + (end_month - 1 + later) // 12
        if not printed and year_end <= 2 and reported not in named and reported - 1 in named:
            reported -= 1
    if not reported:
        reported = year - (quarter == 4 and 0 < month <= 6) - (quarter == 3 and 0 < month <= 3)
    early = month and year_end == 12 and not (year, month) > (reported, 3 * quarter)
    return _guide(
        text,
        msgspec.structs.replace(
            clock, reported_quarter=quarter, reported_year=reported, end_month=year_end, is_preannouncement=bool(early or (ahead and not end_month))
        ),
    )


def _find_end(head: str, year: int, month: int) -> tuple[int, int, bool]:
    """Return month and year in which the reported period ended (0 where nothing says so), and whether it is a year; a week's slip is mended."""
    match = _ENDED.search(head)
    if match is None:
        return 0, 0, False
    ended = MONTHS[match.group(1)[:3].lower()]
    ended_year = int(match.group(3)) if match.group(3) else year - (0 < month < ended)
    if int(match.group(2)) <= 7:
        ended, ended_year = (ended - 1, ended_year) if ended > 1 else (12, ended_year - 1)
    words = match.group().lower()
    return ended, ended_year, ("year" in words or "twelve" in words) and "quarter" not in words


def _find_quarter(head: str) -> tuple[re.Match[str] | None, bool]:
    """Return the quarter that a release reports, or expects to report, and whether it is the latter."""
    best, expected = None, False
    for anchor in _ANCHOR.finditer(head, 0, 1800):
        match = _QUARTER.search(head, max(0, anchor.start() - 32), anchor.end() + 60)
        if match is None or match.start() > anchor.start():
            continue
        before, after = head[max(0, match.start() - 110) : match.start()], head[match.end() : match.end() + 60]
        before = re.split(r"[.!?]\s|\n\s*\n", before)[-1]
        if _EVENT.search(before):
            continue
        reports = bool(_REPORTS.search(before)) or bool(_RESULTS_OF.search(before)) or (match.start() < 400 and bool(_RESULTS.search(after.split("\n")[0])))
        expects = bool(_AHEAD.search(before)) or bool(re.search(r"\b(?:expected|preliminary)\b", after, re.IGNORECASE))
        if not reports and not expects:
            continue
        if best is None or (not _year_in(best) and _year_in(match) and _number(match) == _number(best)):
            expected = expects and not reports if best is None else expected
            best = match
        if _year_in(best):
            break
    return best, expected


def _number(match: re.Match[str]) -> int:
    return int(match.group("q") or match.group("q2") or _NTH[match.group("nth").lower()])


def _year_in(match: re.Match[str]) -> int:
    printed = match.group("year") or match.group("year0")
    if not printed:
        return 0
    return int(printed) if len(printed) == 4 else 2000 + int(printed)


def _find_date(head: str, history: str, forecast: str) -> tuple[int, int]:
    """Return year and month of the first full date; of a dateline without a year, the month with the latest year that the facts name often."""
    months = []
    for match in _DATE.finditer(head):
        dated = _DATELINE.match(head, match.end()) is not None
        if not dated and re.search(
            r"\b(?:ended|ending|ends|through|of|at|since|on|by|until|effective|from|beginning|before|after|dated)\s+$",
            head[max(0, match.start() - 12) : match.start()],
        ):
            continue
        if not dated and match.start() > 900:
            break
        if match.group(3):
            return int(match.group(3)), MONTHS[match.group(1)[:3].lower()]
        if match.group(6):
            return int(match.group(6)), MONTHS[match.group(5)[:3].lower()]
        if match.group(9):
            printed = int(match.group(9))
            return printed if printed > 99 else 2000 + printed if printed < 70 else 1900 + printed, min(int(match.group(7)), 12)
        if dated:
            months = [MONTHS[match.group(1)[:3].lower()]]
            break
        months.append(MONTHS[match.group(1)[:3].lower()])
    month = months[0] if months else 0
    common = _guess_year(history, forecast)
    if (ended := _ENDED.search(head)) and ended.group(3):
        common = int(ended.group(3)) + (0 < month < MONTHS[ended.group(1)[:3].lower()])
    return common, month


_GUIDED_BEFORE = re.compile(
    r"\b(?:full[\s-]year|fiscal(?:\s+year)?|FY|model\s+year|(?:guidance|outlook|forecast|expectations)\s+for(?:\s+fiscal)?)\s+$", re.IGNORECASE
)
_GUIDED_AFTER = re.compile(r"\s+(?:full[\s-]year\s+)?(?:financial\s+)?(?:guidance|outlook|forecast|targets|budget|expectations)\b", re.IGNORECASE)


def _guess_year(history: str, forecast: str) -> int:
    """Return the latest year that the facts name often, or the first that the forecasts name where the facts stop long before it or go beyond it."""
    facts = _count_years(history)
    often = max(facts.values(), default=0)
    past = max((found for found in facts if facts[found] * 4 >= often), default=0)
    ahead = min(_count_years(forecast), default=0)
    if not ahead:
        return past or 2000
    return past if past and 0 <= ahead - past <= 1 else ahead


def _count_years(words: str) -> Counter[int]:
    years: Counter[int] = Counter()
    for match in _ANY_YEAR.finditer(words[:12000]):
        before = words[max(0, match.start() - 30) : match.start()]
        if not _FAR.search(before):
            years[int(match.group())] += 2 if _ENDED_BEFORE.search(before) else 1
    return years


def _guide(text: str, clock: Clock) -> Clock:
    """Return the clock with the year that the guidance names, where the reported year is complete or no quarter is reported."""
    if clock.reported_quarter and not clock.reports_full_year:
        return clock
    counts: Counter[int] = Counter()
    for match in _ANY_YEAR.finditer(text, 0, 12000):
        start, end = match.span()
        if _GUIDED_BEFORE.search(text[max(0, start - 28) : start]) or _GUIDED_AFTER.match(text, end):
            counts[int(match.group())] += 1
    ahead = {year: count for year, count in counts.items() if clock.current_year <= year <= clock.current_year + 1}
    if not ahead:
        return clock
    return msgspec.structs.replace(clock, guided_year=max(ahead, key=lambda year: (ahead[year], -year)))
