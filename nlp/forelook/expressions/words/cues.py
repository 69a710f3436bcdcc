"""Cues: word patterns for folded text, with the letters that they may begin with.

In: patterns as written, with capitals where words bear them. Out: Cues that look at folded text only, which Python's engine tries three to six
times as quickly as patterns that ignore case, and that say by a look at a text's words (watching.py) whether they can match there at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, cached_property
from re import _parser  # type: ignore[attr-defined]
from typing import Any

from forelook.expressions.words.folding import fold
from forelook.expressions.words.heads import Head, find_pairs, first_heads

__all__ = ["Cue", "cue", "fold"]
_CAPITALS = re.compile(r"\\.|\(\?P[<=]\w+|[A-Z]+", re.DOTALL)
_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split")


class Cue:
    """A pattern for folded text, compiled when it is first tried, since a release asks for few of them; its methods are those of the pattern."""

    search: Callable[..., re.Match[str] | None]
    match: Callable[..., re.Match[str] | None]
    fullmatch: Callable[..., re.Match[str] | None]
    finditer: Callable[..., Iterator[re.Match[str]]]
    findall: Callable[..., list[Any]]
    split: Callable[..., list[Any]]

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._words = _CAPITALS.sub(lambda match: match.group() if match.group()[0] in "\\(" else match.group().lower(), pattern)
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """Return a method of the pattern, and keep them all at hand."""
        if name not in _METHODS:
            raise AttributeError(name)
        for method in _METHODS:
            setattr(self, method, getattr(self.pattern, method))
        return getattr(self.pattern, name)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled pattern."""
        return re.compile(self._words, self._flags)

    @cached_property
    def heads(self) -> frozenset[Head]:
        """The beginnings of the words that a match may begin with."""
        return first_heads(self.pairs)

    @cached_property
    def pairs(self) -> frozenset[Head]:
        """The same with the beginnings of the words that follow those."""
        return find_pairs(_parser.parse(self._words, self._flags))


@cache
def cue(pattern: str, flags: int = 0) -> Cue:
    """Return the Cue of a pattern: its capitals are folded, those of escapes and names of groups stay."""
    return Cue(pattern, flags)
