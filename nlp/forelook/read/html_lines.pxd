# cython: language_level=3
"""What html_reader.pyx uses of html_lines.pyx."""


cdef class Lines:
    cdef char *_bytes
    cdef Py_ssize_t _size, _room  # characters of the block so far, and room for them
    cdef Py_ssize_t _line, _visible, _block  # where the line begins, its last visible character ends, the block's last full line ends
    cdef Py_UCS4 last  # last character of the line before white space is collapsed; 0 where there is none
    cdef bint _blank, _no_break  # a blank is due before the next character; the line has a no-break space
    cdef int preformatted  # how many <pre> are open

    cdef int put(self, const char *data, Py_ssize_t size) except -1
    cdef int put_blank(self) except -1
    cdef bint end_line(self, bint is_last) except -1
    cdef str take(self)
    cdef int _reserve(self, Py_ssize_t size) except -1
