"""CSV: what a spreadsheet would take for a formula is written as text, and all else as it is."""

from __future__ import annotations

import csv
import io

import pytest

from forelook.export.csv import write_csv
from forelook.records import Release
from forelook.tagger import load

TEXT = "Tarn Tile lit a kiln in May. It expects sales of $5 million in 2027."


@pytest.fixture(scope="module")
def release() -> Release:
    return load()(TEXT)


def rows(release: Release, **kept: str) -> list[dict[str, str]]:
    stream = io.BytesIO()
    write_csv([release.to_json() + b"\n"], stream, kept=kept)  # type: ignore[arg-type]
    assert stream.getvalue().startswith("\ufeff".encode())
    return list(csv.DictReader(io.StringIO(stream.getvalue().decode("utf-8-sig"))))


def test_a_row_a_statement(release: Release) -> None:
    found = rows(release)
    assert [row["text"] for row in found] == [statement.text for statement in release.statements]
    assert found[1]["forward_looking"] == "true"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        pytest.param("=SUM(A1:A2)", "'=SUM(A1:A2)", id="a formula"),
        pytest.param("  +1", "'  +1", id="a formula after blanks"),
        pytest.param("＝1", "'＝1", id="a wide equals sign"),
        pytest.param("@here", "'@here", id="an at sign"),
        pytest.param("1 + 1", "1 + 1", id="a plus inside"),
        pytest.param("clay", "clay", id="a word"),
    ],
)
def test_formulas_are_text(release: Release, value: str, written: str) -> None:
    release.meta = {"sector": value}
    assert [row["sector"] for row in rows(release, sector="string")] == [written] * len(release.statements)
