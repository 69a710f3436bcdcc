"""Wires in datelines: every name of the list, however it is written, ends a dateline and passes the filters before the expression."""

from __future__ import annotations

import pytest

from forelook.segment import datelines
from forelook.segment.datelines import match_dateline
from forelook.segment.words import wire_forms

WRITTEN = sorted({written for form in wire_forms() for written in (form, form.upper(), form.replace(" ", ""))})
SHAPES = {
    "between slashes": "LIMA, Ohio, May 5, 2026 /{}/ -- ",
    "between slashes, no date": "LIMA, Ohio /{}/ -- ",
    "in brackets": "LIMA, Ohio, May 5, 2026 ({}) -- ",
    "between dashes": "LIMA, Ohio – May 5, 2026 – {} – ",
    "alone before a dash": "{} -- ",
}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
@pytest.mark.parametrize("wire", WRITTEN)
def test_every_wire_of_the_list(wire: str, shape: str) -> None:
    opening = shape.format(wire)
    text = f"{opening}Tarn Foods today said that oats rose."
    assert datelines.has_tail_sign(text, 0, len(text))
    assert datelines.TAIL_END.search(text)
    found = match_dateline(text, 0, len(text))
    assert found is not None
    assert text[: found.end].rstrip() == opening.rstrip()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("LIMA, Ohio, Cision and Newsfile said that oats rose.", id="wires that are spoken of"),
        pytest.param("Prnd rose in May.", id="a word that begins as one"),
        pytest.param("Media Outlook for oats is good.", id="words that begin as one"),
        pytest.param("GlobalOne and Cisions, the mills, grew.", id="names that are nearly one"),
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    assert match_dateline(text, 0, len(text)) is None
