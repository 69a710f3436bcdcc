"""Rows that lack a column: told once for their table."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from forelook.parallel.items import Failure
from forelook.read.rows import NAME_COLUMNS
from forelook.run.alike import AlikeRows
from forelook.run.progress import Reporter


def row(line: int, column: str = "id", table: str = "a.jsonl", more: str = "body") -> Failure:
    return Failure(f"{table}, line {line}", f"the row has no column {column}; it has {more}", NAME_COLUMNS)


LINES = {
    "one": ([row(7)], [f"failed: a.jsonl, line 7: the row has no column id; it has body; {NAME_COLUMNS}"]),
    "three": ([row(1), row(2), row(9)], [f"failed: a.jsonl, 3 rows from line 1 on: the row has no column id; it has body; {NAME_COLUMNS}"]),
    "other columns beside it": (
        [row(1), row(2, more="body, day")],
        [f"failed: a.jsonl, 2 rows from line 1 on: the row has no column id; it has body; {NAME_COLUMNS}"],
    ),
    "two columns": (
        [row(1), row(2, "text", more="id")],
        [
            f"failed: a.jsonl, line 1: the row has no column id; it has body; {NAME_COLUMNS}",
            f"failed: a.jsonl, line 2: the row has no column text; it has id; {NAME_COLUMNS}",
        ],
    ),
    "two tables": (
        [row(1), row(1, table="b, line 2.jsonl")],
        [
            f"failed: a.jsonl, line 1: the row has no column id; it has body; {NAME_COLUMNS}",
            f"failed: b, line 2.jsonl, line 1: the row has no column id; it has body; {NAME_COLUMNS}",
        ],
    ),
}


@pytest.mark.parametrize(("failures", "expected"), LINES.values(), ids=LINES)
def test_rows_alike(failures: list[Failure], expected: list[str]) -> None:
    alike = AlikeRows()
    assert all(alike.hold(failure) for failure in failures)
    assert alike.release() == expected
    assert alike.release() == []


OTHERS = {
    "another fault of a row": Failure("a.jsonl, line 1", "the text is empty, or blank", "leave the row out"),
    "a whole table": Failure("a.csv", "the CSV file has no column id; it has body", NAME_COLUMNS),
}


@pytest.mark.parametrize("failure", OTHERS.values(), ids=OTHERS)
def test_others_are_told_at_once(failure: Failure, capsys: pytest.CaptureFixture[str]) -> None:
    assert not AlikeRows().hold(failure)
    with Reporter([], bar=False) as reporter:
        reporter.advance([], [failure, failure], 0)
        assert capsys.readouterr().err.count(f"failed: {failure.path}: ") == 2


def test_a_run_tells_its_rows_once_and_lists_them_all(tmp_path: Path, small_model: Path) -> None:
    rows = [{"accession": number, "body": "Sales rose."} for number in range(300)]
    (tmp_path / "rows.jsonl").write_text("".join(json.dumps(each) + "\n" for each in (*rows, {"id": "a", "text": "Sales rose."})), encoding="utf-8")
    command = [sys.executable, "-m", "forelook", "classify", "rows.jsonl", "-o", "out.jsonl", "--model", str(small_model)]
    found = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    assert found.returncode == 1
    assert found.stderr.count("failed:") == 1
    assert (
        "forelook: failed: rows.jsonl, 300 rows from line 1 on: the row has no column id; it has accession, body; say --id-col and --text-col" in found.stderr
    )
    assert "1 release, 300 failed inputs" in found.stderr
    assert len((tmp_path / "out.jsonl.errors.jsonl").read_text(encoding="utf-8").splitlines()) == 300
