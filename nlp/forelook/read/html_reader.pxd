# cython: language_level=3
"""What the walk over lexbor's nodes (html_walk.pyx) uses of html_reader.pyx."""


cdef enum Action:
    NO_ACTION
    BREAK
    TABLE
    ROW
    CELL
    LIST
    ITEM
    PREFORMATTED


cdef class Shown:
    cdef readonly bint hidden
    cdef Action action
    cdef str tag
    cdef bint block, above, below, inset, unmarked, raised
    cdef int centred  # -1 where the element says nothing about it


cdef class Grid:
    cdef list outer, rows, row
    cdef list _hanging  # first column, column after the last, row after the last
    cdef list _blocked  # of these, what the row has yet to pass, the last first
    cdef int start, end

    cdef int open_row(self) except -1
    cdef int open_cell(self, int columns, int rows) except -1


cdef class Reader:
    cdef char *_bytes
    cdef Py_ssize_t _size, _room  # characters of the block so far, and room for them
    cdef Py_ssize_t _line, _visible, _block  # where the line begins, its last visible character ends, the block's last full line ends
    cdef Py_UCS4 _last  # of the line as it came, whatever it is; 0 where there is none
    cdef bint _blank, _no_break  # a blank is due before the next character; the line has a no-break space
    cdef bint _gap, _raised
    cdef int _preformatted
    cdef str _mark
    cdef list _blocks, _grids, _lists, _centred
    cdef list _sink  # None in a cell that has no text yet
    cdef tuple _cell  # its row, and the columns that it takes up

    cdef int add(self, const char *data, Py_ssize_t size) except -1
    cpdef int open(self, Shown shown, int columns, int rows, str start, str kind) except -1
    cpdef int close(self, Shown shown) except -1
    cdef int _open_inline(self, Shown shown) except -1
    cdef int _open_grid(self) except -1
    cdef str _next_mark(self)
    cdef int _put(self, const char *data, Py_ssize_t size) except -1
    cdef int _put_blank(self) except -1
    cdef int _reserve(self, Py_ssize_t size) except -1
    cdef int _end_line(self, bint is_last) except -1
    cdef int _flush(self) except -1
    cdef int _emit(self) except -1
