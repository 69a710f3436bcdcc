"""Vocabulary: what a word can be beside a quotation."""

from __future__ import annotations

import pytest

from forelook.segment.quotes.vocabulary import ADDRESS, LINK, PLAIN, TITLE, bare_word, is_initial, judge


@pytest.mark.parametrize(
    ("word", "role"),
    [("Mr.", ADDRESS), ("Dr", ADDRESS), ("President", TITLE), ("president", TITLE), ("Oncologist", TITLE), ("of", LINK), ("’s", LINK), ("Brandt", PLAIN), ("mill", PLAIN)],
)  # fmt: skip
def test_roles(word: str, role: int) -> None:
    assert judge(word).role == role


@pytest.mark.parametrize(
    ("word", "opens", "goes_on"),
    [
        pytest.param("Brandt", True, True, id="a name"),
        pytest.param("O’Hara", True, True, id="with an apostrophe"),
        pytest.param("d’Arcy", True, True, id="with a particle before it"),
        pytest.param("van", True, True, id="a particle that opens names"),
        pytest.param("du", False, True, id="a particle that opens none"),
        pytest.param("J.", True, True, id="an initial"),
        pytest.param("J", True, True, id="an initial without its full stop"),
        pytest.param("Mr.", False, False, id="a form of address"),
        pytest.param("Ph.D.", False, False, id="a degree"),
        pytest.param("Boston-based", False, False, id="a place"),
        pytest.param("3M", False, False, id="a figure"),
        pytest.param("mill", False, False, id="a small word"),
        pytest.param("Monday", False, False, id="a day"),
        pytest.param("Dean", True, False, id="a title that is a given name, too"),
    ],
)
def test_parts_of_names(word: str, opens: bool, goes_on: bool) -> None:
    assert (judge(word).opens, judge(word).goes_on) == (opens, goes_on)


@pytest.mark.parametrize(
    ("word", "given"), [("Lena", True), ("LENA", True), ("María", True), ("Jean-Luc", True), ("J.", True), ("Quillby", False), ("lena", False)]
)
def test_given_names(word: str, given: bool) -> None:
    assert judge(word).is_given is given


@pytest.mark.parametrize(("word", "bare"), [("Brandt’s", "Brandt"), ("Brandt's,", "Brandt"), ("Jr.", "Jr"), ("Roes’", "Roes"), (".", "."), ("D", "D")])
def test_bare_words(word: str, bare: str) -> None:
    assert bare_word(word) == bare


@pytest.mark.parametrize(("word", "expected"), [("J.", True), ("J", True), ("J.C.", True), ("j.", False), ("Jr.", False), ("A.B.C.D.", False), ("&", False)])
def test_initials(word: str, expected: bool) -> None:
    assert is_initial(word) is expected


@pytest.mark.parametrize(("word", "ends"), [("Brandt.", True), ("J.", False), ("Jr.", False), ("Li.", False), ("Brandt", False)])
def test_a_full_stop_ends_a_name(word: str, ends: bool) -> None:
    assert judge(word).ends is ends
