"""What weighs for a period of a statement: its place beside the figure, and what its own words say.

In: a folded statement, the places of a figure, its metric and a period. Out: the numbers that the weights of period_choice.py are for, in fixed order.
"""

from __future__ import annotations

from forelook.expressions.numbers.values import Value
from forelook.expressions.periods.period import When
from forelook.expressions.words.cues import cue
from forelook.figures.link import count_clauses
from forelook.figures.metrics.mentions import Mention
from forelook.figures.period_taken import EVENT, WHEN_AFTER

_VERB = cue(r"\b(?:will|would|is|are|was|were|has|have|had|should|expects?|plans?)\b")
_HAS_BEEN = cue(r"\b(?:to|will|should|would)\s+have\s+(?:been|\w+ed|grown|risen|fallen)\b|\bpreliminary\b")
"""What is said of a period that is over, whose figures are not yet known: "is estimated to have averaged"."""
_LATE = frozenset(("other", "charges", "capital_expenditures", "cost_savings", "production"))
EVENT_WORDS = 48
"""Characters before a period in which an event is looked for."""


def tells_has_been(text: str) -> bool:
    """Return whether a statement says what will have been, or speaks of what is preliminary."""
    return ("have" in text or "preliminary" in text) and _HAS_BEEN.search(text) is not None


def describe_place(text: str, value: tuple[int, int], metric: Mention, when: When, values: list[Value]) -> tuple[float, ...]:
    """Return what the place of a period says: side, distance, and what stands between it and the figure."""
    start, end = value
    before = when.end <= start
    between = text[when.end : start] if before else text[end : when.start]
    clauses = min(count_clauses(between), 3)
    crossed = sum(when.end <= other.start and other.end <= start if before else end <= other.start and other.end <= when.start for other in values)
    return (
        1.0,
        float(before),
        min(len(between), 200) / 100,
        0.0 if before else min(len(between), 200) / 100,
        clauses * float(before),
        clauses * float(not before),
        min(crossed, 3) * float(before),
        min(crossed, 3) * float(not before),
        float(not before and len(between) < 60 and WHEN_AFTER.match(between) is not None),
        float(not before and len(between.strip()) < 4),
        float(before and when.end <= metric.start and len(text[when.end : metric.start]) < 12),
        float(when.start < 15),
        float(metric.end <= when.start and before),
        float(when.end <= metric.start and not before),
        float(metric.name in _LATE and not before and clauses > 0),
        float(metric.name in _LATE and before),
        float(_VERB.search(between) is not None),
        float(when.kind == "annual" and (crossed > 0 or _VERB.search(between) is not None)),
    )


def describe_kind(text: str, value: tuple[int, int], metric: Mention, unit: str | None, when: When) -> tuple[float, ...]:
    """Return what a period's own words say, and those of the metric and unit."""
    before = when.end <= value[0]
    name = when.name or ""
    return (
        float(when.kind == "annual"),
        float(when.kind == "annual" and unit == "percent" and not before and not text[value[1] : when.start].strip()),
        float(when.kind in ("date", "months")),
        float(when.kind in ("long", "near")),
        float(when.kind in ("bare", "bareq", "bareq2")),
        float(when.kind in ("quarter", "qy", "mq")),
        float(name.startswith("/")),
        float(name.endswith("/")),
        float(EVENT.search(text[max(0, when.start - EVENT_WORDS) : when.start]) is not None),
        float(when.compared),
        float(metric.name == "other"),
        float(unit == "count"),
        float(when.kind in ("nextn", "quarters", "years", "between")),
        float(when.over and not tells_has_been(text)),
    )
