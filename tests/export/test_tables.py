"""Parquet and CSV, read back by what people read them with."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from forelook.export import parquet as parquet_module
from forelook.export import write_blocks
from forelook.export.flat import COLUMNS
from forelook.records import Release

pyarrow = pytest.importorskip("pyarrow", reason="the extra [parquet] is not installed")
parquet = pytest.importorskip("pyarrow.parquet")


def write(blocks: list[bytes], path: Path, format_: str) -> Path:
    with path.open("wb") as file:
        write_blocks(blocks, file, format_)  # type: ignore[arg-type]
    return path


def without_meta(release: Release) -> dict[str, Any]:
    """Return the JSON of a release of which no column was kept, as a table has it."""
    row = json.loads(release.to_json())
    assert row.pop("meta") == {}
    row["model"]["precise"] = None  # no transformer has read it
    return row


@pytest.fixture
def path(tmp_path: Path, blocks: list[bytes]) -> Path:
    return write(blocks, tmp_path / "out.parquet", "parquet")


def test_parquet_holds_what_json_holds(path: Path, releases: list[Release]) -> None:
    table = parquet.read_table(path)
    assert table.schema.field("statements").type.value_type.field("score").type == pyarrow.float64()
    assert table.to_pylist() == [without_meta(release) for release in releases]


def test_parquet_without_text_has_nulls(tmp_path: Path, releases: list[Release]) -> None:
    lines = [release.without_text().to_json() + b"\n" for release in releases]
    table = parquet.read_table(write(lines, tmp_path / "out.parquet", "parquet"))
    assert table.column("text").null_count == len(releases)
    assert table.column("statements").to_pylist()[0][0]["text"] == releases[0].statements[0].text


def test_parquet_of_nothing_has_its_columns(tmp_path: Path) -> None:
    table = parquet.read_table(write([], tmp_path / "out.parquet", "parquet"))
    assert table.num_rows == 0
    assert table.column_names == [name for name in Release.__struct_fields__ if name not in {"meta", "audit"}]  # audits go to JSON alone


def test_row_groups_are_bounded(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, blocks: list[bytes], releases: list[Release]) -> None:
    monkeypatch.setattr(parquet_module, "GROUP_RELEASES", 4)
    file = parquet.ParquetFile(write(blocks, tmp_path / "out.parquet", "parquet"))
    assert [file.metadata.row_group(group).num_rows for group in range(file.num_row_groups)] == [4, 4, 2]
    assert file.read().to_pylist() == [without_meta(release) for release in releases]


def test_duckdb_reads_parquet(path: Path, releases: list[Release]) -> None:
    duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed")
    query = f"SELECT id, s.start, s.text, s.scores.guidance FROM (SELECT id, unnest(statements) AS s FROM '{path}')"
    expected = [(release.id, statement.start, statement.text, statement.scores.guidance) for release in releases for statement in release.statements]
    assert duckdb.sql(query).fetchall() == expected


def test_csv_has_one_row_a_statement(tmp_path: Path, blocks: list[bytes], releases: list[Release]) -> None:
    data = write(blocks, tmp_path / "out.csv", "csv").read_bytes()
    assert data.startswith("\N{ZERO WIDTH NO-BREAK SPACE}id,".encode())
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    statements = [(release, statement) for release in releases for statement in release.statements]
    assert len(rows) == len(statements)
    for row, (release, statement) in zip(rows, statements, strict=True):
        assert list(row) == list(COLUMNS["statements"])
        assert row["text"] == statement.text
        assert (row["id"], row["label"], int(row["start"])) == (release.id, statement.label, statement.start)
        assert float(row["score_guidance"]) == statement.scores.guidance
        assert row["forward_looking"] == ("true" if statement.forward_looking else "false")
        assert row["speaker"] == (statement.speaker.name if statement.speaker else "")


@pytest.mark.parametrize("text", ["=1+1", "+12%", "- a bullet", "@SUM(A1)", "\tx"])
def test_csv_lets_no_text_be_a_formula(tmp_path: Path, releases: list[Release], text: str) -> None:
    statement = msgspec.structs.replace(releases[0].statements[0], text=text)
    release = msgspec.structs.replace(releases[0], statements=[statement])
    data = write([release.to_json() + b"\n"], tmp_path / "out.csv", "csv").read_text(encoding="utf-8-sig")
    assert next(csv.DictReader(io.StringIO(data, newline="")))["text"] == "'" + text
