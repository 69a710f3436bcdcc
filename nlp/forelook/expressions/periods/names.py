"""What the words of a period resolve to, kind by kind.

In: a match of a pattern of patterns.py, its text, and the release's clock. Out: name, whether it is called fiscal, the year in
which it ends, and where its words begin without an article; None where the words are no period of a figure.
"""

from __future__ import annotations

import re

from forelook.expressions.periods.clock import SLIP, Clock
from forelook.expressions.periods.quarters import JUST_ENDED, QUARTERS, Resolved, Resolver, is_fiscal, last_year, read_year
from forelook.expressions.periods.spans import MONTHS_IN_YEAR, SPANS, name_months
from forelook.expressions.words.cues import cue
from forelook.months import MONTHS

_LEAD = cue(r"the\s+|year\s+(?=\d)")
_LEAD_OF_BARE = cue(r"the\s+(?=year\b|full\b|fiscal\b|whole|entire|current|coming|new|calendar)|following\s+(?=full)")
_OF_MONTH = cue(r"\b(?:in|by|for|through|until|from|of|during|before|early|late|mid|since|beginning|ending)[\s-]+$")
_MONTHS_OF = {
    "three": 3, "six": 6, "nine": 9, "twelve": 12, "3": 3, "6": 6, "9": 9, "12": 12,
    "thirteen": 3, "fourteen": 3, "13": 3, "14": 3, "26": 6, "39": 9, "52": 12, "53": 12,
}  # fmt: skip
"""Months of a period, by its words for months or weeks."""
_PROJECTED = cue(r"\s+\((?:projected|expected|estimated|forecast)\)\s*:")  # "October (projected): $5 million"
_OF_RESULTS = cue(
    r"\s+(?:(?:net|total|same|comparable|comp|retail|unit|vehicle|passenger|consolidated)[\s-]+)*(?:(?:store|restaurant|club)[\s-]+)?"
    r"(?:sales|comps?|deliveries|production|shipments|traffic|revenues?|load\s+factor|bookings)\b"
)  # "expects November comparable-store sales"
_FROM_DAY = cue(r"\b(?:effective|takes?\s+effect|beginning|starting|commencing|from)(?:\s+(?:on|with|as\s+of))?\s+$")
_ON_DAY = cue(r"\b(?:on|dated|of|since)\s+(?:or\s+about\s+)?$")
_FIRST = cue(r"\b(?:first|initial)\s+$")
_OF_YEAR, _TIME_OF_YEAR = cue(r"\b(?:of|earlier\s+in|later\s+in|during)\s+$"), cue(r"\b(?:beginning|start|time)\s+of\s+$")
_THE_NEXT = cue(r"\b(?:over|during|in|(?P<within>within))\s+the\s+$")  # "over the next year"
_OVER = cue(r"\b(?:over|(?P<within>within))\s+$")  # "over the coming year"
_LINKS = re.compile(r"[\s-]+")
_LISTED = re.compile(
    r"[\s-]+(?:\d{4}\s+)?(?:\w+\s+)?(?:guidance|outlook|forecasts?|targets?|estimates?|expectations?|projections?|assumptions)\b", re.IGNORECASE
)
_GUIDANCE = re.compile(r"\s+(?:[\w-]+\s+){0,2}(?:guidance|outlook|forecasts?)\b", re.IGNORECASE)


def resolve(kind: str, match: re.Match[str], text: str, clock: Clock) -> Resolved | None:
    """Return what a period of a kind resolves to, None where it is none of a figure."""
    return _RESOLVERS[kind](match, text, clock)


def _months_ended(match: re.Match[str], _text: str, clock: Clock) -> Resolved | None:
    get = match.group
    fiscal = is_fiscal(get())
    start = match.start()
    month, count = MONTHS[get("s_month")[:3]], _MONTHS_OF[get("s_n") or get("s_w")]
    if get("s_w") and int(get("s_day") or 31) <= SLIP and month > 1:
        month -= 1
    year = int(get("s_year")) if get("s_year") else clock.year_of_month(month)
    first = year * 12 + month - count
    if count == MONTHS_IN_YEAR and month == clock.end_month:
        return str(clock.name_year(year, month)), fiscal, year, start
    if count == 3:
        return f"{year}-{month:02}Q", fiscal, year, start
    return f"{first // 12}-{first % 12 + 1:02}/{year}-{month:02}", fiscal, year, start


def _year_ending(match: re.Match[str], _text: str, clock: Clock) -> Resolved | None:
    get = match.group
    fiscal = is_fiscal(get())
    start = match.start()
    month = MONTHS[get("fe_month")[:3]]
    year = int(get("fe_year")) if get("fe_year") else clock.year_of_month(month)
    start += len(get()) - len(get().lstrip())
    return str(clock.name_year(year, month)), fiscal or month != 12, year, start


def _years(match: re.Match[str], _text: str, _clock: Clock) -> Resolved | None:
    get = match.group
    fiscal = is_fiscal(get())
    start = match.start("ys_fy" if get("ys_fy") else "ys_a")
    first, last = int(get("ys_a")), get("ys_b")
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    if end == first + 1 and (get("ys_end") or (len(last) == 2 and (get("ys_fy") or "/" in get()))):  # one fiscal year, "FY 2024-25"
        return str(end), fiscal, end, start
    return (f"{first}/{end}", fiscal, end, start) if first < end < first + 40 else None


def _between(match: re.Match[str], _text: str, _clock: Clock) -> Resolved | None:
    first, last = last_year(match.group("b_a")), last_year(match.group("b_b"))
    return (f"{first}/{last}", is_fiscal(match.group()), last, match.start()) if first < last < first + 40 else None


def _from_now(match: re.Match[str], _text: str, clock: Clock) -> Resolved | None:
    first, last = clock.current_year, int(match.group("now_year"))
    return (f"{first}/{last}", is_fiscal(match.group()), last, match.start()) if first < last else None


def _rest_of_year(match: re.Match[str], _text: str, clock: Clock) -> Resolved | None:
    printed = match.group("r_a") or match.group("r_b")
    year = int(printed) if printed else clock.full_year
    if printed and not is_fiscal(match.group()):
        return printed, False, year, match.start()  # which full-year guidance is often said to be for
    quarter = clock.reported_quarter if clock.reported_year == year and not clock.is_preannouncement else 0
    name = {1: f"{year}-Q2/{year}-Q4", 2: f"{year}-Q3/{year}-Q4", 3: f"{year}-Q4"}.get(quarter, str(year))
    return name, is_fiscal(match.group()), year, match.start()


def _year(match: re.Match[str], _text: str, _clock: Clock) -> Resolved | None:
    get = match.group
    fiscal = is_fiscal(get())
    start = match.start()
    year = int(get("y_year")) if get("y_year") else read_year(get("fy_short"))
    lead = _LEAD.match(get())
    return str(year), fiscal, year, start + (lead.end() if lead else 0)


def _months(match: re.Match[str], _text: str, clock: Clock) -> Resolved | None:
    get = match.group
    fiscal = is_fiscal(get())
    start = match.start()
    first, last = MONTHS[get("ms_a")[:3]], MONTHS[get("ms_b")[:3]]
    end = int(get("ms_yb")) if get("ms_yb") else clock.year_of_month(last)
    begin = int(get("ms_ya")) if get("ms_ya") else end - (first > last)
    return f"{begin}-{first:02}/{end}-{last:02}", fiscal, end, start


def _date(match: re.Match[str], text: str, clock: Clock) -> Resolved | None:
    get = match.group
    month = MONTHS[(get("d_month") or get("dd_month") or get("m_month"))[:3]]
    day = get("d_day") or get("dd_day")
    printed = get("d_year") or get("dm_year") or get("dd_year")
    year = int(printed) if printed else clock.year_of_month(month)
    before = match.string[max(0, match.start() - 30) : match.start()]
    if get("m_month") == "may" and text[match.start("m_month")] != "M":
        return None
    if get("m_month") and not _OF_MONTH.search(before) and not _PROJECTED.match(match.string, match.end()) and not _OF_RESULTS.match(match.string, match.end()):
        return None
    if day and _FROM_DAY.search(before):
        return f"{year}-{month:02}-{int(day):02}/", False, year, match.start()
    if day and _ON_DAY.search(before):
        return None
    if clock.month and (year, month) < (clock.year, clock.month) and not printed:
        return None
    if day and month == clock.end_month and int(day) >= 28:
        return str(clock.name_year(year, month)), False, year, match.start()
    return f"{year}-{month:02}", False, year, match.start()


def _bare_year(match: re.Match[str], text: str, clock: Clock) -> Resolved | None:
    words = " ".join(_LINKS.split(match.group()))
    if _FIRST.search(match.string[max(0, match.start() - 9) : match.start()]):
        return None
    start = match.start()
    if words == "this year" and match.string.endswith("earlier ", 0, start):
        return None  # when something was said
    if words.startswith(("the ", "same ")) and not words.startswith(("the full", "the fiscal", "the current", "the coming", "the new", "the calendar")):
        before = match.string[max(0, start - 14) : start]
        if words.startswith("same"):
            return None
        if words == "the year" and _OF_YEAR.search(before) and _TIME_OF_YEAR.search(match.string[max(0, start - 20) : start]):
            return None
    spans = {"next year": _THE_NEXT, "the coming year": _OVER}.get(words) if clock.year else None
    if spans and (within := spans.search(match.string, max(0, start - 12), start)):
        name, year = name_months(clock, MONTHS_IN_YEAR, within=within["within"] is not None)
        return name, False, year, start
    year = clock.full_year
    if JUST_ENDED.match(match.string, match.end()):
        year = clock.reported_year if clock.reports_full_year else clock.current_year - 1
    elif words == "following full year" and _LISTED.match(text, match.end()):
        pass  # "the following full-year guidance" is that of the year
    elif words.startswith(("next", "coming", "the coming", "upcoming", "following")):
        year = clock.next_year
    elif words.startswith(("this", "current", "the current", "present", "year end", "end of year")):
        year = clock.current_year
    lead = _LEAD_OF_BARE.match(match.group())
    return str(year), "fiscal" in words, year, start + (lead.end() if lead and words != "the year" else 4 if words == "the year end" else 0)


def _annual(match: re.Match[str], text: str, clock: Clock) -> Resolved | None:
    if match.group() == "annual" and clock.full_year and _GUIDANCE.match(text, match.end()):
        return str(clock.full_year), False, clock.full_year, match.start()  # "its annual guidance" is that of the year
    return "annual", False, None, match.start()


def _named(name: str) -> Resolver:
    return lambda match, _text, _clock: (name, False, None, match.start())


_RESOLVERS: dict[str, Resolver] = (
    QUARTERS
    | SPANS
    | {
        "span": _months_ended,
        "fyend": _year_ending,
        "years": _years,
        "between": _between,
        "now": _from_now,
        "rest": _rest_of_year,
        "year": _year,
        "months": _months,
        "date": _date,
        "bare": _bare_year,
        "annual": _annual,
        "long": _named("long-term"),
        "near": _named("near-term"),
    }
)
