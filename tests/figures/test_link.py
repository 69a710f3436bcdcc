"""Linking: what stands between a value and a metric."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from forelook.figures.link import _CLAUSE, count_clauses

PARTS = [", ", "; ", ". ", ".", ": ", ",", " ", "  ", "and ", "while ", " but ", "whereas ", "up ", "compared ", "to", "3.5", "revenue"]


@settings(max_examples=300, derandomize=True, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=8).map("".join))
def test_clauses_are_those_of_the_pattern(between):
    assert count_clauses(between) == len(_CLAUSE.findall(between))
