"""Groups of words that play one part in a sentence, as features use them.

In: `data/lexicon.txt`. Out: the group number of each word, and which groups hold words that can look forward.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from forelook.data_files import read_entries

LAST_CUE = "stance"  # the groups up to this one hold the words that can look forward


class Groups(NamedTuple):
    """`names[0]` is "none"; `numbers` gives the group of each word, that of its first group where it is in several."""

    names: tuple[str, ...]
    numbers: dict[str, int]
    last_cue: int


@cache
def load_groups() -> Groups:
    """Return the groups of `data/lexicon.txt`."""
    names, numbers = ["none"], dict[str, int]()
    for entry in read_entries("features", "lexicon"):
        name, _, words = entry.partition(":")
        names.append(name.strip())
        for word in words.split():
            numbers.setdefault(word, len(names) - 1)
    return Groups(tuple(names), numbers, names.index(LAST_CUE))
