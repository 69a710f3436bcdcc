"""Periods of a statement that are another figure's: they stand right after that, or open what is said of the next one.

In: a folded text, the place of a figure, a period, and all periods and values. Out: whether the period is another's.
"""

from __future__ import annotations

from forelook.expressions.numbers.values import Value
from forelook.expressions.periods.period import When
from forelook.expressions.words.cues import cue

WHEN_AFTER = cue(
    r"\W*(?:\([^)]*\)\W*)?(?:the\s+|(?:or\s+\w+\s+)?(?:in|for|during|by|over|at|per|on|through|of|from|beginning|starting|as\s+of|effective"
    r"|within)\b\W*(?:\w+\W+){0,4}|(?:[\w-]+\W+){0,6}(?:in|for|during|by|over|within|through|across|between)\s+(?:\w+\s+){0,3})?$"
)
"""What stands between a figure and its period."""
_AND_IN = cue(r"\sand\s+(?:in|for|during)\s+(?:the\s+)?$")
_AND_EVENT = cue(
    r"\sand\s+(?:[\w'’-]+\s+){0,4}?(?:is|are|looks|expects|plans|to\s+(?=have\b))\s+(?:[\w'’-]+\s+){0,5}?"
    r"(?:to\s+(?!be\s+(?:recogni|incur|record|reali[sz]|achiev|spent|generat|paid))|scheduled|due|finished\b|repaid\b)[^.;$€£%\d]*$"
)  # "will cost $4 million and is scheduled to open in"
OF_METRIC = cue(r"annual\s+(?:[\w-]+\s+){0,2}?(?:savings|revenues?|sales|earnings|income|costs?|production|dividends?|cash|expenses?|profits?|interest)\b")
"""A yearly amount's metric: "annual savings"."""
DATED = frozenset(("quarter", "qy", "mq", "half", "year"))
"""Kinds of periods that name the metric after them."""
_GOES_ON = cue(
    r",?\s*(?:and\s+another|with|which\s+includes|including|of\s+which)\b(?:(?!\b(?:will|would|is|are|expects?|plans?|one-time|initial|total|charges?|costs?|investments?)\b)[^.;\d])*"
)  # "$9 million a year, with a margin of"
_BEHIND = 50  # characters between a figure and the period that follows it
_NEAR = 24  # characters before a period in which "and in" stands


def is_taken(text: str, value: tuple[int, int], when: When, periods: list[When], values: list[Value], *, goes_on: bool) -> bool:
    """Return whether a period is another figure's: it stands right after that, and this one has its own.

    A yearly rate is no later figure's, unless that may be one that `goes_on` from it.
    """
    if when.start >= value[1] and _opens_next(text, value[1], when) and any(other.name and other.kind in DATED and other.end <= value[0] for other in periods):
        return True
    later = [other for other in periods if when.end <= other.start and other.end <= value[0] and _opens_next(text, when.end, other)]
    if any(when.end <= figure.start < other.start for other in later for figure in values):
        return True
    if when.start >= value[1] and _AND_EVENT.search(text, value[1], when.start):
        return True
    if not any(follows(text, (other.start, other.end), when) for other in values) or follows(text, value, when) or OF_METRIC.match(text, when.start):
        return False
    if when.kind == "annual" and when.end <= value[0]:
        return not (goes_on and _GOES_ON.fullmatch(text, when.end, value[0]))
    return any(other.name and follows(text, value, other) for other in periods)


def follows(text: str, value: tuple[int, int], when: When) -> bool:
    """Return whether a period stands right after a figure: "$350 million in the fourth quarter"."""
    return value[1] <= when.start < value[1] + _BEHIND and WHEN_AFTER.match(text, value[1], when.start) is not None and not _opens_next(text, value[1], when)


def _opens_next(text: str, end: int, when: When) -> bool:
    """Return whether a period behind a figure opens what is said next: "$14 million, and in 2027, the first full year, $28 million"."""
    return when.kind in DATED and _AND_IN.search(text, max(end, when.start - _NEAR), when.start) is not None
