"""A way, and the metric that it is looked for beside.

In: a folded statement, a metric in it, a match. Out: a Way, its places counting in the statement.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from forelook.expressions.words.cues import Cue, cue
from forelook.expressions.words.watching import Words
from forelook.figures.metrics.mentions import Mention
from forelook.figures.way_words import WAY
from forelook.records import Trend

_DOWN = cue(r"decreas|declin|reduct|pressure")


class Way(NamedTuple):
    """Where a forecast says a metric goes; places count in the text."""

    start: int
    end: int
    trend: Trend
    name: str  # of the metric
    pattern: str


class Metric(NamedTuple):
    """A metric with what stands around it."""

    sentence: Words
    mention: Mention
    before: str
    stop: int  # where the next metric begins

    @property
    def text(self) -> str:
        """The folded statement."""
        return self.sentence.text

    def search(self, pattern: Cue, mark: int) -> re.Match[str] | None:
        """Return the first match of a pattern in the words before the metric."""
        return self.sentence.search(pattern, mark, self.mention.start - len(self.before), self.mention.start)

    @property
    def words(self) -> str:
        """The metric's own words."""
        return self.text[self.mention.start : self.mention.end]

    def after(self, match: re.Match[str], pattern: str, trend: Trend | None = None) -> Way:
        """Return the way of a match in the text."""
        return Way(*match.span("way"), trend or find_trend(match.group("way")), self.mention.name, pattern)

    def ahead(self, match: re.Match[str], pattern: str, trend: Trend | None = None) -> Way:
        """Return the way of a match in the words before the metric."""
        offset = self.mention.start - len(self.before)
        start, end = match.span("way")
        return Way(offset + start, offset + end, trend or find_trend(match.group("way")), self.mention.name, pattern)


def find_trend(word: str) -> Trend:
    """Return the trend that a word of a way gives."""
    match = WAY.search(word)
    if match is None:
        return "down" if _DOWN.match(word) else "up"
    return match.lastgroup  # type: ignore[return-value]
