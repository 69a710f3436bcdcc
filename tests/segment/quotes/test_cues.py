"""Cues: the verbs of saying in all their forms."""

from __future__ import annotations

import re

import pytest

from forelook.segment.quotes.cues import FINITE, FIRST_WORD_FINDER, FIRST_WORDS, PARTICIPLES


@pytest.mark.parametrize(
    "form",
    ["said", "says", "added", "adds", "noted", "commented", "replied", "replies", "admitted", "quipped", "concluded", "agreed", "pointed out", "points out"],
)
def test_finite_forms(form: str) -> None:
    assert re.fullmatch(FINITE, form)
    assert form.split(maxsplit=1)[0] in FIRST_WORDS


@pytest.mark.parametrize("form", ["saying", "adding", "noting", "replying", "admitting", "agreeing", "pointing out"])
def test_participles(form: str) -> None:
    assert re.fullmatch(PARTICIPLES, form)
    assert re.fullmatch(FINITE, form) is None


@pytest.mark.parametrize("form", ["sayed", "saies", "admited", "replyed", "noteed", "agreing", "sold", "say"])
def test_no_forms(form: str) -> None:
    """What a careless rule of spelling would make, and another verb, and the base form, which follows "I" and "to"."""
    assert re.fullmatch(FINITE, form) is None
    assert re.fullmatch(PARTICIPLES, form) is None


def test_the_longest_form_is_taken() -> None:
    match = re.search(FINITE, "she pointed out that")
    assert match is not None
    assert match.group() == "pointed out"


@pytest.mark.parametrize(
    ("text", "found"), [("The mill, said Lena Brandt", True), ("according to Lena Brandt", True), ("The mill is saidless", False), ("", False)]
)
def test_texts_without_a_cue_are_passed_over(text: str, found: bool) -> None:
    assert bool(FIRST_WORD_FINDER.find(text, 0, len(text))) is found
