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


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        pytest.param(AFTER, True, id="amid a sentence"),
        pytest.param("Costs fell.", False, id="above a sentence"),
    ],
)
def test_a_line_that_stands_earlier_is_a_head_amid_a_sentence(after: str, *, expected: bool) -> None:
    text = f"Tarn Tile Co. reported its results in Lima, where it has nine kilns.\n\n{BEFORE}\n\n- 2 -\n\nTarn Tile Co.\n\n{after}\n"
    heads = [block for block in find_blocks(text) if text[block.start : block.end] == "Tarn Tile Co."]
    assert [block.kind == ARTIFACT for block in heads] == [expected]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param(BEFORE, AFTER, True, id="amid a sentence"),
        pytest.param(BEFORE, "Costs fell.", False, id="above a sentence"),
        pytest.param(f"{BEFORE} May.", AFTER, False, id="below one"),
    ],
)
def test_a_heading_over_the_number_of_a_page_is_its_head(before: str, after: str, *, expected: bool) -> None:
    text = f"{before}\n\nTarn Tile Reports First Quarter\nPage 2 of 4\n\n{after}\n"
    heads = [block for block in find_blocks(text) if text[block.start : block.end] == "Tarn Tile Reports First Quarter"]
    assert any(block.kind == ARTIFACT for block in heads) is expected


def test_without_a_mark_before_it_a_line_is_no_head() -> None:
    text = f"{BEFORE} May.\n\nTarn Tile/Page 2\n\n{AFTER}\n"
    assert all(block.kind != ARTIFACT for block in find_blocks(text))


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        pytest.param("Tarn Tile / Page 2", True, id="a page"),
        pytest.param("Lima 45801", False, id="a number alone"),
    ],
)
def test_inside_a_sentence_a_line_needs_no_mark_before_it(head: str, *, expected: bool) -> None:
    text = f"{BEFORE}\n\n{head}\n\n{AFTER}\n"
    assert any(block.kind == ARTIFACT for block in find_blocks(text)) is expected
