# cython: language_level=3
"""What other compiled modules use of tokens.pyx."""

from libc.stdint cimport uint64_t

from forelook.characters cimport Character


cdef struct Token:
    Py_ssize_t start
    Py_ssize_t end
    uint64_t lower  # hash of the lower-case form
    uint64_t term  # the same, a figure's that of its shape
    uint64_t outer  # NAME for a capitalised word, a figure's shape, else hash of the last three characters


cdef uint64_t NAME
cdef tuple locate(tuple texts)
cdef bint next_token(const Character *text, Py_ssize_t place, Py_ssize_t end, Token *token) noexcept nogil
cdef bint find_token(const Character *text, Py_ssize_t place, Py_ssize_t end, Token *token) noexcept nogil
