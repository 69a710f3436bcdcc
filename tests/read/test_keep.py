"""The columns of ids and texts, whatever their names, and the user's own, kept from JSON Lines, CSV, Parquet and the names of directories."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import json
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from forelook.errors import InputError
from forelook.read import Input, read
from forelook.read.keep import Columns
from forelook.records import Document

TEXT = "Acme grew."


def kept(path: Path, *keep: str) -> list[Any]:
    return [found.meta if isinstance(found, Document) else found.reason for found in read(Input(path=str(path), id="x", columns=Columns(keep=keep)))]


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
    good, bad = read(Input(path=str(path), id="x", columns=Columns(keep=("x",))))
    assert isinstance(good, Document)
    assert (good.id, good.text, good.meta) == ("\N{GRINNING FACE}", "Acme \ud800 grew.", {"x": "�"})
    assert isinstance(bad, InputError)


NAMED = Columns("accession", "body", ("*",))
LINE = b'{"accession": 7, "id": "x", "body": "Acme grew."}\n'


def write_zip(data: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("inner.jsonl", data)
    return buffer.getvalue()


def write_parquet(**columns: list[Any]) -> bytes:
    pa = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    buffer = io.BytesIO()
    parquet.write_table(pa.table(columns), buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "make"),
    [
        pytest.param("a.jsonl", lambda: LINE, id="JSON Lines"),
        pytest.param("a.jsonl", lambda: LINE.replace(b"grew.", b"grew.\\ud800"), id="JSON Lines with half a character"),
        pytest.param("a.zip", lambda: write_zip(LINE), id="JSON Lines in a ZIP"),
        pytest.param("a.csv", lambda: b"id;body;accession\nx;Acme grew.;7\n", id="CSV with semicolons"),
        pytest.param("a.parquet", lambda: write_parquet(id=["x"], accession=[7], body=["Acme grew."]), id="Parquet"),
    ],
)
def test_ids_and_texts_in_other_columns(tmp_path: Path, name: str, make: Callable[[], bytes]) -> None:
    """A column `id` is one of the user's own then."""
    path = tmp_path / name
    path.write_bytes(make())
    (found,) = read(Input(path=str(path), id="a", columns=NAMED))
    assert isinstance(found, Document)
    assert (found.id, found.text.rstrip("\ud800"), found.meta) == ("7", TEXT, {"id": "x"})


@pytest.mark.parametrize(
    ("name", "make", "message"),
    [
        pytest.param("a.jsonl", lambda: b'{"id": 1, "body": "Acme."}\n', "a.jsonl, line 1: the row has no column accession; it has id, body; say", id="a row without ids"),
        pytest.param("a.jsonl", lambda: b'{"accession": 1, "body": 2}\n', "not a row with accession and body: Expected `str`, got `int` - at `$.body`", id="a number"),
        pytest.param("a.jsonl", lambda: b'["a"]\n', """each line must be like {"accession": "…", "body": "…"}""", id="a list"),
        pytest.param("a.csv", lambda: b"id,text\n1,Acme.\n", "a.csv: the CSV file has no column accession; it has id, text; say --id-col and --text-col", id="CSV"),
        pytest.param("a.csv", lambda: b"body,accession,body\nA.,1,B.\n", "a.csv: the CSV file has 2 columns body; it has body, accession, body", id="CSV with a column twice"),
        pytest.param("a.parquet", lambda: write_parquet(accession=[1], body=[None]), "row 1: accession is int and body is NoneType", id="Parquet with a null"),
    ],
)  # fmt: skip
def test_messages_name_the_columns_asked_for(tmp_path: Path, name: str, make: Callable[[], bytes], message: str) -> None:
    path = tmp_path / name
    path.write_bytes(make())
    (error,) = read(Input(path=str(path), id="a", columns=NAMED))
    assert isinstance(error, InputError)
    assert message in str(error)


def test_one_column_for_both_is_refused() -> None:
    with pytest.raises(InputError, match="column body: it cannot hold both the ids and the texts; say --id-col and --text-col with two names"):
        Columns("body", "body")
