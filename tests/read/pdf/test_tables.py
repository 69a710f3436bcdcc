"""Which lines of a page are rows of a table, and the text of a table."""

from __future__ import annotations

import pytest
from tests.read.pdf.build import set_words

from forelook.read.pdf.lines import PrintedLine, make_lines
from forelook.read.pdf.tables import find_tables, read_table
from forelook.read.pdf.words import PrintedWord

Cell = tuple[float, str]  # its left end and its text
PROSE = [(50.0, "The foundry in Waterloo makes valves for refineries and for mills in")]
SALES: list[Cell] = [(50.0, "Sales of valves"), (250.0, "40.1"), (300.0, "37.3")]
INCOME: list[Cell] = [(50.0, "Net income"), (255.0, "3.2"), (305.0, "2.9")]
YEARS: list[Cell] = [(250.0, "2021"), (300.0, "2020")]


def set_rows(*rows: list[Cell], step: float = 12) -> list[PrintedLine]:
    words: list[PrintedWord] = []
    for number, row in enumerate(rows):
        for left, text in row:
            words += set_words(text, left, 100 + step * number)
    return make_lines(words)


FRAMES = {
    "two rows": (set_rows(SALES, INCOME), [(0, 2)]),
    "below prose": (set_rows(PROSE, SALES, INCOME), [(1, 3)]),
    "with the heads of its columns": (set_rows(YEARS, SALES, INCOME), [(0, 3)]),
    "a label between rows": (set_rows(SALES, [(50.0, "Income:")], INCOME), [(0, 3)]),
    "prose between rows": (set_rows(SALES, PROSE, INCOME), [(0, 1), (2, 3)]),
    "only prose": (set_rows(PROSE, PROSE), []),
    "a list item": (set_rows([(50.0, "•"), (70.0, "Sales of valves rose")]), []),
}


@pytest.mark.parametrize(("frame", "expected"), FRAMES.values(), ids=FRAMES)
def test_find_tables(frame: list[PrintedLine], expected: list[tuple[int, int]]) -> None:
    assert find_tables(frame) == expected


TABLES = {
    "aligned columns": (set_rows(SALES, INCOME), "Sales of valves  40.1  37.3\nNet income        3.2   2.9"),
    "a gap in a row": (set_rows(SALES, [(50.0, "Net income"), (305.0, "2.9")]), "Sales of valves  40.1  37.3\nNet income              2.9"),
}


@pytest.mark.parametrize(("rows", "expected"), TABLES.values(), ids=TABLES)
def test_read_table(rows: list[PrintedLine], expected: str) -> None:
    assert [block.text for block in read_table(rows)] == [expected]
