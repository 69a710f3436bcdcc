"""Spacing: which blank lines part paragraphs, and which stand between any two printed lines."""

from __future__ import annotations

import pytest

from forelook.segment.lines import find_lines
from forelook.segment.spacing import close_gaps

PRINTED = ("Tarn Tile said on Friday that it has lit a kiln", "which burns clay from the river, and that it will", "light a second one before the winter.")
DOUBLE = "\n\n".join(PRINTED)

GAPS = [
    pytest.param(DOUBLE, [0, 0], id="every line has a blank line after it"),
    pytest.param(f"{DOUBLE}\n\n\n\nThe second kiln will burn gas.", [0, 0, 3], id="a wider gap still parts paragraphs"),
    pytest.param("\n".join(PRINTED), [0, 0], id="single spacing"),
    pytest.param(f"{PRINTED[0]}.\n\n{PRINTED[2].capitalize()}", [1], id="a sentence ends before the gap"),
    pytest.param(f"{PRINTED[0]}\n\n{PRINTED[1]}.\n\nIt was cold.", [1, 1], id="one sentence over a gap is no spacing"),
    pytest.param("Tiles\n\nrose.\n\nBricks\n\nfell.", [1, 1, 1], id="short lines say nothing"),
]


@pytest.mark.parametrize(("text", "expected"), GAPS)
def test_gaps(text: str, expected: list[int]) -> None:
    assert [line.gap for line in close_gaps(text, find_lines(text))][1:] == expected
