"""Hyphens at the ends of printed lines: undone where they part a word, kept where they belong to one."""

from __future__ import annotations

import pytest

from forelook.read.pdf.hyphens import WordsOfText, join_lines

JOINED = [
    pytest.param(["We expect net reve-", "nue to grow."], "We expect net revenue to grow.", id="a word of the list"),
    pytest.param(
        ["A Tarntile burns clay. The Tarn-", "tile kiln is hot."], "A Tarntile burns clay. The Tarntile kiln is hot.", id="a word that stands elsewhere whole"
    ),
    pytest.param(["It was year-over-", "year growth."], "It was year-over-year growth.", id="a compound with further parts"),
    pytest.param(["A short-term note, and a short-", "term loan."], "A short-term note, and a short-term loan.", id="a compound that stands elsewhere"),
    pytest.param(["It weighs kilo\u00ad", "grams."], "It weighs kilograms.", id="a soft hyphen"),
    pytest.param(["The mill —", "and the kiln — burn."], "The mill — and the kiln — burn.", id="a dash between blanks"),
    pytest.param(["The mill—", "and the kiln—burn."], "The mill—and the kiln—burn.", id="a dash without blanks"),
    pytest.param(["Oats rose", "in May."], "Oats rose in May.", id="no hyphen"),
    pytest.param(["The A-", "series notes"], "The A-series notes", id="a single letter before it"),
]


@pytest.mark.parametrize(("lines", "expected"), JOINED)
def test_lines_are_joined(lines: list[str], expected: str) -> None:
    assert join_lines(lines, WordsOfText(lines)) == expected
