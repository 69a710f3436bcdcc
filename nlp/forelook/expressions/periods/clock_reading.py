"""Reading a release's clock.

In: its text. Out: a Clock.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

import msgspec

from forelook.expressions.periods.clock import MONTH, YEAR, Clock, Once
from forelook.expressions.periods.release_date import find_date, find_years
from forelook.expressions.periods.reported_quarter import REPORTS, find_end, find_ending, find_quarter, number_of, year_in
from forelook.expressions.words.cues import cue, fold
from forelook.months import MONTHS

_HEAD = 2500  # characters in which a release says its date and what it reports
_FULL_YEAR = cue(rf"(?:full[\s-]year|year[\s-]end|annual|fiscal(?:\s+year)?|FY)\s*({YEAR})?\s*(?:results|earnings|revenue|net\s+income|sales)")
_GUIDED_BEFORE = cue(r"\b(?:full[\s-]year|fiscal(?:\s+year)?|FY|model\s+year|(?:guidance|outlook|forecast|expectations)\s+for(?:\s+fiscal)?)\s+$")
_GUIDED_AFTER = cue(r"\s+(?:full[\s-]year\s+)?(?:financial\s+)?(?:guidance|outlook|forecast|targets|budget|expectations)\b")
_FISCAL_YEAR = cue(rf"fiscal\s+(?:year\s+)?({YEAR})")
_FISCAL = cue(r"f(?:iscal\b|y\s?\d)")
_YEAR_ENDS = cue(rf"fiscal\s+year\s+(?:that\s+)?(?:ending|ends|ended|will\s+end)\s+({MONTH})")
_WINTER = 2  # the last month in which a year may end that bears the number of the one before
_LATEST_NEWS = 2  # months after its end in which a quarter is still announced as one to be reported
_EXPECTS = cue(r"\b(?:preliminary|expects?|anticipates?|estimates?)\b[^.]*$")
_NEAR = 110  # characters before a quarter
_HEADLINES = 400  # characters in which a full year is reported
_REACH = 120  # characters after a year in which the word for its guidance begins
_NAMED, _GUIDED = 20000, 12000  # characters in which fiscal years, and the year that is guided for, are looked for


def read_clock(printed: str, date: tuple[int, int] | None = None, history: Callable[[], str] = str, forecast: Callable[[], str] = str) -> Clock:
    """Return what the text says of its date and of the quarter it reports.

    `date`, year and month, is what is known already; `history` gives what it states as fact, `forecast` what it predicts, where a year must be guessed.
    """
    head = fold(printed[:_HEAD])
    year, month = date or find_date(head, lambda: fold(printed[:_NAMED]), lambda: history() or printed, forecast)
    named = Once(lambda: frozenset(int(found) for found in _FISCAL_YEAR.findall(fold(printed[:_NAMED]))))
    clock = Clock(year, month, fiscal_years=_FISCAL.search(head) is not None, named=named)
    best, ahead = find_quarter(head, year, month)
    if full := _find_full_year(head, best):
        end_month, ended_year, of_year = find_end(head, year, month)
        reported = int(full.group(1)) if full.group(1) else ended_year or year - (month <= 4)
        expected = _EXPECTS.search(head, max(0, full.start() - _NEAR), full.start()) is not None
        ends_in = end_month if of_year and end_month else 12
        return _guide(printed, msgspec.structs.replace(clock, reported_quarter=4, reported_year=reported, end_month=ends_in, is_expected=expected))
    if best is None:
        ends = _YEAR_ENDS.search(head)
        return _guide(printed, msgspec.structs.replace(clock, end_month=MONTHS[ends.group(1)[:3]] if ends else 12))
    return _guide(printed, _set_quarter(clock, head, best, ahead=ahead))


def _find_full_year(head: str, quarter: re.Match[str] | None) -> re.Match[str] | None:
    """Return where the head reports a full year, before or instead of a quarter."""
    full = _FULL_YEAR.search(head, 0, _HEADLINES)
    if full is None or (full.start() and head[full.start() - 1].isalnum()) or (quarter is not None and not (full.start() < quarter.start() and full.group(1))):
        return None
    return full if REPORTS.search(head[max(0, full.start() - 60) : full.start()]) else None


def _set_quarter(clock: Clock, head: str, quarter: re.Match[str], *, ahead: bool) -> Clock:
    """Return the clock with the quarter that a match in the head names, and the year it belongs to."""
    year, month = clock.year, clock.month
    number, printed = number_of(quarter), year_in(quarter)
    ending, end_year = find_ending(head, quarter, year)
    end_month, ended_year, of_year = (ending, end_year, False) if ending else find_end(head, year, month)
    if printed and (printed < year - 1 or (number == 4 and ended_year and printed > ended_year)):  # what the quarter is compared with, or guided next
        printed = 0
    year_end, reported = 12, printed
    if end_month:
        later = end_month - 1 + (0 if of_year else 3 * (4 - number))
        year_end = later % 12 + 1
        reported = reported or ended_year + later // 12
        named = clock.named() if not printed and year_end <= _WINTER else frozenset()
        if {reported - 1, reported - 2} & named and (reported not in named or {reported - 1, reported - 2} <= named):
            reported -= 1
    reported = reported or year - (number == 4 and 0 < month <= 6) - (number == 3 and 0 < month <= 3)
    early = bool(month) and ((year, month) <= (end_year, ending) if ending else year_end == 12 and (year, month) <= (reported, 3 * number))
    if early and not end_month and not ahead and (_says_fiscal(quarter) or (year, month) <= (reported, 3 * number - 3)):
        early, year_end = False, (month - 2 + 3 * (4 - number)) % 12 + 1  # a quarter of a fiscal year, over since last month
    over = bool(month) and year * 12 + month - reported * 12 - 3 * number > _LATEST_NEWS
    expected = ahead or _EXPECTS.search(head, max(0, quarter.start() - _NEAR), quarter.start()) is not None
    early = early or (ahead and not end_month and not over)
    return msgspec.structs.replace(clock, reported_quarter=number, reported_year=reported, end_month=year_end, is_preannouncement=early, is_expected=expected)


def _says_fiscal(quarter: re.Match[str]) -> bool:
    """Return whether a quarter is called one of a fiscal year."""
    return any(word and _FISCAL.match(word) for word in quarter.group("fy0", "fy1", "fy2", "fy3")) or _FISCAL.search(quarter.group()) is not None


def _guide(printed: str, clock: Clock) -> Clock:
    """Return the clock with the year that the guidance names, where the reported year is complete or no quarter is reported; looked for when asked."""
    if clock.reported_quarter and not clock.reports_full_year:
        return clock
    return msgspec.structs.replace(clock, guided=Once(lambda: _find_guided(printed[:_GUIDED], clock.current_year)))


def _find_guided(text: str, current: int) -> int:
    """Return the year, this one or the next, that stands most often beside words for guidance; 0 for none."""
    counts: Counter[int] = Counter()
    for start in find_years(text):
        end = start + 4
        year = int(text[start:end])
        if 0 <= year - current <= 1 and (_GUIDED_BEFORE.search(fold(text[max(0, start - 28) : start])) or _GUIDED_AFTER.match(fold(text[end : end + _REACH]))):
            counts[year] += 1
    return max(counts, key=lambda year: (counts[year], -year), default=0)
