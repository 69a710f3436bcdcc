# cython: language_level=3
"""What other compiled modules use of columns.pyx."""


cdef class GridPiece:
    cdef str text
    cdef int start, end
    cdef bint figure


cdef class GridRow:
    cdef list pieces, below


cdef list align(list rows)
