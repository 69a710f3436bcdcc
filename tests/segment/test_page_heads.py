"""Page heads: lines that a release repeats at the top of a page, and lines that only name a page."""

from __future__ import annotations

import pytest

from forelook.segment.blocks import ARTIFACT
from forelook.segment.layout import find_blocks

BEFORE, AFTER = "Sales of tiles rose in every month of the quarter, as they did in", "the quarter before it, and costs fell."


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        pytest.param("Tarn Tile/Page 2", True, id="a stroke and a page"),
        pytest.param("Tarn Tile - Add 1", True, id="an addition"),
        pytest.param("Page two - Tarn Tile", True, id="a page in words first"),
        pytest.param("Tarn Tile turns a page", False, id="a page without its number"),
        pytest.param("Tarn Tile Lights a Kiln", False, id="a heading"),
    ],
)
def test_heads_after_the_mark_of_a_page(head: str, *, expected: bool) -> None:
    text = f"{BEFORE}\n\n-more-\n\n{head}\n\n{AFTER}\n"
    kinds = {text[block.start : block.end]: block.kind for block in find_blocks(text)}
    assert (kinds[head] == ARTIFACT) is expected


def test_without_a_mark_before_it_a_line_is_no_head() -> None:
    text = f"{BEFORE} May.\n\nTarn Tile/Page 2\n\n{AFTER}\n"
    assert all(block.kind != ARTIFACT for block in find_blocks(text))
