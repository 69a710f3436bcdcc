"""Wires in datelines: every name of the list, however it is written, ends a dateline and passes the filters before the expression."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

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


PIECES = [
    "LIMA",
    "Ohio",
    "May",
    "MAY.",
    "Sept.",
    "(",
    ")",
    "5",
    "12",
    "2026",
    "19",
    "/",
    ":",
    "-",
    "--",
    "—",
    "…",
    ".",
    ",",
    "]",
    " ",
    " ",
    "\xa0",
    "\n",
    "\x1f",
    "|",
    "st",
]
DATE, SEPARATOR = re.compile(datelines._DATE), re.compile(rf"(?:{datelines._SEPARATOR}|/|\)|\]|\||\d{{4}}:)[\s\xa0.,\]]*$")


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=16).map("".join))
@example("2026: . . .")
@example("May 12/19/2026")
def test_the_ends_and_dates_of_datelines_are_those_of_the_whole_expressions(content: str) -> None:
    assert datelines.ends_in_separator(content) == (SEPARATOR.search(content) is not None)
    assert (datelines.HAS_DATE.search(content) is not None) == (DATE.search(content) is not None)


@pytest.mark.parametrize("end", [" --", " -- . ,]", " /", ") \xa0", " 2026: ", " …", " . . ."])
def test_what_ends_a_dateline_is_found_behind_blanks_and_marks(end: str) -> None:
    assert datelines.ends_in_separator(f"LIMA, Ohio, May 5{end}")
    assert not datelines.ends_in_separator(f"LIMA, Ohio{end} oats")
