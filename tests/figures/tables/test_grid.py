"""The grid of a table: cells between wide gaps and between bars."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forelook.figures.tables import grid

_PLAIN = re.compile(r" {2,}|\t+|\s*\|\s*")  # what the gaps of a row with bars are, without the care for long blanks


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("Sales   $5 million   $6 million", ["Sales", "$5 million", "$6 million"]),
        ("| Sales | $5 million |", ["Sales", "$5 million"]),
        ("|Sales\xa0\xa0|\xa0$5 million|", ["Sales", "$5 million"]),
        ("| Net sales  | $5 million", ["Net sales", "$5 million"]),
        ("Net sales", ["Net sales"]),
        ("-----|-----", []),
    ],
)
def test_cells(line, cells):
    assert [line[cell.start : cell.end].strip() for row in grid.split_rows(line) for cell in row.cells] == cells


@settings(max_examples=400, derandomize=True, deadline=None)
@given(st.text("| \t\xa0ab$5.", max_size=16))
def test_gaps_are_those_of_the_plain_pattern(line):
    def split() -> list[grid.Row]:
        return grid.split_rows(line)

    found, kept = split(), grid._GAP
    grid._GAP = _PLAIN
    try:
        assert split() == found
    finally:
        grid._GAP = kept
