"""Marks after a statement: the signs with which one begins stand for a look at their pattern."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forelook.expressions.words.cues import fold
from forelook.figures.marks import _MARK, _search

PARTS = ["—", "–", "-", "(", ")", " ", "\n", "\xa0", ".", "Updated", "no change", "unchanged", "New", "Raised", "from $9.5 billion", "sales", "5%"]


@pytest.mark.parametrize(("words", "found"), [("sales of 5% — Updated", True), ("sales (unchanged).", True), ("sales - new", True), ("updated", False)])
def test_a_mark(words, found):
    assert (_search(words) is not None) == found


@settings(max_examples=300, derandomize=True, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=8).map("".join))
def test_marks_are_those_of_the_pattern(words):
    assert (_search(words) is None) == (_MARK.search(fold(words)) is None)
