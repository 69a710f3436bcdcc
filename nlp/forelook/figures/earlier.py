"""What was planned before: figures that stand beside new guidance in brackets, after "rather than", or before "forecast in May".

In: the words of a statement, a value, and the folded text right before and after it. Out: whether the value is earlier guidance.
"""

from __future__ import annotations

from forelook.expressions.numbers.values import Value
from forelook.expressions.periods.clock import MONTH
from forelook.expressions.words.cues import cue
from forelook.expressions.words.watching import Words, watch

_IN_BRACKETS = cue(
    r"(?:\(\s*(?:before|was|prior|previous|prev\.?)\s*:?|\b(?:instead\s+of|in\s+place\s+of|rather\s+than)(?:\s+(?:the|about|its|an?))*"
    r"|\bfrom\s+(?:(?:an?|the|its)\s+)?(?:planned|budgeted))\s*$"
)  # "(before: flat to down 2%)", "instead of the $25 million"
_FROM_RANGE = cue(
    r"(?:\d|%|million|billion|percent|share|cents?|\d\s+(?:[a-z]+\s+){0,2}[a-z]+)\s*\(\s*(?:(?:up|down|raised|lowered|revised)\s+)?from\s*$"
)  # "$5 million to $6 million (from $4 million to $5 million)"
_PLANNED_BEFORE = cue(
    r"\b(?:compare[sd]?\s+(?:to|with)|versus|vs\.?|against|from|than|above|below|short\s+of|instead\s+of)(?:\s+(?:the|its|our|an?))?"
    r"(?:\s+[$€£]?\d[\d.,]*%?(?:\s+[a-z]+)?\s+and)?(?:\s+[\w-]+){0,2}\s*$"
)
_HAD_BEEN = cue(
    r"\s*(?:(?:a|per)\s+(?:diluted\s+)?share\s+)?had\s+been\s+(?:planned|expected|forecast|foreseen|budgeted|anticipated|guided|estimated|projected)\b"
)  # "$165 million had been planned"
_PLANNED_AFTER = cue(
    r"\s*(?:[\w-]+\s+){0,2}?(?:previously|originally|initially|earlier)\s+(?:plan|expect|forecast|announc|anticipat|budget|guid|estimat|project)\w*"
    rf"|(?:\s+(?:per|a)\s+(?:diluted\s+)?share)?\s+(?:estimated|announced|assumed|forecast|given|guided|budgeted|projected|included)\s+(?:in|on|at)\s+"
    rf"(?:(?:(?:early|late|mid)[\s-]+)?{MONTH}|(?:the|its|our)\s+(?:[\w-]+\s+){{0,2}}(?:guidance|outlook|forecast|budget))\b"
    r"|(?:\s+(?:per|a)\s+share)?\s+(?:previously|originally|initially|before)\s*(?:[.,;)]|$)"
    r"|(?:\s+(?:per|a)\s+share)?\s+(?:that\s+|which\s+)?(?:it|we|i|he|she|(?:the\s+)?(?:company|management|group|partnership))\s+(?:had\s+)?"
    r"(?:forecast|gave|given|expected|anticipated|estimated|projected|predicted|indicated|announced|planned|guided|talked|spoke|wrote|provided|issued)\b"
)  # "from $2.90 previously", "than the $2.90 that it forecast in May"
_PUT_AT = cue(r"\b(?:put|set|pegged|estimated|guided|given|forecast)\s+at\s*$")
_ON_A_DAY = cue(
    rf"(?:\s+(?:per|a)\s+(?:diluted\s+)?share)?\s+(?:(?:in|on)\s+(?:(?:early|late|mid)[\s-]+)?{MONTH}|last\s+(?:quarter|month|time)|as\s+of\s+{MONTH})\b"
)  # "put at $700 million in August"
_OF_BRACKETS = watch(_IN_BRACKETS)
_REACH = 90  # characters before a value in which words bear on it


def is_prior(words: Words, value: Value, before: str, after: str) -> bool:
    """Return whether the words around a value make it what was planned before."""
    if words.has(_OF_BRACKETS, value.lead - _REACH, value.lead) and _IN_BRACKETS.search(before):
        return True
    if value.form == "range" and _FROM_RANGE.search(before):
        return True
    planned = _PLANNED_AFTER.match(after) and _PLANNED_BEFORE.search(words.text, max(0, value.lead - _REACH), value.start)
    put = _ON_A_DAY.match(after) and _PUT_AT.search(words.text, max(0, value.lead - _REACH), value.lead)
    return bool(planned or put or _HAD_BEEN.match(after))
