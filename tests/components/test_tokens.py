"""Tokens for annotation tools: cut wherever a unit begins or ends, and the text unchanged."""

from __future__ import annotations

import pytest
import spacy

from forelook.components.tokenizer import ReleaseTokenizer, tokenize_at


@pytest.mark.parametrize(
    ("text", "places", "expected"),
    [
        pytest.param("Oats rose.", [], ["Oats", "rose", "."], id="no places"),
        pytest.param("Oats rose.", [5], ["Oats", "rose", "."], id="a place between tokens"),
        pytest.param("hereThe mill", [4], ["here", "The", "mill"], id="a place inside a token"),
        pytest.param("abcdef", [2, 4, 4], ["ab", "cd", "ef"], id="two places inside one token"),
        pytest.param("Oats", [0, 4, 99], ["Oats"], id="the ends of the text, and beyond"),
    ],
)
def test_tokens(text: str, places: list[int], expected: list[str]) -> None:
    doc = tokenize_at(text, places, ReleaseTokenizer(spacy.blank("en").vocab))
    assert [token.text for token in doc] == expected
    assert doc.text == text
