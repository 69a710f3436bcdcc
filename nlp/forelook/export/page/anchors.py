"""Anchors: the places that figures and findings link to, and text cut where they begin and end.

In: a Release. Out: numbered Anchors, and for any stretch of text Segments, each with the anchors that cover it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from forelook.export.visible import make_visible


class Anchor(NamedTuple):
    """A place in the text that something on the page links to."""

    start: int
    end: int
    number: int


class Segment(NamedTuple):
    """A piece of text, the anchors that cover all of it, and those that begin with it."""

    text: str
    covering: tuple[int, ...] = ()
    beginning: tuple[int, ...] = ()


class Anchors:
    """Collects distinct places, and cuts text at their ends."""

    def __init__(self, length: int) -> None:
        self._length = length
        self._numbers: dict[tuple[int, int], int] = {}
        self._sorted: list[Anchor] | None = None
        self._longest = 0
        self._met: set[int] = set()

    def add(self, start: int, end: int) -> int | None:
        """Return the number of a place, None for one that is empty or outside the text."""
        if not 0 <= start < end <= self._length:
            return None
        self._sorted = None
        return self._numbers.setdefault((start, end), len(self._numbers))

    def cut(self, text: str, start: int, end: int) -> Iterator[Segment]:
        """Yield `text[start:end]` in segments, with control characters made visible."""
        anchors = [anchor for anchor in self._near(start, end) if anchor.start < end and anchor.end > start]
        if not anchors:
            yield Segment(make_visible(text[start:end]))
            return
        edges = {start, end}
        for anchor in anchors:
            edges.update(edge for edge in (anchor.start, anchor.end) if start < edge < end)
        places = sorted(edges)
        for a, b in pairwise(places):
            covering = tuple(anchor.number for anchor in anchors if anchor.start <= a and anchor.end >= b)
            beginning = tuple(anchor.number for anchor in anchors if anchor.start <= a < anchor.end and self._meet(anchor))
            yield Segment(make_visible(text[a:b]), covering, beginning)

    def _meet(self, anchor: Anchor) -> bool:
        """Return whether an anchor is met for the first time: only there it gets its HTML id."""
        new = anchor.number not in self._met
        self._met.add(anchor.number)
        return new

    def _near(self, start: int, end: int) -> list[Anchor]:
        if self._sorted is None:
            self._sorted = sorted(Anchor(a, b, number) for (a, b), number in self._numbers.items())
            self._longest = max((anchor.end - anchor.start for anchor in self._sorted), default=0)
        first = bisect_left(self._sorted, (start - self._longest, 0, 0))
        return self._sorted[first : bisect_left(self._sorted, (end, 0, 0))]
