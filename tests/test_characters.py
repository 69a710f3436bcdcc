"""Characters: what is blank, and what may mark an item."""

from __future__ import annotations

import re

import pytest

from forelook.characters import BLANK_CLASS, BULLETS, FONT_BULLETS, ITEM_MARK, SHOWN_MARKS, is_blank, skip_blank, trim_blank


@pytest.mark.parametrize("character", [" ", "\t", "\n", "\xa0", "\u2028", "\u200b", "\ufeff"], ids=repr)
def test_what_is_blank(character: str) -> None:
    assert is_blank(character)
    assert re.fullmatch(f"[{BLANK_CLASS}]", character)


@pytest.mark.parametrize("character", ["a", "0", "_", "\u00ad", "\u2060", "•", "\ud800"], ids=repr)
def test_what_is_not(character: str) -> None:
    assert not is_blank(character)
    assert not re.fullmatch(f"[{BLANK_CLASS}]", character)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("  oats ", "oats", id="blanks on both sides"),
        pytest.param("\u200boats\ufeff", "oats", id="blanks without width"),
        pytest.param("oats rise", "oats rise", id="blanks inside"),
        pytest.param(" \n ", "", id="all blank"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_blanks_at_the_ends_are_passed_over(text: str, expected: str) -> None:
    start = skip_blank(text, 0, len(text))
    assert text[start : trim_blank(text, start, len(text))] == expected


@pytest.mark.parametrize("mark", ["•", "▪", "►", "→", "✓", "–", "--", "*", "\uf0b7"], ids=ascii)
def test_what_marks_an_item(mark: str) -> None:
    assert re.match(ITEM_MARK, f"{mark} oats")


@pytest.mark.parametrize("text", ["oats", "1. oats", "$5", "§ 3", "#oats"])
def test_what_does_not(text: str) -> None:
    assert re.match(ITEM_MARK, text) is None


def test_letters_are_bullets_in_symbol_fonts_alone() -> None:
    assert any(character.isalpha() for character in FONT_BULLETS)
    assert not any(character.isalpha() for character in BULLETS)
    assert set(BULLETS) <= SHOWN_MARKS
