"""Fact wordings: sentences that only look like guidance, each with one that is guidance, or may be."""

from __future__ import annotations

import pytest

from forelook.model.fact_wordings import make_facts
from forelook.model.phrases import read_groups
from forelook.model.wording import fold

FACTS = tuple(make_facts(read_groups()))


def settle(sentence: str) -> bool:
    folded = fold(sentence)
    return any(wording.settles(folded) for wording in FACTS)


@pytest.mark.parametrize(
    ("fact", "other"),
    [
        pytest.param("Harrow Leather will release its quarterly results on July 30.", "Harrow Leather will release a new hide.", id="when results come"),
        pytest.param("Analysts expect earnings of $1.12 a share.", "We expect earnings of $1.12 a share.", id="somebody else's forecast"),
        pytest.param("According to a trade group, demand for hides will double.", "Demand for hides will double.", id="a source cited first"),
        pytest.param("The consensus estimate is $1.12 a share.", "Our estimate is $1.12 a share.", id="the consensus"),
        pytest.param("Harrow Leather had expected sales of $66 million.", "Harrow Leather expects sales of $66 million.", id="a past expectation"),
        pytest.param("Sales exceeded the guidance range.", "Sales should exceed the guidance range.", id="past guidance as a measure"),
        pytest.param("The plan is to take effect immediately.", "The price is to take effect in May.", id="what takes effect at once"),
        pytest.param("The notes are due in 2031.", "The tannery is due in 2031.", id="terms of a debt"),
        pytest.param("Holders will receive two shares.", "Tanners will receive two shares.", id="terms of a deal"),
        pytest.param("Under the agreement, Harrow will pay $4 million.", "Under the plan, Harrow expects to pay $4 million.", id="terms of an agreement"),
        pytest.param("The tannery is on schedule.", "The tannery is on schedule to open in June.", id="work on schedule"),
        pytest.param("Harrow Leather is well-poised for growth.", "Harrow Leather is poised to double its sales.", id="poised, with no figure"),
        pytest.param("Harrow can tan hides of any size.", "Harrow can tan twice as many hides by 2030.", id="what it can do"),
    ],
)
def test_facts(fact: str, other: str) -> None:
    assert settle(fact)
    assert not settle(other)


def test_every_wording_has_signs_by_which_other_sentences_are_passed_over() -> None:
    assert all(wording.signs for wording in FACTS)
    assert {sign.lower() for wording in FACTS for sign in wording.signs} == {sign for wording in FACTS for sign in wording.signs}
