"""Formats: what a file's name asks for, and what cannot be written together."""

from __future__ import annotations

import gzip
import io
from pathlib import Path
from typing import Any

import pytest

from forelook.errors import MissingExtraError, OutputError
from forelook.export.formats import Layout, check_layout, find_format, write_blocks


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("tagged.json", "json"),
        ("tagged.jsonl", "jsonl"),
        ("tagged.ndjson", "jsonl"),
        ("tagged.JSONL.GZ", "jsonl"),
        ("tagged.csv.gz", "csv"),
        ("tagged.parquet", "parquet"),
        ("tagged.spacy", "docbin"),
    ],
)
def test_a_suffix_names_a_format(name: str, expected: str) -> None:
    assert find_format(Path(name)) == expected


@pytest.mark.parametrize("name", ["tagged", "tagged.txt", "tagged.gz", "tagged.parquet.gz", "tagged.spacy.gz"])
def test_another_suffix_names_none(name: str) -> None:
    with pytest.raises(OutputError, match=rf"{name}: its suffix names no format; use one of \.json"):
        find_format(Path(name))


REFUSED = [
    pytest.param(Layout("jsonl", partition_by=("year",)), {}, r"--partition-by makes .* and the format is jsonl", id="lines in parts"),
    pytest.param(Layout("csv", spans_key="units"), {}, r"--spans-key names .* and the format is csv", id="spans in a table"),
    pytest.param(Layout("docbin"), {"text": False}, "leave --no-text out", id="Docs without text"),
    pytest.param(Layout("docbin"), {"offsets": "utf16"}, "not offsets in utf16", id="Docs with other offsets"),
    pytest.param(Layout("docbin", rows="figures"), {}, "not figures; leave --rows out", id="Docs of figures"),
]


@pytest.mark.parametrize(("layout", "choices", "message"), REFUSED)
def test_what_cannot_be_written_is_refused(layout: Layout, choices: dict[str, Any], message: str) -> None:
    with pytest.raises(OutputError, match=message):
        check_layout(layout, **{"text": True, "offsets": "codepoint", **choices})


@pytest.mark.parametrize("layout", [Layout(), Layout("csv", rows="figures"), Layout("docbin", spans_key="units")], ids=["lines", "a table", "Docs"])
def test_what_can_be_written(layout: Layout) -> None:
    check_layout(layout, text=True, offsets="codepoint")


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(MissingExtraError, match=r"writing Parquet needs an optional dependency; run: pip install 'forelook\[parquet\]'"):
        check_layout(Layout("parquet"), text=True, offsets="codepoint")


@pytest.mark.parametrize(("layout", "row"), [(Layout("csv"), "statements"), (Layout("jsonl"), "releases"), (Layout("csv", rows="figures"), "figures")])
def test_what_a_row_is(layout: Layout, row: str) -> None:
    assert layout.row == row


def test_the_same_lines_are_packed_into_the_same_bytes() -> None:
    packed = [io.BytesIO(), io.BytesIO()]
    for stream in packed:
        write_blocks([b'{"id": "tarn"}\n'], stream, Layout(is_gzip=True))
    assert packed[0].getvalue() == packed[1].getvalue()
    assert gzip.decompress(packed[0].getvalue()) == b'{"id": "tarn"}\n'
