"""Figures without numbers: a metric of which the forecast says only the way.

In: the text of a statement, and the metrics that already have a figure there. Out: drafts of the form `qualitative`.
"""

from __future__ import annotations

import re

from forelook.expressions.periods.together import join_rows
from forelook.expressions.words.cues import cue
from forelook.expressions.words.watching import watch
from forelook.figures.drafts import Draft
from forelook.figures.link import LEFT_OUT
from forelook.figures.metrics.basis import find_basis
from forelook.figures.metrics.entity import find_entity
from forelook.figures.metrics.mentions import METRIC_MARK, Mention
from forelook.figures.others import is_of_market
from forelook.figures.period_link import own_periods
from forelook.figures.score import likely_metrics
from forelook.figures.sentence import Sentence
from forelook.figures.shared import joined
from forelook.figures.way import Way
from forelook.figures.way_words import AIM, DOWN, FLAT_WORDS, MODAL, UP
from forelook.figures.ways import PATTERNS, find_way
from forelook.records import GrowthBasis

_MODALS = watch(MODAL, cue(r"\b(?:becom|turn|until|reach|generat|aim|to\b|accreti|announc|declar|propos|positive\b|negative\b)"))
_ANY_WAY = cue(
    rf"\b(?:{UP}|{DOWN}|{FLAT_WORDS}|line|par|same|approximate|record|highest|levels?|pressure|weigh|changes?|best|vary|differ|positive|negative|(?:un)?profitab(?:le|ility)|accreti(?:ve|on)|diluti(?:ve|on)|profit|loss(?:es)?|more|growth|expansion|turnaround|return|enhance|additional|incremental"
    r"|(?:increase|decrease|decline|improvement|reduction|headwind|tailwind)s?|(?:add|contribute)(?:s|ing)?)\b"
)
_WAYS = watch(_ANY_WAY)
_BEFORE, _BEHIND = 130, 60  # characters before a metric, and after the beginning of the next one, in which its way begins
_NEVER = frozenset(("other", "all"))
_VERBS = frozenset((
    "deliver", "delivers", "delivering", "produce", "produces", "producing", "earn", "earns", "earning", "invest", "invests", "spend", "spends",
    "save", "saves",
))  # fmt: skip
"""Words for metrics that are no nouns: "deliver growth" says nothing of deliveries."""
_MARKET = cue(r"\b(?:industry|market|sector|customers?['’]|clients?['’]|consumer)(?:['’]s|[\s-]wide)?\s+(?:[\w-]+\s+){0,2}$")
_OF_MARKET = cue(r"\s+(?:[\w-]+\s+)?(?:for|in|by|of)\s+(?:the|this|that)\s+(?:[\w-]+\s+){0,2}(?:industry|market|sector)\b")
_NUMBER_OF = cue(r"\bnumber\s+of\s+(?:[\w-]+\s+){0,3}$")
_GROWTH_OF = cue(r"growth\s+(?:profiles?|strateg\w+|platforms?|plans?|initiatives?|opportunit\w+|markets?|phases?|trajectory|engines?|drivers?|areas?|stage)\b")
_PARTS = frozenset(("quarter", "qy", "mq", "half", "bareq"))  # of a year; one that is compared with is not the forecast's
_FOLLOWING = cue(r"\bthe\s+following\b")
_COUNT = cue(r"\s+(?:counts?|base|growth|additions?|numbers?)\b")
_FORECASTS = cue(r"\b(?:expect|anticipat|project|forecast|will|should|foresee|guid)\w*")
_SHARED = ("after", "noun", "before", "to")  # patterns whose way holds for metrics joined by "and", too
_ALL_COSTS = cue(r"(?:^|[,;(]\s|\b(?:our|its|while|and|as|that|overall|total|operating|reduce|increased?|higher)\s)$")
_BEGINS = 30  # characters from the beginning within which a metric is the subject
_TOKEN, _STOPS = re.compile(r"[a-z]+"), re.compile(r"[.;]")
_THAN = cue(r"\b(?:than|from|over|compared|versus|as\s+(?:in|last)|with|year[\s-]over[\s-]year|sequential|below|above)\b")
_SEQUENTIAL = cue(r"sequential|(?:last|previous|prior|first|second|third|fourth|preceding)\s+quarter|in\s+the\s+(?:first|second|third|fourth)\b")
_YEARLY = cue(
    r"year[\s-]over[\s-]year|last\s+year|prior[\s-]year|previous\s+year|year\s+(?:ago|earlier)|(?:than|from|over|compared\s+(?:to"
    r"|with))\s+(?:the\s+\w+\s+)?(?:in\s+)?(?:fiscal\s+)?(?:19|20)\d\d"
)
_OTHERS = cue(r"\b(?:than|from|over)\s+(?:amounts?|those|originally|previously|the\s+amounts?)\b")


def find_qualitative(sentence: Sentence, others: list[Draft]) -> list[Draft]:
    """Return a draft for each listed metric whose way a text forecasts without a number; likely metrics of `others` have theirs."""
    text, words = sentence.text, sentence.words
    if not words.marks & _MODALS or not words.marks & METRIC_MARK or not words.search(_ANY_WAY, _WAYS, 0, len(text)):
        return []
    metrics = [_of_all(text, metric) for metric in sentence.metrics]
    if text.rstrip().endswith(":") and (follows := _FOLLOWING.search(text)):
        metrics = [metric for metric in metrics if metric.end <= follows.start()]  # "expects the following sales growth:"
    metrics = [metric for metric in metrics if metric.name not in _NEVER and text[metric.start : metric.end] not in _VERBS]
    stops = [*(metric.start for metric in metrics[1:]), len(text)]
    near = [
        (number, metric, stop)
        for number, (metric, stop) in enumerate(zip(metrics, stops, strict=False))
        if words.search(_ANY_WAY, _WAYS, metric.start - _BEFORE, stop + _BEHIND)
    ]
    drafts: list[Draft] = []
    taken = likely_metrics(others) if near else []
    names = {metric.name for metric in taken}
    for number, metric, stop in near:
        if any(other.start == metric.start or other.name == metric.name for other in taken) or _is_bare_growth(text, metric, sentence.metrics):
            continue
        way = find_way(words, metric, stop)
        if way is None or not _is_own(text, metric):
            continue
        if (text.startswith("growth", metric.start) or " valued at " in text[: metric.start]) and is_of_market(text[: way.start]):
            continue
        if not any(other.value == (way.start, way.end) for other in drafts):
            drafts.append(_draft(sentence, metric, way))
            if way.pattern in _SHARED:
                beside = joined(text, metrics, number, -1 if way.start >= metric.end else 1)
                drafts += [_draft(sentence, one, way._replace(name=one.name)) for one in beside if one.name not in names and _is_own(text, one)]
    return drafts


def _of_all(text: str, metric: Mention) -> Mention:
    """Return a metric; bare "costs" are operating expenses."""
    bare = text.startswith("costs", metric.start) and metric.name == "other" and _ALL_COSTS.search(text, 0, metric.start)
    return metric._replace(name="operating_expenses") if bare and not text.startswith(" of", metric.end) else metric


def _is_bare_growth(text: str, metric: Mention, metrics: list[Mention]) -> bool:
    """Return whether a metric is "growth" without a word of what grows right before it: "accelerate our growth" is of everything."""
    return text.startswith("growth", metric.start) and not any(other.end == metric.start - 1 for other in metrics)


def _is_own(text: str, metric: Mention) -> bool:
    """Return whether a metric is the company's: not an industry's, nor its customers themselves, nor what is left out of another."""
    before = text[max(0, metric.start - 40) : metric.start]
    if LEFT_OUT.search(before):
        return False
    if metric.name == "capital_expenditures" and "cap" not in text[metric.start : metric.end]:
        return False  # "lower spending", "higher construction costs" may be of others, or of no plant
    if (
        metric.name == "customers"
        and "membership" not in text[metric.start : metric.end]
        and not _NUMBER_OF.search(before)
        and not _COUNT.match(text, metric.end)
    ):
        return False
    return not (_GROWTH_OF.match(text, metric.start) or _MARKET.search(before) or _OF_MARKET.match(text, metric.end))


def _draft(sentence: Sentence, metric: Mention, way: Way) -> Draft:
    """Return the draft of a way, with what score.py weighs."""
    text = sentence.text
    draft = Draft(metric._replace(name=way.name), "qualitative", value=(way.start, way.end), trend=way.trend)
    draft.growth_basis = _compared(text[way.end : way.end + 90])
    if draft.growth_basis:
        draft.measure = "change"
    periods = [when for when in join_rows(text, sentence.periods, each=False) if not (when.compared and when.kind in _PARTS)]
    draft.choices = own_periods(text, (way.start, way.end), metric, None, periods, [])
    draft.basis, draft.entity = find_basis(sentence.words, metric, None), find_entity(sentence.printed, metric)
    apart = way.start - metric.end if way.start >= metric.end else metric.start - way.end
    draft.features = (
        1.0,
        *(float(way.pattern == pattern) for pattern in PATTERNS),
        min(max(apart, 0), 100) / 100,
        float(AIM.search(text[max(0, min(way.start, metric.start) - 70) : min(way.start, metric.start)]) is not None),
        float(_FORECASTS.search(text[max(0, min(way.start, metric.start) - 80) : max(way.start, metric.end)]) is not None),
        float(bool(draft.choices)),
        float(draft.measure == "change"),
        min(len(text) / 300, 2.0),
        float(metric.start < _BEGINS),
    )
    before, word = _TOKEN.findall(text[max(0, way.start - 30) : way.start]), text[way.start : way.end].split()[0]
    draft.words = (f"way {word}", *(f"wb {one}" for one in before[-2:]), *(f"wm {one}" for one in _TOKEN.findall(text[metric.start : metric.end])))
    return draft


def _compared(after: str) -> GrowthBasis | None:
    """Return what the words after a way compare with, None where they name nothing."""
    clause = _STOPS.split(after, maxsplit=1)[0]
    if _SEQUENTIAL.search(clause) and _THAN.search(clause):
        return "sequential"
    if _YEARLY.search(clause):
        return "year_over_year"
    return "other" if _OTHERS.search(clause) else None
