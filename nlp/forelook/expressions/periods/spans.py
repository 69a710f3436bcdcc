"""What words for a span of time from the release on resolve to: next years and months, seasons, decades, plans of so many years.

In: a match of the pattern of its kind, its text, and the release's clock. Out: as of names.py.
"""

from __future__ import annotations

import re

from forelook.expressions.periods.clock import Clock
from forelook.expressions.periods.quarters import Resolved, Resolver
from forelook.expressions.words.cues import cue

_WORD_NUMBERS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "eighteen": 18,
    "twenty": 20,
}  # fmt: skip
NUMBER = rf"(?:{'|'.join(_WORD_NUMBERS)}|\d{{1,2}})"
"""A number of years or months, as a pattern."""
_LATE = 9  # the month from which the next years begin with the next one
_LAST_MONTH_OF_SEASON = {"spring": 5, "summer": 8, "autumn": 11, "fall": 11, "winter": 12, "holiday": 12}
_MONTH_OF_HOLIDAY = {"christmas": 12, "thanksgiving": 11, "labor": 9, "memorial": 5, "election": 11, "fourth": 7, "new": 1}
_AT_HOLIDAY = cue(r"\b(?:by|before|until|through|at|after|around)\s+(?:the\s+)?$")
_WAS_IN = cue(
    r"(?<!be\s)(?<!is\s)(?<!are\s)(?<!expected\s)\b(?!(?:expected|scheduled|slated|planned\s+to)\b)(?:[a-z]+ed|begun|began|given|sold|built|held|made)(?:\s+[^\s;,]+){0,4}\s+in\s+the\s+$"
)  # "the holes begun in the spring", which is over
_LONGEST_DEED = 60  # characters
_QUARTER_OF_SEASON = {"spring": 2, "autumn": 4, "fall": 4}  # other seasons resolve to their year only
_REACHED = cue(
    r"\b(?:targets?|goals?|objectives?|(?:reach|achiev|attain|hit)(?:e|es|ing)?\s+[$€£])(?:(?!\b(?:and|growth|savings|synergies|cumulative|total|invest\w*|spend\w*)\b)[^.;])*$"
)  # "with a target of 5,000 pumps over the next five years"
SAME = "same"
"""The name of a period that words like "during that time" say again, until it is known which."""
_DURING = cue(r"\b(?:during|over|in|within|(?P<of_year>of|for|by|later|end))\s+$")
_AHEAD_OF = cue(r"\b(?:ahead\s+of|before|until)\s+(?:the\s+)?$")
MONTHS_IN_YEAR = 12
_FAR = 120  # characters before a span in which a verb says that a figure is one of its end
_TO_SPEND = cue(r"(?:[\w-]+\s+){0,2}?(?:capital|investment|spending|capex|expansion)\s+(?:[\w-]+\s+)?(?:plan|program)")


def _count_of(printed: str) -> int:
    """Return the number that a word or digits say, 0 for "several" and for one number to another."""
    return _WORD_NUMBERS.get(printed) or (int(printed) if printed.isdigit() else 0)


def _months_from(first: int, count: int) -> str:
    """Return the name of so many months from one on, which counts since the year 0."""
    last = first + count - 1
    return f"{first // 12}-{first % 12 + 1:02}/{last // 12}-{last % 12 + 1:02}"


def name_months(clock: Clock, count: int, *, within: bool) -> tuple[str, int]:
    """Return the name of the months that begin with that of the release, or of the time by which they are over, and the year in which they end."""
    if not clock.month:
        end = clock.year + max(1, count // 12)
        return (f"/{end}" if within else f"{clock.year}/{end}"), end
    last = clock.month_index + count
    return (f"/{last // 12}-{last % 12 + 1:02}", last // 12) if within else (_months_from(clock.month_index, count), (last - 1) // 12)


def _next_periods(match: re.Match[str], _text: str, clock: Clock) -> Resolved | None:
    within = match.group("w_n") is not None
    count, kind = _count_of(match.group("w_n") or match.group("n_n")), match.group("w_kind") or match.group("n_kind")
    if not count:
        return "long-term" if kind == "years" else "near-term", False, None, match.start()
    if kind == "years":
        name, end = _name_years(match, clock, count, within=within)
    elif kind == "quarters":
        (one, year), (last, end) = clock.next_quarter(1), clock.next_quarter(count)
        name = f"{year}-Q{one}/{end}-Q{last}"
    elif count < MONTHS_IN_YEAR or (within and count != MONTHS_IN_YEAR):
        return None  # a duration
    else:
        name, end = name_months(clock, count, within=within)
    return name, False, end, match.start()


def _name_years(match: re.Match[str], clock: Clock, count: int, *, within: bool) -> tuple[str, int]:
    """Return the name of the years to come, or of the time by which something is reached, and the last year."""
    if within or _REACHED.search(match.string, max(0, match.start() - _FAR), match.start()):
        return f"/{clock.year + count}", clock.year + count
    late = clock.month >= _LATE and clock.reported_quarter in (0, 3)
    first = clock.full_year if clock.reports_full_year else clock.current_year + late
    return f"{first}/{first + count - 1}", first + count - 1


def _season(match: re.Match[str], _text: str, clock: Clock) -> Resolved | None:
    words = match.group()
    if words.startswith("holiday") and _AHEAD_OF.search(match.string, max(0, match.start() - 16), match.start()):
        return None
    if _WAS_IN.search(match.string, max(0, match.start() - _LONGEST_DEED), match.start()):
        return None
    season = next(name for name in _LAST_MONTH_OF_SEASON if name in words)
    later = words.startswith("next") or (not words.startswith("this") and _LAST_MONTH_OF_SEASON[season] < clock.month)
    year = int(match.group("sn_year")) if match.group("sn_year") else clock.year + later
    quarter = 4 if words.endswith("quarter") else _QUARTER_OF_SEASON.get(season)
    return f"{year}-Q{quarter}" if quarter and year else str(year), False, year, match.start()


def _holiday(match: re.Match[str], _text: str, clock: Clock) -> Resolved | None:
    if not clock.month or not _AT_HOLIDAY.search(match.string, max(0, match.start() - 16), match.start()):
        return None
    month = _MONTH_OF_HOLIDAY[match.group("hd_day").split()[0]]
    year = clock.year + (month < clock.month or match.group().startswith("next"))
    return f"{year}-{month:02}", False, year, match.start()


def _decade(match: re.Match[str], _text: str, clock: Clock) -> Resolved | None:
    part = match.group("dc_part")
    if part is None or not clock.year:
        return "long-term", False, None, match.start()
    year = clock.year // 10 * 10 + (10 if part in ("end", "close") else 5)
    return str(year), False, year, match.start()


def _plan(match: re.Match[str], _text: str, clock: Clock) -> Resolved | None:
    count = _count_of(match.group("p_n"))
    if _TO_SPEND.match(match.string, match.end()):
        first = clock.full_year
        return f"{first}/{first + count - 1}", False, first + count - 1, match.start()
    return f"/{clock.year + count}", False, clock.year + count, match.start()


def _same(match: re.Match[str], _text: str, _clock: Clock) -> Resolved | None:
    during = _DURING.search(match.string, max(0, match.start() - 10), match.start())
    meant = during is not None and (during["of_year"] is None or match.group().endswith("year"))
    return (SAME, False, None, match.start()) if meant else None


SPANS: dict[str, Resolver] = {"nextn": _next_periods, "season": _season, "holiday": _holiday, "decade": _decade, "plan": _plan, "same": _same}
"""Resolvers of the kinds."""
