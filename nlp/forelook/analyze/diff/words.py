"""Words of two texts set against each other.

In: texts. Out: how much they share, and what stands in one only. Done by difflib, of the standard library: statements are short, and only
pairs that share rare words are compared at all, so that nothing faster is needed.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import NamedTuple

_WORD = re.compile(r"\w+(?:[.,’'-]\w+)*|[^\w\s]")
_TOKEN = re.compile(r"\s+|\w+(?:[.,’'-]\w+)*|[^\w\s]")
_MOST_WORDS = 400  # of a text that are compared; tables may be long, and their beginnings tell


class Edit(NamedTuple):
    """A stretch of the old text and what stands in its place in the new; the same where nothing changed."""

    same: bool
    old: str
    new: str


def split_words(text: str) -> list[str]:
    """Return the words and marks of a text, as far as they are compared.

    >>> split_words("Sales of $1.5 million.")
    ['Sales', 'of', '$', '1.5', 'million', '.']
    """
    return _WORD.findall(text)[:_MOST_WORDS]


def measure_similarity(old: list[str], new: list[str]) -> float:
    """Return the share of words in the same order in both, 0 to 1."""
    return round(SequenceMatcher(None, old, new, autojunk=False).ratio(), 4)


def find_edits(old: str, new: str) -> list[Edit]:
    """Return two texts as edits; joined, they give both texts again."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    key_before, key_after = [_key(token) for token in before], [_key(token) for token in after]
    autojunk = len(before) * len(after) > 1_000_000
    edits: list[Edit] = []
    for tag, a, b, c, d in SequenceMatcher(None, key_before, key_after, autojunk=autojunk).get_opcodes():
        edit = Edit(tag == "equal", "".join(before[a:b]), "".join(after[c:d]))
        if edits and edit.same and not edit.new.strip() and not edits[-1].same:  # a blank between two changes belongs to them
            edit = edit._replace(same=False)
        if edits and edits[-1].same == edit.same:
            last = edits.pop()
            edit = Edit(edit.same, last.old + edit.old, last.new + edit.new)
        edits.append(edit)
    return edits


def _key(token: str) -> str:
    return " " if token.isspace() else token
