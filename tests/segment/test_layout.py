"""Layout: invariants of all blocks, whatever their kind; the golden tables of each kind are in layout/."""

from __future__ import annotations

from tests.segment.conftest import check_blocks

from forelook.segment.layout import find_blocks

INCOME = "  Net sales          $41,206     $38,117\n  Cost of sales       22,140      21,006\n  Net income           3,310       2,954"


def test_where_lines_end_makes_no_difference() -> None:
    text = f"BUSINESS OUTLOOK\n\nThe company expects a quiet\nsummer.\n\n  • Sales rise\n  • Costs fall\n\n{INCOME}\n\nContacts:\nLena Brandt\n978-555-0143\n"
    expected = check_blocks(text)
    assert {kind for kind, _ in expected} == {"heading", "paragraph", "list_item", "table", "contact"}
    assert check_blocks(text.replace("\n", "\r\n")) == expected
    assert check_blocks(text.replace("\n", "  \n")) == expected


def test_tables_that_the_reader_knows_of() -> None:
    text = "Targets:\n\nRevenue  $160 million to $165 million\n\nOrrin Paper  Lena Brandt\n\nThe orders of the quarter were these.\n\nBacklog  41.0\n"
    rows = [(text.index("Revenue"), text.index("\n\nOrrin")), (text.index("Orrin"), text.index("\n\nThe orders")), (text.index("Backlog"), len(text) - 1)]
    found = [(block.kind, " ".join(text[block.start : block.end].split())) for block in find_blocks(text, rows)]
    assert found == [
        ("heading", "Targets:"),
        ("table", "Revenue $160 million to $165 million"),
        ("heading", "Orrin Paper Lena Brandt"),
        ("paragraph", "The orders of the quarter were these."),
        ("table", "Backlog 41.0"),
    ]
    assert all(block.kind != "table" for block in find_blocks(text))
