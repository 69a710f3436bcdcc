"""The compiled words of a text: each found, with its marks, as a regular expression finds them."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from forelook.expressions.words.cues import cue
from forelook.expressions.words.marking import Marks, Words
from forelook.expressions.words.watching import find_words, watch, watch_words

NET, INCOME, ODD = watch(cue(r"\bnet\b")), watch(cue(r"\bincome")), watch_words(lambda word: len(word) % 2 == 1)
WORD = re.compile(r"[a-z0-9&]+")
TEXTS = st.lists(
    st.sampled_from(["net", "income", "incomes", "sg&a", "é", "\N{GRINNING FACE}", "\ud800", "\0", " ", "  ", "-", "’s", "2026", "&", "_", "$"])
).map("".join)


def marks_of(word: str) -> int:
    return NET * (re.match(r"net(?![a-z])", word) is not None) | INCOME * word.startswith("income") | ODD * (len(word) % 2)


@settings(max_examples=150, derandomize=True, deadline=None)
@given(TEXTS | st.text())
@example(text="net\u0307 \u0130ncome sg&a&")
@example(text="&")
def test_words_are_those_of_the_expression(text):
    words, expected = find_words(text), [(match.start(), match.group()) for match in WORD.finditer(text)]
    for mark in (NET, INCOME, ODD, NET | ODD):
        following = [*(word for _, word in expected[1:]), ""]
        assert words.at(mark) == [(*one, after) for one, after in zip(expected, following, strict=False) if marks_of(one[1]) & mark]
        assert bool(words.marks & mark) == bool(words.at(mark))


@settings(max_examples=100, derandomize=True, deadline=None)
@given(TEXTS, st.integers(0, 40), st.integers(0, 20))
@example(text="net", place=40, reach=5)
@example(text="net~ \xa0 5", place=7, reach=9)
def test_where_hedges_before_a_place_may_begin(text, place, reach):
    lead = len(text[:place].rstrip())
    expected = [lead, lead - 1] if text[:lead].endswith(("~", "$")) else [lead]
    for match in reversed([match for match in WORD.finditer(text) if match.start() < place]):
        if not marks_of(match.group()) & ODD or match.start() < place - reach:
            break
        expected.append(match.start())
    assert find_words(text).hedges_before(place, ODD, reach, "~$") == expected


@settings(max_examples=100, derandomize=True, deadline=None)
@given(TEXTS, st.integers(0, 40), st.integers(0, 40))
def test_searches_are_those_of_the_pattern(text, start, end):
    pattern, words = cue(r"\bincomes?\b"), find_words(text)
    places = [match.start() for match in WORD.finditer(text) if match.start() >= start and pattern.match(text, match.start(), end)]
    first, last = words.search(pattern, INCOME, start, end), words.search_back(pattern, INCOME, start, end)
    assert [match.start() for match in words.find_all(pattern, INCOME, start, end)] == places
    assert [match.start() for match in (first, last) if match] == [*places[:1], *places[-1:]]
    assert words.has(INCOME, start, end) == any(start <= match.start() < end and marks_of(match.group()) & INCOME for match in WORD.finditer(text))


CANDIDATES = [(cue(r"net\b"), "net", ("",)), (cue(r"net\s+income"), "both", ("in",)), (cue(r"(?:net|income)\W*(?:net)?"), "either", ("", "n"))]


@settings(max_examples=150, derandomize=True, deadline=None)
@given(TEXTS, st.booleans(), st.sampled_from(["", "_$’"]))
def test_matches_of_candidates_are_those_of_the_plain_loop(text, longest, barred):
    expected, end, tried = [], 0, list(WORD.finditer(text))
    for word, following in zip(tried, [*(match.group() for match in tried[1:]), ""], strict=False):
        place = word.start()
        if place < end or not marks_of(word.group()) & (NET | INCOME) or (place and text[place - 1] in barred):
            continue
        matches = [(name, pattern.match(text, place)) for pattern, name, begins in CANDIDATES if following.startswith(begins)]
        matches = [(name, match) for name, match in matches if match]
        if matches:
            name, match = max(matches, key=lambda one: one[1].end()) if longest else matches[0]
            expected.append((name, match.span()))
            end = match.end()
    found = find_words(text).match_all(NET | INCOME, lambda word: CANDIDATES, barred, longest)
    assert [(name, match.span()) for name, match in found] == expected


def test_matches_do_not_overlap():
    assert [match.group() for match in find_words("net net income net").find_all(cue(r"net(?:\s+net)?"), NET, 0, 18)] == ["net net", "net"]


def test_a_table_of_marks_is_one():
    with pytest.raises(TypeError, match=r"expected .*Marks, got dict"):
        Words("net", {})


@settings(max_examples=100, derandomize=True, deadline=None)
@given(st.lists(st.text("a0&", min_size=1, max_size=18), max_size=60))
def test_a_table_keeps_each_word_apart(words):
    number, asked = {}, []
    table = Marks(lambda word: asked.append(word) or number.setdefault(word, 1 << len(number)))
    for word in words:
        assert Words(word, table).marks == number[word]
    assert [word for word in asked if len(word) <= 16] == [word for word in dict.fromkeys(words) if len(word) <= 16]
    table.clear()
    assert [Words(word, table).marks for word in words] == [number[word] for word in words]


def test_a_table_forgets_what_is_too_much():
    table = Marks(lambda word: int(word) + 1)
    for turn in range(2):
        assert [Words(str(number), table).marks for number in range(20_000)] == list(range(1, 20_001)), turn
