"""Lines that tabs part into cells."""

from __future__ import annotations

import pytest

from forelook.read.tabs import split_tabs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Sales\t$5\t$4", [["Sales"], ["$5"], ["$4"]], id="three cells"),
        pytest.param("Sales\t\t$4", [["Sales"], [], ["$4"]], id="an empty cell"),
        pytest.param(" Sales \t 5 ", [["Sales"], ["5"]], id="blanks around"),
        pytest.param("Sales rose", [], id="no tab"),
        pytest.param("Sales\t5\nCosts\t4", [], id="two lines"),
    ],
)
def test_cells(text: str, expected: list[list[str]]) -> None:
    assert [[block.text for block in cell.blocks] for cell in split_tabs(text)] == expected
