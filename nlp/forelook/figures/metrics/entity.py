"""The company part that a metric is said of: a segment, product, subsidiary or region.

In: a statement as printed, since names bear capitals, and a metric's place. Out: where the part's words stand.
"""

from __future__ import annotations

import re

from forelook.figures.metrics.mentions import Mention
from forelook.months import MONTH_NAMES

_ENTITY = re.compile(
    r"(?:\b(?:in|from|for|of|at)\s+(?:the\s+|its\s+|our\s+)?)?((?:[A-Z][\w&/'’.-]*\s+){0,4}(?:[A-Z][\w&/'’.-]*|segment|division|subscription"
    r"|services|products?|license|wholesale|retail|international|domestic))\s+(?:(?:segment|division|business|unit)\s+)?(?:total\s+|net\s+"
    r"|annual\s+|adjusted\s+|comparable\s+)*$"
)
_PARTS = (  # with which a word in small letters ends that may stand last before the metric and its adjectives
    "segment", "division", "subscription", "services", "product", "products", "license", "wholesale", "retail", "international", "domestic", "business",
    "unit",
)  # fmt: skip
_ADJECTIVES = frozenset(("total", "net", "annual", "adjusted", "comparable"))
_NOT_ENTITY = re.compile(
    r"^(?:The|Our|Its|We|It|This|That|These|Total|Net|Annual|Adjusted|GAAP|Non-GAAP|Q[1-4]|FY\d*|Fiscal|Full|First|Second|Third|Fourth|Quarter"
    r"|Year|(?:Full|Half|Mid|Fiscal|First|Second|Third|Fourth|Year|Next)-\w+|Company|Consolidated|Diluted|Basic|Expects?|Sees|Raises?|Lowers?|Guidance|Outlook|For|In|And|Strong|Record|Higher|Lower"
    r"|Operating|Gross|Free|Capital|Core|Organic|Pro|Forma|Non|Reported|Effective|Estimated|Expected|Projected|Cost|Pre-Tax|Cash|Research"
    rf"|Interest|Other|Sales|Revenue|Earnings|An?|With|By|Of|To|On|At|{'|'.join(MONTH_NAMES)}"
    r"|As|If|While|However|Additionally|Reaffirms|Updates|Increases?|Affirms|Provides?|Announces|New|All|U\.S\.)$"
)
_WORD = re.compile(r"\S+")
_SEGMENT_AFTER = re.compile(
    r"\s+(?:for|in|from|of|at)\s+(?:the\s+|its\s+|our\s+)?((?:[A-Z][\w&/'’-]*\s+){1,4}(?:segment|division|business|products?|unit|stores|operations))\b"
)


def find_entity(text: str, metric: Mention) -> tuple[int, int] | None:
    """Return where the company part stands that a metric is said of, None for the whole company."""
    before = text[max(0, metric.start - 60) : metric.start]
    names = before.split()
    while names and names[-1] in _ADJECTIVES:
        names.pop()
    match = _ENTITY.search(before) if names and (not names[-1].islower() or names[-1].endswith(_PARTS)) else None
    if match:
        start = metric.start - len(before) + match.start(1)
        words = list(_WORD.finditer(match.group(1)))
        while words and _NOT_ENTITY.match(words[0].group()):
            words.pop(0)
        if (
            words
            and not _NOT_ENTITY.match(words[-1].group())
            and not (start + words[0].start() == 0 and words[0].group().lower() == match.group(1).lower() and len(words) == 1 and words[0].group().islower())
        ):
            return start + words[0].start(), start + words[-1].end()
    after = _SEGMENT_AFTER.match(text, metric.end)
    return after.span(1) if after else None
