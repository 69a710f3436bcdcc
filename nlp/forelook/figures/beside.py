"""What stands beside a forecast: what its measure leaves out, what is so now, shares of what there is; and what is still expected.

In: a statement's folded text and a value. Out: whether the words around the value make it one of these.
"""

from __future__ import annotations

from forelook.figures.numbers.values import Value
from forelook.figures.words.cues import cue
from forelook.figures.words.watching import Words, watch

_WITH = cue(r"\W*with(?:\s+(?:more|less|over|about|approximately|nearly|almost|at|than|least|some|roughly|only))*\s*")
_OF_WHAT_IS = cue(
    r"\s*of\s+(?:our|its|the|their|all|total)\b(?![^,;]*\b(?:expect\w*|anticipat\w*|will|would|should|project\w*|forecast\w*|plann\w*|to\s+be)\b)[^,;]*,"
)  # "With 60% of our backlog under contract, we expect"
_OF_FORECAST = cue(r"\s*of\s+(?:which|that|this|these|it|the\s+(?:charges?|savings|total|amount|program|costs?|increase|decrease))\b")  # "about 60% of which"
_EXCLUDED = cue(
    r"\bexcludes?\s+(?:(?!\b(?:includ\w+|expects?|will|would|should|is|are|assum\w+|(?:of|to|at|between)\s+[$€£]?\d)\b)(?:[^.;,]|\.\d|,(?!\s+(?:of|at|to|between)\b))){0,160}$"
)  # "the outlook excludes charges for purchases of"
_WITH_OURS = cue(
    r"\W*with\s+(?:our|its|the)\s+[^,;]{0,90}?\b(?:up|down|(?:now|already|currently)\s+(?:at|above|over))\s[^,;]*"
)  # "With our backlog up 50%, we expect"
_STILL_EXPECTED = cue(
    r"\s*(?:per\s+(?:diluted\s+)?share\s+)?(?:that\s+|which\s+)?(?:it|we|the\s+company)\s+(?:now\s+|currently\s+)?(?:expects?|forecasts?|anticipates?|projects?)\b"
)
_WITH_BEGINS = ("with ", '"with ', "“with ")
_OF_EXCLUDED = watch(_EXCLUDED)
_FAR = 180  # characters before a value in which it is said to be left out of a measure, or what stands is named


def is_left_out(words: Words, value: Value) -> bool:
    """Return whether a value is said to be left out of a measure: "the outlook excludes charges of $2 million"."""
    return words.search(_EXCLUDED, _OF_EXCLUDED, value.lead - _FAR, value.lead) is not None


def is_of_what_stands(text: str, value: Value) -> bool:
    """Return whether a value says, at the beginning of a statement, how far something has come: "With our backlog up 50%, we expect"."""
    return value.start < _FAR and text.startswith(_WITH_BEGINS) and _WITH_OURS.fullmatch(text, 0, value.start) is not None


def is_share_of_another(text: str, value: Value) -> bool:
    """Return whether a percentage is the share of another forecast, or of something that is so now."""
    if _OF_FORECAST.match(text, value.end):
        return True
    return _OF_WHAT_IS.match(text, value.end) is not None and _WITH.fullmatch(text, 0, value.lead) is not None


def is_still_expected(text: str, end: int) -> bool:
    """Return whether a value, up to `end`, that another is held against is a forecast itself: "up 26% from the $340 million it expects this year"."""
    return _STILL_EXPECTED.match(text, end) is not None
