"""`forelook figures`: a table a release, or rows in three formats; what cannot be read is said, and the rest is shown."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from forelook.figures import COLUMNS
from forelook.run.figures import show_figures

GUIDES = "Tarn Pumps Reports Third Quarter 2024 Results\n\nTarn Pumps now expects 2025 revenue of $342 million to $348 million, up from $335 million to $342 million.\n"
SILENT = "Tarn Pumps opened a plant in Ohio.\n"


@pytest.fixture
def paths(tmp_path: Path) -> list[str]:
    (tmp_path / "guides.txt").write_text(GUIDES)
    (tmp_path / "silent.txt").write_text(SILENT)
    return [str(tmp_path / "guides.txt"), str(tmp_path / "absent.txt"), str(tmp_path / "silent.txt")]


def test_a_table_a_release(paths: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "110")
    assert show_figures(paths, format_="table", model=None) == 1
    shown, told = capsys.readouterr()
    first, _, second = shown.partition("\n\n")
    title, head, row = first.splitlines()
    assert title == "guides"
    assert head.split() == ["metric", "period", "amount", "direction", "score"]
    assert "$342 to $348 million, was $335 to $342 million" in row
    assert second == "silent: no figures\n"
    assert "absent.txt" in told


def test_warnings_of_reading_are_below_the_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.rtf").write_text(r"{\rtf1\ansi Sales {\deleted\revauthdel1 fell}{\revised\revauth1 rose}.\par}")
    assert show_figures([str(tmp_path / "a.rtf")], format_="table", model=None) == 0
    assert capsys.readouterr().out.splitlines() == ["a: no figures", "warning: tracked changes taken as accepted (1 insertion, 1 deletion)"]


def test_a_narrow_terminal_cuts_no_amount(paths: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    show_figures(paths[:1], format_="table", model=None)
    row = capsys.readouterr().out.splitlines()[2]
    assert len(row) <= 60
    assert " $342 to $348 million " in row


@pytest.mark.parametrize("format_", ["csv", "jsonl", "json"])
def test_rows(paths: list[str], format_: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert show_figures(paths, format_=format_, model=None) == 1
    shown = capsys.readouterr().out
    if format_ == "csv":
        head, row = csv.reader(io.StringIO(shown))
        assert tuple(head) == COLUMNS
        made = dict(zip(head, row, strict=True))
    else:
        (made,) = json.loads(shown) if format_ == "json" else map(json.loads, shown.splitlines())
        assert tuple(made) == COLUMNS
    assert (made["metric"], made["period"], float(made["low"]), float(made["high"]), made["unit"], made["direction"]) == (
        "revenue",
        "2025",
        342e6,
        348e6,
        "USD",
        "raised",
    )
