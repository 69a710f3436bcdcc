"""JSON and JSON Lines: what is written validates, and is read back as it was."""

from __future__ import annotations

import io
import json
from pathlib import Path

import jsonschema
import pytest

from forelook.errors import InputError, OutputError
from forelook.export import FORMATS, find_format, write_blocks
from forelook.export.json import read_releases
from forelook.records import Release, json_schema


@pytest.mark.parametrize("count", [0, 1, 2, 10])
def test_json_is_an_object_for_one_and_an_array_else(releases: list[Release], count: int) -> None:
    stream = io.BytesIO()
    write_blocks((release.to_json() + b"\n" for release in releases[:count]), stream, "json")
    found = json.loads(stream.getvalue())
    assert found == (json.loads(releases[0].to_json()) if count == 1 else [json.loads(release.to_json()) for release in releases[:count]])
    for release in [found] if count == 1 else found:
        jsonschema.validate(release, json_schema())


def test_json_lines_are_read_back(tmp_path: Path, releases: list[Release], blocks: list[bytes]) -> None:
    path = tmp_path / "out.jsonl"
    with path.open("wb") as file:
        write_blocks(blocks, file, "jsonl")
    assert list(read_releases(path)) == releases


def test_releases_without_text_are_read_back(tmp_path: Path, releases: list[Release]) -> None:
    path = tmp_path / "out.jsonl"
    textless = [release.without_text() for release in releases]
    path.write_bytes(b"".join(release.to_json() + b"\n" for release in textless))
    assert list(read_releases(path)) == textless


def test_a_line_that_is_no_release_is_named(tmp_path: Path, releases: list[Release]) -> None:
    path = tmp_path / "out.jsonl"
    path.write_bytes(releases[0].to_json() + b'\n{"id": 1}\n')
    with pytest.raises(InputError, match=r"out.jsonl, line 2: not a tagged release: .*; name JSON Lines that `forelook classify` has written"):
        list(read_releases(path))


@pytest.mark.parametrize(
    ("name", "format_"),
    [
        ("a.json", "json"),
        ("a.jsonl", "jsonl"),
        ("a.NDJSON", "jsonl"),
        ("b/a.parquet", "parquet"),
        ("a.b.csv", "csv"),
        ("a.spacy", "docbin"),
        ("a.jsonl.gz", "jsonl"),
    ],
)
def test_the_suffix_names_the_format(name: str, format_: str) -> None:
    assert find_format(Path(name)) == format_
    assert format_ in FORMATS


@pytest.mark.parametrize("name", ["a", "a.txt", "a.gz", "a.parquet.gz"])
def test_an_unknown_suffix_is_reported(name: str) -> None:
    with pytest.raises(OutputError, match=f"{name}: its suffix names no format; use one of .json, .*, or say --format"):
        find_format(Path(name))
