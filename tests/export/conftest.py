"""Tagged releases for the export tests, as blocks of JSON lines."""

from __future__ import annotations

from pathlib import Path

import pytest

import forelook
from forelook.records import Document, Release, Source


@pytest.fixture(scope="session")
def releases(small_model: Path, texts: list[str]) -> list[Release]:
    """Return tagged releases, the last of them without a statement."""
    tagger = forelook.load(small_model)
    documents = [Document(f"release {number}", text, Source(path=f"{number}.txt")) for number, text in enumerate(texts[:9])]
    return tagger.tag([*documents, Document("empty", "-30-", Source())])


@pytest.fixture(scope="session")
def blocks(releases: list[Release]) -> list[bytes]:
    """Return the releases as blocks of one, none, two … lines."""
    lines = [release.to_json() + b"\n" for release in releases]
    return [lines[0], b"", b"".join(lines[1:3]), b"".join(lines[3:])]
