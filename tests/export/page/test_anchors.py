"""Anchors: text cut where they begin and end, nothing lost."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from forelook.export.page.anchors import Anchors, Segment


def test_segments_bear_the_marks_that_cover_them() -> None:
    anchors = Anchors(20)
    assert [anchors.add(*place) for place in ((2, 8), (5, 12), (2, 8), (9, 9), (18, 25))] == [0, 1, 0, None, None]
    assert list(anchors.cut("abcdefghijklmnopqrst", 0, 10)) == [
        Segment("ab"),
        Segment("cde", (0,), (0,)),
        Segment("fgh", (0, 1), (1,)),
        Segment("ij", (1,)),
    ]
    assert list(anchors.cut("abcdefghijklmnopqrst", 10, 15)) == [Segment("kl", (1,)), Segment("mno")]


@given(st.lists(st.tuples(st.integers(-2, 32), st.integers(-2, 32))), st.lists(st.integers(0, 30), min_size=2))
def test_no_character_is_lost_and_each_mark_begins_once(places: list[tuple[int, int]], cuts: list[int]) -> None:
    anchors, text = Anchors(30), "".join(chr(97 + number % 26) for number in range(30))
    numbers = {anchors.add(start, end) for start, end in places} - {None}
    edges = sorted({0, 30, *cuts})
    segments = [segment for a, b in pairwise(edges) for segment in anchors.cut(text, a, b)]
    assert "".join(segment.text for segment in segments) == text
    assert sorted(number for segment in segments for number in segment.beginning) == sorted(numbers)
