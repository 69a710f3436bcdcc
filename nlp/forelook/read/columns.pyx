# cython: language_level=3, boundscheck=False, initializedcheck=False
"""Rows of a table as lines of aligned columns, compiled.

In: rows of pieces of text, each with the columns of the grid that it occupies. Out: one line per row (more where its
last cell has more), with at least two blanks between pieces. Padding is bounded, so that a table of any width makes a
text of about its own size.
"""

from bisect import bisect_left, bisect_right

cdef enum:
    GAP = 2
    # A longer piece pushes what follows to the right, but does not widen its whole column.
    COLUMN_CHARACTERS = 80
    INDENT_LIMIT = 200


cdef class GridPiece:
    """A piece of text in the columns `start` to `end` (half open) of a grid; figures are right-aligned."""

    def __init__(self, str text, int start, int end, bint figure):
        self.text, self.start, self.end, self.figure = text, start, end, figure


cdef class GridRow:
    """The pieces of a row from left to right, and further lines that belong below the last piece."""

    def __init__(self, list pieces, list below):
        self.pieces, self.below = pieces, below


cdef list align(list rows):
    """Return the text of each row."""
    cdef list starts, ends, widths, offsets = [0], places = []
    cdef GridRow row
    cdef GridPiece piece
    cdef Py_ssize_t column, stop
    starts, ends = _find_columns(rows)
    widths = [0] * len(starts)
    for row in rows:
        for piece in row.pieces:
            column, stop = bisect_right(ends, piece.start), bisect_left(starts, piece.end)
            places.append(column)
            if stop - column <= 1:  # else it spans several columns
                widths[column] = max(<Py_ssize_t>widths[column], min(len(piece.text), COLUMN_CHARACTERS))
    for width in widths:
        offsets.append(offsets[-1] + (width + GAP if width else 0))
    column = 0
    lines = []
    for row in rows:
        lines.append(_draw(row, places, column, widths, offsets))
        column += len(row.pieces)
    return lines


cdef tuple _find_columns(list rows):
    """Return where the columns of text begin and end on the grid.

    A figure occupies one column of the grid, or three with its `$` and `%`; a heading all that it stands over. So narrow
    pieces are placed first: a piece that meets no column makes one, one that meets a single column widens it, and one that
    meets several spans them.
    """
    cdef list starts = [], ends = []
    cdef set spans = set()
    cdef GridRow row
    cdef GridPiece piece
    for row in rows:
        for piece in row.pieces:
            spans.add((piece.end - piece.start, piece.start, piece.end))
    for _, start, end in sorted(spans):
        first, stop = bisect_right(ends, start), bisect_left(starts, end)
        if first == stop:
            starts.insert(first, start)
            ends.insert(first, end)
        elif stop - first == 1:
            starts[first] = min(starts[first], start)
            ends[first] = max(ends[first], end)
    return starts, ends


cdef str _draw(GridRow row, list places, Py_ssize_t first, list widths, list offsets):
    """Return a row as a line with the lines below it; `places[first]` is the column of its first piece."""
    cdef list parts = []
    cdef Py_ssize_t length = 0, target = 0, column
    cdef GridPiece piece
    for piece in row.pieces:
        column = places[first]
        first += 1
        target = offsets[column]
        if piece.figure:
            target += max(0, <Py_ssize_t>widths[column] - len(piece.text))
        target = min(target, INDENT_LIMIT)
        if length:
            target = max(target, length + GAP)
        if target > length:
            parts.append(" " * (target - length))
            length = target
        parts.append(piece.text)
        length += len(piece.text)
    line = "".join(parts)
    return "\n".join([line, *[" " * target + text for text in row.below]]) if row.below else line
