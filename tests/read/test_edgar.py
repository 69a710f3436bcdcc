"""EDGAR submissions to exhibits 99."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.read.oracle import edgar as oracle

from forelook.errors import InputError
from forelook.read import Input, edgar, read, read_text
from forelook.records import Document

RAW = Path(__file__).resolve().parents[2].parent / "shared" / "real" / "raw"
SUBMISSIONS = sorted(RAW.glob("*.txt"))

PEM = "-----BEGIN PRIVACY-ENHANCED MESSAGE-----\nProc-Type: 2001,MIC-CLEAR\n MFgw\n\n"
HEADER = "<SEC-DOCUMENT>0000000001-25-000007.txt : 20250101\n<SEC-HEADER>\nACCESSION NUMBER:\t\t0000000001-25-000007\n</SEC-HEADER>\n"


def make_document(type_: str, sequence: int, text: str) -> str:
    return f"<DOCUMENT>\n<TYPE>{type_}\n<SEQUENCE>{sequence}\n<FILENAME>x\n<TEXT>\n{text}\n</TEXT>\n</DOCUMENT>\n"


FORM = make_document("8-K", 1, "Item 9.01 Exhibits")
PLAIN = make_document("EX-99.1", 2, "<PAGE>\n  Acme “grows”.\n<TABLE>\n<S> <C>\nSales 5\n</TABLE>")
HTML = make_document("EX-99.1", 3, "<html><p>Acme<br>grows.</p></html>")
GRAPHIC = make_document("EX-99.2", 4, "begin 644 a.gif\nM1TE&.#EA<DOCUMENT>\n`\nend")
PDF = make_document("EX-99.3", 5, "<PDF>\nbegin 644 a.pdf\n`\nend\n</PDF>")
XBRL = make_document("EX-99.4", 6, '<XML>\n<?xml version="1.0"?><a/>\n</XML>') + make_document("EX-101.SCH", 7, "<XBRL>")


def read_string(directory: Path, submission: str) -> list[Document | InputError]:
    path = directory / "acme.txt"
    path.write_bytes(submission.encode())
    return list(read(Input(path=str(path), id="acme")))


def list_ids(documents: list[Document | InputError]) -> list[str]:
    return [document.id if isinstance(document, Document) else document.reason for document in documents]


@pytest.mark.parametrize(
    ("submission", "ids"),
    [
        (HEADER + FORM + PLAIN, ["0000000001-25-000007/EX-99.1"]),
        (PEM + HEADER + FORM + PLAIN, ["0000000001-25-000007/EX-99.1"]),
        (HEADER + FORM + PLAIN + HTML, ["0000000001-25-000007/EX-99.1", "0000000001-25-000007/EX-99.1/3"]),
        (HEADER + GRAPHIC + PDF + XBRL + PLAIN, ["0000000001-25-000007/EX-99.1"]),
        (PLAIN, ["acme"]),
        (HTML, ["acme"]),
        (FORM + HTML, ["acme/EX-99.1"]),
        ((HEADER + FORM + PLAIN).replace("\n", "\r\n"), ["0000000001-25-000007/EX-99.1"]),
    ],
    ids=["plain", "PEM", "two of a type", "others passed over", "one plain", "one HTML", "no header", "CRLF"],
)
def test_ids(tmp_path: Path, submission: str, ids: list[str]) -> None:
    assert list_ids(read_string(tmp_path, submission)) == ids


def test_plain_exhibit_is_a_slice_of_the_submission_with_its_marks(tmp_path: Path) -> None:
    submission = "\n" + PEM + HEADER.replace("20250101", "“é”") + FORM + PLAIN
    (document,) = read_string(tmp_path, submission)
    assert isinstance(document, Document)
    assert document.text == "<PAGE>\n  Acme “grows”.\n<TABLE>\n<S> <C>\nSales 5\n</TABLE>\n"
    source = document.source
    assert (source.format, source.exhibit) == ("text", "EX-99.1")
    assert source.start is not None
    assert submission[source.start : source.start + len(document.text)] == document.text


def test_html_exhibit_has_no_place_in_the_submission(tmp_path: Path) -> None:
    (document,) = read_string(tmp_path, HEADER + HTML)
    assert isinstance(document, Document)
    assert document.text == "Acme\ngrows."
    assert (document.source.format, document.source.start) == ("html", None)


ERRORS = {
    "none": (
        HEADER + FORM + GRAPHIC,
        ["no exhibit 99 in text or HTML; the documents that it holds: 8-K, EX-99.2; name"],
    ),
    "no document": (HEADER, ["the documents that it holds: none"]),
    "blank": (HEADER + make_document("EX-99", 2, " ") + PLAIN, ["EX-99 (document 2): the exhibit is blank", None]),
    "cut off": (HEADER + PLAIN + HTML[:-30], [None, "EX-99.1 (document 3): the file ends, or another document begins"]),
    "end lost": (
        HEADER + PLAIN.replace("</TEXT>", "") + HTML,
        ["EX-99.1 (document 2): the file ends, or another document begins", None],
    ),
}


@pytest.mark.parametrize(("submission", "messages"), ERRORS.values(), ids=ERRORS)
def test_what_cannot_be_read_is_an_error_in_its_place(tmp_path: Path, submission: str, messages: list[str | None]) -> None:
    documents = read_string(tmp_path, submission)
    assert len(documents) == len(messages)
    for document, message in zip(documents, messages, strict=True):
        assert isinstance(document, Document) if message is None else message in str(document)


@pytest.mark.skipif(not SUBMISSIONS, reason="the real submissions (shared/real/raw) are not here")
@pytest.mark.parametrize("path", SUBMISSIONS, ids=lambda path: path.stem)
def test_every_real_submission_gives_its_exhibits(path: Path) -> None:
    data = path.read_bytes()
    submission = read_text(data, path.name)
    documents = list(read(Input(path=str(path), id=path.stem)))
    types = [line.removeprefix("<TYPE>") for line in submission.splitlines() if line.startswith("<TYPE>EX-99")]
    assert [document.source.exhibit if isinstance(document, Document) else document for document in documents] == types
    for document in documents:
        assert isinstance(document, Document)
        start = document.source.start
        if document.source.format == "text":
            assert start is not None
            assert submission[start : start + len(document.text)] == document.text
        else:
            assert start is None


SIX_K = make_document("6-K", 1, "<html><p>Acme grows.</p></html>")
EX_20 = make_document("EX-20", 2, "Acme shrinks.")
ONE_LINE = "<SEC-DOCUMENT>x.txt\n<DOCUMENT><TYPE>EX-99.1<SEQUENCE>2<TEXT><html><p>Acme grows.</p></html></TEXT></DOCUMENT>\n</SEC-DOCUMENT>"


@pytest.mark.parametrize(
    ("submission", "texts"),
    [
        pytest.param(HEADER + SIX_K, ["Acme grows."], id="the release in the 6-K"),
        pytest.param(HEADER + SIX_K + EX_20, ["Acme shrinks.\n"], id="exhibit 20 before the 6-K"),
        pytest.param(HEADER + SIX_K + EX_20 + HTML, ["Acme\ngrows."], id="exhibit 99 before both"),
        pytest.param(ONE_LINE, ["Acme grows."], id="written on one line"),
    ],
)
def test_where_a_release_stands(tmp_path: Path, submission: str, texts: list[str]) -> None:
    assert [document.text for document in read_string(tmp_path, submission) if isinstance(document, Document)] == texts


PIECES = ("<DOCUMENT>", "<TYPE>", "EX-99.1", "<SEQUENCE>2", "<TEXT>", "</TEXT>", "</DOCUMENT>", "\n", "\r\n", "\r", " ", "\t", "x", ">")


def find_documents(submission: str) -> list[tuple[str, str, int, int | None]]:
    return [(found.type, found.sequence, found.start, found.end) for found in edgar._find_documents(submission)]


def find_by_expressions(submission: str) -> list[tuple[str, str, int, int | None]]:
    """Return the documents as the oracle finds them; where one ends that is not wanted is not looked for."""
    return [(name, number, start, end if name.startswith(edgar._WANTED) else None) for name, number, start, end in oracle.find_documents(submission)]


@pytest.mark.skipif(not SUBMISSIONS, reason="the real submissions (shared/real/raw) are not here")
@pytest.mark.parametrize("path", SUBMISSIONS, ids=lambda path: path.stem)
def test_documents_of_real_submissions_are_found_as_by_expressions(path: Path) -> None:
    submission = path.read_bytes().decode("cp1252")
    assert find_documents(submission) == find_by_expressions(submission)


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
@settings(max_examples=2000, deadline=None)
@example(submission="<DOCUMENT><TYPE><TEXT></DOCUMENT><TEXT>")
@example(submission="<DOCUMENT>\r<TYPE>EX-99.1\r<TEXT>")
def test_documents_are_found_as_by_expressions(submission: str) -> None:
    assert find_documents(submission) == find_by_expressions(submission)
