"""Limits: a text far longer than any release is an error that names it; everything else passes."""

from __future__ import annotations

import pytest

from forelook.errors import InputError
from forelook.read import limits
from forelook.read.limits import bound
from forelook.records import Document, Source


@pytest.fixture(autouse=True)
def _low(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CHARACTERS_LIMIT", 1000)


@pytest.mark.parametrize("text", ["x" * 1000, "\N{ROCKET}" * 1000, ""], ids=["just as long", "in code points", "empty"])
def test_what_passes(text: str) -> None:
    document = Document("a", text)
    assert bound(document) is document


@pytest.mark.parametrize("found", [InputError("a", "b", "c"), "x" * 2000])
def test_only_documents_are_measured(found: object) -> None:
    assert bound(found) is found


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (Source(path="rows.csv"), "rows.csv, id a: the text has 1,001 characters, more than 1,000; split it into releases"),
        (Source(), "text a, id a: the text has 1,001 characters"),
    ],
)
def test_what_is_too_long_is_named(source: Source, message: str) -> None:
    error = bound(Document("a", "x" * 1001, source))
    assert isinstance(error, InputError)
    assert message in str(error)
