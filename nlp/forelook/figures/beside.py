"""What stands beside a forecast: what its measure leaves out, what is so now, shares of what there is; and what is still expected.

In: a statement's folded text and a value. Out: whether the words around the value make it one of these.
"""

from __future__ import annotations

from forelook.expressions.numbers.values import Value
from forelook.expressions.words.cues import cue
from forelook.expressions.words.watching import Words, watch
from forelook.figures.acts import BUDGET_MOVED
from forelook.figures.metrics.mentions import Mention

_WITH = cue(r"\W*(?:now\s+|today,?\s+)?with(?:\s+(?:more|less|over|about|approximately|nearly|almost|at|than|least|some|roughly|only))*\s*")
_WITH_AND = cue(
    r"\W*(?:now\s+|today,?\s+)?with\s+(?:(?!(?:new|additional|planned|expected|projected)\b)[^,;.\s]+\s+){1,12}and(?:\s+(?:more|over|about|approximately|nearly|than|some))*\s*"
)  # "With 50 clinics in nine states and more than 400 physicians, Tarn plans"
_OF_WHAT_IS = cue(
    r"\s*of\s+(?:our|its|the|their|all|total)\b(?![^,;]*\b(?:expect\w*|anticipat\w*|will|would|should|project\w*|forecast\w*|plann\w*|to\s+be)\b)[^,;]*,"
)  # "With 60% of our backlog under contract, we expect"
_OF_FORECAST = cue(
    r"\s*of\s+(?:which|that|this|these|those(?!\s+of\b)|it|the\s+(?:(?:full[\s-]year|annual|total|planned|budgeted)\s+)?(?:charges?|savings|total|amount|program|costs?|increase|decrease|spend(?:ing)?|budget|capex|outlay)|the\s+(?:[\w-]+\s+)?revenues?\s+(?:will|to|is|are)\s+(?:expected\s+to\s+)?be\s+recogni[sz]ed)\b"
    r"|\s+(?:directed|allocated|earmarked|dedicated|devoted)\s+(?:to|for)\b"
)  # "about 60% of which"
_OF_WHAT_IS_SET = cue(
    r"\s+of\s+[^.;,]{0,60}?\b(?:(?:is|are|has\s+been|have\s+been|being)\s+)?(?:(?:currently|now|already)\s+)?"
    r"(?:hedged|locked\s+in|under\s+contract|pre-?sold|(?<=already\s)sold|(?<=already\s)committed|(?<=already\s)booked)\b"
)  # "80 percent of it already sold"
_OF_WHOLE_YEAR = cue(
    r"\s*of\s+(?:(?:its|our|the)\s+)?(?:full[\s-]year|annual|yearly|(?:the\s+|this\s+)?year['’]s)\s+(?:[\w-]+\s+){0,2}?(?:earnings|income|sales|revenues?|profits?|production|shipments)\b"
    r"[^.;]{0,60}?\b(?:quarter|half)\b"
)  # "45 percent of full-year earnings will come in the fourth quarter"
_IN_PART = cue(r"\b(?:quarter|half)\b[^.;%]{0,60}$")  # "the first half at 40 percent of full-year revenue"
_WEIGHTED = cue(
    r"\bweighted\s+(?:more\s+)?(?:heavily\s+)?to(?:wards?)?\b[^.;]*\bwith(?:\s+(?:about|approximately|roughly|some|nearly|over|more\s+than))*\s*$"
)  # "is weighted to the second half, with about 45%"
_OF_YEAR = cue(r"\s*of\s+(?:(?:its|our|the)\s+)?(?:full[\s-]year|annual|yearly)\b")
_SET_FOR = cue(r"\bhedges?\s+(?:(?:are|is)\s+)?(?:in\s+place\s+)?(?:on|for|cover(?:s|ing)?)\s+(?:\w+\s+){0,2}$|\bphas(?:ed|ing)[\s-]+in\b[^.;]{0,60}$")
_OF_ASSETS = cue(r"\s+of\s+(?:its|their|our|the\s+[\w-]+['’]s)\s+(?:(?:total|net|managed|investable|gross)\s+)*assets\s+in\b")  # a fund's policy
_OF_WHICH = cue(r"\bof\s+which\s*$")
_OF_OUTPUT = cue(r"\s+(?:(?:light|heavy|crude|natural)\s+)*(?:liquids|oil|gas|ngls?|crude|condensate)\s*\)")  # "350 barrels a day (65% liquids)"
_EXCLUDED = cue(
    r"\b(?:excludes?|(?:does|do)\s+not\s+(?:include|reflect|assume|contemplate))\s+(?:(?!\b(?:includ\w+|expects?|will|would|should|is|are|assum\w+|(?:of|to|at|between)\s+[$€£]?\d)\b)(?:[^.;,]|\.\d"
    r"|,(?!\s+(?:of|at|to|between)\b))){0,160}$"
)  # "the outlook excludes charges for purchases of"
_EXCLUDING = cue(
    r"(?:\d[mbk]?|million|billion|percent|%|share|cents?)\)?,?\s+(?:excluding|exclusive\s+of)\s+(?:[\w-]+\s+){1,6}of\s*$"
)  # "$755 million, excluding merger charges of"
_WITH_OURS = cue(
    r"\W*with\s+(?:our|its|the)\s+[^,;]{0,90}?\b(?:up|down|(?:now|already|currently)\s+(?:at|above|over))\s[^,;]*"
)  # "With our backlog up 50%, we expect"
_STANDS = r"(?:backlog|order\s+book|remaining\s+performance\s+obligations?|pipeline|cash(?:\s+(?:balance|position|on\s+hand))?|liquidity|balance\s+sheet)"
_OUR = cue(r"\b(?:our|its|their)\s+(?:(?:current|existing|record|huge|large|strong|growing|present|approximately|about|nearly|over|more\s+than)\s+)*$")
_STANDS_AFTER = cue(rf"\s+(?:of\s+)?(?:[\w-]+\s+){{0,2}}?{_STANDS}\b")  # "our $130 million sales backlog will bring"
_STANDS_BEFORE = cue(
    rf"^(?:our|its|the(?:\s+company['’]s)?)\s+(?:[\w-]+\s+){{0,2}}{_STANDS}\s+of(?:\s+(?:about|approximately|over|nearly|more\s+than))?\s*$"
    rf"|\bin\s+(?:the|our|its)\s+(?:backlog|pipeline|order\s+book)\s+(?:totaling|totalling|worth|valued\s+at)\s*$|\b(?:with|from)\s+(?:an?\s+|our\s+"
    rf"|its\s+)?(?:(?!(?:to|and|of|in|will|would|expected)\b)[\w-]+\s+){{0,3}}{_STANDS}\s+(?:of|totaling|at|standing\s+at)\s*$"
)  # "With a record backlog of $27 million, we expect"
_STANDS_SO = cue(
    r"\s+(?:(?!(?:new|additional|more(?!\s+than)|planned|expected|projected|anticipated|forecast|growth|increase|guidance|expects?|will|would|to|set|next"
    r"|upcoming|20\d\d)\b)[^,;.\s]+(?:\s+|(?=,))){1,14},\s+(?!(?:we|our)\s+expected)"
)  # "With 30 plants open in Norway, Halvorsen plans"
_HAS = cue(
    r"(?:\b(?:(?<!will\s)(?<!to\s)(?:has|covers|occupies|operates|serves|employs|owns|manages|attracts|draws|hosts|holds|contains)|(?:we|which|that|and|they|who|currently|already)\s+have)"
    r"(?:\s+(?:more|less|over|about|approximately|nearly|almost|than|some|roughly|parts|of|an?|around|up|to|only|just))*"
    r"|\b(?<!will\s)has\s+an?\s+(?:(?!(?:goal|target|plan|budget|objective|aim|ambition|potential|commitment|guidance|outlook|expected|estimated|projected|anticipated|planned)\b)[\w-]+\s+){1,4}of(?:\s+(?:about|over|nearly|approximately))?"
    r"|\bhas\s+(?:total\s+|combined\s+)?(?:assets|deposits|loans|sales|revenues?)\s+of(?:\s+(?:about|over|nearly|approximately))?"
    r"|\bout\s+of\s+(?:an?\s+)?total(?:\s+of)?|\bnow\s+totals?|\bof\s+(?:its|our|their)\s+total\s+(?:[\w-]+\s+){1,3}of"
    r"|\b(?:board|committee|council)\b[^.;]{0,60}\b(?:consist|compris|compos|made\s+up)\w*\s+of"
    r"|\b(?:together|along|alongside|jointly)\s+with(?:\s+(?:more|over|about|approximately|nearly|almost|than|some|roughly|the|its|our|other))*"
    r"|\b(?:beyond|on\s+top\s+of|in\s+addition\s+to)\s+(?:the|its|our)\s+(?:initial|first|existing|current|original|previous))\s*$"
)  # "has 40 stores", "together with 200 members", "beyond the initial 5,000 metres"
_DONE = cue(
    r"\b(?<!to\s)(?<!will\s)(?:has|have|having)\s+(?:\w+ly\s+|now\s+|already\s+)?(?!(?:plan|budget|target|forecast|project|estimat|guid|committ|schedul|propos|earmark|allocat|pledg|authori|approv"
    r"|announc|rais|lower|increas|reduc|updat|revis|narrow|order|request|offer|anticipat|need|want|provid|requir|link|relat|assum|agreed)\w*\b)"
    r"(?:[a-z]+ed|grown|risen|built|sold|won)(?:\s+(?:to|by|on|in|with|its|our))?(?:\s+(?:more|less|over|about|approximately|nearly|almost|than|some|roughly|an?))*\s*$"
)  # "has scaled to 70 employees"
_SUBJECT = cue(
    r"(?!(?:in|by|for|during|if|when|as|with|once|while|after|under|to)\b)(?![^,]*\b(?:new|second|third|planned|proposed|next|will|expects?|plans?)\b)"
    r"[\w&'’.-]+(?:\s+[\w&'’.-]+){0,5},\s+(?!(?:and|but|or|including|excluding)\b)"
    r"(?:(?!\b(?:will|would|should|could|may|expect\w*|plan\w*|project\w*|estimat\w*|target\w*|to|slated|scheduled|set|due|up)\b)(?:[^.;]|\.\d)){0,120}$"
)
_GOES_ON = cue(
    r"(?:[^.;,]|[.,](?=\d)){0,60},\s+(?:\w+ly\s+|also\s+|now\s+)?(?:will|would|should|could|may|expects?|plans?|intends?|aims?|hopes?|believes?|anticipates?|is|are)\b"
)  # "Tarn, a maker of pumps with 4,000 employees, expects"
_AND_OURS = cue(r"\b(?:our|its|their)\s+(?:[\w-]+\s+){1,2}and(?:\s+(?:more|over|about|approximately|nearly|than))*\s*$")
_STAFF = cue(r"\s+(?:[\w-]+\s+)?(?:employees|teammates|colleagues|associates|members|partners|customers|people)\b")  # "our leaders and 213,000 teammates"
_TO_COME = cue(
    r"(?:\s*(?:or\s+more|to\s+\d+))?\s+(?:[\w'’-]+\s+){0,5}?(?:planned|scheduled|slated|expected|set\s+to|to\s+(?!date)[a-z]|under\s+(?:construction|development)|in\s+(?:development|progress)"
    r"|on\s+order|underway|pending|in\s+(?:its|the|our)\s+pipeline)\b"
)  # "has 12 stores under construction"
_RUNWAY = cue(
    r"[^.;]{0,80}?\b(?:runway|sufficient|enough\s+to|(?:will|to|should)\s+(?:last|carry|fund|support|finance|sustain)|fund(?:s|ing)?\s+(?:its|our|planned|operat\w+)|into\s+(?:20\d\d|the))\b"
)
_CASH = cue(
    r"(?:^\W*|\b(?:our|its|with|current|existing|available)\s+)(?:(?:our|its|current|existing|available|total|the)\s+)*(?:cash|liquidity|net\s+proceeds)\b(?:,\s+cash\s+equivalents)?[^.;]{0,60}"
    r"\b(?:of|totaling|at)(?:\s+(?:about|approximately|over|nearly|more|than))*\s*$"
)  # "Cash on hand of $13 million provides runway into 2026"
_AFTER_BEGINS = ("following ", "after ", "building on ", "having ")
_AFTERMATH = cue(
    r"[a-z]+(?:(?!\b(?:expect\w*|will|would|should|plan\w*|planned|proposed|pending|we|it|its|20[3-9]\d)\b)[^,;])*"
)  # "Following the purchase of 111 wells,"
_COMMA = cue(r"(?:(?!\b(?:expect\w*|will|would|should|plan\w*)\b)[^,;.]){0,80},")
_STILL_EXPECTED = cue(
    r"\s*(?:per\s+(?:diluted\s+)?share\s+)?(?:that\s+|which\s+)?(?:it|we|the\s+company)\s+(?:now\s+|currently\s+)?(?:expects?"
    r"|forecasts?(?!\s+(?:in|on|at|last)\b)|anticipates?|projects?)\b"
)
_WITH_BEGINS = ("with ", '"with ', "“with ")
_OF_EXCLUDED, _OF_HAS, _OF_DONE = watch(_EXCLUDED), watch(_HAS), watch(_DONE)
_BEGUN = cue(
    r"\b(?:end|ends|ending|exit|exits|finish|finishes|close|emerge|begin|start|enter|entering|left)\b[^.;,]*$"
)  # the year with cash that there will be
_NEAR = 90  # characters before a value
_TO_AMOUNT = cue(r",?\s+to\s+(?:[a-z]+\s+){0,3}[$€£]?\d")
_HEDGES = 40  # characters between "by" and its amount, and from there to the next one
_FAR = 180  # characters before a value in which it is said to be left out of a measure, or what stands is named


def is_difference_of_budget(text: str, value: Value) -> bool:
    """Return whether a value is by how much a budget has been moved, which its new amount says by itself: "has cut its spending by $40 million to"."""
    if "by" not in text[max(0, value.lead - 4) : value.start] or _TO_AMOUNT.match(text, value.end) is None:
        return False
    return any(0 <= value.start - match.end() < _HEDGES for match in BUDGET_MOVED.finditer(text, max(0, value.start - _FAR), value.end + _HEDGES))


def is_left_out(words: Words, value: Value) -> bool:
    """Return whether a value is said to be left out of a measure: "the outlook excludes charges of $2 million"."""
    if words.search(_EXCLUDED, _OF_EXCLUDED, value.lead - _FAR, value.lead):
        return True
    return "exclu" in words.text[max(0, value.lead - _NEAR) : value.lead] and _EXCLUDING.search(words.text, max(0, value.lead - _NEAR), value.lead) is not None


def is_of_subject(text: str, value: Value, metrics: list[Mention]) -> bool:
    """Return whether a value stands in an aside that says what the subject is: "Tarn, a maker of pumps with 4,000 employees, expects"."""
    if value.start > _FAR or "," not in text[: value.start] or _GOES_ON.match(text, value.end) is None or _SUBJECT.match(text, 0, value.lead) is None:
        return False
    return not any(metric.end <= text.index(",") for metric in metrics)


def is_of_what_stands(words: Words, value: Value) -> bool:
    """Return whether a value says what there is, or how far it has come: "our $130 million backlog will bring", "With our backlog up 50%, we expect"."""
    text, first = words.text, value.lead - _NEAR
    if value.unit[:3].isupper() and _is_of_stock(text, value):
        return True
    if words.search(_HAS, _OF_HAS, first, value.lead) and not _TO_COME.match(text, value.end):
        return True
    if words.search(_DONE, _OF_DONE, first, value.lead) or (_STAFF.match(text, value.end) and _AND_OURS.search(text, max(0, first), value.lead)):
        return True
    if value.start >= _FAR:
        return False
    if text.startswith(_AFTER_BEGINS) and _AFTERMATH.fullmatch(text, 0, value.lead) and _COMMA.match(text, value.end):
        return True
    if (
        value.start < _NEAR
        and (_WITH.fullmatch(text, 0, value.lead) or (value.unit == "" and _WITH_AND.fullmatch(text, 0, value.lead)))
        and _STANDS_SO.match(text, value.end)
    ):
        return True
    return text.startswith(_WITH_BEGINS) and _WITH_OURS.fullmatch(text, 0, value.start) is not None


def _is_of_stock(text: str, value: Value) -> bool:
    """Return whether an amount is that of a backlog, a pipeline or cash that a company has, and none with which it will end a year."""
    if _STANDS_AFTER.match(text, value.end) and _OUR.search(text, max(0, value.start - _NEAR), value.start):
        return True
    if ("cash" in text or "proceeds" in text) and _CASH.search(text, max(0, value.lead - _NEAR), value.lead) and _RUNWAY.match(text, value.end):
        return True
    if "with " not in text and " in " not in text and "from " not in text and " of " not in text:
        return False
    found = _STANDS_BEFORE.search(text, max(0, value.lead - _NEAR), value.lead)
    return found is not None and not _BEGUN.search(text, max(0, found.start() - _NEAR), found.start())


def is_share_of_another(text: str, value: Value) -> bool:
    """Return whether a percentage is the share of another forecast, or of something that is so now."""
    if _OF_WHICH.search(text, max(0, value.lead - _NEAR), value.lead) or any(
        pattern.match(text, value.end) for pattern in (_OF_FORECAST, _OF_OUTPUT, _OF_ASSETS, _OF_WHAT_IS_SET, _OF_WHOLE_YEAR)
    ):
        return True
    if "weighted" in text and _WEIGHTED.search(text, max(0, value.lead - _NEAR), value.lead):
        return True
    if "year" in text and _OF_YEAR.match(text, value.end) and _IN_PART.search(text, max(0, value.lead - _NEAR), value.lead):
        return True
    if ("hedge" in text or "phas" in text) and _SET_FOR.search(text, max(0, value.lead - _NEAR), value.start):
        return True
    return _OF_WHAT_IS.match(text, value.end) is not None and _WITH.fullmatch(text, 0, value.lead) is not None


def is_still_expected(text: str, end: int) -> bool:
    """Return whether a value, up to `end`, that another is held against is a forecast itself: "up 26% from the $340 million it expects this year"."""
    return _STILL_EXPECTED.match(text, end) is not None
