"""Amounts that go on about the statement before: "A further $3 million will follow", "About $5 million of the total falls in 2026".

In: a statement without a metric of its own, the one right before it, and the drafts of that. Out: the metric that it goes on about.
"""

from __future__ import annotations

from forelook.expressions.words.cues import cue
from forelook.figures.drafts import Draft
from forelook.figures.link import COUNTED, RATIOS
from forelook.figures.metrics.mentions import Mention
from forelook.figures.sentence import Sentence

_BEGINS = cue(
    r"[\s\"“]*(?:of\s+(?:this|that|these|the\s+(?:total|amount|sum))(?:\s+(?:amount|total|sum))?,?\s+)?"
    r"(?:(?:an?\s+(?:further|additional)|another|the\s+(?:remaining|remainder|balance|rest)|the|(?:about|some|approximately|roughly|nearly|around|up\s+to|at"
    r"\s+least|more\s+than|over|between))\s+)*(?:US|C|A|HK)?[$€£]\s?\d"
)
_REPRESENTS = cue(
    r"[\s\"“•-]*(?:this|that|it|(?:this|the|our|its)\s+(?:updated\s+|new\s+)?(?:guidance|outlook|forecast|range|mid-?point)(?:\s+of\s+(?:this|the|that|our|its)\s+(?:range|guidance"
    r"|outlook|forecast))?)\s+(?:would\s+)?(?:represents?|reflects?|implies|equates\s+to|is|compares?)\b[^.;]{0,50}?"
    r"\b(?:increase|decrease|growth|decline|rise|drop|improvement|reduction)\s+of\b"
)  # "This represents a decrease of 17% to 21%"
_IN_WHAT = cue(r"(?:%|\bpercent)\s+in\s+(?!(?:(?:19|20)\d\d|the|fiscal|constant|local|dollar|q[1-4])\b)[a-z]")  # "an increase of 12 percent in staff"
_NO_AMOUNTS = COUNTED | RATIOS | {"other", "all"}
"""Metrics that are no amounts of money, or that say nothing of what it is for."""


def goes_on(sentence: Sentence) -> bool:
    """Return whether a statement begins with an amount, or says what change the one before makes, and names no metric whose amount it could be."""
    text = sentence.text
    return says_change(sentence) or (
        _BEGINS.match(text) is not None and all(metric.name == "other" and text.startswith("in ", metric.start - 3) for metric in sentence.metrics)
    )


def says_change(sentence: Sentence) -> bool:
    """Return whether a statement says what change the one before it makes: "This represents a decrease of 17% to 21%"."""
    text = sentence.text
    if not text.lstrip('"“• -').startswith(("th", "it", "our")) or not _REPRESENTS.match(text) or _IN_WHAT.search(text):
        return False
    return all(metric.name == "other" or text.startswith("growth", metric.start) for metric in sentence.metrics)


def find_metric_before(before: Sentence, drafts: list[Draft], *, changes: bool) -> Mention | None:
    """Return the metric of the last amount in the statement before, places counting there; the first that it names where it has no figure.

    What `changes` may be counted too.
    """
    none = {"other", "all"} if changes else _NO_AMOUNTS
    amounts = [draft.metric for draft in drafts if draft.metric.name not in none]
    named = [metric for metric in before.metrics if metric.name not in none and not before.text.startswith("growth", metric.start)]
    return amounts[-1] if amounts else named[0] if named else None
