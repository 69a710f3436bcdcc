"""Rows of CSV: as spreadsheets and data frames write them, and what people get wrong."""

from __future__ import annotations

import csv
import gzip
import io
from pathlib import Path

import pytest

from forelook.errors import InputError
from forelook.read import Input, csv_rows, read
from forelook.read.keep import Columns
from forelook.records import Document

LONG = "Sales rose, and so did costs.\n" * 10_000


def read_bytes(directory: Path, data: bytes, name: str = "rows.csv", keep: tuple[str, ...] = ()) -> list[Document | InputError]:
    path = directory / name
    path.write_bytes(data)
    return list(read(Input(path=str(path), id="rows", columns=Columns(keep=keep))))


def write(*rows: tuple[str, ...], separator: str = ",") -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=separator).writerows(rows)
    return buffer.getvalue().encode()


READ = {
    "columns in any order": (write(("text", "year", "id"), ("One, two.", "2024", "a")), "rows.csv", [("a", "One, two.")]),
    "many lines, and marks of quotation": (write(("id", "text"), ("a", 'Sales\n\nrose "a bit".\r\nCosts fell.')), "rows.csv", [("a", 'Sales\n\nrose "a bit".\r\nCosts fell.')]),
    "a mark of UTF-8 first": (b"\xef\xbb\xbf" + write(("id", "text"), ("a", "Ä.")), "rows.csv", [("a", "Ä.")]),
    "semicolons": (write(("id", "text"), ("a", "One; two, three."), separator=";"), "rows.csv", [("a", "One; two, three.")]),
    "tabs": (write(("id", "text"), ("a", "One.\ttwo."), separator="\t"), "rows.tsv", [("a", "One.\ttwo.")]),
    "compressed": (gzip.compress(write(("id", "text"), ("a", "One."))), "rows.csv.gz", [("a", "One.")]),
    "Windows-1252": (write(("id", "text"), ("a", "Q")).replace(b"Q", b"a caf\xe9 \x96 two"), "rows.csv", [("a", "a café – two")]),
    "longer than the module's own limit": (write(("id", "text"), ("a", LONG)), "rows.csv", [("a", LONG)]),
    "blank lines between": (b"id,text\n\na,One.\n\nb,Two.\n", "rows.csv", [("a", "One."), ("b", "Two.")]),
}  # fmt: skip


@pytest.mark.parametrize(("data", "name", "rows"), READ.values(), ids=READ)
def test_rows(tmp_path: Path, data: bytes, name: str, rows: list[tuple[str, str]]) -> None:
    found = read_bytes(tmp_path, data, name)
    assert [(document.id, document.text) for document in found if isinstance(document, Document)] == rows
    assert len(found) == len(rows)
    assert {document.source.format for document in found if isinstance(document, Document)} == {"csv"}


def test_columns_are_kept(tmp_path: Path) -> None:
    (document,) = read_bytes(tmp_path, write(("id", "ticker", "text"), ("a", "ACME", "One.")), keep=("ticker",))
    assert isinstance(document, Document)
    assert document.meta == {"ticker": "ACME"}


REFUSED = {
    "other columns": (
        b"accession,body\n1,One.\n",
        "rows.csv: the CSV file has no column id; it has accession, body; say --id-col and --text-col, or rename its columns",
    ),
    "a column to keep": (b"id,text\n1,One.\n", "rows.csv: the CSV file has no column sic to keep; it has id, text; correct --keep"),
    "UTF-16": ("id,text\n1,One.\n".encode("utf-16"), "rows.csv: the CSV file is in UTF-16; save it as CSV in UTF-8"),
}


@pytest.mark.parametrize(("data", "message"), REFUSED.values(), ids=REFUSED)
def test_refused(tmp_path: Path, data: bytes, message: str) -> None:
    (error,) = read_bytes(tmp_path, data, keep=("sic",) if "sic" in message else ())
    assert message in str(error)


def test_a_bad_row_loses_no_other(tmp_path: Path) -> None:
    first, commas, marks, blank, last = read_bytes(tmp_path, b'id,text\na,One.\nb,One, two\nc,"He "said" so"\nd,\ne,Two.\n')
    assert [document.text for document in (first, last) if isinstance(document, Document)] == ["One.", "Two."]
    assert "rows.csv, row 2: the row has 3 columns, and the first line names 2; quote a text with separators in it" in str(commas)
    assert "rows.csv, row 3: not a row of CSV" in str(marks)
    assert "rows.csv, row 4: the text is empty, or blank; leave the row out" in str(blank)


def test_marks_that_are_never_closed(tmp_path: Path) -> None:
    first, error = read_bytes(tmp_path, b'id,text\na,One.\nb,"Two.\nc,Three.\n')
    assert isinstance(first, Document)
    assert "rows.csv, row 2: not a row of CSV: unexpected end of data" in str(error)


def test_a_line_that_would_fill_the_memory_ends_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_rows, "LINE_BYTES_LIMIT", 40)
    first, error = read_bytes(tmp_path, write(("id", "text"), ("a", "One."), ("b", "Two." * 20), ("c", "Three.")))
    assert isinstance(first, Document)
    assert str(error).startswith(f"{tmp_path}/rows.csv, row 2: not a row of CSV: the line is longer than 40 bytes")
