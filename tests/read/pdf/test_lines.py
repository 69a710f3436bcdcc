"""Lines of words, the pieces between wide gaps, and the numbers of notes."""

from __future__ import annotations

import pytest
from tests.read.pdf.build import set_words

from forelook.read.pdf.lines import cut, find_notes, make_lines, write
from forelook.read.pdf.words import PrintedWord

PAGES = {
    "one line": (set_words("Net sales rose", 50, 100), ["Net sales rose"]),
    "two lines, drawn from below": ([*set_words("in May", 50, 112), *set_words("Net sales rose", 50, 100)], ["Net sales rose", "in May"]),
    "words drawn out of order": ([*set_words("rose", 96, 100), *set_words("Net sales", 50, 100)], ["Net sales rose"]),
    "a raised word belongs to the line below it": ([*set_words("Sales", 50, 100), *set_words("TM", 75, 95, size=6)], ["SalesTM"]),
    "a line just above another": ([*set_words("Sales", 50, 100), *set_words("Costs", 50, 92)], ["Costs", "Sales"]),
}


@pytest.mark.parametrize(("words", "expected"), PAGES.values(), ids=PAGES)
def test_make_lines(words: list[PrintedWord], expected: list[str]) -> None:
    assert [write(list(line.words), line) for line in make_lines(words)] == expected


def test_wide_gaps_cut_a_line() -> None:
    (line,) = make_lines([*set_words("Sales of valves", 50, 100), *set_words("40.1", 250, 100), *set_words("37.3", 300, 100)])
    assert [(piece.text, piece.left) for piece in cut(line)] == [("Sales of valves", 50), ("40.1", 250), ("37.3", 300)]


def test_narrow_gaps_cut_only_at_gutters() -> None:
    (line,) = make_lines([*set_words("40.1", 50, 100), *set_words("37.3", 75, 100)])
    assert [piece.text for piece in cut(line)] == ["40.1 37.3"]
    assert [piece.text for piece in cut(line, [(70, 75)])] == ["40.1", "37.3"]


@pytest.mark.parametrize(
    ("before", "expected"), [pytest.param("$5.31", "$5.31 (2)", id="after a figure"), pytest.param("Growth", "Growth(2)", id="after a word")]
)
def test_the_number_of_a_note(before: str, expected: str) -> None:
    words = set_words(before, 50, 100)
    (line,) = make_lines([*words, *set_words("2", words[-1].right, 95, size=6)])
    assert write(list(line.words), line) == expected
    assert find_notes(line) == {"2"}


def test_a_figure_is_no_note() -> None:
    (line,) = make_lines(set_words("Sales 12", 50, 100))
    assert find_notes(line) == set()
