"""Tense: whether the part of a statement in which a figure stands tells what was.

In: a statement and a value. Out: whether the value's own sentence, or part of a headline between semicolons, says nothing of the future and
speaks of a period that is over; or, as one of several, tells in the past; or whether the value is withdrawn, or compared with as the one before it is.
"""

from __future__ import annotations

import re
from functools import lru_cache

from forelook.expressions.numbers.values import Value
from forelook.expressions.periods.clock import MONTH, YEAR
from forelook.expressions.periods.period import When
from forelook.expressions.words.cues import cue
from forelook.expressions.words.watching import watch
from forelook.figures.acts import GUIDE
from forelook.figures.evidence import PAST
from forelook.figures.metrics.nouns import is_headline
from forelook.figures.sentence import Sentence
from forelook.months import MONTHS

_AHEAD = cue(
    r"\b(?:expect\w*|anticipat\w*|project(?:s|ed|ing|ions?)|forecast\w*|guid(?:ance|ed|es|ing)|outlook|target\w*|goals?|objectives?|estimat\w*"
    r"|plan(?:s|ned|ning)?"
    r"|should|will|would|shall|intend\w*|budget\w*|aim\w*|hop(?:es?|ing)|could|may|might|can|looks?|looking|sees?|scheduled|slated|on\s+track|poised|positioned"
    r"|assum\w*|impl(?:y|ies|ied)|next|upcoming|coming|remain(?:s|ing|der)?|continu\w*|reaffirm\w*|reiterat\w*|maintain\w*|confirm\w*|rais(?:es"
    r"|ing)|narrow\w*|tighten\w*"
    r"|updat\w*|introduc\w*|initiat(?:e[sd]?|ing)|preliminary|potential\w*|commit\w*|pledg\w*|being|under\s+construction|to\s+(?:be|reach|have"
    r"|become|grow|generate|deliver|achieve)|proposed)\b"
)
_WOULD = cue(r"\b(?:estimated|expected|projected|anticipated|forecast|forecasted|guided)\b[^.;]{0,120}\bwould\b")  # "the company estimated that revenue would"
_GUIDED = cue(
    r"\b(?:in\s+line\s+with|above|ahead\s+of|(?:well[\s-])?exceed\w*|beat\w*|within|below|surpass\w*|consistent\s+with|met|meeting|at\s+the\s+\w+\s+end\s+of|better\s+than)\s+"
    r"(?:(?!(?:to|of\s+[$€£\d])\b)[\w-]+\s+){0,8}?(?:guidance|outlook|expectations?|forecasts?|targets?)\b"
)  # with which a result is compared: "AFFO of $2.63, in line with the upper end of guidance"
_TOLD = cue(
    r"\b(?:posts|reports|releases|closes|completes|surpasses|passes|achieves|records|returns\s+to|tops|hits)\b(?:(?!\bto\s+(?!(?:an?|the)\b|[$€£]?\d))[^.]|\.\d)*$"
    r"|\bresults\s*[:;–—-](?:[^.]|\.\d)*$"
)  # how a headline tells what was: "Posts Third-Quarter Revenue of"
_ORDERED = cue(r"\b(?:announces|receives|secures|wins|books|lands|awarded)\b[^.;]{0,40}$")  # "Announces $2 Million in New Orders"
_ORDERS = cue(r"\s+(?:in\s+|of\s+|worth\s+of\s+)?(?:(?:new|initial|additional|follow-on|multi-year|purchase|sales)\s+){0,3}(?:orders?|contracts?|bookings)\b")
_IN = cue(r"\s*(?:in|for|during)\s+(?:the\s+)?$")
_AS_OF = cue(rf"\s+as\s+(?:of|at)\s+(?:the\s+(?:close|end)\s+of\s+)?(?P<month>{MONTH})\s+\d{{1,2}},?\s+(?P<year>{YEAR})\b")
_IN_BRACKETS = cue(r"[a-z\s-]{0,60}\(")  # "a 40% increase in revenue (2024)"
_EXPECTS = cue(r"\b(?:now\s+)?(?:expects?|anticipates?|projects?|(?<!the\s)(?<!its\s)(?<!our\s)(?<!year\s)forecasts?|sees|will|would)\b")
_AND_CUTS = cue(r",\s+(?:and\s+)?(?:cutting|reducing|lowering|deferring|trimming|eliminating)\b")  # "is suspending its guidance, cutting spending by"
_COMPARED_AND = cue(
    r"\b(?:compared?\s+(?:to|with)|versus|vs\.?|against)\s(?:(?!\b(?:will|would|should|expect\w*|anticipat\w*)\b)(?:[^.;]|\.\d))*\band\s+(?:\w+\s+){0,4}$"
)
_COMPARISON = 160  # characters before a value in which it begins
_OF_AHEAD, _OF_PAST, _OF_COMPARED, _OF_TOLD = watch(_AHEAD), watch(PAST), watch(_COMPARED_AND), watch(_TOLD)
_PARTS = re.compile(r"[.;,]")
_STOP = re.compile(r"[.!?;](?:(?<=;)\s+|(?<=[\w%)\]][.!?])[\"”’)]*\s+(?=[\"“(*]?[A-Z]))")  # begins with signs, to which the engine skips
_SUBJECT = re.compile(r"(?:We|Our|The|This|These|It|Its|In|For|As)\b")  # what begins a sentence even after "U.S."
_ABBREVIATED = re.compile(r"\b(?:[A-Z]|Inc|Corp|Co|Ltd|Mr|Ms|Mrs|Dr|Jr|St|No|vs|approx|ca|Ps|Rs|U\.S)$")


def tells_what_was(sentence: Sentence, value: Value) -> bool:
    """Return whether the statement of a value tells of it what was, withdraws it, or goes on with a comparison."""
    return _part_tells(sentence, value) or _is_withdrawn(sentence, value) or _goes_on(sentence, value)


def _goes_on(sentence: Sentence, value: Value) -> bool:
    """Return whether the comparison before a value goes on: "compared to $2 million last year and $5 million for all of 1999"."""
    if not sentence.words.search(_COMPARED_AND, _OF_COMPARED, value.lead - _COMPARISON, value.lead):
        return False
    after = next((when for when in sentence.periods if when.start >= value.end), None)
    over = after is not None and after.year is not None and (after.past or after.year < sentence.clock.year)
    return after is not None and over and not _PARTS.search(sentence.text, value.end, after.start)


def _is_withdrawn(sentence: Sentence, value: Value) -> bool:
    """Return whether a value is guidance that no longer holds: "suspends its guidance, which was for sales of"."""
    before = [act for act in sentence.acts if act[1] < value.start] if sentence.acts else []
    if sentence.acts and not before and sentence.acts[0][0] == "withdrawn" and sentence.acts[0][1] - value.end < _COMPARISON:
        return GUIDE.search(sentence.text, max(0, value.start - _COMPARISON), value.start) is not None and not _EXPECTS.search(sentence.text, 0, value.start)
    return (
        bool(before)
        and before[-1][0] == "withdrawn"
        and not _AND_CUTS.search(sentence.text, before[-1][2], value.start)
        and not _EXPECTS.search(sentence.text, before[-1][1], value.start)
    )


def _part_tells(sentence: Sentence, value: Value) -> bool:
    """Return whether a value's own part of its statement is about what was."""
    words = sentence.words
    following = next((when for when in sentence.periods if when.start >= value.end), None) if "(" in words.text else None
    in_brackets = following is not None and following.over and _IN_BRACKETS.fullmatch(sentence.text, value.end, following.start) is not None
    if following and in_brackets and not sentence.text.startswith(":", following.end):
        return True
    if _is_told(sentence, value):
        return True
    start, end = _part(sentence.printed, value)
    periods = [when for when in sentence.periods if start <= when.start < end and not when.compared and when.kind != "date"]
    ahead = words.search(_AHEAD, _OF_AHEAD, start, end)
    if (ahead is None or ahead.start() >= value.end) and _was_so(sentence, value):
        return True
    if ahead:
        return _is_over(sentence, value, ahead.start(), start, periods) or _is_result(sentence, value, (start, end), periods)
    if periods:
        return all(when.over for when in periods) or _was_done(sentence, value, start, periods)
    return end - start < len(words.text) and words.search(PAST, _OF_PAST, start, value.start) is not None


def _was_so(sentence: Sentence, value: Value) -> bool:
    """Return whether a value is that of a day before the release: "cash of $12 million as of September 30, 2025"."""
    day = _AS_OF.match(sentence.text, value.end)
    return day is not None and int(day["year"]) * 12 + MONTHS[day["month"][:3].lower()] - 1 <= sentence.clock.month_index


def _is_told(sentence: Sentence, value: Value) -> bool:
    """Return whether a headline tells a figure as a result: by its verb, after which nothing looks ahead and no period to come follows the figure."""
    words = sentence.words
    ordered = _ORDERED.search(words.text, 0, value.lead) if _ORDERS.match(words.text, value.end) else None
    if ordered and is_headline(sentence.printed):
        return words.search(_AHEAD, _OF_AHEAD, ordered.start(), value.lead) is None
    told = words.search(_TOLD, _OF_TOLD, value.lead - _COMPARISON, value.lead)
    if told is None or not is_headline(sentence.printed) or words.search(_AHEAD, _OF_AHEAD, told.start(), value.lead):
        return False
    after = next((when for when in sentence.periods if when.start >= value.end), None)
    return after is None or after.over or _PARTS.search(words.text, value.end, after.start) is not None


def _is_result(sentence: Sentence, value: Value, part: tuple[int, int], periods: list[When]) -> bool:
    """Return whether nothing in a part looks ahead but guidance with which a figure of a period that is over is compared."""
    if not periods or not all(when.over for when in periods):
        return False
    compared = [match.span() for match in _GUIDED.finditer(sentence.text, value.end, part[1])]
    return bool(compared) and all(any(a <= ahead.start() < b for a, b in compared) for ahead in _AHEAD.finditer(sentence.text, *part))


def _was_done(sentence: Sentence, value: Value, start: int, periods: list[When]) -> bool:
    """Return whether a verb tells in the past of years before the release's own: "In 2024, we invested"."""
    before = all(when.year is not None and when.year < sentence.clock.year for when in periods)
    return before and sentence.words.search(PAST, _OF_PAST, start, value.start) is not None


def _is_over(sentence: Sentence, value: Value, ahead: int, start: int, periods: list[When]) -> bool:
    """Return whether a value beside words of the future is what was: in a year that is over, earlier guidance of it, or reached before they begin."""
    after = next((when for when in periods if when.start >= value.end), None)
    if after and after.over and not all(when.over for when in periods) and _IN.fullmatch(sentence.text, value.end, after.start):
        return True
    if periods and all(when.over for when in periods):
        return _WOULD.search(sentence.text, start, value.start) is not None
    if ahead < value.end or any(when.end <= value.start and not when.over and when.kind != "bareq" for when in periods):
        return False
    past = sentence.words.search_back(PAST, _OF_PAST, start, value.start)
    return past is not None and past.start() > start and not past.group().startswith("ha")  # what it has may be what will be delivered


def _part(printed: str, value: Value) -> tuple[int, int]:
    """Return where the part of a statement begins and ends in which a value stands."""
    stops = _find_stops(printed)
    start = max((end for _, end in stops if end <= value.start), default=0)
    return start, min((stop for stop, _ in stops if stop >= value.end), default=len(printed))


@lru_cache(8)
def _find_stops(printed: str) -> list[tuple[int, int]]:
    """Return where the parts of a statement end and the next ones begin; each of its figures asks for them."""
    stops = [match.span() for match in _STOP.finditer(printed)]
    return [(stop, end) for stop, end in stops if not _ABBREVIATED.search(printed, max(0, stop - 8), stop) or _SUBJECT.match(printed, end)]
