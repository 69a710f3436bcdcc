"""The user's own columns, kept from JSON Lines, Parquet and the names of directories."""

from __future__ import annotations

import datetime as dt
import gzip
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from forelook.errors import InputError
from forelook.read import Input, read
from forelook.records import Document

TEXT = "Acme grew."


def kept(path: Path, *keep: str) -> list[Any]:
    return [found.meta if isinstance(found, Document) else found.reason for found in read(Input(path=str(path), id="x", keep=keep))]


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    path = tmp_path / "a.jsonl"
    rows = [{"id": 1, "text": TEXT, "sector": "tech", "n": 3}, {"id": 2, "sector": None, "tags": ["a"], "text": TEXT}]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


@pytest.mark.parametrize(
    ("keep", "expected"),
    [
        ((), [{}, {}]),
        (("sector",), [{"sector": "tech"}, {"sector": None}]),
        (("n", "sector"), [{"n": 3, "sector": "tech"}, {"sector": None}]),
        (("*",), [{"sector": "tech", "n": 3}, {"sector": None, "tags": ["a"]}]),
        (("nothing",), [{}, {}]),
    ],
)
def test_json_lines(lines: Path, keep: tuple[str, ...], expected: list[dict[str, Any]]) -> None:
    assert kept(lines, *keep) == expected
    packed = lines.with_suffix(".jsonl.gz")
    packed.write_bytes(gzip.compress(lines.read_bytes()))
    assert kept(packed, *keep) == expected


def test_parquet_values_become_json(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "year=2024" / "desk=A%2FB" / "a.parquet"
    path.parent.mkdir(parents=True)
    row = {"day": dt.date(2024, 5, 1), "price": Decimal("1.50"), "ratio": float("nan"), "deep": {"a": [1]}, "id": 5, "text": TEXT}
    parquet.write_table(pa.Table.from_pylist([row]), path)
    assert kept(path, "*") == [{"year": "2024", "desk": "A/B", "day": "2024-05-01", "price": "1.50", "ratio": None, "deep": {"a": [1]}}]
    assert kept(path, "year", "day") == [{"year": "2024", "day": "2024-05-01"}]
    assert kept(path) == [{}]
    assert kept(path, "dya") == ["the Parquet file has no column dya to keep; it has day, price, ratio, deep, id, text"]


def test_a_text_keeps_what_its_directories_say(tmp_path: Path) -> None:
    path = tmp_path / "year=2024" / "a.txt"
    path.parent.mkdir()
    path.write_text(TEXT)
    assert kept(path, "year", "sector") == [{"year": "2024"}]


def test_a_line_with_half_a_character_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "\\ud83d\\ude00", "text": "Acme \\ud800 grew.", "x": "\\udfff"}\n{"id": "\\ud800", "text": }\n')
    good, bad = read(Input(path=str(path), id="x", keep=("x",)))
    assert isinstance(good, Document)
    assert (good.id, good.text, good.meta) == ("\N{GRINNING FACE}", "Acme \ud800 grew.", {"x": "�"})
    assert isinstance(bad, InputError)
