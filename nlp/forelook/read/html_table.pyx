# cython: language_level=3, boundscheck=False, initializedcheck=False
"""The rows of an HTML table as blocks of text, compiled.

In: rows of cells, each with its blocks. Out: blocks: aligned columns where it is a table of data;
paragraphs and list items where it only arranges prose, as in many exhibits for bullets and contacts.
"""

import re

from forelook.read.blocks import VisibleBlock, VisibleKind
from forelook.read.columns cimport GridPiece, GridRow, align
from forelook.characters import BULLETS, FONT_BULLETS, PRIVATE_USE


class TableCell:
    """One cell, and how many columns it spans."""

    def __init__(self, list blocks, int columns=1):
        self.blocks, self.columns = blocks, columns


cdef class Placed:
    """A cell with text, and the columns of the grid that it occupies (half open)."""

    def __init__(self, list blocks, int start, int end):
        self.blocks, self.start, self.end = blocks, start, end


cdef enum:
    # A cell with more characters is prose, not a label or a value.
    PROSE_CHARACTERS = 160
    # A row of a single cell with more characters is a paragraph within the table, such as a note.
    ALONE_CHARACTERS = 100
    # Prose beside a heading is a sentence of at least seven words.
    FEWEST_PROSE_BLANKS = 6


_MARKED = re.compile(rf"[{re.escape(BULLETS)}]\s*\S")
_MARK = re.compile(rf"[{re.escape(BULLETS + FONT_BULLETS)}{PRIVATE_USE}\u2013—*-]|\*+|\(?(?:\d{{1,2}}|[a-zA-Z]|[ivx]+)[.)]|\d{{1,2}}")
# Not a telephone number.
_FIGURE = re.compile(
    r"(?!.*\d{3}[-.]\d{4}\b)[^A-Za-z]*\d[^A-Za-z]*[A-Za-z]{0,3}|[($]*[—\u2013-]+[)%]*|N/?[AM]",
    re.IGNORECASE,
)
# Pieces in cells of their own beside the figure: $ ( before it, ) % after it.
_BEFORE_FIGURE = re.compile(r"(?:[A-Z]{0,3}[$€£¥]|\()\s*\(?|\(\s*[$€£¥]")
_FIGURE_BEGINS = re.compile(r"[\d.(—\u2013-]|[$€£¥]\s*[\d.(]")
_AFTER_FIGURE = re.compile(r"[)%]{1,3}(?:\s*\(\w{1,3}\))?")
_FIGURE_ENDS = re.compile(r"[\d)%—\u2013-][A-Za-z]{0,2}\Z")


def render_table(list rows):
    """Return the blocks of a table, in the order of its cells."""
    return render_placed([_place(row) for row in rows])


cdef list render_placed(list rows):
    """Return the blocks of a table whose cells are placed on the grid."""
    cdef list placed = [], blocks = [], tabular = None, aligned = []
    cdef list pieces, cells, as_prose
    cdef GridPiece piece
    cdef bint has_columns = False, has_figures = False
    for cells in rows:
        pieces = _read_pieces(cells)
        if pieces:
            pieces = _glue(pieces)
            has_columns = has_columns or len(pieces) > 1
            for piece in pieces:
                has_figures = has_figures or piece.figure
            placed.append((cells, pieces))
    # Columns are found for the whole table, so that tabular rows keep their alignment across a note between them.
    order = []
    for cells, pieces in placed:
        as_prose = _read_as_prose(cells, pieces, has_columns, has_figures)
        if as_prose is None:
            if tabular is None:
                tabular = []
                order.append(tabular)
            row = _make_row(cells, pieces, has_figures)
            tabular.append(row)
            aligned.append(row)
        else:
            tabular = None
            order.extend(as_prose)
    lines = iter(align(aligned))
    for entry in order:
        if isinstance(entry, list):
            blocks.append(VisibleBlock("\n".join([next(lines) for _ in entry]), VisibleKind.TABLE))
        else:
            blocks.append(entry)
    return blocks


cdef list _place(list row):
    """Return the cells of a row that have blocks, with the columns of the grid that they occupy."""
    cdef int column = 0
    cdef list placed = []
    for cell in row:
        if cell.blocks:
            placed.append(Placed(cell.blocks, column, column + <int>cell.columns))
        column += <int>cell.columns
    return placed


cdef list _read_pieces(list cells):
    """Return the cells with text as pieces of a row."""
    cdef list pieces = []
    cdef Placed cell
    cdef str text
    for cell in cells:
        text = cell.blocks[0].text if len(cell.blocks) == 1 else " ".join([block.text for block in cell.blocks])
        if not _is_collapsed(text):
            text = " ".join(text.split())
        if text:
            pieces.append(GridPiece(text, cell.start, cell.end, _is_figure(text)))
    return pieces


cdef bint _is_collapsed(str text) noexcept:
    """Return whether the only white space in `text` is single blanks between words."""
    cdef Py_UCS4 character, before = u" "
    for character in text:
        if character.isspace() and (character != u" " or before == u" "):
            return False
        before = character
    return before != u" "


cdef bint _is_figure(str text):
    """Return whether `text` is a figure; plain words and plain numbers are decided without the regular expression."""
    cdef Py_UCS4 character = text[0]
    cdef int decimals = 0
    cdef bint has_digit = False, has_point = False
    if (u"a" <= character <= u"z" or u"A" <= character <= u"Z") and len(text) > 3:
        return False
    for character in text:
        if u"0" <= character <= u"9":
            has_digit = True
            decimals += has_point
            if decimals > 3:  # perhaps a telephone number
                break
        elif character == u".":
            has_point, decimals = True, 0
        elif character == u"," or character == u"$" or character == u"(" or character == u")" or character == u"%" or character == u" ":
            has_point, decimals = False, 0
        else:
            break
    else:
        return has_digit
    return _FIGURE.fullmatch(text) is not None


cdef list _glue(list pieces):
    """Return `pieces` with `$`, `(`, `)` and `%` joined to the figures that they belong to."""
    cdef list glued = []
    cdef GridPiece piece, before = None
    for piece in pieces:
        if before is not None and (_goes_before(before.text, piece.text) or (before.figure and _goes_after(piece.text, before.text))):
            text = before.text + piece.text
            before = GridPiece(text, before.start, piece.end, _is_figure(text))
            glued[-1] = before
        else:
            glued.append(piece)
            before = piece
    return glued


cdef inline bint _goes_before(str text, str figure):
    return text[-1] in "($€£¥" and _BEFORE_FIGURE.fullmatch(text) is not None and _FIGURE_BEGINS.match(figure) is not None


cdef inline bint _goes_after(str text, str figure):
    return text[0] in ")%" and _AFTER_FIGURE.fullmatch(text) is not None and _FIGURE_ENDS.search(figure) is not None


cdef list _read_as_prose(list cells, list pieces, bint has_columns, bint has_figures):
    """Return the blocks of a row of prose, None for a row of columns."""
    cdef GridPiece piece, first = pieces[0], second
    cdef Py_ssize_t longest = 0
    if len(pieces) == 1:
        return _take_blocks(cells) if not has_columns or len(first.text) > ALONE_CHARACTERS else None
    second = pieces[1]
    if len(pieces) == 2 and not second.figure and _MARK.fullmatch(first.text):
        mark, *blocks = _take_blocks(cells)
        return [VisibleBlock(f"{mark.text} {blocks[0].text}", VisibleKind.ITEM, gap=mark.gap), *blocks[1:]]
    for piece in pieces:
        if piece.figure:
            return None
        longest = max(longest, len(piece.text))
    items = _pair_items(cells)
    if items:
        return items
    if not has_figures and len(pieces) == 2 and _heads_prose(first.text, second.text):
        return _take_blocks(cells)
    side_by_side = not has_figures and sum([_count_lines(cell) > 1 for cell in cells]) > 1
    return _take_blocks(cells) if side_by_side or longest > PROSE_CHARACTERS else None


cdef list _pair_items(list cells):
    """Return the items of a row in which each cell is a bullet with its text, or one cell has the bullets for the lines of the next."""
    cdef list lines
    cdef Placed cell
    if len(cells) < 2:
        return []
    lines = [_split_lines(cell) for cell in cells]
    if all([len(line) == 1 and _MARKED.match(line[0]) for line in lines]):
        return [VisibleBlock(line[0], VisibleKind.ITEM) for line in lines]
    if len(lines) == 2 and len(lines[0]) == len(lines[1]) > 1 and all(map(_MARK.fullmatch, lines[0])):
        return [VisibleBlock(f"{mark} {text}", VisibleKind.ITEM) for mark, text in zip(*lines, strict=True)]
    return []


cdef bint _heads_prose(str heading, str prose):
    """Return whether two cells are a side heading and the sentence beside it, not cells of a table."""
    ends = prose[-1] in ".!?" and prose[0].isupper() and prose.count(" ") >= FEWEST_PROSE_BLANKS
    return ends and heading[-1] not in ":.%" and len(heading) <= ALONE_CHARACTERS and not heading[0].isdigit()


cdef GridRow _make_row(list cells, list pieces, bint has_figures):
    """Return the row; the lines of its last cell stay lines (an address beside a name), those of other cells are joined.

    A cell before the last must be one line, or the text would not keep the order of the page.
    """
    cdef GridPiece tail = pieces[-1]
    if has_figures or len(pieces) == 1:
        return GridRow(pieces, [])
    lines = _split_lines(<Placed>cells[-1])
    if len(lines) == 1:
        return GridRow(pieces, [])
    return GridRow([*pieces[:-1], GridPiece(lines[0], tail.start, tail.end, False)], lines[1:])


cdef list _split_lines(Placed cell):
    return [line.strip() for block in cell.blocks for line in block.text.split("\n")]


cdef list _take_blocks(list cells):
    cdef Placed cell
    return [block for cell in cells for block in cell.blocks]


cdef Py_ssize_t _count_lines(Placed cell):
    return sum([block.text.count("\n") + 1 for block in cell.blocks])
