# cython: language_level=3
"""What the walk over lexbor's nodes (html_walk.pyx) uses of html_reader.pyx."""

from forelook.read.html_lines cimport Lines


cdef enum Action:
    NO_ACTION
    BREAK
    TABLE
    ROW
    CELL
    LIST
    ITEM
    PREFORMATTED


cdef class ElementLook:
    cdef readonly bint hidden
    cdef Action action
    cdef str tag
    cdef bint block, above, below, inset, unmarked, raised
    cdef int centred  # -1 where the element says nothing about it


cdef class Grid:
    cdef list outer, rows, row
    cdef list _hanging  # first column, column after the last, row after the last
    cdef list _blocked  # those that the row has yet to pass, in reverse order
    cdef int start, end

    cdef int open_row(self) except -1
    cdef int open_cell(self, int columns, int rows) except -1


cdef class HtmlReader:
    cdef Lines _lines
    cdef bint _gap, _raised
    cdef str _mark
    cdef list _blocks, _grids, _lists, _centred
    cdef list _sink  # where blocks go; None in a cell that has no text yet
    cdef tuple _cell  # its row, and the columns that it occupies

    cdef int add(self, const char *data, Py_ssize_t size) except -1
    cpdef int open(self, ElementLook shown, int columns, int rows, str start, str kind) except -1
    cpdef int close(self, ElementLook shown) except -1
    cdef int _open_inline(self, ElementLook shown) except -1
    cdef int _open_grid(self) except -1
    cdef str _next_mark(self)
    cdef int _end_line(self, bint is_last) except -1
    cdef int _flush(self) except -1
    cdef int _emit(self) except -1
