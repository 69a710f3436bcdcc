"""Rows of a table as lines of aligned columns.

In: rows of pieces of text, each with the columns of the grid that it takes up. Out: one line a row (more where its
last cell has more), in which at least two blanks part one piece from the next. Padding is bounded, so that a table of
any width comes to a text of about its own size.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from msgspec import Struct

_GAP = 2
# A longer piece pushes what follows to the right, and does not make its whole column wide.
_COLUMN_CHARACTERS = 80
_INDENT_LIMIT = 200


class GridPiece(Struct, frozen=True):
    """A piece of text in the columns `start` to `end` (half open) of a grid; figures are set to the right."""

    text: str
    start: int
    end: int
    figure: bool = False


class GridRow(Struct, frozen=True):
    """The pieces of a row from left to right, and further lines that belong below the last."""

    pieces: list[GridPiece]
    below: list[str]


def align(rows: list[GridRow]) -> Iterator[str]:
    """Yield the text of each row."""
    starts, ends = _find_columns([piece for row in rows for piece in row.pieces])
    placed = [list(_assign(row.pieces, starts, ends)) for row in rows]
    widths = [0] * len(starts)
    for row, columns in zip(rows, placed, strict=True):
        for piece, (column, is_spanning) in zip(row.pieces, columns, strict=True):
            if not is_spanning:
                widths[column] = max(widths[column], min(len(piece.text), _COLUMN_CHARACTERS))
    offsets = [0]
    for width in widths:
        offsets.append(offsets[-1] + (width + _GAP if width else 0))
    for row, columns in zip(rows, placed, strict=True):
        yield _draw(row, [column for column, _ in columns], widths, offsets)


def _find_columns(pieces: list[GridPiece]) -> tuple[list[int], list[int]]:
    """Return where the columns of text begin and end on the grid.

    A figure takes three columns of the grid with its `$` and `%`, or one, and a heading all that it stands over. So the
    narrow pieces found columns, one that meets a single column widens it, and one that meets several spans them.
    """
    starts: list[int] = []
    ends: list[int] = []
    spans = {(piece.end - piece.start, piece.start, piece.end) for piece in pieces}
    for _, start, end in sorted(spans):
        first, stop = bisect_right(ends, start), bisect_left(starts, end)
        if first == stop:
            starts.insert(first, start)
            ends.insert(first, end)
        elif stop - first == 1:
            starts[first] = min(starts[first], start)
            ends[first] = max(ends[first], end)
    return starts, ends


def _assign(pieces: list[GridPiece], starts: list[int], ends: list[int]) -> Iterator[tuple[int, bool]]:
    """Yield for each piece of a row the number of its column, and whether it spans further ones."""
    for piece in pieces:
        first, stop = bisect_right(ends, piece.start), bisect_left(starts, piece.end)
        yield first, stop - first > 1


def _draw(row: GridRow, columns: list[int], widths: list[int], offsets: list[int]) -> str:
    line = ""
    target = 0
    for piece, column in zip(row.pieces, columns, strict=True):
        target = offsets[column] + (max(0, widths[column] - len(piece.text)) if piece.figure else 0)
        target = min(target, _INDENT_LIMIT)
        if line:
            target = max(target, len(line) + _GAP)
        line = line.ljust(target) + piece.text
    return "\n".join([line, *(" " * target + text for text in row.below)])
