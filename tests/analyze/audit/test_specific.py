"""Which factors are specific, and what stems are."""

from __future__ import annotations

import pytest

from forelook.analyze.audit.specific import is_specific, stem

FACTORS = {
    "a good": ("the price of forged steel", True),
    "a place": ("our Waterloo foundry", True),
    "two words of nearly every industry": ("changes in demand of customers and suppliers", True),
    "one word of nearly every industry": ("loss of customers", False),
    "words of every legend": ("economic conditions", False),
    "the issuer's name": ("Harrow", False),
    "the issuer's name as a word": ("a harrow", True),
    "a deal of its own": ("the proposed merger", True),
    "deals in general": ("mergers", False),
}


@pytest.mark.parametrize(("factor", "expected"), FACTORS.values(), ids=FACTORS)
def test_is_specific(factor: str, *, expected: bool) -> None:
    assert is_specific(factor, frozenset({"harrow"})) is expected


@pytest.mark.parametrize(
    "words", ["plan plans planned planning", "policy policies", "issue issued issuing", "stop stopped", "Harrow Harrow’s", "material materially"]
)
def test_inflections_share_a_stem(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 1


@pytest.mark.parametrize("word", ["is", "bed", "its", "red"])
def test_short_words_are_their_own_stems(word: str) -> None:
    assert stem(word) == word
