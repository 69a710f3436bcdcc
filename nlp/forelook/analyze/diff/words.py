"""Compares the words of two texts.

In: texts. Out: how much they share, and what is only in one of them. The standard library's difflib is fast enough: statements are short, and
only pairs that share rare words are compared at all.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import NamedTuple

_WORD = re.compile(r"\w+(?:[.,’'-]\w+)*|[^\w\s]")
_TOKEN = re.compile(r"\s+|\w+(?:[.,’'-]\w+)*|[^\w\s]")
_MOST_WORDS = 400  # compared of each text; tables may be long, but their beginnings identify them


class Edit(NamedTuple):
    """A stretch of the old text and its replacement in the new one; equal but for blanks where `same`."""

    same: bool
    old: str
    new: str


def split_words(text: str) -> list[str]:
    """Return the words and punctuation marks of a text, as many as are compared.

    >>> split_words("Sales of $1.5 million.")
    ['Sales', 'of', '$', '1.5', 'million', '.']
    """
    return _WORD.findall(text)[:_MOST_WORDS]


def measure_similarity(old: list[str], new: list[str]) -> float:
    """Return the share of words that both have in the same order, 0 to 1."""
    return round(SequenceMatcher(None, old, new, autojunk=False).ratio(), 4)


def find_edits(old: str, new: str) -> list[Edit]:
    """Return the edits between two texts; their `old` parts joined are the old text, their `new` parts the new one."""
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
