"""Figures that hold for each of several quarters or years: "revenue of $10 million in each of the next two quarters".

In: drafts with their periods, and the text in which these stand. Out: the drafts, one for each quarter or year.
"""

from __future__ import annotations

import re
from copy import copy

from forelook.expressions.periods.together import EACH_OF
from forelook.expressions.words.cues import cue
from forelook.figures.drafts import Draft
from forelook.spans import Span

PARTED = ("each", "both", "quarter in", "quarter for", "quarter during", "quarter over")
"""One of which stands in each statement whose periods are parted."""
_SPAN = re.compile(r"(\d{4})(?:-Q([1-4]))?/(\d{4})(?:-Q([1-4]))?")
_HALF = re.compile(r"(\d{4})-H([12])")
_A_QUARTER = cue(r"\s(?:per|a|each)\s+quarter\s+(?:in|during|for|over|through)\s+(?:the\s+)?$")  # before a half: "$30 million per quarter in the first half"
_MOST = 8  # quarters or years that are told apart
_BEFORE, _FAR = 16, 24  # characters before a period


def part_periods(drafts: list[Draft], text: str, statement: Span) -> list[Draft]:
    """Return the drafts, one with a number for each of the quarters or years that the statement says it is of."""
    parted: list[Draft] = []
    for draft in drafts:
        names = _names(draft, text, statement)
        parted += [_at(draft, name) for name in names] if names else [draft]
    return parted


def _names(draft: Draft, text: str, statement: Span) -> list[str]:
    """Return the names of the quarters or years of a draft; none where it is of one, or of all together."""
    frame = draft.period
    if frame is None or (draft.low is None and draft.high is None) or not statement[0] <= frame.start < statement[1]:
        return []
    if half := _HALF.fullmatch(frame.name):
        second = 2 * int(half.group(2))
        quarterly = _A_QUARTER.search(text[max(statement[0], frame.start - _FAR) : frame.start].lower())
        return [f"{half.group(1)}-Q{second - 1}", f"{half.group(1)}-Q{second}"] if quarterly else []
    span = _SPAN.fullmatch(frame.name)
    before = text[max(statement[0], frame.start - _FAR) : frame.start].lower()
    if span is None or not (EACH_OF.search(before[-_BEFORE:]) or (span.group(2) and _A_QUARTER.search(before))):
        return []
    one, first, other, last = span.groups()
    if first and last:
        begin, end = int(one) * 4 + int(first) - 1, int(other) * 4 + int(last) - 1
        names = [f"{index // 4}-Q{index % 4 + 1}" for index in range(begin, end + 1)]
    else:
        names = [] if first or last else [str(year) for year in range(int(one), int(other) + 1)]
    return names if len(names) <= _MOST else []


def _at(draft: Draft, name: str) -> Draft:
    """Return a draft for one of its periods."""
    part = copy(draft)
    part.period = draft.period and draft.period._replace(name=name)
    return part
