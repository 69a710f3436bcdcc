"""What speaks for a figure in prose: how it was found, and the words around it; score.py weighs it.

In: a statement's folded text, a value and its metric. Out: numbers and words.
"""

from __future__ import annotations

import re

from forelook.expressions.numbers.values import Value
from forelook.expressions.words.cues import cue
from forelook.expressions.words.watching import Words, watch
from forelook.figures.metrics.mentions import Mention

_ACTS = cue(
    r"\b(hir|recruit|employ|hous|add|creat|open|build|construct|install|produc|deliver|ship|sell|invest|spend|contribut|donat|giv|rais|lower"
    r"|reduc|cut|eliminat|clos"
    r"|sav|cost|reach|increas|grow|doubl|generat|transport|process|treat|enroll|train|serv|provid|offer|launch|support|includ|us(?=[ei])"
    r"|receiv|acquir|purchas|buy|issu"
    r"|pay|repay|fund|exceed|represent|account|total|averag|remain|rang|develop|drill|mine|plant|retir|convert|replac|hold|own|operat|feature"
    r"|run|com|give|complet)"
    r"(?:e?s|ed|e|ing|t|ting|ten)?\b"
)
PAST = cue(
    r"\b(?:was|were|had|did|grew|rose|fell|increased|decreased|declined|improved|expanded|reduced|exceeded|reached|raised|delivered|achieved"
    r"|recorded|reported|generated|added|completed|acquired|signed"
    r"|received|invested|opened"
    r"|closed|sold|shipped|produced|earned|contributed|created|helped|became|began|came|went|saw|took|made|built|gave|paid|posted|cancel+ed"
    r"|represented|spent|returned|repurchased|benefited|emerged|showed|remained|gained|deployed|surged|jumped|climbed|soared|has|have|totaled)\b"
)
_FUTURE = cue(
    r"\b(?:expect\w*|anticipat\w*|project(?:s|ed|ing)|forecast\w*|guid\w+|outlook|target\w*|goal|estimat\w*|plan(?:s|ned|ning)?|should|will"
    r"|would|intend\w*|budget\w*|aim\w*|hop\w+"
    r"|to|could|may|can|look(?:s|ing)?|see[sn]?|scheduled|slated|upon|once|when|pledg\w*|commit\w*)\b"
)
_OTHERS = cue(
    r"\b(?:industry|market|markets|worldwide|global|globally|analysts|economy|demand|nation|country|americans|people|consumers|report|study"
    r"|survey|research|researchers|government|world)\b"
)
_STRETCH = 100  # characters before a value in which its verb is looked for
_HEAD = re.compile(r"\s*(?:(?:new|more|additional|full-time|further|other|net|permanent|total)\s+)*([a-z]+)")
_TOKEN = re.compile(r"[a-z]+|[%$;:,()]")
_FORECASTS = cue(r"\b(?:expect|anticipat|project|forecast|guid|outlook|target|estimat|plan|should|will|would|intend|budget|see[ns]?\b|look)\w*")
_OF_FORECASTS, _OF_OTHERS = watch(_FORECASTS), watch(_OTHERS)
_OF_ACTS, _OF_PAST, _OF_FUTURE = watch(_ACTS), watch(PAST), watch(_FUTURE)


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
        float(words.search(_FORECASTS, _OF_FORECASTS, value.start - 150, value.end + 60) is not None),
        float(len(words.text) < 110),
        min(len(words.text) / 300, 2.0),
    )


def words_around(words: Words, value: Value, metric: Mention) -> tuple[str, ...]:
    """Return the words around a value that score.py weighs, marked by side and distance."""
    text = words.text
    before = _TOKEN.findall(text[max(0, value.start - 70) : value.start])[-7:]
    after = _TOKEN.findall(text[value.end : value.end + 50])[:5]
    act = words.search_back(_ACTS, _OF_ACTS, value.lead - _STRETCH, value.lead)
    doing = act.group(1) if act else ""
    noun = _HEAD.match(text, value.end) if value.unit in {"", "times", "count"} else None
    return (
        f"tense {_tell_tense(words, value.lead)}",
        f"act {doing}",
        f"act {doing} {_kind(value)}",
        *((f"noun {noun.group(1)[:6]}",) if noun else ()),
        *(("others",) if words.search(_OTHERS, _OF_OTHERS, value.start - 140, value.end + 40) else ()),
        *(("excluded",) if text.count("(", 0, value.start) > text.count(")", 0, value.start) else ()),
        *[f"b {word}" for word in before[:-2]],
        *[f"bb {word}" for word in before[-2:]],
        *[f"aa {word}" for word in after[:1]],
        *[f"a {word}" for word in after[1:]],
        f"m {metric.name}",
        f"m {metric.name} {value.unit}",
    )


def _tell_tense(words: Words, lead: int) -> str:
    """Return the tense of the last word before a value that gives one: past, future, none."""
    past, future = (words.search_back(pattern, mark, lead - _STRETCH, lead) for pattern, mark in ((PAST, _OF_PAST), (_FUTURE, _OF_FUTURE)))
    if past is None or future is None:
        return "past" if past else "future" if future else "none"
    return "past" if past.start() > future.start() else "future"


def _kind(value: Value) -> str:
    """Return the kind of a value's unit."""
    return "money" if value.unit[:3].isupper() else value.unit or "count"
