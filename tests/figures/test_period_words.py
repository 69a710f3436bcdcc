"""The words that weigh for a figure's period, and what the learned weights make of them."""

from __future__ import annotations

import pytest

from forelook.expressions.words.cues import fold
from forelook.figures.period_words import words_of_period, words_of_statement

PERIODS = {
    "before the figure": (
        "In fiscal 2026, sales should reach <$9 million>.",
        "2026",
        {"left ,", "left sales", "left should", "left reach", "name 4"},
    ),
    "after the figure": (
        "It plans <12 stores> by the end of 2027.",
        "2027",
        {"right by", "right the", "right end", "right of", "name 4"},
    ),
    "a number between them is no word": (
        "Costs of <$3> in 40 towns in May",
        "May",
        {"right in", "right towns", "name may"},
    ),
}


def _place(marked: str) -> tuple[str, tuple[int, int]]:
    start, end = marked.index("<"), marked.index(">") - 1
    return fold(marked.replace("<", "").replace(">", "")), (start, end)


@pytest.mark.parametrize(("marked", "period", "words"), PERIODS.values(), ids=PERIODS)
def test_a_period_has_its_own_words_and_those_between_it_and_the_figure(marked: str, period: str, words: set[str]) -> None:
    text, value = _place(marked)
    first = text.index(period.lower())
    assert set(words_of_period(text, value, (first, first + len(period)))) == words


def test_a_statement_has_each_word_once_and_those_beside_the_figure() -> None:
    text, value = _place("We will add <40 jobs> there, and we will add more.")
    assert words_of_statement(text, value) == (
        *(f"statement {word}" for word in ("we", "will", "add", "jobs", "there", ",", "and", "more")),
        *(f"lead {word}" for word in ("we", "will", "add")),
        *(f"follow {word}" for word in ("there", ",", "and", "we", "will")),
    )


def test_a_long_statement_costs_no_more_than_its_beginning() -> None:
    text = "we expect sales of $1 in 2026 and " + "more and more " * 10_000 + "in 2027"
    few = words_of_statement(text, (18, 20)), words_of_period(text, (18, 20), (len(text) - 4, len(text)))
    assert sum(map(len, few)) < 60
