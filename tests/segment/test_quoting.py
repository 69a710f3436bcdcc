"""Quoting: the compiled pass finds the marks that an expression finds."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from forelook.segment.quoting import find_double_marks

MARKS = re.compile("[\"“”„\x93\x94«»″＂]|``|''")
TEXT = st.text("\"“”„\x93\x94«»″＂`'‘’ab ÿ日🚀\ud800\x00", max_size=30)


@settings(max_examples=500, deadline=None)
@given(TEXT)
def test_the_marks_are_those_of_the_expression(text: str) -> None:
    assert find_double_marks(text) == [match.span() for match in MARKS.finditer(text)]
