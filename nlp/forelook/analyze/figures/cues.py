"""Cues: word patterns for folded text, with the letters that they may begin with.

In: patterns as written, with capitals where words bear them. Out: Cues that look at folded text only, which Python's engine tries three to six
times as quickly as patterns that ignore case, and that say by a look at a text's words (words.py) whether they can match there at all.
"""

from __future__ import annotations

import re
from functools import cache, cached_property
from re import _parser  # type: ignore[attr-defined]

from forelook.analyze.figures.heads import Head, find_pairs, first_heads

_CAPITALS = re.compile(r"\\.|\(\?P[<=]\w+|[A-Z]+", re.DOTALL)


class Cue:
    """A compiled pattern for folded text; its methods are those of the pattern."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = re.compile(_CAPITALS.sub(lambda match: match.group() if match.group()[0] in "\\(" else match.group().lower(), pattern), flags)
        self.search, self.match, self.fullmatch = self.pattern.search, self.pattern.match, self.pattern.fullmatch
        self.finditer, self.findall, self.split = self.pattern.finditer, self.pattern.findall, self.pattern.split

    @cached_property
    def heads(self) -> frozenset[Head]:
        """The beginnings of the words that a match may begin with."""
        return first_heads(self.pairs)

    @cached_property
    def pairs(self) -> frozenset[Head]:
        """The same with the beginnings of the words that follow those."""
        return find_pairs(_parser.parse(self.pattern.pattern, self.pattern.flags))


@cache
def cue(pattern: str, flags: int = 0) -> Cue:
    """Return the Cue of a pattern: its capitals are folded, those of escapes and names of groups stay."""
    return Cue(pattern, flags)


def fold(text: str) -> str:
    """Return `text` in lower case, of the same length: a letter whose small form is longer stays as it is."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)
