"""Linking a figure with the periods of its own statement.

In: a statement, the place of a figure and of its metric, the periods named. Out: the candidates, each with what weighs for it; which is chosen,
period_choice.py says.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from forelook.expressions.numbers.values import Value
from forelook.expressions.periods.period import When
from forelook.expressions.words.cues import cue
from forelook.figures.beside import is_still_expected
from forelook.figures.drafts import Candidate, Frame
from forelook.figures.link import RATIOS
from forelook.figures.metrics.mentions import Mention
from forelook.figures.period_features import EVENT_WORDS, describe_kind, describe_place, tells_has_been
from forelook.figures.period_taken import DATED, EVENT, OF_METRIC, follows, is_taken
from forelook.figures.period_words import words_of_period

_WITH_EVENT = cue(
    r"\bwith\s+(?:(?:\w+\s+)?(?:completion|closing|occupancy)\s+(?:\w+\s+){0,4}"
    r"|(?:the\s+)?(?:vast\s+|large\s+)?(?:majority|most|bulk|remainder|rest|half)\s+(?:[\w'’-]+\s+){0,6}?)(?:in|by|for|during)\s+(?:the\s+)?(?:end\s+of\s+)?$"
)  # "with completion in", "with most of them in"
_OF_PART = cue(
    r"[^.;,(\d$€£]{0,60}[,(]\s*(?:(?:of\s+which|of\s+that|with|and)\s+)?(?:(?:about|approximately|nearly|almost|some|roughly)\s+)?(?:the\s+)?"
    r"(?:(?:most(?:ly)?|primarily|mainly|largely|(?<=nearly\s)all|(?<=almost\s)all|substantially\s+all|half|(?:larger|greater|major|better)\s+part|majority|bulk"
    r"|(?:two|three|four)[\s-](?:thirds|quarters|fifths)|\d+\s*percent)\b|\d+\s*%)[^.;,)$€£]{0,60}?\b(?:in|by|during|over|within|from)\s+(?:the\s+)?(?:end\s+of\s+)?$"
)  # "$10 million, most of it in the second half", "of which 55 percent in"
_AS_AT = cue(r"\bas\s+(?:of|at)\s+(?:the\s+end\s+of\s+)?$")  # "As at December 31, 2025, the costs to complete are"
_OF_CALL = cue(r"(?:['’]s)?,?\s+(?:financial\s+)?(?:earnings|results)\s+(?:conference\s+)?(?:call|release|announcement|report)\b")
_SPREAD = cue(r"\W*(?:over|in|during|through|for|from)?\s*(?:the|each\s+of\s+the)?\s*")
_ASIDE = cue(
    r"\s*(?:\([^()]*\)|,\s+(?:(?:up|down|raised|lowered|increased|reduced|revised)\s+from|compared\s+(?:to|with)|versus)\s+(?:[^,;.]|[,.]\d){1,60},(?=\s+(?:in|for|during|by)\b))"
)  # "$2 a share (up from $1) for 2026", "$9 million, down from $12 million, for 2026"
_ENDS = re.compile(r"[.!?][”\"’)]?\s+(?=[a-z])")
_QUARTERLY_RATE = cue(r",?\s+(?:(?:per|a|each|every)\s+quarter|quarterly)\b")
_NAMES = cue(r"\s+(?:(?:total|net|adjusted|gaap|non-gaap|consolidated|diluted|product|pro\s+forma)\s+)*")
_THAN = cue(
    r"\b(?:than|over|versus|vs\.?|(?:compared|flat|even|level)\s+(?:with|to)|above|below|(?:increase|decrease|growth|rise|decline|reduction|improvement|gain|change|up|down)\s+from)\s+(?:(?:in|the|for|of|fiscal|estimated|expected|projected|actual)\s+)*$"
    r"|\b(?:up|down|increas\w+|decreas\w+|growth|grow\w*|ris(?:e|es|ing)|gain|declin\w+)\s+(?:of\s+|by\s+)?(?:(?:about|approximately|roughly|some)\s+)?[\d.,]+\s*(?:%|percent)"
    r"(?:\s*(?:to|-|–)\s*[\d.,]+\s*(?:%|percent))?\s+(?:from|over)\s+(?:(?:in|the|for|of|fiscal)\s+)*$"
    r"|\bfrom\s+(?:the\s+)?[$€£]?\d[\d.,]*(?:\s*%|\s+(?:million|billion|percent|cents))?(?:\s+(?:a|per)\s+share)?(?:\s+(?:earned|reported|posted|recorded))?\s+(?:in|for)\s+(?:fiscal\s+)?$"
)
_UP_FROM = cue(
    r"\b(?:up|down|increase|growth|rise|decrease|decline)\s+from\s+(?:(?:about|approximately|an?\s+estimated)\s+)?[$€£]?\d[\d.,]*"
    r"(?:\s*%|\s+(?:thousand|million|billion|percent|cents|[a-z]+))?(?:\s+(?:a|per)\s+share)?\s+(?:in|for)\s+(?:fiscal\s+)?$"
)  # "up from 2.9 million in 2025"
_IN = cue(r"\s+(?:a\s+share\s+|per\s+share\s+)?(?:in|for|during|by)\s+(?:the\s+)?")
_YEARLY, _QUARTERLY = frozenset(("year", "bare")), frozenset(("quarter", "qy", "mq"))
_NAMING = DATED | _YEARLY  # kinds of periods that are named, and may name the metric after them
_GIVEN = cue(r"\b(?:given|based\s+on|following|after|despite|reflecting|due\s+to|because\s+of|as\s+a\s+result\s+of)\s[^,;.]*$")
_OUTLOOK = cue(
    r"\s+(?:financial\s+|revenue\s+|sales\s+)?(?:outlook|targets?|goals?|guidance|objectives?|expectations?|forecast|revenues?|sales|earnings|growth)\b"
)
_OF = cue(r"(?:\s+[\w-]+){0,3}\s*(?:\([^()]{1,20}\)\s*)?\bof\s+")
_RUN_RATE = cue(r"\brun[\s-]rate\s+(?:(?:in|for|by|during|at|of)\s+)?(?:(?:the|its|our|end)\s+)*$")
_RATE_OF = cue(r"\s+(?:(?:annual|annuali[sz]ed|revenue|sales|ebitda|arr)\s+){0,3}run[\s-]rate\b")  # "a 2026 revenue run rate of"
_OPENS_RATE = cue(r"annual(?:i[sz]ed)?\s+(?:(?:dividend|distribution|payout|rate|amount|basis)\s+){1,3}of\s+\W?\d")  # "$0.46, an annualized rate of $1.84"
_LEAVES = cue(r"\b(?:exit|end|finish|clos)(?:e|es|s|ing)?\s+(?:out\s+)?(?:(?:the|fiscal|calendar|with)\s+)*$")
_AT_RUN_RATE = cue(r"[^.;,]{0,60}\b(?:annuali[sz]ed|run[\s-]rate)\b")  # "exiting the year at an annualized run rate of"
_MATURE = cue(r"\b(?:notes|bonds|debentures|debt|loans?|securities)\s+(?:(?:that\s+(?:are|is)\s+)?due|maturing)(?:\s+in)?\s+$")  # "its notes due 2028"
_WAS_GIVEN = cue(r"\b(?:given|issued|provided|announced|published|presented|set)\s+(?:in|on|at)\s+(?:\w+\s+)?$")  # guidance, on a day
_POSITIONED = cue(r"\bpositioned\s+(?:for\s+)?(?:(?:success|growth|in|for|the)\s+){0,4}$")  # "well positioned for 2026 and beyond and expect … this year"
_AVERAGE = cue(r"\baverage\s+(?:for|of|in)\s+(?:the\s+)?$")
_MOSTLY = cue(
    r"\b(?:primarily|mainly|mostly|largely|principally|predominantly|chiefly|weighted\s+(?:more\s+)?(?:to|towards?))\s+(?:(?:in|during|over)\s+)?(?:the\s+)?$"
)  # "$10 million in 2026, primarily in the first half"
_AMOUNTS = "$€£%"
_CLAUSE = 100  # characters of a clause before a period
_COMPARISON = 50  # characters before a period in which what it is compared with begins
_NEAR = 24  # characters between an adjective and the metric
_MOST = 12  # periods before a figure, and after it, that may be its own


def is_of_news(text: str, when: When) -> bool:
    """Return whether a period is only the day on which guidance was given: "the guidance provided on its May 9, 2026, earnings call"."""
    return when.kind == "date" and bool(_WAS_GIVEN.search(text, max(0, when.start - EVENT_WORDS), when.start) or _OF_CALL.match(text, when.end))


def own_periods(text: str, value: tuple[int, int], metric: Mention, unit: str | None, periods: list[When], values: list[Value]) -> list[Candidate]:
    """Return the periods of a statement that may be a figure's, each with what weighs for it; places count in the statement."""
    if not periods:
        return []
    periods, values = _around(value, periods, values)
    aside = _ASIDE.match(text, value[1])
    if aside and not any(aside.start() <= when.start < aside.end() for when in periods):
        value = (value[0], aside.end())
        values = [other for other in values if not aside.start() <= other.start < aside.end()]
    usable = [when for when in _usable(text, value, metric, periods, values) if not is_taken(text, value, when, periods, values, goes_on=unit != "count")]
    nearest = min((_distance(when, *value) for when in usable), default=0)
    found: list[Candidate] = []
    for number, when in enumerate(usable):
        among = (
            float(any(follows(text, (other.start, other.end), when) for other in values)),
            float(len(usable) == 1),
            float(number == 0),
            float(number == len(usable) - 1),
            float(_distance(when, *value) == nearest),
        )
        features = (*describe_place(text, value, metric, when, values), *describe_kind(text, value, metric, unit, when), *among)
        frame = Frame(when.name or "", when.fiscal, when.start, when.end, when.past, when.over)
        found.append(Candidate(features, frame, words_of_period(text, value, (when.start, when.end))))
    return found


def _around(value: tuple[int, int], periods: list[When], values: list[Value]) -> tuple[list[When], list[Value]]:
    """Return the periods nearest to a figure on either side, and the values there, so that long statements cost no more for each of their figures."""
    at = bisect_left(periods, value[0], key=lambda when: when.start)
    near = periods[max(0, at - _MOST) : at + _MOST]
    if len(near) == len(periods):
        return periods, values
    first, last = min(near[0].start, value[0]) - _CLAUSE, max(near[-1].end, value[1]) + _CLAUSE
    return near, [other for other in values if first <= other.start < last]


def _usable(text: str, value: tuple[int, int], metric: Mention, periods: list[When], values: list[Value]) -> list[When]:
    """Return the periods that may be a figure's at all: "annual" is none where it belongs to other words."""
    start, end = value
    usable = [when for when in periods if when.name and not (start <= when.start < end) and when.kind and not _is_of_other_words(text, value, when)]
    if not usable:
        return usable
    if len(usable) > 1 and is_still_expected(text, end):
        usable = [when for when in usable if when.start >= end] or usable
    if len(usable) > 1:
        usable = [when for when in usable if not _MOSTLY.search(text, max(0, when.start - EVENT_WORDS), when.start)] or usable
    if len(usable) > 1:
        usable = [when for when in usable if not when.compared] or usable
    if len(usable) > 1 and "as a whole" in text:
        usable = [when for when in usable if when.start >= end and text.startswith(" as a whole", when.end)] or usable
    if len(usable) > 1 and "positioned" in text:
        usable = [when for when in usable if not _POSITIONED.search(text, max(0, when.start - EVENT_WORDS), when.start)] or usable
    yearly = any(when.kind == "annual" for when in usable)
    if yearly:
        usable = [when for number, when in enumerate(usable) if when.kind != "annual" or not _is_spread(text, when, usable[number + 1 : number + 2])]
        usable = [when for when in usable if when.kind != "annual" or not _is_adjective(text, when, metric, periods)]
        usable = [when for when in usable if when.kind != "annual" or not _QUARTERLY_RATE.match(text, end)]
        usable = [when for when in usable if when.kind != "annual" or when.start < end or not _is_of_another(text, end, when, metric)]
        usable = [when for when in usable if when.kind != "annual" or not _is_of_amount_before(text, value, when, metric)]
    if text.endswith("annual ", 0, metric.start) and any(when.kind in _YEARLY for when in usable):  # an annual rate is no quarter's
        usable = [when for when in usable if when.kind not in _QUARTERLY]
    named = [when for when in usable if when.kind in _NAMING and when.end <= metric.start and _NAMES.fullmatch(text, when.end, metric.start)]
    if named and metric.end <= start:  # "first quarter revenue of $90 million, second quarter revenue of $100 million"
        usable = [when for when in usable if when in named[-1:] or when.kind not in DATED or _IN.fullmatch(text, end, when.start)]
    if yearly:
        bounded = any(when.start >= end and _bounds(when) and not _is_crossed(end, when, values) for when in usable)  # "$60 million a year by the end of 2027"
        planned = any(when.kind == "plan" or (when.kind in _YEARLY and _RATE_OF.match(text, when.end)) for when in usable)
        reached = planned or any(when.kind in _NAMING and _RUN_RATE.search(text, max(0, when.start - EVENT_WORDS), when.start) for when in usable)
        reached = reached or any(
            when.kind in _NAMING and _LEAVES.search(text, max(0, when.start - EVENT_WORDS), when.start) and _AT_RUN_RATE.match(text, when.end)
            for when in usable
        )
        usable = [when for when in usable if when.kind != "annual"] if bounded or reached else usable
    return usable


def _is_of_other_words(text: str, value: tuple[int, int], when: When) -> bool:
    """Return whether a period is one of an earnings call, of an event, of an aside, or what a figure is compared with."""
    start, end = value
    if (
        _OF_CALL.match(text, when.end)
        or (when.start > end and (_WITH_EVENT.search(text, end, when.start) or _OF_PART.fullmatch(text, end, when.start)))
        or _is_aside(text, start, when)
    ):
        return True
    if _MATURE.search(text, max(0, when.start - _NEAR), when.start):
        return True
    if when.over and _AS_AT.search(text, max(0, when.start - _NEAR), when.start):
        return True
    if when.kind in DATED and _UP_FROM.search(text, max(0, when.start - _COMPARISON), when.start):
        return True
    if not when.compared:
        return False
    if (when.over or _AVERAGE.search(text, max(0, when.start - _NEAR), when.start)) and not tells_has_been(text):
        return True
    return (when.kind in DATED or when.kind == "bare") and _THAN.search(text[max(0, when.start - _COMPARISON) : when.start]) is not None


def _bounds(when: When) -> bool:
    """Return whether a period says by or from when a yearly rate is reached."""
    name = when.name or ""
    return name.startswith("/") or name.endswith("/")


def _is_crossed(end: int, when: When, values: list[Value]) -> bool:
    """Return whether another figure stands between one that ends at `end` and a period."""
    return any(end <= other.start < when.start for other in values)


def _is_aside(text: str, start: int, when: When) -> bool:
    """Return whether a period is one of other words: "given our results in the first half, …", "near-term investments"."""
    if when.kind == "near" and "-" in text[when.start : when.end] and not _OUTLOOK.match(text, when.end):
        return True
    if when.kind == "date" and _WAS_GIVEN.search(text, max(0, when.start - EVENT_WORDS), when.start):
        return True
    return (
        when.end <= start
        and not tells_has_been(text)
        and _GIVEN.search(text, max(0, when.start - _CLAUSE), when.start) is not None
        and "," in text[when.end : start]
    )


def _distance(when: When, start: int, end: int) -> int:
    return start - when.end if when.end <= start else when.start - end


def _is_spread(text: str, when: When, following: list[When]) -> bool:
    """Return whether "annually" only spreads a figure over the years named right after it: "annually over the next three years"."""
    return any(other.kind in ("nextn", "quarters", "years", "between") and _SPREAD.fullmatch(text, when.end, other.start) for other in following)


def _is_adjective(text: str, when: When, metric: Mention, periods: list[When]) -> bool:
    """Return whether "annual" only belongs to the metric's words, a rate's or those of a statement that names a year or quarter."""
    if not text.startswith("annual ", when.start) or not (metric.start <= when.start < metric.end or 0 <= metric.start - when.end < _NEAR):
        return False
    dated = [other for other in periods if other.name and other.name[0].isdigit() and not other.compared and not _apart(text, when, other)]
    return metric.name in RATIOS or any(not EVENT.search(text[max(0, other.start - EVENT_WORDS) : other.start]) for other in dated)


def _apart(text: str, when: When, other: When) -> bool:
    """Return whether a sentence ends between a period and a later one."""
    return other.start > when.end and _ENDS.search(text, when.end, other.start) is not None


def _is_of_another(text: str, end: int, when: When, metric: Mention) -> bool:
    """Return whether "annual" after a figure belongs to the words of another metric: "150 jobs and annual savings of"."""
    if _OPENS_RATE.match(text, when.start):
        return True
    if _OF.fullmatch(text, end, when.start):  # "2,000 tons (2 kt) of annual production"
        return False
    return OF_METRIC.match(text, when.start) is not None and not (metric.start <= when.start < metric.end or 0 <= metric.start - when.end < _NEAR)


def _is_of_amount_before(text: str, value: tuple[int, int], when: When, metric: Mention) -> bool:
    """Return whether "annual" before a count belongs to the words of an amount between them: "annual sales of $850 million, 5,200 employees"."""
    start, end = value
    if when.end > start or any(sign in text[start:end] for sign in _AMOUNTS):
        return False
    own = metric.start <= when.start < metric.end or 0 <= metric.start - when.end < _NEAR
    return not own and OF_METRIC.match(text, when.start) is not None and any(sign in text[when.end : start] for sign in _AMOUNTS)


def choose_period(value: tuple[int, int], periods: list[When]) -> When | None:
    """Return the period of a word without a number: the nearest one, those before it first."""
    usable = [when for when in periods if when.name and not when.compared]
    return min(usable, key=lambda when: (when.start - value[1] if when.start >= value[1] else (value[0] - when.end) * 0.6, when.start), default=None)
