"""Streams: how many bytes they have left, as far as a file knows."""

from __future__ import annotations

import gzip
import io
import os
from pathlib import Path

import pytest

from forelook.read import Input, read
from forelook.read.stream import count_left
from forelook.records import Document

LIMIT = 1000


@pytest.mark.parametrize(("size", "at", "left"), [(0, 0, 0), (10, 0, 10), (10, 4, 6), (10, 20, 0), (2000, 0, LIMIT)])
def test_a_file_reports_the_bytes_it_has_left(tmp_path: Path, size: int, at: int, left: int) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * size)
    with path.open("rb") as file:
        file.seek(at)
        assert count_left(file, LIMIT) == left


def test_what_is_no_plain_file_may_have_as_much_as_is_allowed(tmp_path: Path) -> None:
    path = tmp_path / "a.gz"
    path.write_bytes(gzip.compress(b"x"))
    with gzip.open(path) as unzipped:
        assert count_left(unzipped, LIMIT) == LIMIT
    assert count_left(io.BytesIO(b"x"), LIMIT) == LIMIT
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb") as pipe:
        os.close(writing)
        assert count_left(pipe, LIMIT) == LIMIT


def test_a_file_that_has_grown_since_is_read_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Acme expects revenue of $5 million.")
    monkeypatch.setattr("forelook.read.dispatch.count_left", lambda *_: 4)
    (found,) = read(Input(str(path), "a"))
    assert isinstance(found, Document)
    assert found.text == path.read_text()
