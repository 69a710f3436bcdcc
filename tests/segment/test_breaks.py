"""Breaks: two lines, and whether the end of the first was meant or only where a wrapped line ran full."""

from __future__ import annotations

import pytest

from forelook.segment.breaks import has_labels, is_break
from forelook.segment.lines import find_lines

WIDTH = 72

ENDS = [
    pytest.param("Oats rose in May.\nWheat fell in June.", id="a full stop on a short line"),
    pytest.param("Tarn Tile, Inc.\nThird Quarter Earnings", id="a company above a headline without a verb"),
    pytest.param("Tarn Tile Posts Record Quarter\nReaffirms 2019 Guidance", id="a verb of its own in each line"),
    pytest.param("LIMA TILE OPENS A KILN\nThe kiln stands beside the river.", id="capitals before small letters"),
    pytest.param("Tarn Tile opens a kiln\nWhen: Friday at noon", id="a label begins"),
    pytest.param("When: Friday at noon\nThe kiln will be lit by its maker.", id="a label was given"),
    pytest.param("Tarn Tile Opens a Kiln\nLIMA, Ohio, May 3, 2019 -- Tarn Tile opened a kiln.", id="a dateline begins"),
    pytest.param("The kiln was lit on Friday by its maker\n* and it burned all night.", id="a bullet begins an item"),
    pytest.param("The kiln was lit\n-----------------", id="a rule"),
    pytest.param("Tarn Tile opened a kiln in May.\nContact: Nora Quist", id="a contact begins"),
]
GOES_ON = [
    pytest.param("The kiln that Tarn Tile lit in May burns clay from the river and\nwill burn more of it in June.", id="a small letter follows"),
    pytest.param("The kiln that Tarn Tile lit on the first Friday of May was built by Nora\nQuist in nine weeks.", id="the next word would not have fitted"),
    pytest.param("Tarn Tile Opens a Kiln and\nHires Forty Potters", id="a headline ends in a link"),
    pytest.param("Tarn Tile Opens a Kiln\nand Hires Forty Potters", id="a headline goes on with a link"),
    pytest.param("Doors open at 9:00 a.m.\ntoday at the works.", id="the full stop of an abbreviation"),
    pytest.param("Tarn Tile, Inc.\nReports Record Earnings", id="a headline after the full stop of a company"),
    pytest.param("Tarn Tile\nReports Record Earnings", id="a headline below its company"),
    pytest.param("•\nThe kiln was lit.", id="a bullet on a line of its own"),
    pytest.param("Notes of Tarn Trust I (the first of them) and notes (of Tarn Trust I and\n(ii) of Tarn Trust II) were sold.", id="a bracket stands open"),
    pytest.param("Listen to the call at:\nhttps://tarn.example/call", id="an address after a colon"),
]


def breaks(text: str) -> bool:
    first, second = find_lines(text)
    return is_break(text, first, second, WIDTH, first)


@pytest.mark.parametrize("text", ENDS)
def test_a_block_ends(text: str) -> None:
    assert breaks(text)


@pytest.mark.parametrize("text", GOES_ON)
def test_a_block_goes_on(text: str) -> None:
    assert not breaks(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("What: a call\nWhen: noon\n", True, id="two labels"),
        pytest.param("What: a call\nThe call is at noon.\n", False, id="one label"),
        pytest.param("Whatever: a call\nWhensoever\n", False, id="words that only begin as labels"),
    ],
)
def test_lines_with_labels(text: str, *, expected: bool) -> None:
    assert has_labels(text, find_lines(text)) is expected
