"""The dates in a release's head: those that the pattern of a date finds, looked for where digits stand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forelook.expressions.periods.release_date import _DATE, _find_dates

PARTS = ["march", "mar.", "may", "sept.", "of", "march", " ", "\n", ", ", "5", "12th", "2024", "31", "12/31/24", "1/2/2026", "/", "é", "-", "$4 million", "x"]


@pytest.mark.parametrize("head", ["march 5, 2024", "on 12 march 2024 and may 3", "1/2/2026 may 31", "may  7th, 2025", "2024", ""])
def test_dates_of_a_head(head):
    assert [match.group() for match in _find_dates(head)] == [match.group() for match in _DATE.finditer(head)]


@settings(max_examples=300, derandomize=True, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=12).map("".join))
def test_dates_are_those_of_the_pattern(head):
    assert [match.span() for match in _find_dates(head)] == [match.span() for match in _DATE.finditer(head)]
