"""The basis of a metric: GAAP, adjusted, organic, or in constant currency.

In: a statement's folded text and a metric's place. Out: the basis that the words around it name.
"""

from __future__ import annotations

import re
from functools import reduce
from operator import or_

from forelook.expressions.numbers.values import Value
from forelook.expressions.words.cues import Cue, cue
from forelook.expressions.words.watching import Words, watch
from forelook.figures.metrics.mentions import Mention
from forelook.records import Basis

_CURRENCY_LEFT_OUT = cue(
    r"\b(?:constant[\s-]+currenc|currency[\s-]neutral|excluding\s+(?:the\s+(?:effects?|impact)\s+of\s+)?(?:foreign\s+)?(?:currency|exchange)"
    r"|local[\s-]currenc|at\s+constant\s+(?:exchange\s+)?rates)"
)
_NON_GAAP = cue(
    r"\b(?:non[\s-]?GAAP|adjusted\b|core\b(?!\s+(?:business|products|customers|markets|segments?))|pro[\s-]?forma|normali[sz]ed"
    r"|(?:excluding|before|exclusive\s+of|ex-)\s+[^.;]{0,60}?(?:charges?|costs?|items?|expenses?|amortization|compensation|gains?|impairment"
    r"|synergies|benefit|write))"
)
_BASES: tuple[tuple[Basis, Cue], ...] = (
    ("constant_currency", _CURRENCY_LEFT_OUT),
    ("organic", cue(r"\borganic")),
    ("non_gaap", _NON_GAAP),
    ("gaap", cue(r"(?<!non-)(?<!non\s)(?<!non)\bGAAP\b|generally\s+accepted\s+accounting")),
)
_CLAUSE_ENDS = re.compile(r"[;.](?:\s|$)|,\s+and\b|\sand\s")
_BOTH = cue(r"\bGAAP\s+and\s+non[-\s]?GAAP\W+(?:\w+\W+){0,3}$|\bboth\s+GAAP\s+and\s+non")
_REPORTED_AND = cue(r"\b(?:both\s+)?reported\s+and\s+(?:(?P<organic>organic)|constant[\s-]currency|currency[\s-]neutral)\s+(?:\w+\s+){0,2}$")
_MARKS = tuple(watch(pattern) for _, pattern in _BASES)
_OF_ANY = reduce(or_, _MARKS)
_OF_BOTH = watch(_BOTH, _REPORTED_AND)


def find_basis(words: Words, metric: Mention, value: Value | None) -> Basis:
    """Return the basis that the words around a metric name: before it in its clause, in it, or after its value."""
    if not words.marks & _OF_ANY:
        return "unknown"
    text = words.text
    start = max(text.rfind(",", 0, metric.start), text.rfind(";", 0, metric.start), metric.start - 60, 0)
    before = text[start : metric.end]
    end = value.end if value else metric.end
    after = _CLAUSE_ENDS.split(text[end : end + 80], maxsplit=1)[0]
    between = text[metric.end : value.start] if value and metric.end < value.start < metric.end + 90 else ""
    said = [(basis, pattern) for (basis, pattern), mark in zip(_BASES, _MARKS, strict=True) if words.marks & mark]
    for basis, pattern in said:
        if pattern.search(before):
            return basis
    for basis, pattern in said:
        if pattern.search(between) or (basis != "gaap" and pattern.search(after)):
            return basis
    return "unknown"


def find_both_bases(words: Words, metric: Mention) -> tuple[Basis, Basis] | None:
    """Return the two bases that stand before a metric, "GAAP and non-GAAP", "reported and organic": its figure is then given on each."""
    if not words.marks & _OF_BOTH:
        return None
    before = words.text[max(0, metric.start - 50) : metric.start]
    if _BOTH.search(before):
        return "gaap", "non_gaap"
    match = _REPORTED_AND.search(before)
    return ("unknown", "organic" if match["organic"] else "constant_currency") if match else None
