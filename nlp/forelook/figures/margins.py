"""Margins without a name: "margins should be 25% to 30%", after a gross margin was spoken of.

In: a release's text and its drafts. Out: each draft of a bare margin with the metric of the margin that is named last before it.
"""

from __future__ import annotations

import re

from forelook.expressions.words.cues import fold
from forelook.figures.drafts import Draft
from forelook.figures.link import RATE_UNITS
from forelook.records import MetricName

_BARE = frozenset(("margin", "margins", "the margin", "our margin"))
_NAMED = re.compile(r"\b([a-z]{3,20})[\s-]{1,3}margins?\b")
_NAMES: dict[str, MetricName] = {"gross": "gross_margin", "operating": "operating_margin", "ebit": "operating_margin", "ebitda": "ebitda_margin"}
_OTHERS = frozenset(("interest", "refining", "contribution", "profit", "net", "merchandise"))
"""Words before "margin" that name another one."""
_REACH = 6000  # characters before a margin in which one is named


def name_margins(text: str, drafts: list[Draft]) -> None:
    """Give bare margins the name of the last one before them, where that is a listed metric."""
    for draft in drafts:
        start, end = draft.metric[:2]
        if draft.metric.name != "other" or draft.unit not in RATE_UNITS or text[start:end].lower() not in _BARE:
            continue
        named = [word for word in _NAMED.findall(fold(text[max(0, start - _REACH) : start])) if word in _NAMES or word in _OTHERS]
        if named and (name := _NAMES.get(named[-1])):
            draft.metric = draft.metric._replace(name=name)
