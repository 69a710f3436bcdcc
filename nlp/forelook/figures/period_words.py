"""The words that weigh for a period: its own and those between it and the figure; for one that the section lends, or for none, those of the statement.

In: a folded statement, the places of a figure and of a period. Out: words marked by where they stand, whose weights stand in data/period.json.
"""

from __future__ import annotations

import re
from functools import lru_cache

from forelook.spans import Span

_TOKEN = re.compile(r"[a-z]+|[%$;:,()]|\d+")
_BESIDE, _MOST_BESIDE = 40, 5  # characters, and words, on either side of a figure that count by themselves
_LONGEST = 1000  # characters of a statement, or between a figure and a period, whose words are looked at


def words_of_period(text: str, value: Span, period: Span) -> tuple[str, ...]:
    """Return the words of a period in the statement, a number by its length, and those between it and the figure, by side."""
    (start, end), (first, last) = value, period
    between, side = ((last, start), "left") if last <= start else ((end, first), "right")
    return (
        *[f"{side} {word}" for word in _distinct(text, between[0], min(between[1], between[0] + _LONGEST))],
        *[f"name {len(word) if word.isdigit() else word}" for word in _TOKEN.findall(text, first, last)],
    )


def words_of_statement(text: str, value: Span) -> tuple[str, ...]:
    """Return the words of a statement without numbers, and those right before and after the figure, which tell whether it has a period from elsewhere."""
    start, end = value
    return (
        *_words_of(text[:_LONGEST]),
        *[f"lead {word}" for word in _TOKEN.findall(text, max(0, start - _BESIDE), start)[-_MOST_BESIDE:]],
        *[f"follow {word}" for word in _TOKEN.findall(text, end, end + _BESIDE)[:_MOST_BESIDE]],
    )


@lru_cache(64)
def _words_of(text: str) -> tuple[str, ...]:
    """Return the words of a statement's beginning, which are the same for each of its figures."""
    return tuple([f"statement {word}" for word in _distinct(text, 0, len(text))])


def _distinct(text: str, start: int, end: int) -> list[str]:
    """Return the words of a stretch without numbers, each once, in order."""
    return [word for word in dict.fromkeys(_TOKEN.findall(text, start, end)) if not word.isdigit()]
