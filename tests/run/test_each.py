"""Releases one by one: in order, with failures named; outputs that appear only when they are whole."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest

from forelook.read.keep import Columns
from forelook.run.each import open_whole, read_each, tag_each, write_releases
from forelook.run.progress import Reporter
from forelook.tagger import Tagger

TEXT = "Acme grew."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT)
    (folder / "b.txt").write_text(" ")
    (folder / "c.csv").write_text("accession,body\n1,Acme grew.\n2,Acme shrank.\n")
    return folder


def test_in_order_with_failures_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Reporter([str(folder)], bar=False) as reporter:
        found = [document.id for document in read_each([str(folder)], reporter, Columns("accession", "body"))]
    assert found == ["a", "1", "2"]
    assert (reporter.releases, reporter.failures) == (3, 1)
    assert "failed: " in capsys.readouterr().err


def test_without_the_columns_a_table_fails_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Reporter([str(folder)], bar=False) as reporter:
        assert [document.id for document in read_each([str(folder)], reporter)] == ["a"]
    assert reporter.failures == 2
    assert "it has accession, body" in capsys.readouterr().err


@pytest.mark.parametrize(("name", "begins"), [("out.json", b"{\n"), ("out.jsonl", b'{"schema"'), ("out.jsonl.gz", b"\x1f\x8b")])
def test_releases_are_written_in_the_format_of_the_name(folder: Path, small_model: Path, tmp_path: Path, name: str, begins: bytes) -> None:
    out = tmp_path / "new" / name
    with Reporter([], bar=False) as reporter:
        write_releases(tag_each(Tagger(small_model), [str(folder / "a.txt")], reporter), out, "json" if name == "out.json" else "jsonl")
    assert out.read_bytes().startswith(begins)


def test_a_file_gets_its_name_when_it_is_whole(tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    out.write_bytes(b"old")
    with open_whole(out) as file:
        file.write(b"new")
        assert out.read_bytes() == b"old"
    assert out.read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


def test_what_fails_half_way_leaves_the_old_file(tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    out.write_bytes(b"old")
    with suppress(RuntimeError), open_whole(out) as file:
        file.write(b"ne")
        raise RuntimeError
    assert out.read_bytes() == b"old"
