"""Others than the company: the words that stand for a look at the patterns of markets and sayings."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from forelook.expressions.numbers.values import find_values
from forelook.expressions.words.watching import find_words
from forelook.figures.others import _AGREES, _OTHERS_SAY, _SAID_BY_OTHERS, OF_MARKET, is_of_market, is_said_by_others

PARTS = [
    "In 2026 alone", ", ", ". ", " ", " ", "Americans", "the ", "United States", "nation", "world", " is", " are", " will", "expected to", "market", "industry",
    " reach", "valued at ", "projected to ", "our ", "analysts", "some", " expect", "according to ", "a report", "research", "comfortable with ", "consensus of ",
    "sales of ", "state ", "goal of ",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PARTS), max_size=9).map(lambda parts: "".join(parts).lower())


@settings(max_examples=300, derandomize=True, deadline=None)
@given(TEXTS)
@example("in 2026 alone, the united states is expected to generate ")
def test_markets_are_spoken_of_by_their_words(text):
    assert find_words(text).has(OF_MARKET, 0, len(text)) or not is_of_market(text)


@settings(max_examples=300, derandomize=True, deadline=None)
@given(TEXTS, TEXTS)
@example("analysts expect sales of ", "")
@example("sales of ", " according to a report")
def test_sayings_are_those_of_the_patterns(before, after):
    words = find_words(f"{before} $5 million {after}")
    value = next(value for value in find_values(words.text) if value.unit)
    begun = words.text[: value.start]
    said = (_OTHERS_SAY.search(begun) and not _AGREES.search(begun)) or _SAID_BY_OTHERS.match(words.text, value.end)
    assert is_said_by_others(words, value) == bool(said)
