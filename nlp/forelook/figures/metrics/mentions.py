"""Metrics: the words of a text that name what is predicted.

In: the text of a statement. Out: mentions in order, the longest where several begin at one place. The words are data/metrics.txt.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from forelook.data_files import read_entries
from forelook.expressions.words.cues import Cue, cue, fold
from forelook.expressions.words.heads import HeadIndex
from forelook.expressions.words.watching import Words, find_words, watch_heads

_BLANK = re.compile(r"\[[^\]]*\]| \??")
_CONSTANT = ("constant ", "constant-", "local ", "local-")  # before a currency that is a basis, and has no effect
_NOT_BEFORE = "_$'’"  # the word is part of a longer one


class Mention(NamedTuple):
    """A metric's words."""

    start: int
    end: int
    name: str

    def move(self, by: int) -> Mention:
        """Return the mention further on in a text."""
        return Mention(self.start + by, self.end + by, self.name)


@cache
def _rows() -> list[list[str]]:
    """Return the metrics, each with one pattern of its words as it is written."""
    return [entry.split("\t") for entry in read_entries("figures", "metrics")]


@cache
def _index() -> HeadIndex:
    """Return the index of the words' heads."""
    return HeadIndex(_beginning(words).pairs for _, words in _rows())


def _beginning(words: str) -> Cue:
    """Return a short pattern with the heads of the one that is tried; it is never compiled."""
    return cue(rf"(?:{words})\b")


def _pattern(words: str) -> Cue:
    """Return the pattern of a metric's words."""
    return cue(rf"(?:{_BLANK.sub(_widen, words)})(?![^\W\d_&])(?!-(?:based|related|free|driven))")


def _widen(match: re.Match[str]) -> str:
    """Return what a blank of a pattern stands for: blanks or hyphens, nothing too where it may be absent; inside a class of characters any blank."""
    found = match.group()
    return {" ": r"[\s-]+", " ?": r"[\s-]*"}.get(found) or found.replace(" ", r"\s")


@lru_cache(4096)
def _candidates(word: str) -> tuple[tuple[Cue, str, tuple[str, ...]], ...]:
    """Return the patterns that may begin with a word, with their metrics and what the next word must begin with."""
    rows = _rows()
    return tuple((_pattern(words), name, following) for number, following in _index().find(word) for name, words in [rows[number]])


METRIC_MARK = watch_heads(lambda: frozenset().union(*(_beginning(words).heads for _, words in _rows())))


def find_metrics(text: str) -> list[Mention]:
    """Return the metrics that `text` names, in order, without overlap."""
    return read_metrics(find_words(fold(text)))


def read_metrics(words: Words) -> list[Mention]:
    """Return the metrics that a text with its words names."""
    found = [Mention(*match.span(), name) for name, match in words.match_all(METRIC_MARK, _candidates, _NOT_BEFORE, longest=True)]
    return [one for one in found if one.name != "fx_impact" or not words.text.endswith(_CONSTANT, 0, one.start)]
