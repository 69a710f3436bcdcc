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
_OPENS = cue(
    r"(?:[a-z%\d)][.!?][”\"’)]*\s+(?:(?:and|but|then|however|also),?\s+)?(?:in|for|during|by|over|through)|;(?:\s+(?:and|but|in|for|during|by))*)\s+(?:the\s+)?$"
)  # "is $14 million. In 2027, it will"
_AND_IN = cue(r"\sand\s+(?:in|for|during)\s+(?:the\s+)?$")
_AND_EVENT = cue(
    r"\sand\s+(?:[\w'’-]+\s+){0,4}?(?:is|are|looks|expects|plans|to\s+(?=have\b))\s+(?:[\w'’-]+\s+){0,5}?"
    r"(?:to\s+(?!be\s+(?:recogni|incur|record|reali[sz]|achiev|spent|generat|paid))|scheduled|due|finished\b|repaid\b)[^.;$€£%\d]*$"
)  # "will cost $4 million and is scheduled to open in"
EVENT = cue(
    r"\b(?:start|starts|begin|begins|beginning\s+production|complete[ds]?|completion|open|opens|opening|lapse[sd]?|expires?|launch(?:es|ed)?"
    r"|commence[sd]?|in\s+service|in\s+operation|operational|running|on\s+line|on[\s-]?stream|online|available|effect|scheduled|lasts?|runs?|close[sd]?|renew\w*|matur\w+|due|ship(?:s|ped)?"
    r"|arrives?)\b(?:\s+\w+){0,3}\s+(?:in|on|by|for|during|before|from|until)\s+(?:the\s+)?(?:\w+\s+(?:of\s+)?)?$"
)
"""What happens in the period after it."""
_AND_BELIEVES = cue(r"\s*,?\s+and\s+(?:(?:it|we|management)\s+)?(?:now\s+|also\s+)?(?:believes?|expects?|anticipates?|estimates?|projects?|sees?)\s")
_FILED = cue(
    r"\b(?:fil(?:e|es|ing)|submit(?:s|ting)?|complet(?:e|es|ing|ion)|clos(?:e|es|ing)|begin(?:s|ning)?|start(?:s|ing)?|launch(?:es|ing)?)\b"
    r"[^.;]{0,60}\b(?:in|by|during)\s+(?:the\s+)?$"
)
_RESULTS_OF = cue(r"\b(?:announced|reported|posted|released)\s+[^.;]{0,40}\b(?:results|earnings)\s+(?:for|in|of)\s+(?:(?:the|its|our)\s+)?$")  # what is told of
_WHICH_WILL = cue(r",?\s+(?:which|that)\s+(?:will|would|should|is\s+expected|is\s+projected)\b")  # "begins in 2027, which will add"
_OF_THING = cue(
    r"[\s-]+(?:(?!(?:of|in|for|and|to|by|from|on|at|is|are)\b)[\w-]+\s+){0,4}?(?:plants?|project|facility|mine|line|expansion|building|campus|pipeline|terminal|hangar|mill|warehouse)\b"
)
_AS_SET_OUT = cue(
    r"\bas\s+(?:\w+\s+)?(?:set\s+out|laid\s+out|given|announced|issued|provided|published|communicated|outlined|presented)\s+(?:back\s+)?(?:in|on)\s+(?:the\s+)?$"
)  # "remains as set out in March"
_AT_A_COST = cue(
    r"\bat\s+(?:an?\s+|its\s+)?(?:(?:one-time|total|combined|estimated|expected|combined|program|net|initial|pre-?tax|additional)\s+)*(?:cost|expense|price)"
    r"\s+(?:of\s+|(?:now\s+|still\s+|that\s+is\s+)*(?:put|estimated)\s+at\s+)(?:\w+\s+){0,2}$"
)  # "will be closed by mid-2027, at a one-time cost of"
OF_METRIC = cue(
    r"annual\s+(?:[\w-]+\s+){0,2}?(?:savings|revenues?|sales|earnings|income|costs?|production|dividends?|eps|ebitda|ffo|growth|cash|expenses?|profits?|interest|capacity|output|throughput)\b"
)
"""A yearly amount's metric: "annual savings"."""
DATED = frozenset(("quarter", "qy", "mq", "half", "year"))
"""Kinds of periods that name the metric after them."""
_GOES_ON = cue(
    r",?\s*(?:and\s+another|with|which\s+includes|including|of\s+which)\b(?:(?!\b(?:will|would|is|are|expects?|plans?|one-time|initial|total|charges?|costs?|investments?)\b)[^.;\d])*"
)  # "$9 million a year, with a margin of"
_AND = cue(r"\sand\s+(?:(?:a|an|its|the)\s+)?$")
_NAMES_NEXT = cue(
    r"\s+(?:(?:total|net|adjusted|gaap|non-gaap|diluted)\s+)*(?:revenues?|sales|earnings|eps|ebitda|income|loss|profit|ffo)(?:\s+per\s+(?:diluted\s+)?share)?"
    r"\s+(?:of|between|(?:in|to)\s+(?:be\s+)?(?:in\s+)?(?:the|a)\s+range|[$€£\d])"
)  # "$14 million and full-year sales of"
_A_DAY = cue(r"\s+(?:[\w-]+\s+){1,3}?(?:per|an?|each)\s+(?:day|hour|week|month)\b")  # "1,200 tonnes per day and 60,000 ounces a year"
_IN = cue(r"\s+(?:in|for|during)\s+(?:the\s+)?")
_OF_WHICH = cue(r"(?:\s+[\w-]+){0,4},\s+of\s+which\b")  # "charges of $9 million, of which $4 million in 2027"
_BEHIND = 50  # characters between a figure and the period that follows it
_FAR = 60  # characters before a figure or a period in which a cost, or an event, is named
_NEAR = 24  # characters before a period in which "and in" stands


def is_taken(text: str, value: tuple[int, int], when: When, periods: list[When], values: list[Value], *, goes_on: bool) -> bool:
    """Return whether a period is another figure's: it stands right after that, and this one has its own.

    A yearly rate is no later figure's, unless that may be one that `goes_on` from it.
    """
    if when.start >= value[1] and _opens_next(text, value[1], when) and any(other.name and other.kind in DATED and other.end <= value[0] for other in periods):
        return True
    if when.start > value[1] and any(when.end <= other.start for other in values) and _OPENS.search(text, value[1] - 1, when.start):
        return True
    later = [other for other in periods if when.end <= other.start and other.end <= value[0] and _opens_next(text, when.end, other)]
    if any(when.end <= figure.start < other.start for other in later for figure in values):
        return True
    if when.start >= value[1] and (of_part := _OF_WHICH.match(text, value[1])) and any(of_part.end() <= other.start < when.start for other in values):
        return True
    if when.start >= value[1] and (_AND_EVENT.search(text, value[1], when.start) or _is_of_thing(text, value[1], when)):
        return True
    if when.end <= value[0] and _WHICH_WILL.match(text, when.end) and EVENT.search(text, max(0, when.start - _FAR), when.start):
        return True
    if when.end <= value[0] and _AND_BELIEVES.match(text, when.end) and _FILED.search(text, max(0, when.start - _FAR), when.start):
        return True  # "anticipates filing for approval in 2027 and believes that sales could reach"
    if (
        when.kind == "year"
        and when.end <= value[0]
        and any((other.name or "").startswith(f"{when.name}-") and other.start >= value[1] and _IN.fullmatch(text, value[1], other.start) for other in periods)
    ):
        return True  # "Sales for 2026 should be down 4 percent in the first half"
    if when.end <= value[0] and _RESULTS_OF.search(text, max(0, when.start - _FAR), when.start):
        return True
    if _AS_SET_OUT.search(text, max(0, when.start - _FAR), when.start):
        return True
    if when.end <= value[0] and _AT_A_COST.search(text, max(when.end, value[0] - _FAR), value[0]):
        return True
    if when.kind == "annual" and when.start >= value[1] and _A_DAY.match(text, value[1]) and any(value[1] <= other.start < when.start for other in values):
        return True
    if not any(follows(text, (other.start, other.end), when) for other in values) or follows(text, value, when) or OF_METRIC.match(text, when.start):
        return False
    if when.kind == "annual" and when.end <= value[0]:
        return not (goes_on and _GOES_ON.fullmatch(text, when.end, value[0]))
    return any(other.name and follows(text, value, other) for other in periods)


def _is_of_thing(text: str, end: int, when: When) -> bool:
    """Return whether a period is when a thing is ready whose size or cost a figure is: "The $20 million plant is expected to open in 2027"."""
    return _OF_THING.match(text, end) is not None and EVENT.search(text, max(end, when.start - _FAR), when.start) is not None


def follows(text: str, value: tuple[int, int], when: When) -> bool:
    """Return whether a period stands right after a figure: "$350 million in the fourth quarter"."""
    return value[1] <= when.start < value[1] + _BEHIND and WHEN_AFTER.match(text, value[1], when.start) is not None and not _opens_next(text, value[1], when)


def _opens_next(text: str, end: int, when: When) -> bool:
    """Return whether a period behind a figure opens what is said next: "$14 million, and in 2027, the first full year, $28 million"."""
    near = max(end, when.start - _NEAR)
    if (when.kind in DATED or (when.kind == "bare" and text.startswith(",", when.end))) and _AND_IN.search(text, near, when.start):
        return True
    return (when.kind in DATED or when.kind == "bare") and _AND.search(text, near, when.start) is not None and _NAMES_NEXT.match(text, when.end) is not None
