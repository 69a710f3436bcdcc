"""Signatures: lines that name who speaks, and lines that only hold a name."""

from __future__ import annotations

import pytest
from tests.segment.conftest import speakers

from forelook.segment.quotes.signatures import find_signature

SPEECH = "“We fired both kilns in nine weeks and under budget.”"

LINES = [
    pytest.param("Nora Quist, president of Tarn Tile", "Nora Quist", id="a name and a title"),
    pytest.param("— Nora Quist", "Nora Quist", id="a dash and a name"),
    pytest.param("Dr. Nora Quist", "Nora Quist", id="a form of address"),
    pytest.param("Nora Quist lights the kiln", None, id="a verb makes it a sentence"),
    pytest.param("Tarn Tile Company", None, id="a company"),
    pytest.param("beside the river", None, id="small letters"),
]


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_signatures(line: str, expected: str | None) -> None:
    found = find_signature(line, 0, len(line), whole=True)
    assert (found and found.name) == expected


ROWS = [
    pytest.param(f"{SPEECH}\n\n— Nora Quist, president of Tarn Tile\n\n{SPEECH}\n\n— Karl Lind, its foreman\n", ["Nora Quist", "Karl Lind"], id="names sign"),
    pytest.param(f"From Nora Quist, president:\n\n{SPEECH}\n\nFrom Karl Lind, foreman:\n\n{SPEECH}\n", ["Nora Quist", "Karl Lind"], id="names lead"),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_rows_of_quotations(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected
