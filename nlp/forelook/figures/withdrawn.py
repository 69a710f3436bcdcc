"""Figures that no longer hold: "withdraws its guidance, which called for revenue of $5 million and EBITDA of $1 million".

In: a statement and where the word for its guidance ends. Out: each metric whose figure is repeated there, with the figure.
"""

from __future__ import annotations

from forelook.expressions.numbers.values import Value
from forelook.expressions.words.cues import cue
from forelook.figures.metrics.mentions import Mention
from forelook.figures.naming import settle_name
from forelook.figures.sentence import Sentence

_WAS = cue(r"[^.;]{0,60}?[,\s](?:which|that)\s+(?:had\s+)?(?:called\s+for|been|was|were|stood\s+at|ranged)\b")
_ENDS = cue(r"\.\s|;|\b(?:now\s+)?(?:expects?|anticipates?|projects|forecasts|will|would)\b")
_OF = cue(r"\s+of\s+(?:(?:about|approximately|at\s+least|more\s+than|up\s+to|between)\s+)?")
_FAR = 40  # characters between a metric and its figure


def find_withdrawn(sentence: Sentence, guide: int, objects: list[Mention]) -> dict[Mention, Value]:
    """Return the metrics with the figure that they had: `objects` of the guidance whose word ends at `guide`, or else those named after it."""
    return (
        {_name(sentence.text, one, old): old for one in objects if (old := _find_old(sentence, max(one.end, guide)))}
        if objects
        else _find_after(sentence, guide)
    )


def _find_old(sentence: Sentence, end: int) -> Value | None:
    """Return the figure after "of": "its production target of 40,000 ounces"."""
    return next((value for value in sentence.values if value.start >= end and _OF.fullmatch(sentence.text, end, value.start)), None)


def _name(text: str, metric: Mention, value: Value) -> Mention:
    """Return a metric with the name that its figure's unit gives it."""
    return metric._replace(name=settle_name(text, metric, value, value.unit))


def _find_after(sentence: Sentence, guide: int) -> dict[Mention, Value]:
    """Return the metrics after the word for guidance that ends at `guide`, each with the figure that it had."""
    text = sentence.text
    was = _WAS.match(text, guide)
    if was is None:
        return {}
    end = _ENDS.search(text, was.end())
    stop = end.start() if end else len(text)
    metrics = [metric for metric in sentence.metrics if was.end() <= metric.start < stop and metric.name not in ("other", "all")]
    metrics = [metric for metric in metrics if not text.startswith("growth", metric.start)]
    found = dict[Mention, Value]()
    for metric, limit in zip(metrics, [*(metric.start for metric in metrics[1:]), stop], strict=False):
        value = next((value for value in sentence.values if metric.end <= value.start < min(limit, metric.end + _FAR)), None)
        if value:
            found[metric] = value
    return found
