"""Word lists: every list has its source on its first lines, and is read without them."""

from __future__ import annotations

from pathlib import Path

import pytest

import forelook
from forelook.data_files import read_entries

ROOT = Path(forelook.__file__).parent
LISTS = sorted(ROOT.glob("**/data/*.txt"))


@pytest.mark.parametrize("path", LISTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_list_names_its_source_and_holds_entries(path: Path) -> None:
    opening = [line for line in path.read_text(encoding="utf-8").splitlines()[:8] if line.startswith("#")]
    assert any("source" in line.lower() for line in opening)
    room = ".".join(path.parent.parent.relative_to(ROOT).parts)
    entries = read_entries(room, path.stem)
    assert entries
    assert not any(entry.startswith("#") or not entry.strip() for entry in entries)
