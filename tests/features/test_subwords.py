"""Pieces of words, figures and marks, as the text encoder reads them."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from forelook.features.subwords import FIRST_PIECE, Subwords, hash_piece
from forelook.features.tokens import cut as cut_tokens

PIECES = ("we", "expect", "the", "acquir", "##ing", "##e", "##s", "a", "##t", "'", "s", "$", "-", '"', "don", "t", "q")
OTHER, LOWER, CAPITAL, CAPITALS, INNER = range(5)
UNKNOWN, FIGURE, YEAR = 1, 2, 10


def cut(text: str, limit: int = 96, year: int = 0) -> list[tuple[str | int, int]]:
    keys = np.array([hash_piece(piece.removeprefix("##"), piece.startswith("##")) for piece in PIECES], np.uint64)
    pieces, shapes, counts = Subwords(keys).cut([text], np.array([0]), np.array([0]), np.array([len(text)]), np.array([year]), limit)
    assert counts.tolist() == [len(pieces)] == [len(shapes)]
    return [(PIECES[number - FIRST_PIECE] if number >= FIRST_PIECE else number, shape) for number, shape in zip(pieces.tolist(), shapes.tolist(), strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("we expect", [("we", LOWER), ("expect", LOWER)]),
        ("We EXPECT", [("we", CAPITAL), ("expect", CAPITALS)]),
        ("A", [("a", CAPITAL)]),
        ("acquiring", [("acquir", LOWER), ("##ing", INNER)]),
        ("expectse", [("expect", LOWER), ("##s", INNER), ("##e", INNER)]),
        ("expectx", [("expect", LOWER), (UNKNOWN, INNER)]),
        ("zzz", [(UNKNOWN, LOWER)]),
        ("don’t", [("don", LOWER), ("'", OTHER), ("t", LOWER)]),
        ("a's", [("a", LOWER), ("'", OTHER), ("s", LOWER)]),
        ("“we”", [('"', OTHER), ("we", LOWER), ('"', OTHER)]),
        ("–", [("-", OTHER)]),
        ("§", [(UNKNOWN, OTHER)]),
        ("", []),
    ],
)
def test_words_and_marks(text: str, expected: list[tuple[str | int, int]]) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    ("text", "number"),
    [("5", 0), ("25", 1), ("350", 2), ("1500", 3), ("3.5", 4), ("1,234.5", 5), ("12,000", 6), ("123456789", 7), ("2101", 3)],
)
def test_figures_by_their_form(text: str, number: int) -> None:
    assert cut(text, year=2004) == [(FIGURE + number, OTHER)]


@pytest.mark.parametrize(("text", "number"), [("1999", 0), ("2003", 1), ("2004", 2), ("2005", 3), ("2006", 4), ("2040", 4)])
def test_years_by_their_distance_from_that_of_the_release(text: str, number: int) -> None:
    assert cut(text, year=2004) == [(YEAR + number, OTHER)]
    assert cut(text) == [(YEAR + 5, OTHER)]


def read_word(word: str) -> list[tuple[str | int, int]]:
    """Return the longest pieces of letters and figures, one after the other."""
    shape = LOWER if not word[0].isupper() else CAPITALS if len(word) > 1 and word[-1].isupper() else CAPITAL
    left, found, mark = word[:24].lower(), [], ""
    while left:
        length = next((length for length in range(len(left), 0, -1) if mark + left[:length] in PIECES), 0)
        found.append((mark + left[:length] if length else UNKNOWN, INNER if mark else shape))
        left, mark = left[length:] if length else "", "##"
    return found


def read_token(token: str) -> list[tuple[str | int, int]]:
    """Return what `Subwords.cut` does with one token of ASCII, without a year."""
    if re.fullmatch(r"[\d.,]*\d[\d.,]*", token):
        digits = sum(character.isdigit() for character in token)
        if "." in token or "," in token:
            return [(FIGURE + ((5 if "," in token else 4) if "." in token else 6), OTHER)]
        return [(YEAR + 5 if digits == 4 and 1980 <= int(token) < 2060 else FIGURE + (digits - 1 if digits <= 4 else 7), OTHER)]
    parts = re.findall(r"[A-Za-z\d]+|.", token, re.DOTALL)
    return [piece for part in parts for piece in (read_word(part) if part[0].isalnum() else [(part if part in PIECES else UNKNOWN, OTHER)])]


@given(st.text("we expctacquirng's.,&-_$\n\x1c 5AET\"", max_size=60))
@example("a's.5 A.5 expect.s s'.5 2001. 5.")
@example("acquiring" + "s" * 20 + ".5")
@example("s" * 210 + "'s")
def test_the_quick_way_cuts_as_the_rule_does(text: str) -> None:
    assert cut(text, limit=300) == [piece for start, end in cut_tokens(text) for piece in read_token(text[start:end])]


def test_a_unit_is_read_up_to_the_limit() -> None:
    assert len(cut("we " * 50, limit=20)) == 20
    assert cut("acquiring", limit=1) == [("acquir", LOWER)]


def test_a_long_word_is_read_up_to_its_24th_character() -> None:
    assert len(cut("a" + "s" * 150)) == 24


def test_units_stand_in_texts_of_any_width() -> None:
    keys, texts = np.array([hash_piece(piece, False) for piece in ("we", "the")], np.uint64), ["we the", "ĸ we", "\U0001f600 the"]
    owners, starts, ends, years = np.array([[0, 0, 1, 2], [0, 3, 2, 0], [2, 6, 4, 5], [0, 0, 0, 0]])
    pieces, _, counts = Subwords(keys).cut(texts, owners, starts, ends, years[:3], 96)
    assert counts.tolist() == [1, 1, 1, 2]
    assert pieces.tolist() == [FIRST_PIECE, FIRST_PIECE + 1, FIRST_PIECE, UNKNOWN, FIRST_PIECE + 1]


def test_too_large_a_vocabulary_is_refused() -> None:
    with pytest.raises(ValueError, match="a vocabulary of 40000 pieces; expected at most 32768"):
        Subwords(np.arange(1, 40001, dtype=np.uint64))
