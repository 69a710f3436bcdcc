"""Blocks of visible text: which of them blank lines part, and where the tables are in the text that they make."""

from __future__ import annotations

import pytest

from forelook.read.blocks import VisibleBlock, VisibleKind, join, tell_revisions

PARAGRAPH, ITEM, TABLE = VisibleKind.PARAGRAPH, VisibleKind.ITEM, VisibleKind.TABLE


def centred(text: str, *, gap: bool = False) -> VisibleBlock:
    return VisibleBlock(text, PARAGRAPH, centred=True, gap=gap)


@pytest.mark.parametrize(
    ("blocks", "text"),
    [
        pytest.param([VisibleBlock("One.", PARAGRAPH), VisibleBlock("Two.", PARAGRAPH)], "One.\n\nTwo.", id="paragraphs"),
        pytest.param([VisibleBlock("• One", ITEM), VisibleBlock("• Two", ITEM)], "• One\n• Two", id="items"),
        pytest.param([VisibleBlock("As follows:", PARAGRAPH), VisibleBlock("• One", ITEM)], "As follows:\n\n• One", id="a lead-in and an item"),
        pytest.param([centred("Orrin Paper"), centred("Reports Sales")], "Orrin Paper\nReports Sales", id="lines of a centred heading"),
        pytest.param([centred("Orrin Paper"), centred("Reports Sales", gap=True)], "Orrin Paper\n\nReports Sales", id="centred, with space between them"),
        pytest.param([centred("Orrin Paper"), VisibleBlock("It rained.", PARAGRAPH, gap=False)], "Orrin Paper\n\nIt rained.", id="one of them centred"),
        pytest.param([centred("Orrin " * 30), centred("Paper")], f"{'Orrin ' * 30}\n\nPaper", id="too long for a heading"),
        pytest.param([], "", id="nothing"),
    ],
)
def test_texts(blocks: list[VisibleBlock], text: str) -> None:
    assert join(blocks).text == text


def test_places_of_tables() -> None:
    rows = ["Sales  41\nCosts  22", "Tons  7"]
    found = join([VisibleBlock("One.", PARAGRAPH), VisibleBlock(rows[0], TABLE), VisibleBlock("Two.", PARAGRAPH), VisibleBlock(rows[1], TABLE)])
    assert [found.text[start:end] for start, end in found.tables] == rows


@pytest.mark.parametrize(
    ("inserted", "deleted", "lines"),
    [
        (0, 0, ()),
        (1, 0, ("tracked changes taken as accepted (1 insertion)",)),
        (0, 2, ("tracked changes taken as accepted (2 deletions)",)),
        (1200, 1, ("tracked changes taken as accepted (1,200 insertions, 1 deletion)",)),
    ],
)
def test_revisions(inserted: int, deleted: int, lines: tuple[str, ...]) -> None:
    assert tell_revisions(inserted, deleted) == lines
