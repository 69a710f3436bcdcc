"""What the stages hand on: a figure in the making, and what is known where its statement begins.

In: nothing. Out: the records Draft and Frame that prose.py, qualitative.py, unstated.py and tables/ fill and __init__.py turns into Figures.
"""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct

from forelook.figures.metrics.mentions import Mention
from forelook.records import Basis, Direction, Form, GrowthBasis, Measure, Trend
from forelook.spans import Span


class Frame(NamedTuple):
    """A resolved period with the place of its words in the release."""

    name: str
    fiscal: bool
    start: int
    end: int
    past: bool = False  # it was over when the release came out
    over: bool = False  # the release reports it, or a later one

    def move(self, by: int) -> Frame:
        """Return the frame with its words further on in a text."""
        return Frame(self.name, self.fiscal, self.start + by, self.end + by, self.past, self.over)


class Candidate(NamedTuple):
    """A period that may be a figure's, None for no period, with what weighs for it: numbers, and words marked by where they stand."""

    features: tuple[float, ...]
    frame: Frame | None
    words: tuple[str, ...] = ()


class Draft(Struct):
    """A figure in the making; every place counts in the release's text."""

    metric: Mention
    form: Form
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    noun: str | None = None
    value: Span | None = None
    basis: Basis = "unknown"
    entity: Span | None = None
    period: Frame | None = None
    measure: Measure = "level"
    trend: Trend | None = None
    growth_basis: GrowthBasis | None = None
    direction: Direction = "issued"
    prior: tuple[float | None, float | None, int, int] | None = None
    scale_missing: bool = False
    own_act: bool = False  # the direction is said of this very figure
    marked: bool = False  # by a mark after its paragraph, item or heading
    features: tuple[float, ...] = ()
    place: str = "prose"  # or table
    words: tuple[str, ...] = ()  # around the figure, for score.py
    choices: list[Candidate] = []  # periods of its own statement that may be its own
    borrows: bool = True  # the section may lend it a period
    statement: int = 0
    score: float = 1.0


def place_drafts(drafts: list[Draft], by: int) -> None:
    """Move the places of drafts from their statement to the release."""
    for draft in drafts:
        draft.metric = draft.metric.move(by)
        if draft.value:
            draft.value = (draft.value[0] + by, draft.value[1] + by)
        if draft.entity:
            draft.entity = (draft.entity[0] + by, draft.entity[1] + by)
        if draft.period:
            draft.period = draft.period.move(by)
        if draft.prior:
            draft.prior = (draft.prior[0], draft.prior[1], draft.prior[2] + by, draft.prior[3] + by)
        draft.choices = [choice._replace(frame=choice.frame and choice.frame.move(by)) for choice in draft.choices]
