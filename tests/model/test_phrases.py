"""Phrases: what wordings are built of."""

from __future__ import annotations

import re

import pytest

from forelook.model.phrases import VIEW, WHEN, Folded, Wording, match_open, one_of, read_groups


@pytest.mark.parametrize(
    ("phrases", "text", "found"),
    [
        pytest.param(["opens", "opens up"], "opens up", "opens up", id="the longest first"),
        pytest.param(["q&a", "u.s."], "uxsx", None, id="marks stand for themselves"),
        pytest.param(["opens up"], "opens  up", None, id="single blanks, as in folded sentences"),
    ],
)
def test_any_of_some_phrases(phrases: list[str], text: str, found: str | None) -> None:
    match = re.search(one_of(phrases), text)
    assert (match and match.group()) == found


@pytest.mark.parametrize(
    "text", ["in june", "by 2027", "in the first quarter", "on may 5", "next year", "during early march", "this spring", "later this month", "in mid-2027", "around late fall"]
)  # fmt: skip
def test_times(text: str) -> None:
    assert re.search(WHEN, text)


@pytest.mark.parametrize("text", ["in the mill", "by 1850", "last year", "may sell", "in the quarter", "next door", "this mill"])
def test_no_times(text: str) -> None:
    assert re.search(WHEN, text) is None


def test_views() -> None:
    assert re.fullmatch(VIEW, "outlook")
    assert re.fullmatch(VIEW, "prospects") is None


def test_words_that_leave_a_label_open() -> None:
    assert match_open().search("it expects and will sell")
    assert match_open("will").search("it will") is None
    assert match_open().search("it willed") is None


@pytest.mark.parametrize(
    ("text", "settles"),
    [
        pytest.param("the mill opens in june", True, id="worded so"),
        pytest.param("the mill opens in june if it rains", False, id="with what leaves it open"),
        pytest.param("the mill opens", False, id="not worded so"),
    ],
)
def test_a_wording(text: str, settles: bool) -> None:
    wording = Wording(frozenset(("opens",)), re.compile(rf"\bopens {WHEN}"), re.compile(r"\bif\b"))
    assert wording.settles(Folded(text, frozenset(text.split()))) is settles


def test_groups_are_clean() -> None:
    groups = read_groups()
    assert {"open", "pledge", "works"} <= groups.keys()
    assert all(phrase == phrase.strip().lower() and phrase for phrases in groups.values() for phrase in phrases)
    assert [name for name, phrases in groups.items() if len(set(phrases)) < len(phrases)] == [], "a phrase twice"
