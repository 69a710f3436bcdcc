# cython: language_level=3
"""What other compiled modules use of html_table.pyx."""


cdef class Placed:
    cdef list blocks
    cdef int start, end


cdef list render_placed(list rows)
