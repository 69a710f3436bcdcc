# cython: language_level=3, boundscheck=False, initializedcheck=False
"""Rows of a table as lines of aligned columns, compiled.

In: rows of pieces of text, each with the columns of the grid that it takes up. Out: one line a row (more where its
last cell has more), in which at least two blanks part one piece from the next. Padding is bounded, so that a table of
any width comes to a text of about its own size.
"""

from bisect import bisect_left, bisect_right

cdef enum:
    GAP = 2
    # A longer piece pushes what follows to the right, and does not make its whole column wide.
    COLUMN_CHARACTERS = 80
    INDENT_LIMIT = 200


cdef class GridPiece:
    """A piece of text in the columns `start` to `end` (half open) of a grid; figures are set to the right."""

    def __init__(self, str text, int start, int end, bint figure):
        self.text, self.start, self.end, self.figure = text, start, end, figure


cdef class GridRow:
    """The pieces of a row from left to right, and further lines that belong below the last."""

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

    A figure takes three columns of the grid with its `$` and `%`, or one, and a heading all that it stands over. So the
    narrow pieces found columns, one that meets a single column widens it, and one that meets several spans them.
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
    """Return a row as a line, and those below it; `places[first]` is the column of its first piece."""
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
