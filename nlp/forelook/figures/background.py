"""What a release says of itself, each found once and only when asked for: its clock, and what a bare dollar sign means.

In: a tagged Release. Out: a Background, to which the sentences of the release turn.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from forelook.expressions.numbers.currency import find_dollar
from forelook.expressions.periods.clock import Clock
from forelook.expressions.periods.clock_reading import read_clock
from forelook.records import Label, Release

T = TypeVar("T")


class found(Generic[T]):  # noqa: N801 - a decorator
    """An attribute that is found when it is first asked for; the one of functools takes a lock for each in Python 3.11."""

    def __init__(self, find: Callable[[Any], T]) -> None:
        self._find, self._name, self.__doc__ = find, find.__name__, find.__doc__

    def __get__(self, owner: Any, _: type) -> T:
        """Return what is found; from now on it is a plain attribute."""
        found: T = self._find(owner)
        setattr(owner, self._name, found)
        return found


class Background:
    """What a release says of itself."""

    def __init__(self, release: Release) -> None:
        self.text: str = release.text if isinstance(release.text, str) else ""
        self._date = release.header.date
        self._statements = release.statements

    @found
    def clock(self) -> Clock:
        """Return the release's clock."""
        date = (int(self._date[:4]), int(self._date[5:7])) if self._date else None
        return read_clock(self.text, date, self._history, self._forecast)

    @found
    def dollar(self) -> str:
        """Return the currency of amounts with a bare dollar sign."""
        return find_dollar(self.text)

    def _history(self) -> str:
        return "\n".join(statement.text for statement in self._statements if statement.label is Label.HISTORICAL_FACT)

    def _forecast(self) -> str:
        return "\n".join(statement.text for statement in self._statements if statement.forward_looking)
