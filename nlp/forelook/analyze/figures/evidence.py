"""What speaks for a figure in prose: how it was found, and the words around it; score.py weighs it.

In: a statement's folded text, a value and its metric. Out: numbers and words.
"""

from __future__ import annotations

import re

from forelook.analyze.figures.cues import cue
from forelook.analyze.figures.metrics import Mention
from forelook.analyze.figures.numbers import Value
from forelook.analyze.figures.words import Words, watch

_TOKEN = re.compile(r"[a-z]+|[%$;:,()]")
_FORECASTS = cue(r"\b(?:expect|anticipat|project|forecast|guid|outlook|target|estimat|plan|should|will|would|intend|budget|see[ns]?\b|look)\w*")
_OF_FORECASTS = watch(_FORECASTS)


def describe_value(words: Words, value: Value, metric: Mention, rating: float, margin: float, *, dated: bool) -> tuple[float, ...]:
    """Return how a value was found, and what it is: its metric's rating, that of the next metric below, units, forms, forecasting words."""
    return (
        rating,
        margin,
        float(metric.name == "other"),
        float(metric.end <= value.start),
        float(value.unit in {"", "count"}),
        float(value.kind == "words" and not value.unit),
        float(value.unit[:3].isupper()),
        float(value.unit == "percent"),
        float(value.form == "range"),
        float(value.form == "approximately"),
        float(value.form == "at_most"),
        float(value.lead < value.start - 1),
        float(dated),
        float(bool(words.marks & _OF_FORECASTS) and _FORECASTS.search(words.text, max(0, value.start - 150), value.end + 60) is not None),
        float(len(words.text) < 110),
        min(len(words.text) / 300, 2.0),
    )


def words_around(text: str, value: Value, metric: Mention) -> tuple[str, ...]:
    """Return the words around a value that score.py weighs, marked by side and distance."""
    before = _TOKEN.findall(text[max(0, value.start - 70) : value.start])[-7:]
    after = _TOKEN.findall(text[value.end : value.end + 50])[:5]
    return (
        *(f"b {word}" for word in before[:-2]),
        *(f"bb {word}" for word in before[-2:]),
        *(f"aa {word}" for word in after[:1]),
        *(f"a {word}" for word in after[1:]),
        f"m {metric.name}",
        f"m {metric.name} {value.unit}",
    )
