"""The choice of a figure's period by learned weights.

In: a draft with the periods of its own statement (period_link.py), and what the section lends. Out: the most probable one. The weights of a
logistic regression, fitted on annotated and on real releases by train/figures.py, stand in data/period.json.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from itertools import repeat
from operator import mul, neg
from typing import Any

import msgspec

from forelook.expressions.words.cues import cue
from forelook.expressions.words.watching import watch
from forelook.figures.drafts import Candidate, Draft, Frame
from forelook.figures.period_features import tells_has_been
from forelook.figures.period_words import words_of_statement
from forelook.figures.section import Section
from forelook.figures.sentence import Sentence

KINDS = {37: "own", 54: "lent", 14: "none"}  # of candidates, by the number of their features
BORROWERS = frozenset((
    "revenue", "comparable_sales", "bookings", "arr", "cost_of_revenue", "gross_profit", "gross_margin", "operating_expenses", "sga_expenses", "rd_expenses",
    "operating_income", "operating_margin", "ebitda", "ebitda_margin", "other_income", "pretax_income", "tax_rate", "net_income", "eps", "ffo", "share_count",
    "operating_cash_flow", "free_cash_flow", "capital_expenditures", "fx_impact", "deliveries", "production", "store_openings",
))  # fmt: skip
"""Metrics that outlook sections give period by period."""
_RARELY_LENT = frozenset(("charges", "capital_expenditures", "cost_savings", "dividend_per_share"))
_OUTLOOK = cue(
    r"\b(?:guidance|outlook|forecast|budget|plan)\b[^.;]{0,60}\b(?:assum|includ|embed|exclud|take|tak|reflect|suppos|presum|incorporat|net\s+of|count)"
)
_OF_OUTLOOK = watch(_OUTLOOK)
_THINGS = (
    r"(?:acquisition|transaction|merger|combination|facility|facilities"
    r"|plant|project|offering|contract|agreement|campus|mine|pipeline|partnership|joint\s+venture|license|deal|trial|study|site|building|fund|foundation)\b"
)
_PROJECT = cue(
    rf"\b(?:the|this|that|an?|its|our|each|new|proposed|pending|planned|\w+['’]s)\s+(?:[\w-]+\s+){{0,3}}?{_THINGS}"
)  # what brings amounts of its own, whatever the section is about
_OF_PROJECT, _OF_THINGS = watch(_PROJECT), watch(cue(_THINGS))
_FAR = 3000  # characters
_SHAPE = re.compile(
    r"(?P<by>/.+)|(?P<since>.+/)|(?P<span>.+/.+)|(?P<year>\d{4})|(?P<quarter>\d{4}-(?:Q\d|\d\dQ))|(?P<half>\d{4}-H\d)|(?P<month>\d{4}-\d\d)|(?P<day>\d.+)"
)  # of a period's name
_PART = re.compile(r"(?P<by>/?)(?P<year>\d{4})(?P<part>-[QH]\d/?)")
_YEAR = re.compile(r"\d{4}")
_PART_OF_YEAR = cue(r"^(?:(?:the|early|late|mid)[\s-]+)*(?:(?:first|second|third|fourth|final|back|latter)[\s-](?:half|quarter)|q[1-4]|h[12])$")
_THE_YEAR = cue(r"(?:the\s+|full[\s-])?year")
_THE_QUARTER = cue(r"(?:this|current|the|present)?\s*quarter")


class Weights(msgspec.Struct, frozen=True):
    """Weights of the three kinds of candidates, each with its own intercept among them, and those of names: which kinds of periods suit a metric."""

    own: list[float]
    lent: list[float]
    none: list[float]
    named: dict[str, float]


@cache
def _weights() -> Weights:
    return msgspec.json.decode((files("forelook.figures") / "data" / "period.json").read_bytes(), type=Weights)


def reload() -> None:
    """Read the weights anew, after they were fitted."""
    _weights.cache_clear()
    _suit.cache_clear()
    _word_weights.cache_clear()


@cache
def _word_weights(kind: str) -> dict[str, float]:
    """Return the weights of names, those of words among them, by what follows the kind of candidates."""
    begins = f"{kind} "
    return {name.removeprefix(begins): weight for name, weight in _weights().named.items() if name.startswith(begins)}


def pick_period(choices: list[Candidate], metric: str) -> Frame | None:
    """Return the best candidate's period, for a metric of this name."""
    weights = _weights()
    by_kind = {"own": weights.own, "lent": weights.lent, "none": weights.none}
    best, most = None, -1e9
    for features, frame, words in choices:
        kind = KINDS[len(features)]
        total = sum(map(mul, features, by_kind[kind]), _suit(kind, frame and frame.name, metric))
        total += sum(map(_word_weights(kind).get, words, repeat(0.0)))
        if total > most:
            best, most = frame, total
    return best


def describe_candidate(candidate: Candidate, metric: str) -> dict[str, float]:
    """Return the named features of a candidate for the period of a metric."""
    features, frame, words = candidate
    kind = KINDS[len(features)]
    names = (*_names(kind, frame and frame.name, metric), *(f"{kind} {word}" for word in words))
    return {f"{kind} {number}": value for number, value in enumerate(features)} | dict.fromkeys(names, 1.0)


@lru_cache(4096)
def _suit(kind: str, period: str | None, metric: str) -> float:
    """Return how well a kind of candidates and a kind of periods suit a metric."""
    named = _weights().named
    return sum(named.get(name, 0.0) for name in _names(kind, period, metric))


def _names(kind: str, period: str | None, metric: str) -> tuple[str, str]:
    """Return the names of a metric with a kind of candidates, and with a kind of periods besides."""
    match = _SHAPE.fullmatch(period) if period else None
    return f"{kind} {metric}", f"{kind} {match.lastgroup if match else period} {metric}"


def settle_period(draft: Draft, section: Section, sentence: Sentence, at: int, *, item: bool, body: bool, trace: list[Any] | None = None) -> None:
    """Choose among the periods of the draft's own statement, which begins `at`, those that the section lends, and none; `trace` keeps them for training."""
    if draft.period is not None:
        return
    frames = (section.list_frame if item else None, section.frame, section.year if section.year != section.frame else None) if body and draft.borrows else ()
    if trace is None and not draft.choices and not any(frames):
        return
    choices = [*draft.choices, *_lent(draft, section, sentence, at, frames, item=item, body=body)]
    if trace is not None:
        trace.append((draft, choices))
    draft.period = pick_period(choices, draft.metric.name)
    lent = section.list_frame if item and section.list_frame else section.frame
    if lent is None or draft.period is None or lent == draft.period or all(choice.frame != draft.period for choice in draft.choices):
        return
    words, clock = sentence.text[draft.period.start - at : draft.period.end - at], sentence.clock
    if item and lent.name.isdigit() and section.headed and not lent.over and (part := _part_of_year(sentence, draft.period, words)):
        year = max(part["year"], lent.name)  # "Q3" in a list of what is to be done in 2026
        draft.period = draft.period._replace(name=f"{part['by']}{year}{part['part']}")
        return
    if lent.name.isdigit() and section.headed and not lent.over and _THE_YEAR.fullmatch(words):
        draft.period = lent
    elif "-Q" in lent.name or lent.name.endswith("Q"):
        is_over = not clock.is_preannouncement and lent.name == f"{clock.reported_year}-Q{clock.reported_quarter}"
        draft.period = lent if not is_over and _THE_QUARTER.fullmatch(words) else draft.period


def _part_of_year(sentence: Sentence, period: Frame, words: str) -> re.Match[str] | None:
    """Return the parts of the name of a period whose `words` name a quarter or half only, in a statement that names no year."""
    if not _PART_OF_YEAR.search(words) or any(_YEAR.search(sentence.text, when.start, when.end) for when in sentence.periods):
        return None
    return _PART.fullmatch(period.name)


def _tells_of_project(sentence: Sentence) -> bool:
    """Return whether a statement speaks of a deal, a site or the like; most lack the words for one."""
    words = sentence.words
    return bool(words.marks & _OF_THINGS) and words.search(_PROJECT, _OF_PROJECT, 0, len(sentence.text)) is not None


def _lent(draft: Draft, section: Section, sentence: Sentence, at: int, frames: tuple[Frame | None, ...], *, item: bool, body: bool) -> list[Candidate]:
    """Return the candidates that the section lends, its frames, and that of no period."""
    name = draft.metric.name
    about = (
        1.0,
        float(item),
        float(name in BORROWERS),
        float(name == "other"),
        float(name in _RARELY_LENT),
        float(draft.unit == "count"),
        float(bool(draft.choices)),
        float(sentence.words.search(_OUTLOOK, _OF_OUTLOOK, 0, len(sentence.text)) is not None),
        float(not body),
        float(draft.form == "qualitative"),
        float(draft.measure == "change"),
        float(section.is_outlook),
        float(sentence.clock.reported_quarter > 0),
        float(_tells_of_project(sentence)),
    )
    start, end = draft.value or draft.metric[:2]
    words = words_of_statement(sentence.text, (start - at, end - at))
    found = [Candidate(tuple(map(neg, about)), None, words)]
    blank = (0.0,) * (len(about) + 4)
    has_been = any(frame and frame.over for frame in frames) and tells_has_been(sentence.text)
    for number, frame in enumerate(frames):
        if frame is not None:
            own = (
                min(abs(start - frame.start), _FAR) / _FAR,
                float(frame.over and not has_been),
                float(section.headed),
                float(frame.name == str(sentence.clock.full_year)),
            )
            found.append(Candidate(blank * number + about + own + blank * (len(frames) - number - 1), frame, words))
    return found
