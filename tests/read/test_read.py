"""The releases of one input: formats, archives, rows, and errors in place of what cannot be read."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from forelook.errors import InputError, MissingExtraError
from forelook.read import Input, read
from forelook.read import archive as archive_module
from forelook.records import Document

PAGE = "<html><body><p>Acme expects growth.</p></body></html>"
TEXT = "Acme expects growth.\r\n"
ROWS = '{"id": "a", "text": "One."}\n\n{"id": 7, "text": "Two.", "more": [1]}\n'


def read_bytes(directory: Path, data: bytes, name: str = "acme.bin") -> list[Document | InputError]:
    path = directory / name
    path.write_bytes(data)
    return list(read(Input(path=str(path), id="acme")))


def make_zip(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def make_parquet(columns: dict[str, list[object]]) -> bytes:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    buffer = io.BytesIO()
    parquet.write_table(pyarrow.table(columns), buffer)
    return buffer.getvalue()


FORMATS = {
    "text": (TEXT.encode(), "text", [("acme", TEXT)]),
    "text in UTF-16": (TEXT.encode("utf-16"), "text", [("acme", TEXT)]),
    "text that mentions a table": (
        b"<PAGE>\n<TABLE>\n<S> <C>\nSales 5\n",
        "text",
        [("acme", "<PAGE>\n<TABLE>\n<S> <C>\nSales 5\n")],
    ),
    "text with a stray tag": (b"We write <b> for bold.", "text", [("acme", "We write <b> for bold.")]),
    "page": (PAGE.encode(), "html", [("acme", "Acme expects growth.")]),
    "XHTML": (b'<?xml version="1.0"?><!-- a --><!-- b -->' + PAGE.encode(), "html", [("acme", "Acme expects growth.")]),
    "fragment": (b"Acme<br>expects <b>growth</b>.", "html", [("acme", "Acme\nexpects growth.")]),
    "fragment that opens with a table": (b"<table><tr><td>a</td><td>1</td></tr></table>", "html", [("acme", "a  1")]),
    "JSON Lines": (ROWS.encode(), "jsonl", [("a", "One."), ("7", "Two.")]),
    "JSON Lines with mark": (ROWS.encode("utf-8-sig"), "jsonl", [("a", "One."), ("7", "Two.")]),
    "text, gzip": (gzip.compress(TEXT.encode()), "text", [("acme", TEXT)]),
    "JSON Lines, gzip": (gzip.compress(ROWS.encode()), "jsonl", [("a", "One."), ("7", "Two.")]),
    "ZIP": (
        make_zip({"q1/a.txt": b"One.", "q1/b.txt": b"x", "q1/b.htm": PAGE.encode(), ".hidden": b"y", "rows": ROWS.encode()}),
        None,
        [
            ("acme/q1/a", "One."),
            ("acme/q1/b.txt", "x"),
            ("acme/q1/b.htm", "Acme expects growth."),
            ("a", "One."),
            ("7", "Two."),
        ],
    ),
}


@pytest.mark.parametrize(("data", "format_", "expected"), FORMATS.values(), ids=FORMATS)
def test_formats_are_recognized_by_content(tmp_path: Path, data: bytes, format_: str | None, expected: list[tuple[str, str]]) -> None:
    documents = read_bytes(tmp_path, data)
    assert [(document.id, document.text) for document in documents if isinstance(document, Document)] == expected
    assert not [error for error in documents if isinstance(error, InputError)]
    if format_:
        assert {document.source.format for document in documents if isinstance(document, Document)} == {format_}


def test_source_has_the_path_and_the_digest_of_the_bytes_that_held_the_text(tmp_path: Path) -> None:
    (plain,) = read_bytes(tmp_path, TEXT.encode())
    (row, _) = read_bytes(tmp_path, ROWS.encode())
    (member,) = read_bytes(tmp_path, make_zip({"a.txt": b"One."}))
    path = str(tmp_path / "acme.bin")
    sources = [document.source for document in (plain, row, member) if isinstance(document, Document)]
    held = [TEXT.encode(), b'{"id": "a", "text": "One."}', b"One."]
    assert [source.path for source in sources] == [path, path, f"{path}/a.txt"]
    assert [source.sha256 for source in sources] == [hashlib.sha256(data).hexdigest() for data in held]


OFFICE = make_zip({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"})
REFUSED = {
    "empty": (b"", "the file is empty, or blank; leave it out"),
    "blank": (b" \r\n\t\n", "the file is empty, or blank"),
    "PDF": (b"%PDF-1.7\n%\xe2\xe3", "the PDF is damaged; fetch it again, or print it to a new PDF"),
    "PNG": (b"\x89PNG\r\n\x1a\n\0", "this is a PNG image"),
    "Office ZIP": (OFFICE, "this is an Office document or an e-book"),
    "tar": (b"a.txt".ljust(257, b"\0") + b"ustar\0", "this is a tar archive"),
    "NUL bytes": (b"Acme\0expects", "the file is binary .it holds NUL bytes"),
    "control bytes": (bytes(range(1, 32)) * 9, r"the file is binary .225 of 279 bytes"),
    "UTF-16 cut off": ("Acme".encode("utf-16")[:-1], "marked as UTF-16, but byte"),
    "page without text": (b"<html><body><img src=x></body></html>", "the page shows no text"),
    "XBRL": (b'<?xml version="1.0"?><xbrl></xbrl>', "this is XML"),
    "JSON array": (b'[{"id": "a", "text": "b"}]', "this is JSON, but not JSON Lines"),
    "JSON object": (b'{\n  "id": "a",\n  "text": "b"\n}', "this is JSON, but not JSON Lines"),
    "gzip cut off": (gzip.compress(TEXT.encode() * 999)[:-20], "it cannot be read: Compressed file ended"),
    "gzip in gzip": (gzip.compress(gzip.compress(b"x")), "a gzip file inside a gzip file is not read; extract"),
    "ZIP cut off": (make_zip({"a.txt": b"One." * 99})[:-30], "it cannot be read: File is not a zip file"),
    "empty ZIP": (make_zip({}), "the archive holds no file"),
    "damaged Parquet": (b"PAR1 and no more", "the Parquet file is damaged after row 0"),
}


@pytest.mark.parametrize(("data", "message"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_release_is_one_error_that_says_why(tmp_path: Path, data: bytes, message: str) -> None:
    (error,) = read_bytes(tmp_path, data)
    assert isinstance(error, InputError)
    with pytest.raises(InputError, match=rf"acme\.bin: .*{message}"):
        raise error


def test_missing_file_is_an_error() -> None:
    (error,) = read(Input(path="/nowhere/a.txt", id="a"))
    assert str(error) == "/nowhere/a.txt: it cannot be read: No such file or directory; check it, or fetch it again"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"id": "b"}', "the row has no column text; it has id"),
        ('{"text": "b"}', "the row has no column id; it has text"),
        ('{"id": 1.5, "text": "b"}', r"Expected `int \| str`, got `float`"),
        ('{"id": "b", "te', "not a line of JSON"),
        ("[1]", "Expected `object`, got `array`"),
        ('{"id": "b", "text": " "}', "the text is empty, or blank"),
    ],
)
def test_bad_row_is_named_and_its_neighbours_are_read(tmp_path: Path, line: str, message: str) -> None:
    first, error, last = read_bytes(tmp_path, f'{{"id": "a", "text": "x"}}\n{line}\n{{"id": "c", "text": "y"}}'.encode())
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    with pytest.raises(InputError, match=rf"acme\.bin, line 2: .*{message}"):
        raise error  # type: ignore[misc]


def test_bad_member_is_named_and_its_neighbours_are_read(tmp_path: Path) -> None:
    data = bytearray(make_zip({"a.txt": b"One. " * 50, "b.zip": make_zip({"x": b"y"}), "c.png": b"\x89PNG", "d.txt": b"Two."}))
    data[data.index(b"a.txt") + 9] ^= 0xFF
    *errors, last = read_bytes(tmp_path, bytes(data))
    assert isinstance(last, Document)
    assert last.id == "acme/d"
    places = [str(error).removeprefix(str(tmp_path)).partition(";")[0] for error in errors]
    assert places[0].startswith("/acme.bin/a.txt: it cannot be read: ")
    assert places[1:] == [
        "/acme.bin/b.zip: a zip file inside a ZIP archive is not read",
        "/acme.bin/c.png: this is a PNG image, not a text",
    ]


DAMAGED = {name: FORMATS[name][0] for name in ("ZIP", "JSON Lines, gzip", "JSON Lines", "page")}


@pytest.mark.parametrize("data", DAMAGED.values(), ids=DAMAGED)
def test_damage_anywhere_is_an_input_error_at_most(tmp_path: Path, data: bytes) -> None:
    for at in range(len(data)):
        for damaged in (data[:at], data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]):
            assert all(isinstance(document, Document | InputError) for document in read_bytes(tmp_path, damaged))


def test_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive_module, "FREE_BYTES", 100_000)
    documents = read_bytes(tmp_path, make_zip({"a.txt": b"One.", "b.txt": b" x" * 500_000, "c.txt": b"Two."}))
    assert [isinstance(document, Document) for document in documents] == [True, False]
    with pytest.raises(InputError, match=r"the archive expands to more than [\d,]+ bytes, which looks like a decompression bomb"):
        raise documents[-1]  # type: ignore[misc]


def test_parquet(tmp_path: Path) -> None:
    data = make_parquet({"text": ["One.", None, " ", "Two."], "id": ["a", "b", "c", "d"], "other": [1, 2, 3, 4]})
    first, null, blank, last = read_bytes(tmp_path, data)
    assert [(document.id, document.text) for document in (first, last) if isinstance(document, Document)] == [
        ("a", "One."),
        ("d", "Two."),
    ]
    assert "acme.bin, row 2: id is str and text is NoneType" in str(null)
    assert "acme.bin, row 3: the text is empty" in str(blank)


def test_json_lines_without_columns(tmp_path: Path) -> None:
    first, second = read_bytes(tmp_path, b'{"accession": "a", "body": "One."}\n{"id": "a", "text": null}\n')
    assert "line 1: the row has no column id; it has accession, body; say --id-col and --text-col" in str(first)
    assert "line 2: not a row with id and text: Expected `str`, got `null`" in str(second)


def test_parquet_without_columns(tmp_path: Path) -> None:
    (error,) = read_bytes(tmp_path, make_parquet({"name": ["a"], "text": ["b"]}))
    assert "the Parquet file has no column id; it has name, text; say --id-col and --text-col" in str(error)


def test_parquet_without_pyarrow_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'forelook\[parquet\]'"):
        read_bytes(tmp_path, b"PAR1")


PIPED = {
    "text": (TEXT.encode(), ["stdin"]),
    "JSON Lines": (ROWS.encode(), ["a", "7"]),
    "JSON Lines, gzip": (gzip.compress(ROWS.encode()), ["a", "7"]),
    "ZIP": (make_zip({"a.txt": b"One.", "b.htm": PAGE.encode()}), ["stdin/a", "stdin/b"]),
}


@pytest.mark.parametrize(("data", "ids"), PIPED.values(), ids=PIPED)
def test_standard_input_may_be_a_pipe(data: bytes, ids: list[str]) -> None:
    code = "import json; from forelook.read import *; print(json.dumps([d.id for i in expand(['-']) for d in read(i)]))"
    done = subprocess.run([sys.executable, "-c", code], input=data, capture_output=True, check=True)
    assert json.loads(done.stdout) == ids
