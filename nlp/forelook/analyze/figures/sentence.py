"""One statement and what was found in it, each found once and only when asked for.

In: a text as printed, and a way to the release's clock. Out: the text folded; values, metrics, periods and acts.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from forelook.analyze.figures.acts import Act, find_acts
from forelook.analyze.figures.amounts import Amount, find_amounts
from forelook.analyze.figures.clock import Clock
from forelook.analyze.figures.cues import fold
from forelook.analyze.figures.metrics import Mention, read_metrics
from forelook.analyze.figures.numbers import Value, read_values
from forelook.analyze.figures.periods import When, outside, read_periods
from forelook.analyze.figures.words import find_words


class Sentence:
    """The words of one statement; places count in its text."""

    def __init__(self, printed: str, dollar: Callable[[], str], clock: Callable[[], Clock]) -> None:
        self.printed = printed
        self.text = fold(printed)
        self._dollar = dollar
        self._clock = clock
        self.words = find_words(self.text)

    @property
    def clock(self) -> Clock:
        """The release's clock."""
        return self._clock()

    @cached_property
    def amounts(self) -> list[Amount]:
        """The amounts printed, years and days among them."""
        return find_amounts(self.words)

    @cached_property
    def values(self) -> list[Value]:
        """The figures: what amounts make that are no part of a period."""
        return outside(read_values(self.words, self.amounts, self._dollar()), self.periods)

    @cached_property
    def metrics(self) -> list[Mention]:
        """The metrics named."""
        return read_metrics(self.words)

    @cached_property
    def periods(self) -> list[When]:
        """The periods named."""
        return read_periods(self.printed, self.words, self._clock)

    @cached_property
    def acts(self) -> list[Act]:
        """The acts on guidance."""
        return find_acts(self.words)
