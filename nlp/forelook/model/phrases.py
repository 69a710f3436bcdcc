"""Phrases: what wordings are built of: the groups of phrases in `data/wordings.txt`, regular expressions made of them, and the records they go into.

In: phrases. Out: alternations of them, and Wordings, each an expression with the signs by which sentences that cannot match are passed over.
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
COUNT = r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|(?:a|one) (?:hundred|thousand|million))\b)"
VIEW = r"(?:outlook|guidance|forecasts?|expectations)"
WHEN = (
    rf"(?:(?:in|on|by|during|around|from) (?:early |late |mid-|the )?(?:{MONTH}\b|(?:199|20\d)\d\b|(?:first|second|third|fourth) (?:quarter|half)|{_SEASON})"
    rf"|{MONTH} \d|next (?:year|month|week|quarter|{_SEASON})|(?:later )?this {_SEASON}|later this (?:year|month)\b)"
)


class Folded(NamedTuple):
    """A sentence in lower case, with single blanks and straight apostrophes, and those of its words that are signs of a wording."""

    text: str
    words: frozenset[str]


class Wording(NamedTuple):
    """A way of writing that decides the label of a sentence."""

    signs: frozenset[str]  # words or phrases of which such a sentence holds at least one, which is quick to check
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None = None  # what leaves the label open nevertheless

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


def match_open(*left_out: str) -> re.Pattern[str]:
    """Return an expression for the words that leave a label open in spite of a wording, but for those given."""
    return re.compile(rf"\b{one_of(phrase for phrase in read_groups()['open'] if phrase not in left_out)}\b")


def one_of(phrases: Iterable[str]) -> str:
    """Return an expression that matches any of the phrases, the longest first."""
    return f"(?:{'|'.join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))})".replace(r"\ ", " ")


def before_comma(phrases: Iterable[str]) -> frozenset[str]:
    """Return phrases as signs, and as they stand before a comma."""
    return frozenset(form for phrase in phrases for form in (phrase, f"{phrase},"))
