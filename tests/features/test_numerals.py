"""The year of a release, as the text encoder looks for it."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from forelook.features.numerals import year_of

RULE = re.compile(r"(?:19[89]\d|20[0-4]\d)(?<![\d.,$]....)(?![\d,]|\.\d)")


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("BOSTON, March 3, 2004 -- In 1999", 2004),
        ("net sales of $2000 and 2,015.5 units", 0),
        ("1979", 0),
        ("in 2019.", 2019),
        ("x" * 4000 + " 2004", 0),
    ],
)
def test_the_year_of_a_release(text: str, year: int) -> None:
    assert year_of(text) == year


@given(st.text("1890204.,$ \u0661é\U0001f600a", max_size=40))
@example("1980")
@example("x2004.")
@example("200\u0661")
@example("2004.\u0661 2010")
@example("x" * 2996 + "2004.5")
@example("x" * 2997 + "2004")
def test_the_year_is_the_one_that_the_expression_finds(text: str) -> None:
    match = RULE.search(text, 0, 3000)
    assert year_of(text) == (int(match[0]) if match else 0)
