"""Column heads: what is said above a cell.

In: the head lines of a table and a cell. Out: the words over the cell, and the period that they give.
"""

from __future__ import annotations

from typing import NamedTuple

from forelook.analyze.figures.clock import Clock
from forelook.analyze.figures.cues import cue, fold
from forelook.analyze.figures.drafts import Frame
from forelook.analyze.figures.periods import When, find_periods
from forelook.analyze.figures.tables.grid import Cell, Row

_YEAR_NAME = cue(r"(?:19|20)\d\d/?|annual")
_YEAR = cue(r"\b(?:19|20)\d\d\b")
_QUARTER = cue(r"\b(?:first|second|third|fourth|Q[1-4])\b|quarter")
_REACH = 28  # columns between the middles of a cell and of a head that still stands over it
_SAME_LINE = 400  # characters between heads of one line
MOST_HEADS = 40


class Head(NamedTuple):
    """What is said above a column."""

    cell: Cell
    text: str  # as printed
    words: str  # folded


def read_heads(printed: str, row: Row) -> list[Head]:
    """Return the heads of a line."""
    return [Head(cell, (text := printed[cell.start : cell.end]), fold(text)) for cell in row.cells]


def find_over(cell: Cell, heads: list[Head]) -> list[Head]:
    """Return the heads that stand over a cell, those of lower lines first."""
    return [head for head in heads if _stands_over(head.cell, cell, heads)]


def _stands_over(head: Cell, cell: Cell, heads: list[Head]) -> bool:
    """Tell whether a head stands over a cell: they share a column, or no other head of its line is nearer."""
    if head.column < cell.last + 1 and cell.column < head.last + 1:
        return True
    mine = abs(head.middle - cell.middle)
    if mine >= _REACH:
        return False
    line = [other.cell for other in heads if other.cell.start != head.start and abs(other.cell.start - head.start) < _SAME_LINE]
    beside = [other for other in line if other.column >= head.last or other.last <= head.column]
    return all(abs(other.middle - cell.middle) >= mine for other in beside)


def find_frame(over: list[Head], clock: Clock) -> Frame | None:
    """Return the period that the heads over a cell give; quarter and year may stand in two lines."""
    for head in over:
        frame = first_frame(find_periods(head.text, clock), head.cell.start)
        if frame is None:
            continue
        if _YEAR_NAME.fullmatch(frame.name) or "-Q" not in frame.name:
            quarter = next((other for other in over if other.cell.start != head.cell.start and _QUARTER.search(other.words)), None)
            if quarter and (joined := _join(quarter, head, clock)):
                return joined._replace(fiscal=joined.fiscal or frame.fiscal)
        elif not _YEAR.search(head.words):
            later = next((other for other in over if other.cell.start > head.cell.start and _YEAR.search(other.words)), None)
            if later and (joined := _join(head, later, clock)):
                return joined
        return frame
    return None


def _join(quarter: Head, year: Head, clock: Clock) -> Frame | None:
    """Return the period of a quarter in one line and its year in another."""
    joined = first_frame(find_periods(f"{quarter.text.strip()} {year.text.strip()}", clock), quarter.cell.start)
    return joined and Frame(joined.name, joined.fiscal, quarter.cell.start, quarter.cell.start + len(quarter.text.rstrip()))


def first_frame(periods: list[When], offset: int) -> Frame | None:
    """Return the first period with a name."""
    when = next((when for when in periods if when.name), None)
    return Frame(when.name, when.fiscal, offset + when.start, offset + when.end) if when and when.name else None
