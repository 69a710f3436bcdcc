"""One draft in every format: LibreOffice and Chromium made the files (drafts/make.py), and all of them say the same."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

import forelook
from forelook.corpus.annotated import read_annotated
from forelook.corpus.layouts import render, straighten
from forelook.errors import InputError
from forelook.read import Input, read
from forelook.records import Document, Release
from forelook.run.diff import compare_releases

DRAFTS = Path(__file__).parent / "drafts"
RELEASE = Path(__file__).parents[2] / "training_data" / "loopdesk-2022-q3.ann"
FORMATS = {
    "draft.docx": "docx",
    "draft.rtf": "rtf",
    "draft.pdf": "pdf",  # LibreOffice: a running head, numbered pages, hyphens at the ends of lines
    "browser.pdf": "pdf",  # Chromium: justified, bullets drawn as outlines, the head and foot of a printed page
    "columns.pdf": "pdf",  # the same in two columns, in which the table's cells are wrapped
}


@cache
def read_release(name: str) -> Release:
    (document,) = read(Input(str(DRAFTS / name), "draft"))
    assert isinstance(document, Document)
    return forelook.load()(document)


def describe(release: Release) -> list[tuple[str, str, bool, str | None]]:
    """Return of every statement its words, label, whether it looks forward, and its speaker."""
    return [
        (" ".join(statement.text.split()), statement.label, statement.forward_looking, statement.speaker.name if statement.speaker else None)
        for statement in release.statements
    ]


@pytest.mark.parametrize("name", FORMATS)
def test_the_text_is_the_same_in_all_formats(name: str) -> None:
    release = read_release(name)
    assert release.source.format == FORMATS[name]
    assert release.text == read_release("draft.docx").text
    assert release.warnings == []


@pytest.mark.parametrize("name", FORMATS)
def test_statements_and_labels_are_those_of_the_plain_text(name: str) -> None:
    text = straighten(render(read_annotated(RELEASE), "lines").text).replace("\n* ", "\n• ")
    assert describe(read_release(name)) == describe(forelook.load()(text))


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("draft.odt", r"this is an Office document or an e-book.*; save it as \.docx"),
        ("draft.doc", r"this is a Word document of before 2007 .*; save it as \.docx"),
    ],
)
def test_what_is_not_read_says_what_to_save_it_as(name: str, message: str) -> None:
    (error,) = read(Input(str(DRAFTS / name), "draft"))
    assert isinstance(error, InputError)
    with pytest.raises(InputError, match=message):
        raise error


def test_two_formats_of_a_draft_are_distinguished_by_their_paths(capsys: pytest.CaptureFixture[str]) -> None:
    old, new = str(DRAFTS / "draft.docx"), str(DRAFTS / "draft.pdf")
    compare_releases(old, new, model=None, out=None, format_="text", colour="never")
    shown = capsys.readouterr()
    assert shown.err == ""
    assert shown.out.split() == f"── {old} → {new} No difference.".split()
