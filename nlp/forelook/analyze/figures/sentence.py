"""One statement and what was found in it, each found once and only when asked for.

In: a text as printed, and a way to the release's clock. Out: the text folded; values, metrics, periods and acts.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from forelook.analyze.figures.acts import Act, find_acts
from forelook.analyze.figures.clock import Clock
from forelook.analyze.figures.cues import cue, fold
from forelook.analyze.figures.metrics import Mention, find_metrics
from forelook.analyze.figures.numbers import Value, find_values
from forelook.analyze.figures.periods import When, find_periods

_NUMBER = cue(
    r"\d|\b(?:digits?|teens|flat|break-?even|doubl|tripl|quadrupl|halv|penny|cents?\b|percent|million|billion|tens\s+of|one|two|three|four|five|six|seven|eight|nine|ten\b"
    r"|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
)


class Sentence:
    """The words of one statement; places count in its text."""

    def __init__(self, printed: str, dollar: str, clock: Callable[[], Clock]) -> None:
        self.printed = printed
        self.text = fold(printed)
        self._dollar = dollar
        self._clock = clock

    @property
    def clock(self) -> Clock:
        """The release's clock."""
        return self._clock()

    @cached_property
    def numbers(self) -> list[Value]:
        """The numbers, years and dates among them: they cost no clock."""
        return find_values(self.text, self._dollar) if _NUMBER.search(self.text) else []

    @cached_property
    def values(self) -> list[Value]:
        """The numbers that are no part of a period."""
        return [value for value in self.numbers if not any(when.start < value.end and value.start < when.end for when in self.periods)]

    @cached_property
    def metrics(self) -> list[Mention]:
        """The metrics named."""
        return find_metrics(self.text)

    @cached_property
    def periods(self) -> list[When]:
        """The periods named."""
        return find_periods(self.printed, self.clock)

    @cached_property
    def acts(self) -> list[Act]:
        """The acts on guidance."""
        return find_acts(self.text)
