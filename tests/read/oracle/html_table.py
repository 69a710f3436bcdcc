"""The rows of an HTML table as blocks of text.

In: rows of cells, each with the blocks that it holds. Out: blocks: figures in aligned columns where the table is one;
paragraphs and list items where it only arranges prose, as many exhibits do for bullets and contacts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from msgspec import Struct
from tests.read.oracle.columns import GridPiece, GridRow, align

from forelook.characters import BULLETS, FONT_BULLETS, PRIVATE_USE
from forelook.read.blocks import VisibleBlock, VisibleKind


class TableCell(Struct):
    """One cell, and how many columns and rows it spans."""

    blocks: list[VisibleBlock]
    columns: int = 1
    rows: int = 1


# A cell of this many characters is prose, not the label or the content of a column.
_PROSE_CHARACTERS = 160
# A row of one cell with this many is a paragraph that stands in the table, such as a note.
_ALONE_CHARACTERS = 100
# Spans down the rows matter for the alignment only; a bound on how many are open keeps the time linear.
_OPEN_SPANS_LIMIT = 64

# A row of a heading and the prose that it stands beside; the prose is a sentence of at least seven words.
_PAIR = 2
_FEWEST_PROSE_BLANKS = 6

_MARKED = re.compile(rf"[{re.escape(BULLETS)}]\s*\S")
_MARK = re.compile(rf"[{re.escape(BULLETS + FONT_BULLETS)}{PRIVATE_USE}\u2013—*-]|\*+|\(?(?:\d{{1,2}}|[a-zA-Z]|[ivx]+)[.)]|\d{{1,2}}")
# Not a telephone number.
_FIGURE = re.compile(
    r"(?!.*\d{3}[-.]\d{4}\b)[^A-Za-z]*\d[^A-Za-z]*[A-Za-z]{0,3}|[($]*[—\u2013-]+[)%]*|N/?[AM]",
    re.IGNORECASE,
)
# Pieces that a typist put into cells of their own beside the figure: $ ( before it, ) % after it.
_BEFORE_FIGURE = re.compile(r"(?:[A-Z]{0,3}[$€£¥]|\()\s*\(?|\(\s*[$€£¥]")
_FIGURE_BEGINS = re.compile(r"[\d.(—\u2013-]|[$€£¥]\s*[\d.(]")
_AFTER_FIGURE = re.compile(r"[)%]{1,3}(?:\s*\(\w{1,3}\))?")
_FIGURE_ENDS = re.compile(r"[\d)%—\u2013-][A-Za-z]{0,2}\Z")


def render_table(rows: list[list[TableCell]]) -> list[VisibleBlock]:
    """Return the blocks that a table comes to, in the order of its cells."""
    placed = [(row, _glue(pieces)) for row, pieces in zip(rows, _place(rows), strict=True) if pieces]
    has_columns = any(len(pieces) > 1 for _, pieces in placed)
    has_figures = any(piece.figure for _, pieces in placed for piece in pieces)
    blocks: list[VisibleBlock] = []
    tabular: list[GridRow] = []
    # Columns are those of the whole table, so tabular rows keep their alignment across a note that stands between.
    runs: list[list[GridRow]] = []
    order: list[VisibleBlock | int] = []
    for cells, pieces in placed:
        as_prose = _read_as_prose(cells, pieces, has_columns=has_columns, has_figures=has_figures)
        if as_prose is None:
            if not tabular:
                runs.append(tabular := [])
                order.append(len(runs) - 1)
            tabular.append(_make_row(cells, pieces, has_figures=has_figures))
        else:
            tabular = []
            order.extend(as_prose)
    lines = iter(align(list(chain.from_iterable(runs))))
    for entry in order:
        if isinstance(entry, VisibleBlock):
            blocks.append(entry)
        else:
            text = "\n".join(next(lines) for _ in runs[entry])
            blocks.append(VisibleBlock(text=text, kind=VisibleKind.TABLE))
    return blocks


def _place(rows: list[list[TableCell]]) -> Iterator[list[GridPiece]]:
    """Yield for each row its cells that hold text, with the columns of the grid that they take up."""
    hanging: list[tuple[int, int, int]] = []  # first column, column after the last, row after the last
    for number, row in enumerate(rows):
        hanging = [span for span in hanging if span[2] > number]
        taken = iter(sorted(hanging))
        blocked = next(taken, None)
        column = 0
        pieces: list[GridPiece] = []
        for cell in row:
            while blocked is not None and blocked[0] <= column:
                column = max(column, blocked[1])
                blocked = next(taken, None)
            end = column + cell.columns
            if cell.rows > 1 and len(hanging) < _OPEN_SPANS_LIMIT:
                hanging.append((column, end, number + cell.rows))
            text = " ".join(" ".join(block.text for block in cell.blocks).split())
            if text:
                pieces.append(GridPiece(text=text, start=column, end=end, figure=_FIGURE.fullmatch(text) is not None))
            column = end
        yield pieces


def _glue(pieces: list[GridPiece]) -> list[GridPiece]:
    """Return `pieces` with `$`, `(`, `)` and `%` joined to the figure that they belong to."""
    glued: list[GridPiece] = []
    for piece in pieces:
        before = glued[-1] if glued else None
        if before is not None and (
            (_BEFORE_FIGURE.fullmatch(before.text) and _FIGURE_BEGINS.match(piece.text))
            or (_AFTER_FIGURE.fullmatch(piece.text) and _FIGURE_ENDS.search(before.text) and before.figure)
        ):
            text = before.text + piece.text
            is_figure = _FIGURE.fullmatch(text) is not None
            glued[-1] = GridPiece(text=text, start=before.start, end=piece.end, figure=is_figure)
        else:
            glued.append(piece)
    return glued


def _read_as_prose(cells: list[TableCell], pieces: list[GridPiece], *, has_columns: bool, has_figures: bool) -> list[VisibleBlock] | None:
    """Return the blocks of a row that is prose, None for a row of columns."""
    lengths = [len(piece.text) for piece in pieces]
    if len(pieces) == 1:
        alone = not has_columns or lengths[0] > _ALONE_CHARACTERS
        return _take_blocks(cells) if alone else None
    if len(pieces[1:]) == 1 and _MARK.fullmatch(pieces[0].text) and not pieces[1].figure:
        mark, *blocks = _take_blocks(cells)
        first = VisibleBlock(text=f"{mark.text} {blocks[0].text}", kind=VisibleKind.ITEM, gap=mark.gap)
        return [first, *blocks[1:]]
    if any(piece.figure for piece in pieces):
        return None
    if items := _pair_items(cells):
        return items
    if not has_figures and len(pieces) == _PAIR and _heads_prose(pieces[0].text, pieces[1].text):
        return _take_blocks(cells)
    side_by_side = not has_figures and sum(_count_lines(cell) > 1 for cell in cells) > 1
    return _take_blocks(cells) if side_by_side or max(lengths) > _PROSE_CHARACTERS else None


def _pair_items(cells: list[TableCell]) -> list[VisibleBlock]:
    """Return the items of a row in which each cell is a bullet and its text, or one cell holds the bullets of the next one's lines."""
    lines = [[line.strip() for block in cell.blocks for line in block.text.split("\n")] for cell in cells if cell.blocks]
    if len(lines) > 1 and all(len(line) == 1 and _MARKED.match(line[0]) for line in lines):
        return [VisibleBlock(text=line[0], kind=VisibleKind.ITEM) for line in lines]
    if len(lines) == _PAIR and len(lines[0]) == len(lines[1]) > 1 and all(map(_MARK.fullmatch, lines[0])):
        return [VisibleBlock(text=f"{mark} {text}", kind=VisibleKind.ITEM) for mark, text in zip(*lines, strict=True)]
    return []


def _heads_prose(heading: str, prose: str) -> bool:
    """Tell a side heading and the sentence beside it from the cells of a table."""
    ends = prose[-1] in ".!?" and prose[0].isupper() and prose.count(" ") >= _FEWEST_PROSE_BLANKS
    return ends and heading[-1] not in ":.%" and len(heading) <= _ALONE_CHARACTERS and not heading[0].isdigit()


def _make_row(cells: list[TableCell], pieces: list[GridPiece], *, has_figures: bool) -> GridRow:
    """Return the row; lines of its last cell stay lines (an address beside a name), those of others become one.

    A cell before the last must come to one line, or the text would no longer stand in the order of the page.
    """
    last = next(cell for cell in reversed(cells) if cell.blocks)
    lines = [line.strip() for block in last.blocks for line in block.text.split("\n")]
    if has_figures or len(lines) == 1 or len(pieces) == 1:
        return GridRow(pieces=pieces, below=[])
    tail = pieces[-1]
    return GridRow(pieces=[*pieces[:-1], GridPiece(text=lines[0], start=tail.start, end=tail.end)], below=lines[1:])


def _take_blocks(cells: list[TableCell]) -> list[VisibleBlock]:
    return [block for cell in cells for block in cell.blocks]


def _count_lines(cell: TableCell) -> int:
    return sum(block.text.count("\n") + 1 for block in cell.blocks)
