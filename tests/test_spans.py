"""Spans: what is shared, what matches, what is trimmed."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forelook.spans import match_spans, overlap, similarity, trim


class Span(NamedTuple):
    start: int
    end: int


@pytest.mark.parametrize(
    ("one", "other", "shared", "share"),
    [
        pytest.param((0, 10), (0, 10), 10, 1.0, id="the same"),
        pytest.param((0, 10), (5, 15), 5, 1 / 3, id="half of each"),
        pytest.param((0, 10), (2, 4), 2, 0.2, id="one inside the other"),
        pytest.param((0, 10), (10, 20), 0, 0.0, id="end to end"),
        pytest.param((0, 10), (30, 40), 0, 0.0, id="apart"),
        pytest.param((5, 5), (5, 5), 0, 0.0, id="empty"),
    ],
)
def test_overlap(one, other, shared, share):
    assert overlap(one, other) == overlap(other, one) == shared
    assert similarity(one, other) == similarity(other, one) == pytest.approx(share)


CUTS = st.lists(st.integers(0, 60), unique=True, max_size=16).map(sorted)
SPANS = CUTS.map(lambda cuts: [Span(a, b) for number, (a, b) in enumerate(pairwise(cuts)) if number % 3 < 2])


@given(SPANS, SPANS)
def test_the_match_is_the_one_that_shares_most(spans, others):
    for span, index in zip(spans, match_spans(spans, others), strict=True):
        shares = [overlap(span, other) for other in others]
        assert index == (shares.index(max(shares)) if any(shares) else -1)


@pytest.mark.parametrize(("start", "end", "trimmed"), [(0, 9, (2, 6)), (2, 6, (2, 6)), (3, 9, (3, 6)), (6, 9, (9, 9)), (0, 0, (0, 0))])
def test_trim(start, end, trimmed):
    assert trim("  oats \n ", start, end) == trimmed


@pytest.mark.parametrize(("text", "trimmed"), [("\u200boats\ufeff", (1, 5)), ("\x1c oats\u2028", (2, 6)), ("\u200b\ufeff", (2, 2)), ("oa\u200bts", (0, 5))])
def test_what_is_trimmed_is_what_is_blank(text, trimmed):
    assert trim(text, 0, len(text)) == trimmed
