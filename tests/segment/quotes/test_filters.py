"""Filters: what is asked first, because it is quick, lets everything through that the pattern after it would find."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forelook.segment.layout import find_blocks
from forelook.segment.quotes import cues, leads, names
from forelook.segment.quotes.marks import _is_single_mark
from forelook.segment.quotes.namebook import _GIVEN_NAMES, NameBook
from forelook.segment.quotes.naming import runs_on
from forelook.segment.quotes.utterances import find_quotes
from forelook.segment.quotes.vocabulary import is_initial, judge

SINGLE_MARK = re.compile(r"(?:(?<=[\s(])|\A)[‘'´`](?=[A-Z])|(?<=[,.!?])[’'´](?=[\s).,;]|\Z)")
PIECES = st.lists(st.sampled_from(["Jr.", "III", "Sr", "IV", " ", ", ", ",", "\n", "J", "S", "a", "Roe", "said", ".", "president"]), max_size=6).map("".join)
WORDS = st.lists(st.sampled_from(["Jane", "J.", "“Bud”", "van", "de", "said", "and", "al-", "d'", "(Bob)", "M", "O’Roe", "the"]), max_size=9)
GAPS = st.sampled_from([" ", "  ", "\n", "\xa0"])


@settings(max_examples=300)
@given(PIECES)
def test_nothing_follows_a_name_that_runs_on(after: str) -> None:
    text = "Roe" + after
    if runs_on(text, 3):
        assert names.GENERATION_AFTER.match(text, 3) is None
        assert names._DEGREES_AFTER.match(text, 3) is None


@settings(max_examples=300)
@given(st.text(alphabet="‘'´`’(,.!? AZaz\n);", max_size=12))
def test_single_marks(text: str) -> None:
    found = [place for place, mark in enumerate(text) if mark in "‘'´`’" and _is_single_mark(text, place)]
    assert found == [match.start() for match in SINGLE_MARK.finditer(text)]


@settings(max_examples=300)
@given(WORDS, GAPS)
def test_given_names_among_the_last_words(words: list[str], gap: str) -> None:
    text = gap.join(words) + ("" if words and words[-1][-1] in "'-" else gap)
    whole, among = _GIVEN_NAMES.search(text), NameBook(text)._find_given_names(0, len(text))
    assert (among and among.span()) == (whole and whole.span())


@settings(max_examples=200)
@given(st.text(alphabet="ABZ.ab1", max_size=8))
def test_initials(word: str) -> None:
    assert is_initial(word) == (len(word) < 7 and re.fullmatch(r"(?:[A-Z]\.){1,3}|[A-Z]", word) is not None)


@pytest.mark.parametrize("word", [".", "..", "…", "’s", "'", "!?", "-", "ﬁ"])
def test_marks_are_no_names(word: str) -> None:
    assert not judge(word).opens
    assert find_quotes(f"Tarn grew {word}“We will build,” she added.", find_blocks(f"Tarn grew {word}“We will build,” she added.")) is not None


@pytest.mark.parametrize("noun", ["statement", "statements", "comment", "comments", "remark", "remarks", "response"])
def test_a_statement_is_told_by_its_noun(noun: str) -> None:
    text = f"Jane Roe issued the following {noun}."
    assert leads._STATEMENT_LEAD.search(text) is not None
    assert any(word in text for word in leads._STATEMENTS)


def test_a_pronoun_stands_among_the_first_words() -> None:
    assert max(len(form.split()) for form in cues._FINITE) < 4
