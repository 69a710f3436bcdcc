"""Tokens: where they are, and that their hashes depend on their lower-case form alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forelook.features.tokens import LONGEST_WORD, cut, hash_word

TOKENS = [
    ("Net sales rose 8.5%.", ["Net", "sales", "rose", "8.5", "%", "."]),
    ("the U.S. mill", ["the", "U.S", ".", "mill"]),
    ("$1,200.5 million", ["$", "1,200.5", "million"]),
    ("AT&T said", ["AT&T", "said"]),
    ("research & development", ["research", "&", "development"]),
    ("don't", ["don't"]),
    ("don’t", ["don’t"]),
    ("Tarn's mill", ["Tarn", "'s", "mill"]),
    ("Tarn’s", ["Tarn", "’s"]),
    ("Tarn'score", ["Tarn'score"]),
    ("the mills' oats", ["the", "mills", "'", "oats"]),
    ("year-over-year", ["year", "-", "over", "-", "year"]),
    ("____ mill _", ["____", "mill", "_"]),
    ("...", [".", ".", "."]),
    ("Zürich\u00a0Å", ["Zürich", "Å"]),
    ("up\t8\n", ["up", "8"]),
    ("", []),
    (" \n", []),
]


@pytest.mark.parametrize(("text", "tokens"), [pytest.param(*row, id=repr(row[0])) for row in TOKENS])
def test_tokens(text: str, tokens: list[str]) -> None:
    assert [text[start:end] for start, end in cut(text)] == tokens


def test_a_word_without_an_end_is_cut() -> None:
    assert [end - start for start, end in cut("a" * (2 * LONGEST_WORD + 1))] == [LONGEST_WORD, LONGEST_WORD, 1]


@given(st.text(alphabet="aB9 .,'’&_é€\n\U0001f680", max_size=40))
def test_tokens_cover_all_but_blanks_in_order(text: str) -> None:
    end = 0
    for token in cut(text):
        assert end <= token[0] < token[1]
        assert not text[end : token[0]].strip()
        end = token[1]
    assert not text[end:].strip()


@pytest.mark.parametrize(
    ("one", "other", "same"), [("Mill", "MILL", True), ("Ärger", "ärger", True), ("mill", "mills", False), ("mill", "llim", False), ("", "a", False)]
)
def test_hashes_of_words(one: str, other: str, same: bool) -> None:
    assert (hash_word(one) == hash_word(other)) is same
