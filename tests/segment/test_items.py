"""Items without marks: which paragraphs a lead-in makes items of a list, and which only look so."""

from __future__ import annotations

import pytest

from forelook.segment.blocks import LIST_ITEM
from forelook.segment.layout import find_blocks

LEAD_IN = "Highlights of the quarter:"

ITEMS = [
    pytest.param(
        f"{LEAD_IN}\n\nTiles: sales rose 4 %.\n\nBricks: sales fell 2 %.\n", ["Tiles: sales rose 4 %.", "Bricks: sales fell 2 %."], id="labels and colons"
    ),
    pytest.param(
        f"{LEAD_IN}\n\nTiles – sales rose 4 %.\n\nBricks – sales fell 2 %.\n", ["Tiles – sales rose 4 %.", "Bricks – sales fell 2 %."], id="labels and dashes"
    ),
    pytest.param(
        "Tarn Tile will hold a call.\n\nWhen: Friday, May 3, at noon, beside the river.\n\nDial-in: 555-0100, and ask for Tarn.\n",
        ["When: Friday, May 3, at noon, beside the river.", "Dial-in: 555-0100, and ask for Tarn."],
        id="what, when and where",
    ),
    pytest.param(f"{LEAD_IN}\n\nTiles: sales rose 4 %.\n\nThe kiln was lit in May.\n", [], id="one labelled paragraph is no list"),
    pytest.param("The quarter was good.\n\nTiles: sales rose 4 %.\n\nBricks: sales fell 2 %.\n", [], id="nothing leads in"),
    pytest.param(f"{LEAD_IN}\n\nAbout Tarn Tile: it burns clay.\n\nAbout Rim Clay: it digs clay.\n", [], id="paragraphs about companies"),
    pytest.param("Why It Matters: tiles are heavy.\n\nWho Is Behind It: Tarn Tile is.\n", [], id="titles that begin as labels"),
]


@pytest.mark.parametrize(("text", "expected"), ITEMS)
def test_items(text: str, expected: list[str]) -> None:
    assert [text[block.start : block.end] for block in find_blocks(text) if block.kind == LIST_ITEM] == expected
