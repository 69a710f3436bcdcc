"""Durations and rates: how long, or how often, a figure is without a word of when: "over ten years", "in its first year", "per month".

In: a folded statement and a figure's place in it. Out: whether the figure bears no period, or at least none that the section would lend.
"""

from __future__ import annotations

from forelook.expressions.periods.spans import NUMBER
from forelook.expressions.words.cues import cue

_OVER_YEARS = cue(
    rf"(?:(?!\b(?:annual\w*|yearly|next|coming|a\s+year|per\s+year|each\s+year)\b)[^.;\d]){{0,60}}?\b(?:over|across|spread\s+over)\s+(?:(?:an?|the|its|approximately|about"
    rf"|course\s+of|period\s+of|span\s+of)\s+)*{NUMBER}[\s-]+years?\b(?!\s+(?:from|to|beginning|starting|commencing|through|ending|,?\s*20\d\d))"
)  # "$8 million in the new works over five years"
_FIRST_YEAR = cue(
    r"\s+(?:(?!\b(?:and|in|until)\b)[\w'’-]+,?\s+){0,12}?(?:in|during|within|over|for)\s+(?:(?:the|its|their|our)\s+)?(?:first|initial)\s+(?:full\s+)?(?:year|(?:twelve|12)\s+months)\b"
    r"(?!\s+of\s+(?:fiscal|the\s+fiscal|20\d\d))"
)  # "40 graduates in its first full year"
_IN_MONTHS = cue(
    rf"(?:\s+(?!(?:and|in)\b)[\w'’-]+,?){{0,8}}?\s+(?:within|over|in|during)\s+(?:the\s+)?(?:(?:next|coming|following)\s+)?(?:(?<=within\s)(?!twelve|12){NUMBER}"
    rf"|(?<=within\sthe\snext\s)(?!twelve|12){NUMBER}|two|three|four|five|six|seven|eight|nine|ten|[2-9]|1[01])[\s-]+months\b(?!\s+(?:of|to|ended|ending)\b)"
)  # "35 engineers over the next six months"; twelve months and more are a period, unless something is to be done within them
_PER_MONTH = cue(r"(?:\s+(?:[\w'’-]+\s+){0,4}?(?:per|a|each|every)|\s*/)\s*(?:month|week|quarter)\b(?!-)|\s+(?:monthly|weekly)\b")
_PER_DAY = cue(r"\s+(?:(?:a|per)\s+day|daily)\b")  # of money; what is made in a day is told by the year
_MONTHLY = cue(r"\b(?:monthly|weekly)\s+(?:[\w-]+\s+){0,3}?(?:of|exceeding|to|at)?\s*(?:[\w-]+\s+){0,2}$")
_NEAR = 60  # characters before a figure


def is_without_time(text: str, end: int) -> bool:
    """Return whether the words after a figure say only how long it takes: "over ten years", "in its first year"."""
    if "year" in text:
        if ("over" in text or "across" in text) and _OVER_YEARS.match(text, end):
            return True
        if ("first" in text or "initial" in text) and _FIRST_YEAR.match(text, end):
            return True
    return "months" in text and (_FIRST_YEAR.match(text, end) is not None or _IN_MONTHS.match(text, end) is not None)


def is_rate(text: str, start: int, end: int) -> bool:
    """Return whether a figure is one of each month, week or quarter, or money of each day."""
    if not any(map(text.__contains__, ("month", "week", "quarter", "day", "daily"))):
        return False
    if text.startswith(("$", "€", "£"), start) and _PER_DAY.match(text, end):
        return True
    return _PER_MONTH.match(text, end) is not None or _MONTHLY.search(text, max(0, start - _NEAR), start) is not None
