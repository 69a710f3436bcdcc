"""Numbers whose noun was named before: "will open three more by June", "to sell 75 of them this year".

In: a statement's folded text and a value without a noun. Out: the verb whose object the number is, as the metric that it gives.
"""

from __future__ import annotations

from forelook.expressions.numbers.values import Value
from forelook.expressions.words.cues import cue
from forelook.figures.metrics.mentions import Mention

_REACH = 60  # characters before a value in which its verb stands
_FAR = 90  # the same of a verb that brings a total to a number
_DONE = cue(
    r"\b(?:to|and|will|can|would|could|should|['’]ll|be|is|are|expects?|plans?)\s+(?:also\s+|then\s+)?(?:be\s+|see\s+)?"
    r"(?P<verb>(?P<stem>open|sell|ship|deliver|mak|build|produc|turn(?=\w*\s+out\b)|hir|add|sign|install|complet|need|plac|train|recruit|equip|fly|operat)"
    r"(?:e|p?ing)?(?:\s+out)?)\s+"
    r"(?:(?:about|around|approximately|roughly|some|at\s+least|up\s+to|as\s+many\s+as|more\s+than|over|nearly|between|another|an\s+additional|a\s+further"
    r"|(?:the\s+)?(?:first|last|next))\s+)*$"
)
_TO_TOTAL = cue(
    r"\b(?:bring|tak|rais|push|lift|grow|boost|expand|increas|reduc|lower|shrink|cut|trim)\w*\s+(?:its|our|their|the)\s+(?:[\w-]+\s+){0,2}?"
    r"(?P<total>total|(?:\w+\s+)?count|fleet|head\s?count|work\s?force|staff|pay\s?roll)(?:\s+(?!to\b)[\w-]+){0,4}\s+to\s+"
    r"(?:(?:about|around|approximately|roughly|some|at\s+least|more\s+than|fewer\s+than|over|nearly|under|between)\s+)*$"
)  # "bringing the total to about 310"
_TOTALS = cue(
    r"\b(?P<what>(?:[a-z][\w-]*\s+)?[a-z][\w-]*s)\s+(?:are|should|will)\s+(?:(?:now|also|currently)\s+)?(?:(?:expected|projected|anticipated|forecast|estimated)\s+to\s+)?"
    r"(?:total|number|reach|be\s+(?=between|about|approximately|around|in\s))\s*(?:(?:about|approximately|around|between|roughly|nearly|in\s+the\s+range\s+of)\s+)*$"
)  # "Pump placements are expected to total 8,000 in 2026"
_GOES_ON = cue(
    r"\s+(?:more(?!\s+than)\b|of\s+(?:them|these)\b|(?:in|by|before|during|this|next|a|per|each|every|over|at|through)\b)|\s*[.,;]?$|,\s+(?:and|of\s+which)\b"
)
_PLANNED = cue(r"\s+(?:more\s+)?(?:(?:are|is)\s+)?(?:planned|scheduled|slated|expected|anticipated|targeted)\s+(?:for|in|by|this|next|during|over)\b")
_WITH = cue(r"(?:,\s+(?:with|and)|\band|\bha(?:s|ve))(?:\s+(?:about|another|some|up\s+to|at\s+least))*\s*$")  # "with five to seven planned for 2027"
_PLANS = cue(r"\b(?:plans?|expects?|anticipates?|targets?|scheduled)(?:\s+(?:about|between|another|some|up\s+to|at\s+least))*\s*$")
_MORE = cue(r"\s+more\s+(?:by|in|this|next|before|during|over|later)\b")  # "has opened 11 restaurants and plans 14 more in 2026"
_FURTHER = cue(
    r"\b(?:and|with|plus)\s+(?:then\s+)?(?:a\s+further|another|an\s+additional|the\s+(?:remaining|other|final|next|last))(?:\s+(?:about|up\s+to|some))?\s*$"
)
_IN_TIME = (
    r"\b(?:in|by|during|for)\s+(?:(?:the|fiscal|full|of|first|second|third|fourth|next|this|half|quarter|year)[\s-]+)*(?:half|quarter|year|(?:19|20)\d\d),?\s+and"
    r"(?:\s+(?:about|approximately|at\s+least|more\s+than|up\s+to|over|another|some|roughly|nearly))?\s*"
)
AND_IN_TIME = cue(rf"\s(?:[\w-]+\s+){{0,4}}?{_IN_TIME}")
"""What stands between two counts of one thing: "up to 60 pumps in the first half of 2026 and at least 150 for"."""
_AND_LATER = cue(rf"{_IN_TIME}$")
_TIME_AFTER = cue(
    r"\s+(?:in|for|during|by)\s+(?:(?:the|all|of|fiscal|full|first|second|third|fourth|next|this|following)[\s-]+)*(?:half|quarter|year|(?:19|20)\d\d)\b"
)
_NAMES = {  # by the verb's stem
    "open": "store_openings",
    "sell": "deliveries",
    "ship": "deliveries",
    "deliver": "deliveries",
    "mak": "production",
    "build": "production",
    "produc": "production",
    "turn": "production",
}


def find_verb(text: str, value: Value) -> Mention | None:
    """Return the verb of which a number is the object, with the metric that it gives; None where something else is counted."""
    if (total := _TO_TOTAL.search(text, max(0, value.start - _FAR), value.start)) and _GOES_ON.match(text, value.end):
        return Mention(*total.span("total"), "other")
    if (total := _TOTALS.search(text, max(0, value.start - _FAR), value.start)) and _GOES_ON.match(text, value.end):
        return Mention(*total.span("what"), "other")
    match = _DONE.search(text, max(0, value.start - _REACH), value.start)
    if match is None or _GOES_ON.match(text, value.end) is None:
        return None
    return Mention(*match.span("verb"), _NAMES.get(match.group("stem"), "other"))


def is_further(text: str, place: tuple[int, int]) -> bool:
    """Return whether a number says how many more of what was counted before: "and a further ten in 2027", "with five planned for 2027"."""
    first = max(0, place[0] - _REACH)
    if _MORE.match(text, place[1]) and _PLANS.search(text, first, place[0]):
        return True
    if _PLANNED.match(text, place[1]) and _WITH.search(text, first, place[0]):
        return True
    if _FURTHER.search(text, first, place[0]) and _GOES_ON.match(text, place[1]):
        return True
    return _TIME_AFTER.match(text, place[1]) is not None and _AND_LATER.search(text, first, place[0]) is not None
