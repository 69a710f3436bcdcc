# cython: language_level=3
"""What other compiled modules use of columns.pyx."""


cdef class Piece:
    cdef str text
    cdef int start, end
    cdef bint figure


cdef class Row:
    cdef list pieces, below


cdef list align(list rows)
