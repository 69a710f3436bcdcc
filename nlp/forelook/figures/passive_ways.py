"""Ways of the passive: "Record earnings are anticipated", "An increase in orders is expected", "Revenues are not expected to change".

In: a metric with what stands around it. Out: its way, None where nothing says so.
"""

from __future__ import annotations

from forelook.expressions.words.cues import cue
from forelook.figures.way import Metric, Way

CHANGE_WORDS = r"increases?|decreases?|growth|improvements?|declines?|reductions?|expansion"
"""Nouns of ways, as a pattern."""
_PASSIVE = cue(
    r"(?:\s+(?!(?:and|but|which|that|to|by)\b)[\w'’-]+){0,6}?\s+(?:is|are)\s+(?:\w+ly\s+|also\s+|now\s+)?(?:expected|anticipated|forecast|projected|seen|foreseen|likely|planned|predicted)\b(?!\s+to\b)"
)
_HEADS = cue(
    rf"(?:^|[.;:,]\s+|\b(?:and|while|but|as|an?|the)\s+)(?:(?:\w+ly|slightly|a|an|modest|significant|substantial|continued|further|strong|slight|small|sharp)\s+)*"
    rf"(?P<way>record|higher|lower|increased|improved|reduced|stronger|weaker|better|{CHANGE_WORDS})\s+(?:in\s+|of\s+)?"
    r"(?:(?:the|its|our|total|net|annual|quarterly|adjusted|operating|diluted|full[\s-]year|fourth|first|second|third|fiscal|year|quarter|consolidated|both|gross)\s+|(?:19|20)\d\d\s+)*$"
)  # "Record earnings are anticipated", "An increase in orders is expected"
_PLANS = (" guidance", " outlook", " forecast", " target")
_LITTLE_CHANGED = cue(
    r"(?:\s+(?!(?:and|but|which|that)\b)[\w'’-]+){0,6}?\s+(?:(?:is|are)\s+not\s+(?:expected|anticipated|likely)\s+to|(?:should|will)\s+not)\s+(?:\w+ly\s+)?"
    r"(?P<way>change|vary|differ)\b"
)


_NO_CHANGES = cue(
    r"\b(?:do|does)\s+not\s+(?:expect|anticipate|foresee|see|plan)\s+(?:any\s+)?(?:\w+\s+)?(?P<way>changes?)\s+(?:in|to)\s+(?:(?:its|our|the|total|annual|quarterly)\s+)*$"
)  # "do not anticipate significant changes in operating expenses"


def find_unchanged(metric: Metric) -> Way | None:
    """Return the way of a metric in which no changes are expected."""
    match = _NO_CHANGES.search(metric.before) if "change" in metric.before and not metric.text.startswith(_PLANS, metric.mention.end) else None
    return metric.ahead(match, "before", "flat") if match else None


def find_passive(metric: Metric) -> Way | None:
    """Return the way of "Record earnings are anticipated", "An increase in orders is expected"; of "revenues are not expected to change"."""
    if still := _LITTLE_CHANGED.match(metric.text, metric.mention.end, metric.stop):
        return metric.after(still, "after", "flat")
    match = _HEADS.search(metric.before) if _PASSIVE.match(metric.text, metric.mention.end, metric.stop) else None
    return metric.ahead(match, "before") if match else None
