"""Effects: a figure that says how far currencies, or something else that is named a headwind, move another metric.

In: a statement's folded text, a value, the metrics. Out: the words of the effect as the value's metric; and its sign where a verb gives that.
"""

from __future__ import annotations

from forelook.expressions.numbers.values import Value
from forelook.expressions.words.cues import cue
from forelook.figures.drafts import Draft
from forelook.figures.metrics.mentions import Mention

_FALLS, _RISES = "decreas|reduc|lower|hurt|subtract|cut|trim", "increas|boost|benefit|improv|add"  # how verbs begin
_NAMES = r"(?:headwinds?|tailwinds?|impacts?|effects?|drag|hit|lift|benefits?)"
_ACTS_ON = cue(
    rf"(?:\s+(?!and\b|but\b|which\b|of\b)[\w'’-]+){{0,9}}?\s+(?:{_FALLS}|{_RISES})\w*\s[^;]*\bby\s+(?:\w+\s+){{0,3}}$"
)  # "currency is expected to reduce revenue growth by"
_MOVES = cue(rf"\b(?:(?P<falls>{_FALLS})|{_RISES})\w*")
_EFFECT = cue(rf"\b{_NAMES}\b")
_LEADS = cue(r"(?:,?\s+(?!(?:and|but|which|while|excluding|including)\b)[\w'’-]+){0,12}\s*")
_EFFECT_AFTER = cue(rf"[\s-]*(?:[\w-]+\s+){{0,2}}?{_NAMES}\b")
_EFFECT_OF = cue(rf"\s*(?:in\s+|of\s+)?(?:[\w-]+\s+){{0,3}}?{_NAMES}\s+(?:from|of|due\s+to|related\s+to)\s+(?:[\w-]+\s+){{0,3}}")
_CAUSED_BY = r"[^.;]{1,60}?\s(?:as\s+a\s+result\s+of|due\s+to|because\s+of|from|caused\s+by|driven\s+by)\s+"
_WIND_OF = cue(
    rf"\s*(?:headwind|tailwind)s?\s+(?:to|on|for)\s+{_CAUSED_BY}(?:[\w-]+\s+){{0,4}}"
)  # "a $5 million headwind to revenue as a result of currencies"
_NEAR = 40  # characters before a value in which an effect is named
_EFFECT_BEFORE = cue(rf"\b{_NAMES}\s+of\s*$")
_ON_METRIC = cue(rf"\s+(?:to|on)\s+{_CAUSED_BY}(?:[\w-]+\s+){{0,3}}")  # "an impact of $0.10 on EPS due to currencies"
_WIND = r"(?:headwinds?|tailwinds?)"
_WIND_AFTER = cue(
    rf"[\s-]*(?:[\w-]+\s+){{0,1}}?(?P<what>{_WIND}(?:\s+(?:from|of|due\s+to|related\s+to)\s+[\w-]+(?:(?:,|,?\s+and)?\s+(?!(?:in|to|for|on)\b)[\w-]+){{0,5}})?)"
)
_WIND_BEFORE = cue(rf"\b(?P<what>{_WIND})\s+of\s*$")


def find_effect(text: str, value: Value, metrics: list[Mention]) -> Mention | None:
    """Return the currency whose effect a value is, None where it is none's."""
    for number, metric in enumerate(metrics):
        if metric.name != "fx_impact":
            continue
        if metric.end < value.lead and (acts_on(text, value, metric) or _is_effect(text, value, metric, metrics[number + 1 : number + 2])):
            return metric
        if value.end <= metric.start and (
            _EFFECT_OF.fullmatch(text, value.end, metric.start)
            or _WIND_OF.fullmatch(text, value.end, metric.start)
            or (_ON_METRIC.fullmatch(text, value.end, metric.start) and _EFFECT_BEFORE.search(text, max(0, value.lead - _NEAR), value.lead))
        ):
            return metric
    return None


def find_headwind(text: str, value: Value, metrics: list[Mention]) -> Mention | None:
    """Return the words of a headwind or tailwind that a value is, None where it is none or one of currencies."""
    if "wind" not in text:
        return None
    match = _WIND_AFTER.match(text, value.end) or _WIND_BEFORE.search(text, 0, value.lead)
    if match is None or any(one.name == "fx_impact" and match.start() <= one.start < match.end() for one in metrics):
        return None
    return Mention(*match.span("what"), "other")


def acts_on(text: str, value: Value, metric: Mention) -> bool:
    """Return whether a currency moves another metric by a value, with a verb."""
    return _ACTS_ON.fullmatch(text, metric.end, value.start) is not None


def _is_effect(text: str, value: Value, metric: Mention, following: list[Mention]) -> bool:
    """Return whether a value is an effect that is named so: "currency is expected to be a headwind of 2 points", "a 2-point headwind"."""
    if any(other.end <= value.start for other in following) or not _LEADS.fullmatch(text, metric.end, value.lead):
        return False
    return _EFFECT.search(text, metric.start, value.lead) is not None or _EFFECT_AFTER.match(text, value.end) is not None


def set_effect(text: str, draft: Draft, value: Value) -> None:
    """Give a currency effect the sign of its verb, the last one before the value; none stands there where another metric took the effect's place."""
    *_, verb = None, *_MOVES.finditer(text, draft.metric.end, value.lead)
    if verb is None:
        return
    falls = verb["falls"] is not None
    bounds = [bound for bound in (value.low, value.high) if bound is not None]
    if len(bounds) == 2:
        low, high = sorted(-abs(bound) if falls else abs(bound) for bound in bounds)
        draft.low, draft.high, draft.measure, draft.growth_basis = low, high, "level", None
