"""Quoting: the compiled pass finds the marks that an expression finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forelook.segment.quoting import WordFinder, find_double_marks

MARKS = re.compile("[\"“”„\x93\x94«»″＂]|``|''")
TEXT = st.text("\"“”„\x93\x94«»″＂`'‘’ab ÿ日🚀\ud800\x00", max_size=30)


@settings(max_examples=500, deadline=None)
@given(TEXT)
def test_the_marks_are_those_of_the_expression(text: str) -> None:
    assert find_double_marks(text) == [match.span() for match in MARKS.finditer(text)]


WORDS = ("said", "says", "adds", "x")
PIECES = st.lists(st.sampled_from(["said", "Says", "ADDS", "x", "s", " ", ", ", "'", "\u212a", "é", "日", "🚀", "1", "\x00"]), max_size=12).map("".join)


@settings(max_examples=500, deadline=None)
@given(PIECES, st.integers(0, 9), st.integers(0, 40))
def test_words_are_found_as_an_expression_finds_them(text: str, start: int, end: int) -> None:
    words = [match.span() for match in re.compile("[A-Za-z]+").finditer(text, start, end) if match[0].lower() in WORDS]
    assert WordFinder(WORDS).find(text, start, end) == words


def test_more_words_than_a_table_holds_are_refused() -> None:
    with pytest.raises(ValueError, match="2000 words; the table holds 1024"):
        WordFinder([f"w{number}" for number in range(2000)])
