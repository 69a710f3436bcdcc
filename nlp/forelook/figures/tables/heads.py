"""Column heads: what is said above a cell.

In: the head lines of a table and a cell. Out: the words over the cell, and the period that they give.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from forelook.expressions.periods.clock import Clock
from forelook.expressions.periods.period import When
from forelook.expressions.periods.when import find_periods
from forelook.expressions.words.cues import cue, fold
from forelook.figures.drafts import Frame
from forelook.figures.tables.cells import GROWTH_COLUMN
from forelook.figures.tables.grid import Cell, Row

_YEAR_NAME = cue(r"(?:19|20)\d\d/?|annual")
_YEAR = cue(r"\b(?:19|20)\d\dE?\b")
_OF_COLUMN = cue(  # a period, or how a column's figures stand to others
    r"\b(?:(?:19|20)\d\d[AE]?|Q[1-4]|[1-4]Q|FY\s?\d\d|(?:first|second|third|fourth|1st|2nd|3rd|4th)\s+(?:quarter|qtr)|full[\s-]year|current|new|prior|previous|earlier|revised"
    r"|updated|original|actual)\b"
)
_DAY = cue(r"[a-z]\.?\s+\d{1,2}\b(?!\d)|\d{1,2}\s+[a-z]|\bas\s+of\b")
ENDING = cue(r"\b(?:end|ends|ended|ending)\b")
_DAY_ALONE = cue(r"\W*[a-z]{3,9}\.?\s+\d{1,2}(?:,?\s+(?:19|20)\d\d)?\W*")
_ENDS_ON = cue(r"\b(?:months?|quarter|year)\s+end(?:ing|ed|s)?\W*$")
_YEAR_ALONE, _MOST_YEARS = cue(r"(?:19|20)\d\d"), 12
_COMPARED = cue(r"\b(?:vs\.?|versus|from|over|compared\s+(?:to|with)|against)\s+(?:the\s+)?$")
_QUARTER = cue(r"\b(?:first|second|third|fourth|Q[1-4])\b|quarter|\d(?:st|nd|rd|th)\s+qtr\b")
CORNER = 12  # columns left of the first cell from which a head is one of the labels
_REACH = 28  # columns between the middles of a cell and of a head that still stands over it
MOST_HEADS = 40
_MOST_LINES, _LONGEST_LINE = 8, 160
_LONGEST_HEADING = 60  # characters of a line that heads rows
_ENDS = frozenset(".:!?")  # of a sentence, not of a head
_COLUMNS = re.compile(r"^\s{12,}\S|\S {3,}\S")
_ROW = re.compile(r"[$€£]\s*[1-9.]|\d\s*%|\d[.,]\d")


class ColumnHead(NamedTuple):
    """What is said above a column."""

    cell: Cell
    text: str  # as printed
    words: str  # folded
    line: int  # place of its line in the table
    wide: Cell | None = None  # as wide as the cells of the rows below that share a column with no other head

    def move(self, by: int) -> ColumnHead:
        """Return the head with its place counted from another beginning."""
        return self._replace(cell=self.cell._replace(start=self.cell.start + by, end=self.cell.end + by), line=self.line + by)


class Around(NamedTuple):
    """What stands above and below a table."""

    words: str  # before its first line
    below: str = ""  # the line after its last one
    lines: int = 0  # characters at the beginning of the text that are head lines of their own
    heads: tuple[ColumnHead, ...] = ()  # of the table that it goes on with; places count in its own text, as below
    frame: Frame | None = None  # the period of the section
    far: str = ""  # what stands further above, whose scale holds where nothing nearer names one


def find_head_lines(text: str, line: int) -> int:
    """Return where the column heads begin that stand right above the line at which a table begins; `line` where there are none."""
    top, begin, blanks = line, line, False
    for number in range(_MOST_LINES):
        end = begin - 1
        begin = max(text.rfind("\n", 0, end), text.rfind("\r", 0, end)) + 1 if end > 0 else 0
        words = text[begin : max(end, 0)]
        blank = not words.strip()
        if (blank and (blanks or end <= 0)) or len(words) > _LONGEST_LINE or _ROW.search(words):
            break
        if words.rstrip()[-1:] in _ENDS:
            if top < line or number > 1 or not _heads_rows(text, words, begin):
                break
            continue
        blanks = blank
        if _COLUMNS.search(words):
            top = begin
    return top


def _heads_rows(text: str, words: str, begin: int) -> bool:
    """Return whether a line that ends with a colon heads the rows below it: column heads stand right above."""
    above = text[max(text.rfind("\n", 0, begin - 1), text.rfind("\r", 0, begin - 1)) + 1 : max(begin - 1, 0)]
    beside = len(words.strip()) < _LONGEST_HEADING and words.rstrip().endswith(":")
    return beside and _COLUMNS.search(above) is not None and not _ROW.search(above) and above.rstrip()[-1:] not in _ENDS


def read_heads(printed: str, row: Row) -> list[ColumnHead]:
    """Return the heads of a line."""
    return [ColumnHead(cell, (text := printed[cell.start : cell.end]), fold(text), row.start) for cell in row.cells]


def align_heads(heads: list[ColumnHead], cells: list[Cell]) -> list[ColumnHead]:
    """Return the heads, their lowest line over the columns of a row with its label where its blanks are lost: one a column, the first in the corner."""
    lowest = [head for head in heads if head.line == heads[0].line]
    columns = cells[1:]
    shifted = 1 < len(lowest) == len(columns) and lowest[0].cell.column <= CORNER and lowest[0].cell.last <= columns[0].column
    if not shifted or not all(_OF_COLUMN.search(head.words) for head in lowest):
        return heads
    moved = [head._replace(cell=head.cell._replace(column=cell.column, last=cell.last)) for head, cell in zip(lowest, columns, strict=True)]
    return moved + heads[len(lowest) :]


def widen_heads(heads: list[ColumnHead], rows: Sequence[Row]) -> list[ColumnHead]:
    """Return the heads, those of the lowest line as wide as the cells that stand under them alone."""
    lowest = [head for head in heads if head.line == heads[0].line]
    if len(lowest) < 2:
        return heads
    wide = [head.cell for head in lowest]
    for cell in (cell for row in rows for cell in row.cells[1:]):
        under = [number for number, head in enumerate(lowest) if _shares_column(head.cell, cell)]
        if len(under) == 1:
            old = wide[under[0]]
            wide[under[0]] = old._replace(column=min(old.column, cell.column), last=max(old.last, cell.last))
    return [*(head._replace(wide=one) for head, one in zip(lowest, wide, strict=True)), *heads[len(lowest) :]]


def name_total(heads: list[ColumnHead]) -> list[ColumnHead]:
    """Return the heads, "Total" behind several years being that of all of these."""
    lowest = [head for head in heads if head.line == heads[0].line]
    years = [year.group() for head in lowest[-_MOST_YEARS:-1] if (year := _YEAR_ALONE.fullmatch(head.words))]
    if len(years) < 2 or lowest[-1].words.strip() != "total" or len(years) < len(lowest[:-1]) - 1:
        return heads
    named = f"{years[0]}-{years[-1]}"
    return [*lowest[:-1], lowest[-1]._replace(text=named, words=named), *heads[len(lowest) :]]


def find_over(cells: list[Cell], heads: list[ColumnHead]) -> list[list[ColumnHead]]:
    """Return for each cell of a row the heads that stand over it, those of lower lines first."""
    lines = [list(line) for _, line in groupby(heads, lambda head: head.line)]
    over: list[list[ColumnHead]] = [[] for _ in cells]
    beside = [
        line if _is_of_columns(line, cells) else [head for head in line if cells and (head.wide or head.cell).last > cells[0].column - CORNER] for line in lines
    ]
    full = next((number for number, line in enumerate(beside) if len(line) == len(cells) > 1), len(lines))  # the lowest line with a head a cell
    for number, line in enumerate(lines):
        size = len(cells) // len(beside[number]) if number > full and len(beside[number]) > 1 and len(cells) % len(beside[number]) == 0 else 0
        if number == full:
            placed = [[head] for head in beside[full]]
        elif size > 1 and all(head.words == beside[full][place % size].words for place, head in enumerate(beside[full])):
            placed = [[beside[number][place // size]] for place in range(len(cells))]  # "Low High Low High" under two periods
        elif number < full < len(lines):  # what goes on below the full line: "Remainder" above "of 2025"
            placed = [
                [head for head in line if _shares_column(head.cell, cell) or _shares_column(head.cell, above.cell)]
                for cell, above in zip(cells, beside[full], strict=True)
            ]
        else:
            placed = [[head for head in line if _stands_over(head, cell, line)] for cell in cells]
        over = [above + found for above, found in zip(over, placed, strict=True)]
    return over


def _is_of_columns(line: list[ColumnHead], cells: list[Cell]) -> bool:
    """Return whether a line has a head for each cell, and none for the labels: all but one tell a period or the like."""
    return 2 < len(line) == len(cells) and sum(_OF_COLUMN.search(head.words) is not None for head in line) >= len(line) - 1


def _shares_column(head: Cell, cell: Cell) -> bool:
    """Return whether two cells stand in a column of characters."""
    return head.column < cell.last + 1 and cell.column < head.last + 1


def _stands_over(column: ColumnHead, cell: Cell, line: list[ColumnHead]) -> bool:
    """Return whether a head stands over a cell: they share a column, or no other head of its line does so with the cells below it, or is nearer."""
    head = column.cell
    if _shares_column(head, cell):
        return True
    under = [one for one in line if one.wide and _shares_column(one.wide, cell)]
    if len(under) == 1 and not any(_shares_column(one.cell, cell) for one in line):
        return under[0] is column
    middle = cell.middle
    mine = abs(head.middle - middle)
    if mine >= _REACH:
        return False
    return all(abs(other.middle - middle) >= mine or (other.column < head.last and head.column < other.last) for other, *_ in line)


def find_frame(over: Sequence[ColumnHead], clock: Clock, caption: Frame | None = None) -> Frame | None:
    """Return the period that the heads over a cell give; quarter and year may stand in two lines, or the year in the caption."""
    for head in over:
        frame = _join_day(head, over, clock) or first_frame([when for when in find_periods(head.text, clock) if _is_of_column(when, head)], head.cell.start)
        if frame is None:
            continue
        frame = frame._replace(end=min(frame.end, head.cell.end))
        if _YEAR_NAME.fullmatch(frame.name) or "-Q" not in frame.name:
            quarter = next((other for other in over if other.cell.start != head.cell.start and _QUARTER.search(other.words)), None)
            if quarter and (joined := _join(quarter, head, clock)):
                return joined._replace(fiscal=joined.fiscal or frame.fiscal)
        elif not _YEAR.search(head.words):
            later = next((other for other in over if other.cell.start > head.cell.start and _YEAR.search(other.words)), None)
            if later and (joined := _join(head, later, clock)):
                return joined
            if later is None and caption and caption.name.isdigit():
                return frame._replace(name=caption.name + frame.name[4:])
        return frame
    return None


def _join_day(head: ColumnHead, over: Sequence[ColumnHead], clock: Clock) -> Frame | None:
    """Return the period of a head that is a day, where the line above says what ends on it: "Three Months Ending" over "June 30, 2026"."""
    if not _DAY_ALONE.fullmatch(head.words):
        return None
    above = next((other for other in over if other.line < head.line and _ENDS_ON.search(other.words)), None)
    return _join(above, head, clock) if above else None


def has_period(head: ColumnHead, clock: Clock) -> bool:
    """Return whether a head names a period."""
    return any(when.name for when in find_periods(head.text, clock))


def find_timeless(heads: list[ColumnHead], clock: Clock) -> list[ColumnHead]:
    """Return the heads that go on over rows of another period: those of lines with several, none of which names a period."""
    lines = [list(line) for _, line in groupby(heads, lambda head: head.line)]
    return [head for line in lines if len(line) > 1 and not any(has_period(one, clock) for one in line) for head in line]


def _is_of_column(when: When, head: ColumnHead) -> bool:
    """Return whether a period in a head is that of its column: not a day on which guidance was given, nor what growth is counted from."""
    compared = when.compared and GROWTH_COLUMN.search(head.words) is not None and (not when.past or _COMPARED.search(head.words, 0, when.start) is not None)
    return not compared and not is_day(when, head.words)


def is_day(when: When, words: str) -> bool:
    """Return whether a period in a head is a day on which something was done, not one on which a period ends."""
    return when.kind == "date" and _DAY.search(words) is not None and not ENDING.search(words)


def _join(quarter: ColumnHead, year: ColumnHead, clock: Clock) -> Frame | None:
    """Return the period of a quarter in one line and its year in another."""
    joined = first_frame(find_periods(f"{quarter.text.strip()} {year.text.strip()}", clock), quarter.cell.start)
    return joined and Frame(joined.name, joined.fiscal, quarter.cell.start, quarter.cell.start + len(quarter.text.rstrip()))


def first_frame(periods: list[When], offset: int) -> Frame | None:
    """Return the first period with a name."""
    when = next((when for when in periods if when.name), None)
    return Frame(when.name, when.fiscal, offset + when.start, offset + when.end) if when and when.name else None
