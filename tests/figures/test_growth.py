"""Figures of hostile statements: the work grows with the text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.fuzz.growth import SLACK, TIMES, grow

from forelook.figures import find_figures
from forelook.figures.tables.grid import split_rows

STATEMENTS: dict[str, Callable[[int], str]] = {
    "what leads in without an end": lambda times: "Tarn expects the following " * (10 * times),
    "one long word after an act": lambda times: "Tarn raises its " + "a" * (4 * times) + " guidance",
    "a gap without an end": lambda times: "Tarn raises its guidance for 2026 " + " " * (20 * times) + "x",
    "a gap after a figure": lambda times: "Tarn expects growth of 10%" + " " * (20 * times) + "in revenue and EPS of $1.20 in 2026.",
    "a gap before a figure": lambda times: "Tarn expects its tax rate" + " " * (20 * times) + "to be 21%, but not in 2026.",
    "one long word after what stands": lambda times: "With 30 " + "a" * times + ". Tarn expects sales of $5 million in 2026.",
    "what is set in without an end": lambda times: "Tarn expects interest, including charges" + " and charges" * times + ", of $5 million in 2026.",
    "an object without an end": lambda times: "Tarn aims to cut its " + "old " * times + "emissions 40% by 2030.",
    "earlier guidance in a row": lambda times: "Tarn expects sales of $5 million and EPS of $1, compared with its forecast of $4 million" + " and $3" * times,
    "one long word before a margin": lambda times: "Tarn expects " + "a" * (10 * times) + " sales, and margins of 40% in 2026.",
    "quarters in a row": lambda times: "Tarn expects sales of $5 million in the " + "first, " * times + "second quarter of 2026",
}


@pytest.mark.parametrize("make", STATEMENTS.values(), ids=STATEMENTS)
def test_statements(make_release, make) -> None:
    assert grow(find_figures, lambda times: make_release(f"G\t{make(times)}\n"), 40) < TIMES * SLACK


def test_rows_of_a_table(make_release) -> None:
    def make(times: int) -> object:
        rows = "".join(f"\tNet income, interest and depreciation {number}   $1 to $2   $3 to $4\n" for number in range(times))
        return make_release(f"G\tTarn gives its 2026 outlook, with EBITDA:\n\nTG\n{rows}")

    assert grow(find_figures, make, 40) < TIMES * SLACK


def test_blanks_in_the_label_of_a_row(make_release) -> None:
    def make(times: int) -> object:
        return make_release("G\tTarn gives its 2026 outlook:\n\nTG\n\t              Low\n\t-" + "\xa0" * (10 * times) + "x   $5 million\n")

    assert grow(find_figures, make, 40) < TIMES * SLACK


def test_blanks_that_lead_to_no_bar() -> None:
    assert grow(split_rows, lambda times: "| Sales" + "\xa0" * (500 * times) + "$5 million |", 40) < TIMES * SLACK
