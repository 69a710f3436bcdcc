"""Quoting: the compiled pass finds the marks that an expression finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from forelook.segment.blocks import Block
from forelook.segment.quotes.vocabulary import PARTICLES
from forelook.segment.quoting import WordFinder, find_again, find_double_marks, find_name_start, find_opened, holds

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
@example(text="\u017faid \u212a\u0131said", start=0, end=40)
@example(text="said", start=9, end=4)
def test_words_are_found_as_an_expression_finds_them(text: str, start: int, end: int) -> None:
    words = [match.span() for match in re.compile("[A-Za-z]+").finditer(text, start, end) if match[0].lower() in WORDS]
    assert WordFinder(WORDS).find(text, start, end) == words


NAMES = st.lists(
    st.sampled_from(["Roe", "RoeRoe", "Roe-", "_", "'", "’", "van", "said", "al-", "éa", " ", "  ", "\n", "\xa0", ".", "日", "🚀", "\ud800"]), max_size=12
)


@settings(max_examples=500, deadline=None)
@given(NAMES.map("".join), st.sampled_from(["Roe", "Roe-", "_", "é", "🚀", "RoeRoe", "."]), st.integers(0, 9), st.integers(0, 40), st.integers(1, 5))
@example(text="Roe\ud800Roe_Roe", word="Roe", start=0, end=40, most=5)
def test_a_name_stands_again_where_an_edge_follows(text: str, word: str, start: int, end: int, most: int) -> None:
    places = [place for place in range(len(text)) if text.startswith(word, place) and start <= place <= min(end, len(text)) - len(word)]
    edges = [match.start() for match in re.compile(r"\b").finditer(text)]
    assert find_again(text, word, start, end, most) == [place for place in places if place + len(word) in edges][:most]
    assert find_again(text, "", start, end, most) == []


@settings(max_examples=500, deadline=None)
@given(NAMES.map("".join), st.integers(0, 9), st.integers(0, 40), st.integers(1, 4))
def test_a_name_begins_with_the_words_that_can_stand_in_it(text: str, floor: int, end: int, most: int) -> None:
    end = min(end, len(text))
    start = end
    for match in reversed(list(re.compile(r"\S+").finditer(text, floor, end))[-most:]):
        if re.search("[A-Z]", match[0]) is None and match[0] not in PARTICLES and match[0][-1] not in "'’-":
            break
        start = match.start()
    assert find_name_start(text, floor, end, PARTICLES, most) == start


@settings(max_examples=500, deadline=None)
@given(
    st.integers(0, 300),
    st.sampled_from(["", "é", "日", "🚀", "\ud800"]),
    NAMES.map("".join),
    st.sampled_from(["Roe", "R", "Roe-", "é", "éa", "🚀", "日Roe", "\u0152oe", ""]),
)
def test_a_word_is_held_wherever_it_stands(before: int, wide: str, text: str, word: str) -> None:
    text = wide + "Ro" * (before // 2) + text
    assert holds(text, word) == (word in text)
    assert find_again(text, "Roe", before, len(text), 9) == [match.start() for match in re.compile(r"Roe\b").finditer(text, before)]


def test_blocks_are_found_by_their_first_letters() -> None:
    text = "Dear\nTx\ndear\nD"
    blocks = [Block(start, end, "paragraph") for start, end in [(0, 4), (5, 7), (8, 12), (13, 14)]]
    assert find_opened(text, blocks, "DdT", "ex") == [0, 1, 2]
    assert find_opened(text, blocks, "Dd", "E") == []


def test_more_words_than_a_table_holds_are_refused() -> None:
    with pytest.raises(ValueError, match="2000 words; the table holds 1024"):
        WordFinder([f"w{number}" for number in range(2000)])
