"""Periods: the words of a text that say for when, and the names they resolve to.

In: a text, and what is known of the release's own date and reporting period (clock.py). Out: mentions in order, each with its
name ("2024-Q3", "/2030", "annual") or None where nothing resolves it. No library serves: dateparser finds single dates (70 ms a
sentence), knows no quarters, halves or fiscal years, and none resolves them by the quarter a release reports.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from forelook.expressions.numbers.hedges import Value
from forelook.expressions.periods.clock import Clock
from forelook.expressions.periods.names import resolve
from forelook.expressions.periods.patterns import MARK, match_periods
from forelook.expressions.periods.period import When
from forelook.expressions.periods.together import relate
from forelook.expressions.words.cues import cue, fold
from forelook.expressions.words.watching import Words, find_words, watch

_BY = cue(
    r"\b(?:(?<!stand\s)(?<!stands\s)(?<!stood\s)(?<!standing\s)by|until|(?<!not\s)before|through|not?\s+later\s+than)(?:\s+(?:the|about|approximately|early|mid|late|calendar))*(?:\s+(?:(?:end|close|beginning"
    r"|start|middle|(?:first|second|third|last)\s+week)(?:\s+of|-)|(?:spring|summer|autumn|fall|winter)(?:\s+of)?))?(?:\s+(?:the|our|its))?[\s-]*$"
)
_SINCE = cue(
    r"\b(?:beginning|starting|commencing|effective(?:\s+with\s+the\s+(?:dividend|payment)(?:\s+(?:expected|to|be|that|is|will))*\s+(?:paid|payable))?|from|as\s+of|not?\s+earlier\s+than|not\s+before|begin|start|starts|begins|since|onwards?|after)(?:\s+(?:with|in|on|of|at|as"
    r"|during|late|early|mid))*(?:\s+(?:the|our|its|about|approximately|late|early|spring|summer|autumn|fall|winter|end))*(?:\s+of)?[\s-]*$"
)
_BASE_BEFORE = cue(r"\b(?:from|off|on|to|over)\s+(?:(?:an?|its|our|the)\s+)?(?:(?:updated|revised|adjusted|restated)\s+)?$")
_BASE = cue(r"\s+(?:(?!and\b|or\b|to\b)[\w-]+\s+){0,5}base(?:line)?\b(?!\s+(?:case|business|rent))")  # "from an updated 2024 EPS baseline"
_COMPARED = cue(
    r"\b(?:(?:compared?(?:\s+(?:to|with))?|versus|vs|against|relative\s+to|(?:consistent|in\s+line|on\s+(?:a\s+)?par|flat|even|level)\s+with|similar\s+to|approximat(?:e|es|ing)\s+(?:those|that|levels?)|same|average\s+(?:for|of|in)"
    r"|reported\s+(?:for|in))\b\.?(?:\s+(?:[\w$.%'’-]+)){0,8}?|(?:increase|decrease|growth|rise|decline|improvement|gain)\s+(?:over|from)(?:\s+[a-z'’-]+){1,6}?|(?:over"
    r"|from|above|below|ahead\s+of|prior|previous|last|comparable|corresponding|year[\s-]ago)"
    r"|(?<!later\s)(?<!earlier\s)than\b(?!\s+(?:about\s+|approximately\s+)?[$€£]?\d)(?:\s+[\w$.%'’-]+){0,6}?)\s*(?:\b(?:in|for|of|during|the|a|all|our|its|that|those|levels?|estimated|expected|projected|actual|restated)\s*){0,4}$"
)
_FROM = cue(r"\b(?:from|over)\s+(?:the\s+)?$")  # "over 2026"
_GREW = cue(r"\b(?:increase|growth|improvement|decrease|decline|rise|gain|reduction|higher|lower|up|down)s?\s+(?:from|over)\s+(?:the\s+)?$")
_GREW_BY = cue(
    r"\b(?:increas|gr[eo]w|improv|decreas|declin|ris[ei]|gain|reduc|up\b(?!\s+to)|down\b)\w*\s+[^.;]{0,50}(?:%|percent|million|billion|points?|\d)\s+(?:from|over)\s+(?:the\s+)?$"
)  # "grow 15% to 20% over 2025"
_FROM_ANY = cue(r"\b(?:from|with|to|than|versus|against)\s+(?:(?:the|its|our)\s+)?$")  # "up from year-end levels"
_MID = cue(r"\bmid[\s-]*$")
_FROM_ALONE = cue(r"\bfrom\s+(?:the\s+)?$")
_AT_YEAR_END = cue(r"\bat\s+(?:the\s+)?(?:end\s+of\s+)?(?:the\s+)?$")
_ONWARD = cue(r"\s+(?:onwards?|forward|and\s+beyond)\b(?!\s+(?:an?|the)\b)|\s+on(?=\s*(?:[.,;)]|$)|\s+(?:we|it|they)\b)")
_ONWARDS, _ON = cue(r"\s+(?:onwards?|and\s+beyond)\b"), cue(r"\s+on(?=[.,;]|\s*$)")
_PART = re.compile(r"\d{4}-(?:Q\d|H\d|\d\d)")  # the name of a part of a year
_AS_BASE = cue(r"\s+(?:levels?|base(?:line)?|results|actual|guidance|to|through)\b")
_LEVELS = cue(r"\s+(?:(?:reported|actual|record)\s+)?levels?\b")  # "decline from 2026 levels"
_EARLY = 4  # the last month in which the year before may still be reported
_BEYOND = cue(r"\bbeyond\s+(?:fiscal\s+)?$")
_OUTLOOK = cue(r"\b(?:guidance|outlook|forecast|targets?)\s+(?:\w+\s+){0,2}(?:for|of)\s+(?:(?:the|its|our)\s+)?$")
_NEXT = cue(r"(?:the\s+)?(?:next|coming|upcoming|following)\b")
_EARLIEST = 1900  # years before it are none: the release says nothing of its own
_OF_COMPARED, _OF_BY, _OF_SINCE = watch(_COMPARED), watch(_BY), watch(_SINCE)
_BEFORE = 60  # characters in which words before a period bear on it
_GROWTH = 90  # characters before a period in which a growth is looked for


def find_periods(printed: str, clock: Clock) -> list[When]:
    """Return the periods that a text names, in order."""
    return read_periods(printed, find_words(fold(printed)), lambda: clock)


def read_periods(printed: str, words: Words, clock: Callable[[], Clock]) -> list[When]:
    """Return the periods that a text with its words names, in order; the clock is asked for when one stands there."""
    found: list[When] = []
    if not words.marks & MARK:
        return found
    for kind, match in match_periods(words):
        when = _read(kind, match, printed, words, clock())
        if when is not None:
            found.append(when)
    return relate(words.text, found)


def outside(values: list[Value], periods: list[When]) -> list[Value]:
    """Return the values that are no part of a period; both lists are in order."""
    apart, number = [], 0
    for value in values:
        while number < len(periods) and periods[number].end <= value.start:
            number += 1
        if number == len(periods) or periods[number].start >= value.end:
            apart.append(value)
    return apart


def _read(kind: str, match: re.Match[str], printed: str, words: Words, clock: Clock) -> When | None:
    """Return the period of a match, None where its words are no period of a figure."""
    text, resolved = words.text, resolve(kind, match, printed, clock)
    if resolved is None:
        return None
    name, fiscal, year, start = resolved
    if year is not None and year < _EARLIEST:
        return _without_a_year(kind, match, start)
    before = text[max(0, start - _BEFORE) : start]
    lasting = (
        (kind == "nextn" or (year is not None and year >= clock.year))
        and _FROM.search(before) is not None
        and not clock.is_over(name)
        and not _LEVELS.match(text, match.end())
        and not _grew(text, start, before)
    )
    base = year is not None and _BASE.match(text, match.end()) is not None and _BASE_BEFORE.search(before) is not None
    base = base or (_LEVELS.match(text, match.end()) is not None and _FROM_ANY.search(before) is not None)
    base = base or (before.endswith("(") and text.startswith(":", match.end()))  # "revenue of $9 million (2024: $8 million)"
    lasting = lasting or (year is not None and year >= clock.year and _ONWARD.match(text, match.end()) is not None)
    compared = base or (words.search(_COMPARED, _OF_COMPARED, start - _BEFORE, start) is not None and not lasting and not _OUTLOOK.search(before))
    past = year is not None and year < clock.year - (clock.month <= _EARLY)
    if name.isdigit() and year is not None and year >= clock.year - 1:
        name = _last(text, int(name), start, match.end(), lasting=lasting and year > clock.year - (clock.month <= _EARLY))
    if name[-1] != "/":
        name = name + "/" if _PART.fullmatch(name) and _lasts_on(text, start, match.end()) else _bound(name, words, start, kind)
    end = start + len(text[start : match.end()].rstrip(" ,\t\r\n-"))
    return When(start, end, None if base else name, fiscal or (clock.fiscal_years and kind == "bare"), compared or past, year, past, kind, clock.is_over(name))


def _last(text: str, year: int, start: int, end: int, *, lasting: bool) -> str:
    """Return the name of a year, from which on something lasts where the words around it say so: "from 2027", "beyond 2026", "2027 and beyond"."""
    first = max(0, start - _BEFORE)
    if text.find("beyond", first, start) >= 0 and _BEYOND.search(text, first, start):
        return f"{year + 1}/"
    onward = _ONWARD.match(text, end) or (lasting and _FROM_ALONE.search(text[first:start]) and not _AS_BASE.match(text, end))
    return f"{year}/" if onward else str(year)


def _lasts_on(text: str, start: int, end: int) -> bool:
    """Return whether something lasts from a part of a year on: "from the third quarter on.", "January onward"."""
    return _ONWARDS.match(text, end) is not None or (_ON.match(text, end) is not None and _FROM_ALONE.search(text, max(0, start - _BEFORE), start) is not None)


def _grew(text: str, start: int, before: str) -> bool:
    """Return whether "over" before a period only says what a growth is over."""
    return bool(_GREW.search(before) or _GREW_BY.search(text[max(0, start - _GROWTH) : start]))


def _without_a_year(kind: str, match: re.Match[str], start: int) -> When | None:
    """Return "next quarter" or "next year" of a release that names no year; None for other words, which then say nothing."""
    name = {"bareq": "next-quarter", "bare": "next-year"}.get(kind)
    end = match.end() - len(match.group()) + len(match.group().rstrip(" ,\t\r\n-"))
    return When(start, end, name, "fiscal" in match.group(), compared=False, year=None, past=False, kind=kind) if name and _NEXT.match(match.group()) else None


def _bound(name: str, words: Words, start: int, kind: str) -> str:
    """Return the name with the slash that "by" or "beginning in" before it gives."""
    first = start - _BEFORE
    before = words.text[max(0, first) : start]
    if "/" in name or not name[:1].isdigit() or (kind == "bare" and _AT_YEAR_END.search(before)):
        return name
    if kind != "rest" and words.search(_BY, _OF_BY, first, start):
        return "/" + name + ("-06" if name.isdigit() and _MID.search(before) else "")
    if words.search(_SINCE, _OF_SINCE, first, start) and not _FROM_ALONE.search(before):
        return name + "/"
    return name
