"""The compiled words of a text: each found, with its marks, as a regular expression finds them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forelook.analyze.figures.cues import cue
from forelook.analyze.figures.words import find_words, watch, watch_words
from forelook.analyze.marking import Words

NET, INCOME, ODD = watch(cue(r"\bnet\b")), watch(cue(r"\bincome")), watch_words(lambda word: len(word) % 2 == 1)
WORD = re.compile(r"[a-z0-9&]+")
TEXTS = st.lists(
    st.sampled_from(["net", "income", "incomes", "sg&a", "é", "\N{GRINNING FACE}", "\ud800", "\0", " ", "  ", "-", "’s", "2026", "&", "_", "$"])
).map("".join)


def marks_of(word: str) -> int:
    return NET * (re.match(r"net(?![a-z])", word) is not None) | INCOME * word.startswith("income") | ODD * (len(word) % 2)


@settings(max_examples=150, derandomize=True, deadline=None)
@given(TEXTS | st.text())
def test_words_are_those_of_the_expression(text):
    words, expected = find_words(text), [(match.start(), match.group()) for match in WORD.finditer(text)]
    for mark in (NET, INCOME, ODD, NET | ODD):
        assert words.at(mark) == [(start, word) for start, word in expected if marks_of(word) & mark]
        assert bool(words.marks & mark) == bool(words.at(mark))


@settings(max_examples=100, derandomize=True, deadline=None)
@given(TEXTS, st.integers(0, 40))
def test_the_run_before_a_place(text, place):
    expected = []
    for match in reversed([match for match in WORD.finditer(text) if match.start() < place]):
        if not marks_of(match.group()) & ODD:
            break
        expected.append(match.start())
    assert find_words(text).run_before(place, ODD) == expected


@settings(max_examples=100, derandomize=True, deadline=None)
@given(TEXTS, st.integers(0, 40), st.integers(0, 40))
def test_a_search_is_that_of_the_pattern(text, start, end):
    pattern = cue(r"\bincomes?\b")
    found = find_words(text).search(pattern, INCOME, start, end)
    place = next((match.start() for match in WORD.finditer(text) if match.start() >= start and pattern.match(text, match.start(), end)), None)
    assert (found and found.start()) == place


def test_a_table_of_marks_is_a_dict():
    with pytest.raises(TypeError, match="must be a dict"):
        Words("net", [])
