"""What an input is, by its content alone: rows of first bytes and of first characters, and what is said of those that are no releases."""

from __future__ import annotations

import io
import zipfile

import pytest

from forelook.errors import InputError
from forelook.read.sniff import HEAD_BYTES, REFUSED_MARKUP, SEARCHED_CHARACTERS, WORD_PART, sniff_bytes, sniff_name, sniff_text, sniff_zip

MAIL = b"From: Nora Quist <nora@tarn.example>\nSubject: Oats\nMIME-Version: 1.0\n\nOats rose.\n"

CONTAINERS = {
    "prose": (b"Oats rose once more.\n", "text"),
    "nothing": (b"", "text"),
    "gzip": (b"\x1f\x8b\x08", "gzip"),
    "zip": (b"PK\x03\x04", "zip"),
    "an empty zip": (b"PK\x05\x06", "zip"),
    "Parquet": (b"PAR1", "parquet"),
    "RTF": (b"{\\rtf1\\ansi", "rtf"),
    "PDF": (b"%PDF-1.7", "pdf"),
    "Word of old, or Outlook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    "JSON Lines": (b'{"id": "a", "text": "Oats rose."}\n', "jsonl"),
    "JSON Lines after a mark": (b'\xef\xbb\xbf {"id": 1}\n', "jsonl"),
    "an empty object": (b"{}\n", "jsonl"),
    "an object over lines": (b'{\n  "id": "a"\n}\n', "text"),
    "an array": (b'[{"id": "a"}]', "text"),
    "a brace that opens prose": (b"{PRNewswire} Oats rose.", "text"),
    "a mail": (MAIL, "mail"),
    "a mail with lines that go on": (MAIL.replace(b"Oats\n", b"Oats\n  and wheat\n"), "mail"),
    "a memo, which no program sent": (b"To: All\nFrom: Nora Quist\nSubject: Oats\n\nOats rose.\n", "text"),
    "headers that no reader knows": (b"Content-Type: text/plain\n\nOats rose.\n", "text"),
    "a dateline with a colon": (b"LIMA: Oats rose.\n", "text"),
    "the signature of a PDF further on": (b"x%PDF-1.7", "text"),
}


@pytest.mark.parametrize(("head", "container"), CONTAINERS.values(), ids=CONTAINERS)
def test_containers(head: bytes, container: str) -> None:
    assert sniff_bytes(head, "a") == container


REFUSED = {
    "PNG": (b"\x89PNG\r\n", "this is a PNG image, not a text; save it as text or HTML first"),
    "JPEG": (b"\xff\xd8\xff\xe0", "this is a JPEG image, not a text; save it as text or HTML first"),
    "bzip2": (b"BZh9", "this is a bzip2 file, not a text; extract it first, and name the files"),
    "tar": (b"a.txt".ljust(257, b"\0") + b"ustar", "this is a tar archive, not a text; extract it first, and name the files"),
}


@pytest.mark.parametrize(("head", "message"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_text_is_refused_with_what_to_do(head: bytes, message: str) -> None:
    with pytest.raises(InputError, match=f"^a: {message}$"):
        sniff_bytes(head, "a")


def test_headers_that_fill_all_that_is_seen_are_a_mail() -> None:
    assert sniff_bytes((b"Received: from tarn.example\nTo: nora@tarn.example\n" * HEAD_BYTES)[:HEAD_BYTES], "a") == "mail"


@pytest.mark.parametrize(("member", "container"), [(WORD_PART, "docx"), ("word/other.xml", "zip")])
def test_a_zip_file_is_a_word_document_by_its_members(member: str, container: str) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(member, "x")
    stream.seek(2)
    assert sniff_zip(stream) == container
    assert stream.tell() == 2


MARKUP = {
    "prose": ("Oats rose once more.", "text"),
    "a submission": ("\n<SEC-DOCUMENT>0000000000-26-000001.txt", "edgar"),
    "a submission of old": ("-----BEGIN PRIVACY-ENHANCED MESSAGE-----", "edgar"),
    "a document of a submission": ("<DOCUMENT>\n<TYPE>EX-99.1", "edgar"),
    "a page": ("<!DOCTYPE html><html>", "html"),
    "a page after comments": ("<!-- a --> <!-- b -->\n<p>Oats rose.", "html"),
    "XHTML": ('<?xml version="1.0"?>\n<html>', "html"),
    "a fragment in prose": ("Oats <b>rose</b> once <i>more</i>.", "html"),
    "one element in prose": ("Oats <b>rose</b> once more.", "text"),
    "marks of plain-text exhibits": ("<PAGE>\n<TABLE>\n<CAPTION>\n<S> <C>\nOats  5\n", "text"),
    "XBRL": ("<XBRL><xbrli:xbrl>", "xml"),
    "XML": ('<?xml version="1.0"?><release/>', "xml"),
    "JSON over lines": ('{\n  "id": "a"\n}', "json"),
    "an array of objects": ('[{"id": "a"}]', "json"),
    "a bracket that opens prose": ("[Lima, Ohio] Oats rose.", "text"),
    "an address in angle brackets": ("Write to <nora@tarn.example> or <peter@tarn.example>.", "text"),
}


@pytest.mark.parametrize(("text", "markup"), MARKUP.values(), ids=MARKUP)
def test_markup(text: str, markup: str) -> None:
    assert sniff_text(text) == markup


def test_markup_is_looked_for_in_the_first_characters_only() -> None:
    assert sniff_text("x" * SEARCHED_CHARACTERS + "<b>Oats</b>") == "text"


def test_what_markup_is_refused_is_said_with_what_to_do() -> None:
    assert set(REFUSED_MARKUP) == {"xml", "json"}


@pytest.mark.parametrize(
    ("path", "head", "named"),
    [
        pytest.param("a.jsonl", b"# a comment\n", "jsonl", id="a comment first"),
        pytest.param("a.NDJSON.gz", b"{broken", "jsonl", id="a broken row, compressed"),
        pytest.param("a.json", b"# a comment\n", "text", id="another suffix"),
        pytest.param("a.jsonl", b"", "text", id="nothing in it"),
        pytest.param("a.jsonl", b" \n", "text", id="blank"),
        pytest.param("a.jsonl", b"\0", "text", id="no text"),
        pytest.param("a.csv", b"id,text\n", "csv", id="CSV"),
        pytest.param("A.TSV.gz", b"id\ttext\n", "csv", id="tabs between columns, compressed"),
        pytest.param("a.txt", b"id,text\n", "text", id="a text with commas"),
        pytest.param("a.csv", b"", "text", id="CSV without content"),
    ],
)
def test_tables_by_name(path: str, head: bytes, named: str) -> None:
    assert sniff_name(path, head) == named
