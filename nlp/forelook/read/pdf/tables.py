"""The tables of a page.

In: the lines of a frame. Out: which of them are rows of a table, and the blocks of text of a table, in the layout that is
the same for every format (`html_table.render_table`).
"""

from __future__ import annotations

from itertools import pairwise
from statistics import median

from forelook.read.blocks import VisibleBlock, VisibleKind
from forelook.read.html_table import TableCell, render_table
from forelook.read.pdf.lines import PrintedLine, TextRun, cut
from forelook.read.pdf.marks import find_mark

# Sizes are ems.
_STEP = 3.0  # the most between rows
_HEAD_STEP = 1.7  # the most between a heading of columns and the first row
_BETWEEN = 3  # the most lines of one piece (labels of rows below, wrapped labels) between two rows
_LABEL_SHARE = 0.7  # of the width of the frame: a longer line is not a label
_PROSE_SHARE = 0.8
_PROSE_GAP = 3.0
_EVEN = 1.25  # gaps of a justified line differ by a smaller factor
# Lines that are closer than most lines of the table by this factor are one row with wrapped cells.
_CLOSER = 1.2
_CLOSE = 1.3  # the most between the lines of a wrapped label
_TOO_CLOSE = 0.8  # less than between any two lines of one cell
_COLUMNS_LIMIT = 100

_Row = list[tuple[tuple[int, int], str]]  # the cells of a row: the columns that each occupies (half open), and its text


def find_tables(frame: list[PrintedLine]) -> list[tuple[int, int]]:
    """Return the ranges (half open) of the lines that are rows of tables."""
    left, right = min(line.left for line in frame), max(line.right for line in frame)
    pieces = [cut(line) for line in frame]
    rows = [len(found) > 1 and find_mark(line) is None for line, found in zip(frame, pieces, strict=True)]
    rows = [row and not _is_justified(number, rows, frame, pieces, right - left) for number, row in enumerate(rows)]
    tables: list[tuple[int, int]] = []
    for number in (number for number, row in enumerate(rows) if row):
        if tables and _is_same_table(frame[tables[-1][1] - 1 : number + 1], _LABEL_SHARE * (right - left)):
            tables[-1] = (tables[-1][0], number + 1)
        else:
            begin = number
            while begin > (tables[-1][1] if tables else 0) and _heads_columns(frame[begin - 1], frame[begin], (left + right) / 2):
                begin -= 1
            tables.append((begin, number + 1))
    return [(begin, _find_end(frame, begin, end)) for begin, end in tables]


def _find_end(frame: list[PrintedLine], begin: int, end: int) -> int:
    """Return where a table ends whose last row is the line before `end`; the label of that row may continue below it."""
    usual = _find_usual_step(frame[begin:end])
    while end < len(frame) and (frame[end].base - frame[end - 1].base) * _CLOSER < usual and len(cut(frame[end])) == 1 and find_mark(frame[end]) is None:
        end += 1
    return end


def _find_usual_step(lines: list[PrintedLine]) -> float:
    return median(after.base - before.base for before, after in pairwise(lines)) if len(lines) > 1 else 0.0


def _is_same_table(lines: list[PrintedLine], label: float) -> bool:
    """Return whether the first and last of `lines`, which are rows, are in the same table."""
    close = all(after.base - before.base <= _STEP * after.size for before, after in pairwise(lines))
    between = lines[1:-1]
    return close and len(between) <= _BETWEEN and all(line.right - line.left <= label and find_mark(line) is None for line in between)


def _heads_columns(line: PrintedLine, below: PrintedLine, middle: float) -> bool:
    close = below.base - line.base <= _HEAD_STEP * below.size
    return close and line.left > middle - 0.25 * middle and (line.left + line.right) / 2 > middle + 2 * line.size


def _is_justified(number: int, rows: list[bool], frame: list[PrintedLine], pieces: list[list[TextRun]], width: float) -> bool:
    """Return whether a line is justified prose: its gaps were widened so that it ends at the margin."""
    line = frame[number]
    if line.right - line.left < _PROSE_SHARE * width or any(piece.text[0].isdigit() for piece in pieces[number][1:]):
        return False
    gaps = [after.left - before.right for before, after in pairwise(line.words)]
    if len(gaps) > 1 and max(gaps) <= _EVEN * min(gaps):
        return True
    beside = [other for other in (number - 1, number + 1) if 0 <= other < len(frame)]
    if any(rows[other] for other in beside) or max(gaps) > _PROSE_GAP * line.size:
        return False
    return any(
        abs(frame[other].base - line.base) <= _HEAD_STEP * line.size and frame[other].right - frame[other].left >= _PROSE_SHARE * width for other in beside
    )


def read_table(lines: list[PrintedLine]) -> list[VisibleBlock]:
    """Return the blocks of text of a table."""
    rows = [cut(line) for line in lines]
    columns = _find_columns(rows)
    rows = [cut(line, [(before[1], after[0]) for before, after in pairwise(columns)]) for line in lines]
    if len(columns) >= _COLUMNS_LIMIT:  # a drawing made of characters
        return [VisibleBlock(text=" ".join(piece.text for piece in row), kind=VisibleKind.PARAGRAPH) for row in rows]
    cells = [[(_place(piece, columns), piece.text) for piece in row] for row in rows]
    return render_table([_fill(row) for row in _join_wrapped(cells, lines)])


def _find_columns(rows: list[list[TextRun]]) -> list[tuple[float, float]]:
    """Return the left and right ends of the columns, from left to right; narrow pieces are placed first, since wide ones may span several."""
    columns: list[tuple[float, float]] = []
    for piece in sorted((piece for row in rows for piece in row), key=lambda piece: piece.right - piece.left):
        if len(columns) >= _COLUMNS_LIMIT:
            break
        touched = [column for column in columns if column[0] < piece.right and piece.left < column[1]]
        if not touched:
            columns.append((piece.left, piece.right))
        elif len(touched) == 1:
            columns.remove(touched[0])
            columns.append((min(touched[0][0], piece.left), max(touched[0][1], piece.right)))
    return sorted(columns)


def _place(piece: TextRun, columns: list[tuple[float, float]]) -> tuple[int, int]:
    """Return the columns that a piece occupies, half open."""
    touched = [number for number, (left, right) in enumerate(columns) if left < piece.right and piece.left < right]
    if not touched:  # a word without width, or one in a gutter
        touched = [min(range(len(columns)), key=lambda number: abs(columns[number][0] - piece.left))]
    return touched[0], touched[-1] + 1


def _join_wrapped(rows: list[_Row], lines: list[PrintedLine]) -> list[_Row]:
    """Return `rows` with those joined whose cells continue on the next line."""
    steps = [after.base - before.base for before, after in pairwise(lines)]
    usual = _find_usual_step(lines)
    joined = rows[:1]
    for row, step, line in zip(rows[1:], steps, lines[1:], strict=True):
        held, further = dict(joined[-1]), dict(row)
        below = further.keys() <= held.keys()
        partial = len(row) == 1 or row[0][0][0] > joined[-1][0][0][0]  # one cell, or all but the first
        close = step * _CLOSER < usual or (partial and step < _CLOSE * line.size)
        figures = all(any(map(str.isdigit, text)) for place, text in held.items() if place not in further)
        wrapped = close and below and figures and all(_is_wrapped(held[place], text) for place, text in row)
        if wrapped or (step < _TOO_CLOSE * line.size and (below or further.keys().isdisjoint(held))):
            joined[-1] = sorted({**held, **{place: f"{held[place]} {text}" if place in held else text for place, text in row}}.items())
        else:
            joined.append(row)
    return joined


def _is_wrapped(before: str, text: str) -> bool:
    """Return whether `text` continues the cell `before` it in the line above."""
    return text.lstrip("(")[:1].islower() or before.endswith(("–", "—", "-", " to", " and", " of"))


def _fill(row: _Row) -> list[TableCell]:
    """Return the cells of a row, with empty ones for the columns that it skips."""
    cells: list[TableCell] = []
    at = 0
    for (start, end), text in row:
        if start > at:
            cells.append(TableCell(blocks=[], columns=start - at))
        cells.append(TableCell(blocks=[VisibleBlock(text=text, kind=VisibleKind.PARAGRAPH)], columns=max(1, end - max(at, start))))
        at = max(at + 1, end)
    return cells
