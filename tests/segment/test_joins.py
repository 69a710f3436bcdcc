"""Joins: which blocks a blank line, a page's end or a caption only interrupts. Rows: a text, and the blocks after joining (blanks folded)."""

from __future__ import annotations

import pytest

from forelook.segment.blocks import HEADING, LIST_ITEM, PARAGRAPH, TABLE, Block
from forelook.segment.joins import join_over_gaps, join_tables

LONG = "The mill at Lowell was sold in the summer of last year to a group of"


def blocks_of(*parts: tuple[str, str]) -> tuple[str, list[Block]]:
    """Return a text of parts with blank lines between them, and its blocks."""
    text, blocks = "", []
    for kind, content in parts:
        blocks.append(Block(len(text), len(text) + len(content), kind))
        text += content + "\n\n"
    return text, blocks


def show(text: str, blocks: list[Block]) -> list[tuple[str, str]]:
    return [(block.kind, " ".join(text[block.start : block.end].split())) for block in blocks]


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        pytest.param((PARAGRAPH, LONG), (PARAGRAPH, "investors of the town."), PARAGRAPH, id="a sentence goes on in small letters"),
        pytest.param((PARAGRAPH, LONG), (PARAGRAPH, "Investors of the town."), PARAGRAPH, id="a small word ends the block before"),
        pytest.param((PARAGRAPH, f"{LONG} investors."), (PARAGRAPH, "investors of the town met."), None, id="a full stop"),
        pytest.param((PARAGRAPH, "Sold to a group of"), (PARAGRAPH, "investors of the town."), None, id="too short to be interrupted"),
        pytest.param((PARAGRAPH, LONG), (TABLE, "net sales  41  38"), None, id="a table goes on with nothing"),
        pytest.param((PARAGRAPH, LONG), (PARAGRAPH, "lena@orrin.example"), None, id="an address goes on with nothing"),
        pytest.param((HEADING, "ORRIN PAPER NAMES A NEW HEAD OF"), (HEADING, "ITS MILL"), HEADING, id="a headline in capitals"),
        pytest.param((HEADING, "ORRIN PAPER NAMES A NEW HEAD"), (HEADING, "SALES UP"), None, id="two headlines in capitals"),
        pytest.param((HEADING, "Orrin Paper Names a New Head of"), (HEADING, "Its Mill"), None, id="two headlines in title case"),
        pytest.param((LIST_ITEM, "•"), (PARAGRAPH, "Sales rose."), LIST_ITEM, id="a bullet and its item"),
        pytest.param((PARAGRAPH, "“"), (PARAGRAPH, "We sold the mill."), PARAGRAPH, id="a mark and its quotation"),
        pytest.param((PARAGRAPH, "Lena Brandt, President of Orrin Paper:"), (PARAGRAPH, "“We sold the mill.”"), PARAGRAPH, id="who speaks, and what"),
        pytest.param((PARAGRAPH, "The chief executive said:"), (PARAGRAPH, "“We sold the mill.”"), PARAGRAPH, id="a verb of saying"),
        pytest.param((PARAGRAPH, "The mill makes these papers:"), (PARAGRAPH, "“Orrin White” and “Wye Blue”."), None, id="a colon before names"),
        pytest.param((PARAGRAPH, "The head of research holds a Ph."), (LIST_ITEM, "D. in chemistry."), PARAGRAPH, id="a degree"),
    ],
)
def test_two_blocks(before: tuple[str, str], after: tuple[str, str], joined: str | None) -> None:
    text, blocks = blocks_of(before, after)
    found = show(text, join_over_gaps(text, blocks))
    assert found == ([(joined, f"{before[1]} {after[1]}")] if joined else [before, (after[0], " ".join(after[1].split()))])


def test_a_mark_that_a_blank_line_parted_goes_back_to_its_quotation() -> None:
    text, blocks = blocks_of((PARAGRAPH, 'Lena Brandt said, "We sold the mill at Lowell to a group of investors.'), (PARAGRAPH, '" The board met in May.'))
    assert show(text, join_over_gaps(text, blocks)) == [
        (PARAGRAPH, 'Lena Brandt said, "We sold the mill at Lowell to a group of investors. "'),
        (PARAGRAPH, "The board met in May."),
    ]


def test_a_mark_that_opens_a_quotation_stays_with_it() -> None:
    parts = ((PARAGRAPH, "Orrin Paper sold the mill at Lowell to a group of investors last summer."), (PARAGRAPH, '"We sold it," said Lena Brandt.'))
    text, blocks = blocks_of(*parts)
    assert show(text, join_over_gaps(text, blocks)) == list(parts)


@pytest.mark.parametrize(
    ("parts", "kinds"),
    [
        pytest.param([(TABLE, "Net sales   41   38"), (TABLE, "Costs   22   21")], [TABLE], id="rows with blank lines between them"),
        pytest.param([(TABLE, "Net sales   41   38"), (HEADING, "Costs:"), (TABLE, "Labor   22   21")], [TABLE], id="a label between rows"),
        pytest.param([(TABLE, "Net sales   41   38"), (HEADING, "Table 2"), (TABLE, "Labor   22   21")], [TABLE, HEADING, TABLE], id="the name of another table"),
        pytest.param([(TABLE, "Net sales   41   38"), (PARAGRAPH, "Costs rose."), (TABLE, "Labor   22   21")], [TABLE, PARAGRAPH, TABLE], id="a sentence between rows"),
        pytest.param([(PARAGRAPH, "Costs rose."), (TABLE, "Orrin Paper   2025")], [PARAGRAPH, PARAGRAPH], id="a lone row with one figure"),
        pytest.param([(PARAGRAPH, "Costs rose."), (TABLE, "Lena Brandt   978-555-0143")], [PARAGRAPH, "contact"], id="a lone row with a number to call"),
    ],
)  # fmt: skip
def test_tables(parts: list[tuple[str, str]], kinds: list[str]) -> None:
    text, blocks = blocks_of(*parts)
    assert [block.kind for block in join_tables(text, blocks)] == kinds


def test_a_lone_row_that_the_reader_knows_of_stays_a_table() -> None:
    text, blocks = blocks_of((TABLE, "Backlog   41"))
    assert [block.kind for block in join_tables(text, blocks)] == [PARAGRAPH]
    assert [block.kind for block in join_tables(text, blocks, {0})] == [TABLE]
