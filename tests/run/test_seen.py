"""Ids that came before are known, however many there are."""

from __future__ import annotations

import pytest

from forelook.run import seen
from forelook.run.seen import SeenIds


def test_only_what_came_before_is_given_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seen, "_RECENT", 7)
    ids = SeenIds()
    assert list(ids.add(f"id {number}" for number in range(1000))) == []
    assert list(ids.add(["id 3", "new", "id 999", "new", "half \ud800"])) == ["id 3", "id 999", "new"]
    assert list(ids.add(["half \ud800", "id 1000"])) == ["half \ud800"]
    assert len(ids._sorted) < 12
