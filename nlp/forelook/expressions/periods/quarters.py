"""What the words of a quarter or half resolve to.

In: a match of the pattern of its kind, its text, and the release's clock. Out: as of names.py.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from forelook.expressions.periods.clock import SLIP, YEAR, Clock, quarter_of
from forelook.expressions.words.cues import cue
from forelook.months import MONTHS

Resolved = tuple[str, bool, int | None, int]
"""A period's name, whether it is called fiscal, the year in which it ends, and where its words begin without an article."""
Resolver = Callable[[re.Match[str], str, Clock], Resolved | None]
_AND_YEAR = cue(rf"\s+and\s+(?:(?:the|its|our|full|fiscal|entire)[\s-]+)*(?:year\s+)?(?:fiscal\s+)?({YEAR})\b")  # "the second quarter and fiscal year 2027"
_YEAR = re.compile(YEAR)
JUST_ENDED = cue(r"\s+(?:which\s+|that\s+)?(?:has\s+)?(?:just|recently)\s+(?:ended|closed|completed|concluded|finished)\b")
"""What is said of a period that is over: "the quarter just ended"."""
_FISCAL, _LEAD = cue(r"fiscal|FY|model\s+year"), cue(r"the\s+")
_OF_A_YEAR = cue(r"\s*(?:(?:of|in)\s+)?(?:the\s+)?(?:next|following|coming|(?P<this>this|current))\s+(?:fiscal\s+|calendar\s+)?year\b")
_OF_OPERATION = cue(r"\s+of\s+(?:(?:its|their|commercial)\s+)?(?:operations?|production|service|ownership)\b")
_HALF = cue(r"\bhalf\b")
_NEAR, _HALVES = 120, 2  # characters before "the second" in which a half is named; of a year
_DAY = re.compile(r"\d{1,2}")
_BOTH = len("2024-25")
_NTH = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "final": 4, "holiday": 4, "last": 4}


def is_fiscal(words: str) -> bool:
    """Return whether a period is called fiscal."""
    return _FISCAL.search(words) is not None


def read_year(printed: str) -> int:
    """Return the year that two or four digits name."""
    digits = printed.lstrip("'’")
    if len(digits) == 4:
        return int(digits)
    return (2000 if int(digits) < 70 else 1900) + int(digits)


def last_year(printed: str) -> int:
    """Return the year that digits name, the second one of a fiscal year that is named by two: "2024-25"."""
    return int(printed[:4]) // 100 * 100 + int(printed[5:]) if len(printed) == _BOTH else read_year(printed)


def _year_and_quarter(match: re.Match[str], _text: str, _clock: Clock) -> Resolved | None:
    get = match.group
    fiscal = is_fiscal(get())
    start = match.start() + (4 if get().startswith("the") else 0)
    year = int(get("qy_year"))
    if get("qy_q") or (get("qy_kind") or "").startswith("quarter"):
        return f"{year}-Q{get('qy_q') or _NTH[get('qy_nth')]}", fiscal, year, start
    return f"{year}-H{get('qy_h') or _NTH.get(get('qy_nth'), 2)}", fiscal, year, start


def _quarter(match: re.Match[str], _: str, clock: Clock) -> Resolved | None:
    get = match.group
    fiscal = is_fiscal(get())
    start = match.start()
    if _OF_OPERATION.match(match.string, match.end()):
        return None
    number = int(get("q_a") or get("q_b") or _NTH[get("q_nth")])
    inner = _YEAR.search(get("q_fiscal") or "")
    if get("q_year") or inner:
        year = last_year(get("q_year") or inner.group())  # type: ignore[union-attr]
    elif get("q_month"):
        month = MONTHS[get("q_month")[:3]]
        if int(get("q_day")) <= SLIP and month > 1:
            month -= 1
        year = clock.fiscal_year(number, month, int(get("q_ending")) if get("q_ending") else None)
    elif shared := _AND_YEAR.match(match.string, match.end()):
        year = int(shared.group(1))
    else:
        year = _year_after(match, clock) or clock.year_of_quarter(number)
    return f"{year}-Q{number}", fiscal, year, start


def _year_after(match: re.Match[str], clock: Clock) -> int:
    """Return the year that "of next year" or "of this year" after a quarter or half gives, 0 where neither follows."""
    of = _OF_A_YEAR.match(match.string, match.end())
    return 0 if of is None else clock.current_year if of["this"] else clock.next_year


def _quarters(match: re.Match[str], _text: str, clock: Clock) -> Resolved | None:
    get = match.group
    count = 3 if get("qs_n") == "three" else 2
    if get("qs_nth") == "next":
        (first, begin), (last, year) = clock.next_quarter(1), clock.next_quarter(count)
        return f"{begin}-Q{first}/{year}-Q{last}", is_fiscal(get()), year, match.start()
    year = int(get("qs_year")) if get("qs_year") else _year_after(match, clock) or clock.full_year
    first = 1 if get("qs_nth") == "first" else 5 - count
    return f"{year}-Q{first}/{year}-Q{first + count - 1}", is_fiscal(get()), year, match.start()


def _half(match: re.Match[str], _text: str, clock: Clock) -> Resolved | None:
    get = match.group
    fiscal = is_fiscal(get())
    start = match.start()
    number = int(get("h_a") or get("h_b") or _NTH.get(get("h_nth") or "", 2))
    year = last_year(get("h_year")) if get("h_year") else _year_after(match, clock) or clock.year_of_half(number)
    return f"{year}-H{number}", fiscal, year, start


def _quarter_by_month(match: re.Match[str], _text: str, clock: Clock) -> Resolved | None:
    get = match.group
    fiscal = is_fiscal(get())
    start = match.start()
    month = MONTHS[(get("mq_month") or get("me_month"))[:3]]
    printed = get("mq_y") or get("me_year")
    year = int(printed) if printed else clock.year_of_month(month)
    if get("me_month") and clock.end_month == 12 and not fiscal:
        day = _DAY.search(get())
        early = day is not None and int(day.group()) <= SLIP
        return f"{year}-Q{quarter_of((month - 2) % 12 + 1 if early else month)}", fiscal, year, start
    return f"{year}-{month:02}Q", fiscal, year, start


def _quarter_left_out(match: re.Match[str], _: str, clock: Clock) -> Resolved | None:
    get = match.group
    fiscal = is_fiscal(get())
    start = match.start()
    number = _NTH[get("eq")]
    if "quarter" not in match.string or _HALF.search(match.string, max(0, match.start() - _NEAR), match.start()):
        half = number <= _HALVES and _HALF.search(match.string, max(0, match.start() - _NEAR), match.start())
        return (f"{clock.year_of_half(number)}-H{number}", fiscal, clock.year_of_half(number), start) if half else None
    return f"{clock.year_of_quarter(number)}-Q{number}", fiscal, clock.year_of_quarter(number), start


def _bare_quarter(match: re.Match[str], _text: str, clock: Clock) -> Resolved | None:
    get = match.group
    fiscal = is_fiscal(get())
    start = match.start()
    words = get()
    later = words.startswith(("next", "coming", "following", "the next", "the coming", "the following")) and not clock.reported_quarter
    if JUST_ENDED.match(match.string, match.end()) or (clock.is_expected and words == "the quarter"):  # of which preliminary results are given
        quarter, year = clock.next_quarter(int(clock.is_preannouncement and clock.reported_quarter > 0))
    else:
        quarter, year = clock.next_quarter(2 if later else 1)
    lead = _LEAD.match(get())
    return f"{year}-Q{quarter}", fiscal, year, start + (lead.end() if lead else 0)


QUARTERS: dict[str, Resolver] = {
    "qy": _year_and_quarter,
    "quarter": _quarter,
    "quarters": _quarters,
    "half": _half,
    "mq": _quarter_by_month,
    "bareq2": _quarter_left_out,
    "bareq": _bare_quarter,
}
