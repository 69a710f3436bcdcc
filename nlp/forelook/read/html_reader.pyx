# cython: language_level=3, boundscheck=False, initializedcheck=False
"""Builds the blocks of a page from its elements and texts, compiled; html.py describes the result.

In: the elements of a page as they open and close, and its texts, in order. Out: blocks.
"""

import re

from forelook.read.blocks import VisibleBlock, VisibleKind
from forelook.read.html_table cimport Placed, render_placed
from forelook.characters import BULLETS, FONT_BULLETS, PRIVATE_USE

cdef object _HAS_MARK = re.compile(rf"[{re.escape(BULLETS)}{PRIVATE_USE}\u2013—*-]|[{FONT_BULLETS}]\s|\(?(\d{{1,3}}|[a-zA-Z])[.)]\s")
cdef object _PARAGRAPH = VisibleKind.PARAGRAPH
cdef object _ITEM = VisibleKind.ITEM
cdef dict _ACTIONS = {
    "br": BREAK, "table": TABLE, "tr": ROW, "td": CELL, "th": CELL, "ul": LIST, "ol": LIST, "dir": LIST, "menu": LIST, "li": ITEM, "pre": PREFORMATTED,
}
cdef enum:
    START_DIGITS = 9
    # Cells that span rows matter only for alignment; bounding how many are open keeps the time linear.
    OPEN_SPANS_LIMIT = 64


cdef class ElementLook:
    """How an element shows (html_style.Look), and what it does beyond that."""

    def __init__(self, str tag, look):
        self.tag, self.action = tag, _ACTIONS.get(tag, NO_ACTION)
        self.hidden, self.block, self.above, self.below = look.hidden, look.block, look.above, look.below
        self.inset, self.unmarked, self.raised = look.inset, look.unmarked, look.raised
        self.centred = -1 if look.centred is None else look.centred


cdef class Grid:
    """A table being read: where its blocks go, its rows so far, and the columns that the current cell occupies."""

    def __init__(self, list outer):
        self.outer, self.rows, self.row, self._hanging, self._blocked = outer, [], None, [], []

    cdef int open_row(self) except -1:
        cdef int number = <int>len(self.rows)
        self.row = []
        self.rows.append(self.row)
        self.end = 0
        if self._hanging or self._blocked:
            self._hanging = [span for span in self._hanging if span[2] > number]
            self._blocked = sorted(self._hanging, reverse=True)
        return 0

    cdef int open_cell(self, int columns, int rows) except -1:
        if self.row is None:
            self.open_row()
        while self._blocked and <int>self._blocked[-1][0] <= self.end:
            self.end = max(self.end, <int>self._blocked.pop()[1])
        self.start = self.end
        self.end += columns
        if rows > 1 and len(self._hanging) < OPEN_SPANS_LIMIT:
            self._hanging.append((self.start, self.end, <int>len(self.rows) - 1 + rows))
        return 0


cdef class HtmlReader:
    """Collects blocks from the elements and texts of a page, in order."""

    def __init__(self):
        self._blocks, self._grids, self._lists, self._centred, self._mark = [], [], [], [False], ""
        self._sink, self._lines = self._blocks, Lines()

    def add_text(self, str text):
        """Add `text` to the line."""
        data = text.encode("utf-8", "replace")
        self.add(data, len(data))

    def finish(self):
        """Return the blocks of everything added."""
        self._flush()
        return self._blocks

    cdef int add(self, const char *data, Py_ssize_t size) except -1:
        cdef Py_ssize_t start = 0, place
        if self._raised:
            # "$5.31" with the note 1 is not "$5.311"; "4th" stays together.
            self._raised = False
            if self._lines.last.isdigit() and _is_note_sign(data, size):
                self._lines.put_blank()
        if self._lines.preformatted:
            for place in range(size):
                if data[place] == c"\n":
                    self._lines.put(data + start, place - start)
                    self._end_line(False)
                    start = place + 1
        return self._lines.put(data + start, size - start)

    cpdef int open(self, ElementLook shown, int columns, int rows, str start, str kind) except -1:
        cdef Grid grid
        if not shown.block:
            return self._open_inline(shown)
        self._flush()
        self._gap = self._gap or shown.above
        self._centred.append(self._centred[-1] if shown.centred < 0 else shown.centred == 1)
        if shown.action == CELL or shown.action == ROW:
            grid = self._grids[-1] if self._grids else None
            if grid is not None and shown.action == ROW:
                grid.open_row()
            elif grid is not None:
                grid.open_cell(columns, rows)
                self._sink, self._cell = None, (grid.row, grid.start, grid.end)
        elif shown.action == TABLE:
            self._open_grid()
        elif shown.action == LIST:
            number = int(start) if start.isdecimal() and len(start) <= START_DIGITS else 1
            mark = "" if shown.unmarked else "•" if shown.tag != "ol" else kind or "1"
            self._lists.append([number if shown.tag == "ol" else None, mark])
        elif shown.action == ITEM:
            self._mark = "" if shown.unmarked else self._next_mark()
        elif shown.action == PREFORMATTED:
            self._lines.preformatted += 1
        return 0

    cpdef int close(self, ElementLook shown) except -1:
        cdef Grid grid
        if not shown.block:
            return 0
        self._flush()
        self._gap = self._gap or shown.below
        self._centred.pop()
        if shown.action == CELL or shown.action == TABLE:
            grid = self._grids[-1] if self._grids else None
            if shown.action == TABLE:
                self._grids.pop()
            if grid is not None:
                self._sink = grid.outer
                if shown.action == TABLE:
                    self._sink.extend(render_placed(grid.rows))
        elif shown.action == LIST:
            self._lists.pop()
        elif shown.action == ITEM:
            self._mark = ""
        elif shown.action == PREFORMATTED:
            self._lines.preformatted -= 1
        return 0

    cdef int _open_inline(self, ElementLook shown) except -1:
        if shown.action == BREAK:
            self._end_line(False)
        elif shown.inset:
            self._lines.put_blank()
        self._raised = self._raised or shown.raised
        return 0

    cdef int _open_grid(self) except -1:
        cdef Grid outer = self._grids[-1] if self._grids else None
        if outer is not None:  # a table that contains another one only arranges the page
            for row in outer.rows:
                for cell in row:
                    outer.outer.extend((<Placed>cell).blocks)
            self._sink = outer.outer
            self._grids[-1] = None
        self._grids.append(Grid(self._sink))
        return 0

    cdef str _next_mark(self):
        if not self._lists:
            return "•"
        innermost = self._lists[-1]
        number, mark = innermost
        if number is None or not mark:
            return mark
        innermost[0] = number + 1
        lettered = mark in "aA" and 1 <= number <= len("abcdefghijklmnopqrstuvwxyz")
        return f"{chr(ord(mark) + number - 1)}." if lettered else f"{number}."

    cdef int _end_line(self, bint is_last) except -1:
        """End the line; where it is vertical space, end the block too."""
        if self._lines.end_line(is_last):
            self._emit()
            self._gap = True
        return 0

    cdef int _flush(self) except -1:
        """Make a block of the lines collected so far."""
        self._end_line(True)
        return self._emit()

    cdef int _emit(self) except -1:
        """Append the block that the lines make, if there are any."""
        cdef str text = self._lines.take()
        if text is None:
            return 0
        kind = _PARAGRAPH
        if self._mark:
            indent = "  " * max(0, <int>len(self._lists) - 1)
            text = indent + (text if _HAS_MARK.match(text) else f"{self._mark} {text}")
            kind, self._mark = _ITEM, ""
        if self._sink is None:
            row, start, end = self._cell
            self._sink = []
            row.append(Placed(self._sink, start, end))
        self._sink.append(VisibleBlock(text, kind, self._centred[-1], self._gap))
        self._gap = False
        return 0


cdef inline bint _is_note_sign(const char *data, Py_ssize_t size) noexcept:
    if size == 0:
        return False
    if c"0" <= data[0] <= c"9" or data[0] == c"(" or data[0] == c"[" or data[0] == c"*":
        return True
    return size > 2 and <unsigned char>data[0] == 0xE2 and <unsigned char>data[1] == 0x80 and <unsigned char>data[2] in (0xA0, 0xA1)
