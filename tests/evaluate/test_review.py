"""Review: what is listed, in which order, and what is folded."""

from __future__ import annotations

import pytest

from forelook.evaluate.review import review
from forelook.records import Header, Label, Release, Scores, Source, Statement

SENTENCE = "The company expects to open {} mills in Duluth and to close the old ones by the end of May."


def make_release(identity, *rows):
    statements = [
        Statement(start, start + 1, text, Label.GUIDANCE, best, Scores(best, 1 - best, 0.0, 0.0), True, best, "sentence", None, None, None)
        for start, (best, text) in enumerate(rows)
    ]
    return Release("forelook/1", identity, Source(), Header(), {}, None, "codepoint", "", statements, [], [], None, [])


def test_least_certain_first_with_place_and_runner_up():
    found = review([make_release("a", (0.9, "One."), (0.6, "Two.")), make_release("b", (0.5, "Three."))], 2)
    assert [(one.id, one.start, one.margin, one.label, one.runner_up, one.text) for one in found] == [
        ("b", 0, 0.0, Label.GUIDANCE, Label.HISTORICAL_FACT, "Three."),
        ("a", 1, 0.2, Label.GUIDANCE, Label.HISTORICAL_FACT, "Two."),
    ]


def test_near_duplicates_are_folded_into_the_least_certain():
    releases = [make_release("a", (0.8, SENTENCE.format("two"))), make_release("b", (0.6, SENTENCE.format("three")), (0.7, "Quite another."))]
    assert [(one.id, one.text, one.count) for one in review(releases, 5)] == [("b", SENTENCE.format("three"), 2), ("b", "Quite another.", 1)]


def test_the_order_of_releases_does_not_matter():
    releases = [make_release(f"r{number}", (0.5 + number / 1000, f"Sentence {number} stands alone."), (0.95, "The same.")) for number in range(200)]
    assert review(releases, 3) == review(reversed(releases), 3)
    assert [one.id for one in review(iter(releases), 3)] == ["r0", "r1", "r2"]


def test_limit_must_be_positive():
    with pytest.raises(ValueError, match="limit 0: expected 1 or more"):
        review([], 0)
