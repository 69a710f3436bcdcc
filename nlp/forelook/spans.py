"""Spans: half-open ranges of characters; their overlap, matching and trimming.

In: anything with `start` and `end`, or plain pairs. Out: counts of characters, indices, spans. These rules are defined only here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from forelook.characters import skip_blank, trim_blank

Span = tuple[int, int]
"""A half-open range: from the first character up to, but not including, the end."""


class HasSpan(Protocol):
    """Anything that extends from `start` up to, but not including, `end`, such as a unit or a statement."""

    @property
    def start(self) -> int:
        """The first character."""

    @property
    def end(self) -> int:
        """One after the last character."""


def span_of(each: HasSpan) -> Span:
    """Return the start and end of something as a pair."""
    return each.start, each.end


def overlap(one: Span, other: Span) -> int:
    """Return the number of characters that two spans share.

    >>> overlap((0, 10), (7, 20))
    3
    """
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def similarity(one: Span, other: Span) -> float:
    """Return the overlap of two spans as a share of their union, from 0 to 1."""
    shared = overlap(one, other)
    return shared / (one[1] - one[0] + other[1] - other[0] - shared) if shared else 0.0


def match_spans(spans: Sequence[HasSpan], others: Sequence[HasSpan]) -> list[int]:
    """Return for each span the index of the one among `others` that it overlaps most, -1 where it overlaps none.

    Each list is in order and without overlap; of two that share as much the first counts. Linear in the length of both.
    """
    matched, first = [], 0
    for span in spans:
        while first < len(others) and others[first].end <= span.start:
            first += 1
        best, most, index = -1, 0, first
        while index < len(others) and others[index].start < span.end:
            shared = overlap(span_of(span), span_of(others[index]))
            if shared > most:
                best, most = index, shared
            index += 1
        matched.append(best)
    return matched


def trim(text: str, start: int, end: int) -> Span:
    """Return a span of `text` without the blanks at its ends; it is empty if all of it is blank.

    >>> trim("  oats ", 0, 7)
    (2, 6)
    """
    first = skip_blank(text, start, end)
    return first, trim_blank(text, first, end)
