"""The pager: only for a terminal, only for long text, and left at any time."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from forelook.run.pager import write_paged


@pytest.fixture
def pager(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Let the pager be a program that writes down what it gets."""
    script, seen = tmp_path / "pager.py", tmp_path / "seen"
    script.write_text(f"import sys; open({str(seen)!r}, 'w').write(sys.stdin.read(int(sys.argv[1])))")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("PAGER", f"{sys.executable} {script} -1")
    return seen


def test_long_text_is_paged(pager: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_paged(iter(["a\n" * 20, "b\n" * 20, "c\n"]), 24, terminal=True)
    assert pager.read_text() == "a\n" * 20 + "b\n" * 20 + "c\n"
    assert capsys.readouterr().out == ""


def test_short_text_is_not(pager: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_paged(iter(["a\n" * 20, "b\n"]), 24, terminal=True)
    assert not pager.exists()
    assert capsys.readouterr().out == "a\n" * 20 + "b\n"


@pytest.mark.parametrize(("name", "value"), [("TERM", "dumb"), ("PAGER", "no-such-pager --at-all")])
def test_nor_where_there_is_none(pager: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    write_paged(iter(["a\n" * 60]), 24, terminal=True)
    assert capsys.readouterr().out == "a\n" * 60


def test_nor_in_a_pipe(pager: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_paged(iter(["a\n" * 60]), 24, terminal=False)
    assert not pager.exists()
    assert capsys.readouterr().out == "a\n" * 60


def test_a_reader_that_leaves(pager: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGER", "true")
    write_paged(iter(["a\n" * 100_000] * 30), 24, terminal=True)
