"""Signs: the compiled filters let through whatever the expressions behind them find."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from forelook.segment import ends, seams
from forelook.segment.abbreviations import BEFORE_OPENER, HARD, LONG_WORD
from forelook.segment.signs import CAPITALS, QUOTE, SEAM, find_marks, find_seam_signs, has_number_end, has_seam_sign

PIECES = [
    "Oats rose",
    "flakes",
    ". ",
    ".",
    "! ",
    "? ",
    ": ",
    ":",
    '"',
    "“",
    "”",
    "(",
    ")",
    "1",
    "2.5",
    "A ",
    "TARN",
    "Inc",
    "…",
    ".com",
    "\n",
    "www.tarn",
    "®",
    "é",
]
TEXT = st.one_of(st.lists(st.sampled_from(PIECES), max_size=14).map("".join), st.text(max_size=50))
EXPRESSIONS = ((SEAM, seams._SEAM), (CAPITALS, seams._CAPITALS_SEAM), (QUOTE, seams._QUOTE_SEAM))


@settings(max_examples=300, deadline=None)
@given(TEXT)
def test_where_a_sentence_may_end_there_is_a_mark(text: str) -> None:
    marks = {place if place >= 0 else ~place for place in find_marks(text, 0, len(text))}
    pattern = ends._choose_pattern(text, 0, len(text))
    assert {match.start() for match in pattern.finditer(text)} <= marks


@settings(max_examples=300, deadline=None)
@given(TEXT)
def test_where_a_seam_is_there_is_a_sign(text: str) -> None:
    signs = find_seam_signs(text, 0, len(text))
    for bit, expression in EXPRESSIONS:
        assert signs & bit or expression.search(text) is None
    assert has_seam_sign(text, 1, len(text)) == (re.search(r"[A-Z“\"](?<=[a-z)®™?\d][A-Z“\"])", text) is not None)


@settings(max_examples=300, deadline=None)
@given(TEXT)
def test_the_end_of_a_number(text: str) -> None:
    assert has_number_end(text) == (re.search(r"\d{3}[ .\u2011–-]\d", text) is not None)


def test_no_abbreviation_ends_in_as_many_small_letters_as_a_plain_word() -> None:
    assert not [word for word in HARD | BEFORE_OPENER if word[-LONG_WORD:].islower() and len(word) >= LONG_WORD and word[-LONG_WORD:].isalpha()]
