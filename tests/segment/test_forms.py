"""Forms: the compiled passes over a line or a cell say what the expressions and the readable rules say."""

from __future__ import annotations

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from forelook.segment import headings, tables
from forelook.segment.forms import CONTACT, REACH, STOP, UNSURE, capitalised_share, find_form_signs, judge_cell, split_cells

LINE = [
    "Tel",
    "fax",
    "e-mail",
    ":",
    " ",
    ".",
    "!",
    "http",
    "s://",
    "www.",
    "nora@tarn.example",
    "415",
    "-555",
    "-1234",
    ")",
    "5",
    "Contact",
    "SOURCE",
    "inquiries",
    "é",
]
ROW = [
    " ",
    "  ",
    "   ",
    "\t",
    ".",
    "....",
    "|",
    "$",
    "(",
    ")",
    "4",
    "4,5",
    "%",
    "a",
    "Sales",
    "\xa0",
    "-",
    "N/A",
    "up to",
    "٤",
    "US$",
    "million",
    "—",
    "\U0001f680",
]
TEXT = st.one_of(st.lists(st.sampled_from(LINE), max_size=8).map("".join), st.text(max_size=40))
CELLS = st.one_of(st.lists(st.sampled_from(ROW), max_size=8).map("".join), st.text(max_size=20))


@settings(max_examples=500, deadline=None)
@given(TEXT)
@example(text="\u0130N\u212aUIRIES: \u017fOURCE")
@example(text="rose.\x85Then")
def test_signs_of_a_line(text: str) -> None:
    signs = find_form_signs(text)
    lower = text.lower()
    assert signs & REACH or headings.EMAIL_OR_PHONE.search(text) is None
    assert bool(signs & CONTACT) == any(word in lower for word in ("contact", "quiries", "source"))
    assert bool(signs & STOP) == (re.search(r"[.!?]\s", text) is not None)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(["Oats", "rose", "in", "the", "Élan", "“Quoted", "2024", "ǅungla", "\xa0", "\n"]), max_size=8).map(" ".join))
@example(text="\u01c5ungla \u01c6ungla")
def test_the_share_of_capitals(text: str) -> None:
    words = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    assert capitalised_share(text) == (sum(word[0].isupper() for word in words) / len(words) if words else 1.0)


@settings(max_examples=500, deadline=None)
@given(CELLS)
@example(text="5\u2003\u20036\t\u200b7")
def test_cells_are_split_as_the_expression_splits_them(text: str) -> None:
    assert split_cells(text) == tables.CELL_GAP.split(text)


@settings(max_examples=500, deadline=None)
@given(CELLS)
@example(cell="\u0663.\u00b2")
def test_a_cell_that_is_judged_is_judged_as_the_expression_does(cell: str) -> None:
    found = judge_cell(cell)
    assert found == UNSURE or bool(found) == (tables._NUMBER.match(cell) is not None and (len(cell) < tables.LONGEST_MARK or any(map(str.isdecimal, cell))))
