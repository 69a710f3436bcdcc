"""Units of oil and metals that bear their scale, and the letters that stand for a look at their pattern."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forelook.expressions.numbers.quantities import _SCALED, find_quantity_scale

PARTS = [
    "m", "k", "mm", "boe", "oeb", "bbls", "bopd", "bpd", "b/d", "bo/d", "oz", "lbs", "kt", "ktpa", "000", "’s", "s", "thousand", "million", "of", "metric",
    "ounces", "tons", "units", "feet", "|", "   ", "\n", " ", " ", "x",
]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "factor"),
    [
        ("mboe per day", 1e3),
        ("mm boe", 1e6),
        ("koz", 1e3),
        ("m lbs", 1e6),
        ("ktpa", 1e3),
        ("000's of payable ounces", 1e3),
        ("| 000’s |", 1e3),
        ("million cubic feet", 1e6),
        ("mmcf", None),
        ("megawatts", None),
        ("million of sales", None),
    ],
)
def test_factor(words, factor):
    assert find_quantity_scale(words) == factor


@settings(max_examples=400, derandomize=True, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=8).map("".join))
def test_a_factor_is_found_wherever_the_pattern_matches(words):
    assert (find_quantity_scale(words) is not None) == (_SCALED.search(words) is not None)
