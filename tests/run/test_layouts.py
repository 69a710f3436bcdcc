"""Whole runs that keep columns, write other rows, part a directory, and compress."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from forelook.errors import OutputError
from forelook.export import Layout
from forelook.records import Release
from forelook.run.classify import Options, classify_to_file

TEXT = "Acme Corp. expects revenue of $5 million in 2026. Sales rose 3 percent in the quarter."


@pytest.fixture
def table(tmp_path: Path) -> str:
    path = tmp_path / "a.jsonl"
    rows = [{"id": f"r{number % 8}", "text": f"{TEXT} Plant {number} opened.", "sector": f"s{number % 2}", "year": 2020 + number % 3} for number in range(10)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return str(path)


def options(model: Path, jobs: int = 1, **layout: Any) -> Options:
    return Options(Layout(**layout), jobs, model=model, batch_size=3)


@pytest.mark.parametrize("jobs", [1, 2])
def test_columns_are_kept_whoever_reads(tmp_path: Path, small_model: Path, table: str, jobs: int) -> None:
    out = tmp_path / "out.jsonl"
    classify_to_file([table], out, options(small_model, jobs=jobs, keep=("sector",)))
    assert [Release.from_json(line).meta for line in out.read_bytes().splitlines()] == [{"sector": f"s{number % 2}"} for number in range(10)]


def test_rows_of_statements_compressed(tmp_path: Path, small_model: Path, table: str) -> None:
    out = tmp_path / "out.jsonl.gz"
    classify_to_file([table], out, options(small_model, rows="statements", keep=("sector",), is_gzip=True))
    rows = [json.loads(line) for line in gzip.decompress(out.read_bytes()).splitlines()]
    assert {row["id"] for row in rows} == {f"r{number}" for number in range(8)}
    assert {row["sector"] for row in rows} == {"s0", "s1"}
    assert all("label" in row for row in rows)


def test_a_directory_of_partitions(tmp_path: Path, small_model: Path, table: str) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    out = tmp_path / "out"
    classify_to_file([table], out, options(small_model, format="parquet", rows="statements", keep=("sector", "year"), partition_by=("year",)))
    assert sorted(path.name for path in out.iterdir()) == ["year=2020", "year=2021", "year=2022"]
    assert "year" not in parquet.ParquetFile(out / "year=2020" / "part-0.parquet").schema_arrow.names
    assert not (tmp_path / "out.partial").exists()
    with pytest.raises(OutputError, match=r"out: --partition-by makes a directory, and this is there already; name a new one"):
        classify_to_file([table], out, options(small_model, format="parquet", partition_by=("year",)))
    with pytest.raises(OutputError, match=r"out: this is a directory; name a file in it, or say --partition-by"):
        classify_to_file([table], out, options(small_model, format="parquet"))


def test_what_was_parted_is_read_again(tmp_path: Path, small_model: Path, table: str) -> None:
    pytest.importorskip("pyarrow")
    classify_to_file([table], tmp_path / "out", options(small_model, format="parquet", keep=("sector",), partition_by=("sector",)))
    classify_to_file([str(tmp_path / "out")], tmp_path / "again.jsonl", options(small_model, keep=("sector",)))
    assert {Release.from_json(line).meta["sector"] for line in (tmp_path / "again.jsonl").read_bytes().splitlines()} == {"s0", "s1"}
