"""Phrases: how the word lists of `data/wordings.txt` become expressions, and sentences what these are asked of.

In: the groups of the file, or a sentence. Out: wordings, each an expression with the words that are signs of it, and sentences in small letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from forelook.data_files import read_entries
from forelook.months import MONTH_NAMES

MONTH = rf"(?:{'|'.join(MONTH_NAMES).lower()})"
_SEASON = r"(?:spring|summer|fall|autumn|winter)\b"
VIEW = r"(?:outlook|guidance|forecasts?|expectations)"
WHEN = (
    rf"(?:(?:in|on|by|during|around|from) (?:early |late |mid-|the )?(?:{MONTH}\b|(?:199|20\d)\d\b|(?:first|second|third|fourth) (?:quarter|half)|{_SEASON})"
    rf"|{MONTH} \d|next (?:year|month|week|quarter|{_SEASON})|(?:later )?this {_SEASON}|later this (?:year|month)\b)"
)


class Folded(NamedTuple):
    """A sentence in small letters, with single blanks and straight apostrophes, and those of its words that are signs of a wording."""

    text: str
    words: frozenset[str]


class Wording(NamedTuple):
    """What a sentence holds whose label it leaves no doubt about."""

    signs: frozenset[str]  # words or phrases of which it holds one at least, which is quick to check
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None = None  # what leaves the label open beside it

    def settles(self, sentence: Folded) -> bool:
        """Return whether a sentence that holds one of the signs is worded so."""
        return self.pattern.search(sentence.text) is not None and (self.unless is None or self.unless.search(sentence.text) is None)


@cache
def read_groups() -> dict[str, list[str]]:
    """Return the phrases of each group of `data/wordings.txt`."""
    groups: dict[str, list[str]] = {}
    for name, _, phrases in (line.partition(":") for line in read_entries("model", "wordings")):
        groups[name] = [phrase.strip() for phrase in phrases.split(",")]
    return groups


def find_open(*left_out: str) -> re.Pattern[str]:
    """Return an expression for the words beside which wordings leave a label open."""
    return re.compile(rf"\b{one_of(phrase for phrase in read_groups()['open'] if phrase not in left_out)}\b")


def one_of(phrases: Iterable[str]) -> str:
    """Return an expression for one of some phrases."""
    return f"(?:{'|'.join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))})".replace(r"\ ", " ")
