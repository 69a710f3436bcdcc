"""Groups of words: a number each, that of the first group that names a word; cues come first."""

from __future__ import annotations

from forelook.features.lexicon import LAST_CUE, load_groups


def test_groups() -> None:
    groups = load_groups()
    assert groups.names[0] == "none"
    assert groups.names[groups.last_cue] == LAST_CUE
    assert set(groups.numbers.values()) == set(range(1, len(groups.names)))


def test_words_that_look_forward_are_cues_and_others_are_none() -> None:
    groups = load_groups()
    assert all(0 < groups.numbers[word] <= groups.last_cue for word in ("expects", "anticipates", "will", "outlook"))
    assert all(groups.numbers.get(word, 0) == 0 or groups.numbers[word] > groups.last_cue for word in ("oats", "river"))
    assert all(word == word.lower() for word in groups.numbers)
