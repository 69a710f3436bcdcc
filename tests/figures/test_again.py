"""Repeats: what of a figure another statement gives too, and what does not count."""

from __future__ import annotations

import time

import pytest

from forelook.figures.again import mark_repeats
from forelook.figures.drafts import Draft, Frame
from forelook.figures.metrics.mentions import Mention


def draft(statement: int, name: str = "revenue", low: float | None = 10e6, unit: str | None = "USD", period: str | None = "2026") -> Draft:
    return Draft(Mention(0, 7, name), "point", low, low, unit, period=Frame(period, False, 0, 4) if period else None, statement=statement)


ALL = ("again amount", "again metric", "again period")
REPEATS = {
    "all the same": (draft(5), ALL),
    "another period": (draft(5, period="2027"), ALL[:2]),
    "no period": (draft(5, period=None), ALL[:2]),
    "another metric": (draft(5, "other"), ALL[:1]),
    "another amount": (draft(5, low=11e6), ()),
    "another unit": (draft(5, unit="CAD"), ()),
    "the same statement": (draft(0), ()),
    "no amount": (draft(5, low=None, unit=None), ()),
}


@pytest.mark.parametrize(("other", "words"), REPEATS.values(), ids=REPEATS)
def test_what_is_given_again(other: Draft, words: tuple[str, ...]) -> None:
    drafts = [draft(0), other]
    mark_repeats(drafts)
    assert [one.words for one in drafts] == [words, words]


def test_ways_without_an_amount_are_not_compared() -> None:
    drafts = [draft(0, low=None, unit=None), draft(1, low=None, unit=None)]
    mark_repeats(drafts)
    assert [one.words for one in drafts] == [(), ()]


def test_repeats_are_found_in_linear_time() -> None:
    drafts = [draft(number, period=str(number)) for number in range(100_000)]
    begin = time.perf_counter()
    mark_repeats(drafts)
    assert time.perf_counter() - begin < 3
    assert {one.words for one in drafts} == {ALL[:2]}
