"""One statement and what was found in it, each found once and only when asked for.

In: a text as printed, and what its release says of itself. Out: the text folded; values, metrics, periods and acts.
"""

from __future__ import annotations

from forelook.expressions.numbers.amounts import Amount, find_amounts
from forelook.expressions.numbers.brackets import open_brackets
from forelook.expressions.numbers.values import Value, read_values
from forelook.expressions.periods.clock import Clock
from forelook.expressions.periods.period import When
from forelook.expressions.periods.when import outside, read_periods
from forelook.expressions.words.cues import fold
from forelook.expressions.words.watching import find_words
from forelook.figures.acts import Act, find_acts
from forelook.figures.background import Background, found
from forelook.figures.metrics.mentions import Mention, read_metrics


class Sentence:
    """The words of one statement; places count in its text."""

    def __init__(self, printed: str, background: Background) -> None:
        self.printed = printed
        self.text = open_brackets(fold(printed))
        self._background = background
        self.words = find_words(self.text)
        self.acts: list[Act] = find_acts(self.words)  # on guidance; each statement and each heading is asked for them

    @property
    def clock(self) -> Clock:
        """The release's clock."""
        return self._background.clock

    @found
    def amounts(self) -> list[Amount]:
        """Return the amounts printed, years and days among them."""
        return find_amounts(self.words)

    @found
    def numbers(self) -> list[Value]:
        """Return the figures that amounts make, those of periods among them."""
        return read_values(self.words, self.amounts, self._background.dollar)

    @found
    def values(self) -> list[Value]:
        """Return the figures: what amounts make that are no part of a period."""
        return outside(self.numbers, self.periods)

    @found
    def metrics(self) -> list[Mention]:
        """Return the metrics named."""
        return read_metrics(self.words)

    @found
    def periods(self) -> list[When]:
        """Return the periods named."""
        return read_periods(self.printed, self.words, lambda: self._background.clock)
