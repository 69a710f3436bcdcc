"""What tells lone surrogates, against the expression that it stands for, in all widths of texts."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from forelook.surrogates import has_surrogates
from forelook.texts import replace_surrogates

SURROGATE = re.compile("[\ud800-\udfff]")
EDGES = ["a", "é", "’", "\ud7ff", "\ud800", "\udfff", "\ue000", "\U0001d800", "\U0001f33e"]


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from(EDGES), max_size=8), st.sampled_from(["", "oats ", "Mühle ", "the mill’s ", "🌾 "]), st.integers(0, 200))
@example("", "", 0)
@example("\ud800", "🌾 ", 200)
def test_tells_what_the_expression_finds(text: str, before: str, times: int) -> None:
    text = before * times + text
    assert has_surrogates(text) == (SURROGATE.search(text) is not None)


@pytest.mark.parametrize("width", ["’", "🌾"], ids=["two bytes", "four bytes"])
@pytest.mark.parametrize("place", [0, 1, 511, 512, 513, 1023, 1999])
def test_finds_one_wherever_it_stands(place: int, width: str) -> None:
    plain = width * 2000
    assert not has_surrogates(plain)
    assert has_surrogates(plain[:place] + "\udc80" + plain[place + 1 :])


def test_every_lone_surrogate_is_replaced_and_nothing_else() -> None:
    assert replace_surrogates("oats\ud800 and\udfff 🌾 ’") == "oats\ufffd and\ufffd 🌾 ’"
