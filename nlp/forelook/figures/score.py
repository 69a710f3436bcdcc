"""The probability that a record is right: metric, period, low, high and unit.

In: a draft with what is known of how it was found, and its statement. Out: a probability, by a logistic regression that train/figures.py fits
on annotated releases and whose weights stand in data/score.json, times the tagger's own that the statement looks forward at all (the annotated
ones do); and the threshold below which a draft is no record.
"""

from __future__ import annotations

import math
from functools import cache
from importlib.resources import files
from itertools import repeat
from operator import mul

import msgspec

from forelook.figures.drafts import Draft
from forelook.figures.metrics.mentions import Mention
from forelook.records import Statement

MOST_FEATURES = 16
THRESHOLD = 0.25  # F1 of whole records is best near half of itself; measured by cross-validation, and on real releases read for it


@cache
def _weights() -> dict[str, float]:
    return msgspec.json.decode((files("forelook.figures") / "data" / "score.json").read_bytes(), type=dict[str, float])


@cache
def _numbered(kind: str) -> tuple[str, ...]:
    """Return the names of a kind's unnamed features."""
    return tuple(f"{kind} {number}" for number in range(MOST_FEATURES))


def rate_draft(draft: Draft) -> float:
    """Return the probability of a draft, to four digits."""
    named = describe(draft)
    total = sum(map(mul, map(_weights().get, named, repeat(0.0)), named.values()))
    return round(1.0 / (1.0 + math.exp(-total)), 4)


def likely_metrics(drafts: list[Draft]) -> list[Mention]:
    """Return the metrics of the drafts that may become records; an act that names one does so for certain."""
    return [draft.metric for draft in drafts if draft.form == "unstated" or rate_draft(draft) >= THRESHOLD]


def trust(statement: Statement) -> float:
    """Return how sure the tagger is that a statement may bear records: that it looks forward, or that a table is one of guidance."""
    return statement.score if statement.kind == "table" else statement.forward_looking_score


def describe(draft: Draft) -> dict[str, float]:
    """Return the named features of a draft: how it was found, its words, its metric, its period."""
    kind = draft.form if draft.form in ("qualitative", "unstated") else draft.place
    named = dict(zip(_numbered(kind), draft.features, strict=False))
    own = "own" if draft.period and any(frame == draft.period for _, frame in draft.choices) else "lent" if draft.period else "none"
    named[kind] = 1.0
    named[f"{kind} period {own}"] = 1.0
    named[f"{kind} metric {draft.metric.name}"] = 1.0
    if draft.period and not draft.period.name[:4].isdigit():
        named[f"{kind} period {draft.period.name[:1]}"] = 1.0
    if len(draft.choices) > 1:
        named[f"{kind} many periods"] = 1.0
    if draft.own_act:
        named[f"{kind} act"] = 1.0
    named.update(dict.fromkeys(draft.words, 1.0))
    return named
