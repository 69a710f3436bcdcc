"""The probability that a record is right: metric, period, low, high and unit.

In: a draft with what is known of how it was found, and how sure the tagger is of its statement. Out: a probability, by a logistic regression that
train/figures.py fits on annotated and on real releases and whose weights stand in data/score.json; and the threshold below which a draft is no record.
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
THRESHOLD = 0.3
"""F1 by cross-validation on real releases with many drafts 0.833 with 0.3, 0.834 with 0.35, 0.840 with 0.4; on those with few 0.657, 0.659, 0.663.

It stays below the best of them: the rules were made on these releases, and what they find in others scores lower.
"""
_TRUST = "trust"
_SUREST = 0.98  # that the tagger counts as; the statements of annotated releases do


@cache
def _weights() -> dict[str, float]:
    return msgspec.json.decode((files("forelook.figures") / "data" / "score.json").read_bytes(), type=dict[str, float])


@cache
def _numbered(kind: str) -> tuple[str, ...]:
    """Return the names of a kind's unnamed features."""
    return tuple(f"{kind} {number}" for number in range(MOST_FEATURES))


@cache
def _numbered_weights(kind: str) -> tuple[float, ...]:
    return tuple(_weights().get(name, 0.0) for name in _numbered(kind))


def rate_draft(draft: Draft, trust: float = 1.0) -> float:
    """Return the probability of a draft, to four digits, where the tagger is so sure that its statement may bear records."""
    total = sum(map(mul, draft.features, _numbered_weights(_kind(draft))), _weights().get(_TRUST, 0.0) * _log_odds(trust))
    total = sum(map(_weights().get, _names(draft), repeat(0.0)), total)
    return round(1.0 / (1.0 + math.exp(-total)), 4)


def likely_metrics(drafts: list[Draft]) -> list[Mention]:
    """Return the metrics of the drafts that may become records; an act that names one does so for certain."""
    return [draft.metric for draft in drafts if draft.form == "unstated" or rate_draft(draft) >= THRESHOLD]


def trust(statement: Statement) -> float:
    """Return how sure the tagger is that a statement may bear records: that it looks forward, or that a table is one of guidance."""
    return statement.score if statement.kind == "table" else statement.forward_looking_score


def describe(draft: Draft, trust: float = 1.0) -> dict[str, float]:
    """Return the named features of a draft: how it was found, its words, its metric, its period, how sure the tagger is of its statement."""
    return dict(zip(_numbered(_kind(draft)), draft.features, strict=False)) | dict.fromkeys(_names(draft), 1.0) | {_TRUST: _log_odds(trust)}


def _log_odds(trust: float) -> float:
    """Return the logarithm of the odds of a probability, which counts as no more and no less sure than _SUREST."""
    sure = min(max(trust, 1.0 - _SUREST), _SUREST)
    return math.log(sure / (1.0 - sure))


def _kind(draft: Draft) -> str:
    return draft.form if draft.form in ("qualitative", "unstated") else draft.place


def _names(draft: Draft) -> dict[str, None]:
    """Return the names of the features that a draft has or lacks, each once, in order."""
    kind, period = _kind(draft), draft.period
    own = "own" if period and any(choice.frame == period for choice in draft.choices) else "lent" if period else "none"
    names = [kind, f"{kind} period {own}", f"{kind} metric {draft.metric.name}"]
    if period and not period.name[:4].isdigit():
        names.append(f"{kind} period {period.name[:1]}")
    if len(draft.choices) > 1:
        names.append(f"{kind} many periods")
    if draft.own_act:
        names.append(f"{kind} act")
    return dict.fromkeys((*names, *draft.words))
