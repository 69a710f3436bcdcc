"""The printed grid of a table: rows, and cells between wide gaps.

In: a table's text. Out: Rows of Cells, each with its place in the text and in its line.
"""

from __future__ import annotations

import re
from typing import NamedTuple

LINE = re.compile(r"[^\r\n]+")
_RULE = re.compile(r"[\s=_.*|:–—-]+")
_GAP, _GAP_OF_BLANKS = re.compile(r" {2,}|\t+|(?:(?<!\s)\s++)?\|\s*"), re.compile(r" {2,}|\t+")
_INNER = 2  # bars between the cells of a row that begins with none
_STRIDE = 12  # columns that a cell between bars counts for: such tables need not be aligned


class Cell(NamedTuple):
    """A stretch of a row between wide gaps."""

    start: int
    end: int
    column: int  # place in its line of its first character
    last: int  # place after its last one

    @property
    def middle(self) -> float:
        """The place of its middle in its line."""
        return (self.column + self.last) / 2


class Row(NamedTuple):
    """A line of a table and its cells."""

    start: int
    end: int
    cells: list[Cell]


def split_rows(text: str) -> list[Row]:
    """Return the rows of a table that hold more than rules, bars and blanks."""
    rows = (Row(match.start(), match.end(), _split_cells(match)) for match in LINE.finditer(text) if not _RULE.fullmatch(match.group()))
    return [row for row in rows if row.cells]


def _split_cells(match: re.Match[str]) -> list[Cell]:
    line, start = match.group(), match.start()
    cells, at = [], 0
    gaps = _GAP if "|" in line else _GAP_OF_BLANKS
    outer = line.lstrip().startswith("|")
    walled, bars, wall = outer or line.count(" | ") >= _INNER, int(not outer), 0  # bars so far, and the place after the last one
    for gap in [*gaps.finditer(line), None]:
        end = gap.start() if gap else len(line)
        if line[at:end].strip():
            column = _STRIDE * bars + min(at - wall, _STRIDE - 1) if walled else at
            cells.append(Cell(start + at, start + end, column, column + (min(end - at, _STRIDE - 1) if walled else end - at)))
        at = gap.end() if gap else end
        if gap and "|" in gap.group():
            bars, wall = bars + 1, at
    return cells
