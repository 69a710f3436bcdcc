"""Lines: where they are, without the blanks around them, and the role of each by its own characters."""

from __future__ import annotations

import pytest

from forelook.segment.lines import find_lines, find_role

ROLES = [
    ("Sales rose 8% in the quarter.", "text"),
    ("• Sales rose 8%", "list_item"),
    ("- Sales rose 8%", "list_item"),
    ("-- Sales rose 8%", "list_item"),
    ("–Sales rose 8%", "list_item"),
    ("-8% in the quarter", "text"),
    ("(1) Sales rose 8%", "list_item"),
    ("iv. Sales rose 8%", "list_item"),
    ("(1)Excludes the mill at Lowell", "note"),
    ("(***) Excludes the mill at Lowell", "note"),
    ("•", "list_item"),
    ("H. Amos Reed, baker, opened the doors", "text"),
    ("B. Sales of envelopes", "list_item"),
    ("§ 382 of the Code limits the losses", "text"),
    ("§ Sales of envelopes rose", "list_item"),
    ("Page 3 of 12", "artifact"),
    ("Page one of the record", "text"),
    ("- 3 -", "artifact"),
    ("-more-", "artifact"),
    ("more and more envelopes", "text"),
    ("# # #", "artifact"),
    ("Exhibit 99.1", "artifact"),
    ("Exhibit 99.1 shows the mill", "text"),
    ("FOR IMMEDIATE RELEASE", "artifact"),
    ("Press release from the issuing company", "artifact"),
    ("Press releases of the company rose", "text"),
    ("[Logo of Orrin Paper]", "artifact"),
    ("<PAGE>", "artifact"),
    ("-----------   -----------", "rule"),
    ("Net sales          $41,206     $38,117", "table"),
    ("Net sales of $41,206 beat the $38,117 of a year ago", "text"),
    ("1.  Net sales          $41,206     $38,117", "table"),
]


@pytest.mark.parametrize(("content", "role"), [pytest.param(*row, id=row[0]) for row in ROLES])
def test_roles(content: str, role: str) -> None:
    assert find_role(content) == role


@pytest.mark.parametrize(("content", "role"), [pytest.param(*row, id=row[0]) for row in ROLES])
def test_what_the_scan_rules_out_changes_no_role(content: str, role: str) -> None:
    (line,) = find_lines(f"  {content}  \n")
    assert line.role == role


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("One.\nTwo.\n", [("One.", 0, 0), ("Two.", 0, 0)], id="one after the other"),
        pytest.param("One.\n\n\n   Two.  \n", [("One.", 0, 0), ("Two.", 3, 2)], id="blank lines and an indent"),
        pytest.param("One.\r\n\r\nTwo.", [("One.", 0, 0), ("Two.", 0, 1)], id="CRLF counts once"),
        pytest.param("One.\r\rTwo.", [("One.", 0, 0), ("Two.", 0, 1)], id="returns alone"),
        pytest.param(" \n\t\n", [], id="nothing but blanks"),
    ],
)
def test_places(text: str, lines: list[tuple[str, int, int]]) -> None:
    """Rows: a text, and its lines with their indent and the blank lines before them; of the first line the gap is left out."""
    found = find_lines(text)
    assert [(text[line.start : line.end], line.indent, line.gap if number else 0) for number, line in enumerate(found)] == lines


def test_a_page_break_counts_for_many_blank_lines() -> None:
    blank, page = (find_lines(f"One.{between}Two.")[1].gap for between in ("\n\n\n\n", "\n\f\n"))
    assert page > 10 * blank
