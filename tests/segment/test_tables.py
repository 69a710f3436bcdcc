"""Tables: which cells are figures, which lines are rows or rules, which known rows hold figures."""

from __future__ import annotations

import pytest

from forelook.segment.tables import count_numbers, has_figures, is_number, is_row, is_rule

NUMBERS = ["41,206", "$41,206", "$ 41,206", "(2.5)", "(2.5%)", "-3", "–3%", "$1.10 to $1.20", "8% - 9%", "approximately $40 million", "up 8%", "$12 million", "70 bps", "N/A", "--", "—", "$", "12*", "5 (a)", "€4.1bn", "at least 12", "$0.25 per share", "2.5x", "in the range of $4 million to $5 million", "$4 million or more", "+/- 2%", "4% growth", "$160M+", "$4 million, plus or minus 2%", "at or above $40 million"]  # fmt: skip
NO_NUMBERS = [
    "Net sales",
    "2 mills and a shop",
    "Q2",
    "May 5, 2025",
    "12 of the mills",
    "north",
    "about",
    "N",
    "$ and cents",
    "41,206 tons of paper",
    "8% higher than in May",
    "3 or more mills",
    "4 growth plans",
]


@pytest.mark.parametrize("cell", NUMBERS)
def test_figures(cell: str) -> None:
    assert is_number(cell)


@pytest.mark.parametrize("cell", NO_NUMBERS)
def test_no_figures(cell: str) -> None:
    assert not is_number(cell)


def test_figures_of_a_row_are_counted() -> None:
    assert count_numbers(["Net sales", "$41,206", "--", "restated"]) == 2


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("Net sales   41,206   38,117", True, id="two figures"),
        pytest.param("Net sales   41,206", True, id="one, last"),
        pytest.param("Net sales\t41,206", True, id="a tab"),
        pytest.param("Net sales.......41,206", True, id="dots"),
        pytest.param("Net sales | 41,206", True, id="a bar"),
        pytest.param("41,206   sheets of paper", False, id="one, first"),
        pytest.param("Quarter   Year   Mill   Shop", True, id="four cells without a figure"),
        pytest.param("Lena Brandt   Orrin Paper", False, id="two cells without a figure"),
        pytest.param("Net sales were $41,206 after $38,117.", False, id="prose"),
    ],
)
def test_rows(line: str, expected: bool) -> None:
    assert is_row(line) is expected


@pytest.mark.parametrize(("line", "expected"), [("------  -----", True), ("=====", True), ("<S>   <C>", True), ("<TABLE>", True), ("- a -", False), ("....", True), ("<PAGE>", False)])  # fmt: skip
def test_rules(line: str, expected: bool) -> None:
    assert is_rule(line) is expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param("Revenue  $160 million to $165 million", True, id="a figure beside a label"),
        pytest.param("2025  Lena Brandt", False, id="a figure only in the first cell"),
        pytest.param("Orrin Paper  Lena Brandt\nBacklog  41.0", True, id="in another row"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_known_rows(rows: str, expected: bool) -> None:
    assert has_figures(rows) is expected
