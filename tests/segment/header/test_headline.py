"""Headlines: the first line above the text that says more than when, where and by whom it is sent."""

from __future__ import annotations

import pytest
from tests.segment.conftest import cut

from forelook.segment.header.headline import find_headline, is_day_alone

HEADLINES = [
    pytest.param("Tarn Tile Lights a Second Kiln\n", "Tarn Tile Lights a Second Kiln", id="a headline"),
    pytest.param("(TRN) (BW) Tarn Tile Lights a Second Kiln\n", "Tarn Tile Lights a Second Kiln", id="a wire's codes before it"),
    pytest.param("PRESS RELEASE\n\nTarn Tile Lights a Second Kiln\n", "Tarn Tile Lights a Second Kiln", id="what kind of text it is"),
    pytest.param("May 3, 2019\n\nTarn Tile Lights a Second Kiln\n", "Tarn Tile Lights a Second Kiln", id="a date above it"),
    pytest.param("Tarn Tile Company, Inc.\n\nTarn Tile Lights a Second Kiln\n", "Tarn Tile Lights a Second Kiln", id="a letterhead above it"),
    pytest.param("Contact: Nora Quist, 555-010-0199\n\nTarn Tile Lights a Second Kiln\n", "Tarn Tile Lights a Second Kiln", id="a contact above it"),
    pytest.param("Release Date: May 3, 2019 10:00 a.m. Eastern Time\n", None, id="a time of release"),
    pytest.param("LIMA, Ohio, May 3, 2019\n", None, id="a place and a date"),
    pytest.param("Tarn Tile\n", None, id="two words"),
]


@pytest.mark.parametrize(("text", "expected"), HEADLINES)
def test_headlines(text: str, expected: str | None) -> None:
    assert find_headline(text, cut(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("For release Friday, May 3, 2019\n", True, id="a day of release"),
        pytest.param("Tarn Tile Lights a Second Kiln Beside the River on May 3, 2019\n", False, id="a day in a headline"),
        pytest.param("Tarn Tile lights its kiln\n", False, id="no day"),
    ],
)
def test_a_day_alone(text: str, *, expected: bool) -> None:
    assert is_day_alone(text, cut(text)[0]) is expected
