"""One statement and what was found in it, each found once and only when asked for.

In: a text as printed, and a way to the release's clock. Out: the text folded; values, metrics, periods and acts.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from forelook.figures.acts import Act, find_acts
from forelook.figures.metrics.mentions import Mention, read_metrics
from forelook.figures.numbers.amounts import Amount, find_amounts
from forelook.figures.numbers.values import Value, read_values
from forelook.figures.periods.clock import Clock
from forelook.figures.periods.when import When, outside, read_periods
from forelook.figures.words.cues import fold
from forelook.figures.words.watching import find_words

T = TypeVar("T")


class _found(Generic[T]):  # noqa: N801 - a decorator
    """An attribute that is found when it is first asked for; the one of functools takes a lock for each in Python 3.11."""

    def __init__(self, find: Callable[[Any], T]) -> None:
        self._find, self._name, self.__doc__ = find, find.__name__, find.__doc__

    def __get__(self, sentence: Any, _: type) -> T:
        """Return what is found; from now on it is a plain attribute."""
        found: T = self._find(sentence)
        sentence.__dict__[self._name] = found
        return found


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

    @_found
    def amounts(self) -> list[Amount]:
        """Return the amounts printed, years and days among them."""
        return find_amounts(self.words)

    @_found
    def values(self) -> list[Value]:
        """Return the figures: what amounts make that are no part of a period."""
        return outside(read_values(self.words, self.amounts, self._dollar()), self.periods)

    @_found
    def metrics(self) -> list[Mention]:
        """Return the metrics named."""
        return read_metrics(self.words)

    @_found
    def periods(self) -> list[When]:
        """Return the periods named."""
        return read_periods(self.printed, self.words, self._clock)

    @_found
    def acts(self) -> list[Act]:
        """Return the acts on guidance."""
        return find_acts(self.words)
