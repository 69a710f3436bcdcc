"""Wires: by which name a dateline's wire is known, and where it is named."""

from __future__ import annotations

import pytest

from forelook.segment.header.wires import find_wire

NAMED = [
    ("LOWELL, Mass., May 5, 2025 (GLOBE NEWSWIRE) -- Orrin Paper", "GlobeNewswire", "GLOBE NEWSWIRE"),
    ("LOWELL, Mass., May 5, 2025 (GlobeNewswire) -- Orrin Paper", "GlobeNewswire", "GlobeNewswire"),
    ("LOWELL, Mass.--(BUSINESS WIRE)--May 5, 2025--Orrin Paper", "Business Wire", "BUSINESS WIRE"),
    ("LOWELL, Mass., May 5 /PRNewswire/ -- Orrin Paper", "PR Newswire", "PRNewswire"),
    ("LOWELL, Mass., May 5 /PRNewswire-FirstCall/ -- Orrin Paper", "PR Newswire", "PRNewswire-FirstCall"),
    ("LOWELL, May 5 /Kiln Courier/ -- Orrin Paper", "Kiln Courier", "/Kiln Courier/"),
    ("LOWELL, May 5 (Kiln & Mill Newswire) Orrin Paper", "Kiln & Mill Newswire", "(Kiln & Mill Newswire)"),
    ("LOWELL, May 5 Kiln Media  Wire Orrin Paper", None, None),
    ("LOWELL, May 5 Kiln Mediawire Orrin Paper", "Kiln Mediawire", "Kiln Mediawire"),
    ("LOWELL, May 5 (the Mill) Orrin Paper", None, None),
    ("LOWELL, May 5 -- Orrin Paper makes business wires", None, None),
]


@pytest.mark.parametrize(("text", "name", "written"), [pytest.param(*row, id=row[0][:60]) for row in NAMED])
def test_wires(text: str, name: str | None, written: str | None) -> None:
    wire = find_wire(text, 0, len(text))
    assert (wire and wire.name) == name
    assert (wire and text[wire.start : wire.end]) == written


def test_only_the_stretch_asked_for_counts() -> None:
    text = "(BUSINESS WIRE) LOWELL, May 5 -- Orrin Paper"
    assert find_wire(text, 16, len(text)) is None
