"""The words nearest to a figure, as its metric where nothing better is named.

In: a folded statement and a value. Out: these words as an `other` metric; None where there are none.
"""

from __future__ import annotations

import re

from forelook.expressions.numbers.values import Value
from forelook.expressions.words.cues import cue
from forelook.figures.metrics.mentions import Mention

_WORD = re.compile(r"[A-Za-z][\w&'’/-]*")
_NAMED_AFTER = re.compile(r"\s+(?:(?:of|in|for)\s+)?(?:the\s+|its\s+|our\s+|a\s+)?(?P<noun>[A-Za-z][\w-]*(?:\s+[a-z][\w-]*)?)")
_DOUBLED = cue(
    r"\s+(?:its|our|their|the)\s+(?:size\s+of\s+(?:its|our|the)\s+)?(?P<what>[a-z][\w-]*(?:\s+(?:base|footprint|capacity|network|fleet|size|presence))?)"
)
_LITTLE = cue(
    r"(?:is|are|be|been|was|were|will|would|should|could|can|may|to|of|at|in|for|by|on|from|with|and|or|than|as|about|approximately|between|up"
    r"|over|the|a|an|its|our|their|that|which|it|we|they|expects?|expected|anticipates?|anticipated|estimates?|estimated|projects?|projected"
    r"|plans?|planned|now|still|has|have|had|not|no|only|more|less|least|most|total|reach|exceed|increase|increased|decrease|improve|grow|cost|average"
    r"|averages|averaging|costs|invest|spend|contribute|generate|add|include|including|some|around|roughly|nearly|another|additional|further|range|ranging)$"
)


def fall_back(text: str, value: Value) -> Mention | None:
    """Return the nearest words before or after a value that may name its quantity, as `other`; None where there are none."""
    if value.kind == "multiple" and (doubled := _DOUBLED.match(text, value.end)):
        return Mention(*doubled.span("what"), "other")  # "double its footprint"
    words = list(_WORD.finditer(text[max(0, value.lead - 90) : value.lead]))
    offset = max(0, value.lead - 90)
    while words and _LITTLE.match(words[-1].group()):
        words.pop()
    if words:
        first = words[-1]
        for word in reversed(words[-3:-1]):
            if _LITTLE.match(word.group()) or text[offset + word.end() : offset + first.start()].strip():
                break
            first = word
        return Mention(offset + first.start(), offset + words[-1].end(), "other")
    match = _NAMED_AFTER.match(text, value.end)
    return Mention(match.start("noun"), match.end("noun"), "other") if match else None
