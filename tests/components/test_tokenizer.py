"""The tokenizer: nothing is lost, and nothing depends on what was read before."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from hypothesis import example, given, settings
from hypothesis import strategies as st
from spacy.vocab import Vocab

from forelook.components.tokenizer import ReleaseTokenizer
from forelook.features.tokens import LONGEST_WORD, cut, hash_word

TOKENIZER = ReleaseTokenizer(Vocab())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Oats rose 4.5%.", ["Oats", "rose", "4.5", "%", "."], id="figures keep their point"),
        pytest.param("Sales of 1,200,500", ["Sales", "of", "1,200,500"], id="and their commas"),
        pytest.param("the U.S. mill", ["the", "U.S", ".", "mill"], id="abbreviations keep inner full stops"),
        pytest.param("Tarn's AT&T line", ["Tarn", "'s", "AT&T", "line"], id="a possessive is a token, an ampersand is not"),
        pytest.param("don’t", ["don’t"], id="a contraction is one token"),
        pytest.param("$4 million-plus", ["$", "4", "million", "-", "plus"], id="signs and hyphens"),
        pytest.param("one  two\n\nthree", ["one", " ", "two", "\n\n", "three"], id="blanks beyond one are tokens"),
        pytest.param(" x", [" ", "x"], id="a leading blank"),
        pytest.param("__x__", ["__", "x", "__"], id="rules of underscores"),
        pytest.param("\N{ROCKET}\N{ROCKET}", ["\N{ROCKET}", "\N{ROCKET}"], id="astral characters"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_tokens(text: str, words: list[str]) -> None:
    doc = TOKENIZER(text)
    assert doc.text == text
    assert [token.text for token in doc] == words


@settings(max_examples=300, deadline=None)
@given(st.text(st.one_of(st.characters(codec="utf-8"), st.sampled_from(" \t\r\n\xa0\u200b.,'’\"“”$%()-_1aA\N{ROCKET}")), max_size=200))
@example(text="\r\n\u200b \u2028 \x1c")
def test_nothing_is_lost(text: str) -> None:
    doc = TOKENIZER(text)
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)


def test_tokens_do_not_depend_on_what_was_read_before(texts: list[str]) -> None:
    used = ReleaseTokenizer(Vocab())
    for text in texts:
        used(text)
    for text in texts[:5]:
        fresh = ReleaseTokenizer(Vocab())
        assert [token.text for token in used(text)] == [token.text for token in fresh(text)]


@pytest.mark.parametrize("character", ["9", "x", "_"])
def test_a_long_word_is_cut(character: str) -> None:
    text = f"of {character * 1000} tons"
    doc = TOKENIZER(text)
    assert doc.text == text
    assert max(map(len, doc)) == LONGEST_WORD


def test_as_the_tokenizer_of_a_pipeline(tmp_path: Path) -> None:
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "forelook_tokenizer"}}})
    nlp.to_disk(tmp_path / "pipeline")
    again = spacy.load(tmp_path / "pipeline")
    assert isinstance(again.tokenizer, ReleaseTokenizer)
    assert [token.text for token in again("Tarn's U.S. mill")] == [token.text for token in nlp("Tarn's U.S. mill")]
    assert spacy.blank("en", config=nlp.config).from_bytes(nlp.to_bytes())("a b").text == "a b"


@settings(max_examples=300, deadline=None)
@given(st.text(st.one_of(st.characters(), st.sampled_from(" \t\n\xa0.,'’\"$%-_1aAé\N{ROCKET}")), max_size=60))
@example(text="\ud800\x85\u0301")
def test_tokens_cover_all_but_blanks(text: str) -> None:
    places = cut(text)
    inside = {place for start, end in places for place in range(start, end)}
    assert sum(end - start for start, end in places) == len(inside)
    assert all(character.isspace() for place, character in enumerate(text) if place not in inside)
    assert not any(text[place].isspace() for place in inside)


@pytest.mark.parametrize(("one", "other"), [("Acme", "ACME"), ("ÉCOLE", "école"), ("\u0130", "i"), ("", "")])
def test_hashes_know_no_case(one: str, other: str) -> None:
    assert hash_word(one) == hash_word(other)
    assert hash_word(one) != hash_word(other + "x")


def test_every_character_is_of_the_kind_that_python_says() -> None:
    for character in map(chr, (*range(0x2400), *range(0x1F5E0, 0x1F650), *range(0xD7F0, 0xD810))):
        joined = character.isalnum()
        assert len(cut(f"x{character}x")) == (1 if joined or character in ".,&'’" else 2 if character.isspace() else 3), ascii(character)
