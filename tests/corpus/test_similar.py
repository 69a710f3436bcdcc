"""Near-duplicates: the index finds exactly what comparing every pair finds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forelook.corpus.similar import SIMILAR, find_similar, make_runs

LONG = "the company expects sales of ten million dollars in the third quarter of the year"
CASES = {
    "same but for case and marks": (["We expect growth, soon.", "we expect growth soon"], [0, 0]),
    "one word of fifteen": ([LONG, LONG.replace("ten", "twelve")], [0, 0]),
    "two words apart": ([LONG, LONG.replace("ten", "twelve").replace("third", "first")], [0, 1]),
    "short ones must be the same": (["Sales rose.", "Sales fell.", "Sales rose!"], [0, 1, 0]),
    "first of three": ([LONG, "other words stand here now", LONG, LONG], [0, 1, 0, 0]),
    "none": ([], []),
}


@pytest.mark.parametrize(("texts", "expected"), CASES.values(), ids=CASES)
def test_first_similar_text(texts, expected):
    assert find_similar(texts) == expected


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(st.sampled_from("abcde"), max_size=9).map(" ".join), max_size=25))
def test_index_agrees_with_every_pair(texts):
    sets = [make_runs(text) for text in texts]
    expected = list(range(len(texts)))
    for number in range(len(texts)):
        for other in range(number):
            if len(sets[number] & sets[other]) > SIMILAR * len(sets[number] | sets[other]):
                expected[number] = min(expected[number], expected[other])
    assert find_similar(texts) == expected
