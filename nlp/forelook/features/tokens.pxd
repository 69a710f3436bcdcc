# cython: language_level=3
"""What other compiled modules use of tokens.pyx."""

from cpython.unicode cimport PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ
from libc.stdint cimport uint64_t


cdef struct Text:  # the characters of a str, which has to outlive it
    int kind
    void *data


cdef inline Text open_text(str text) noexcept:
    return Text(PyUnicode_KIND(text), PyUnicode_DATA(text))


cdef inline Py_UCS4 read(Text text, Py_ssize_t place) noexcept:
    return PyUnicode_READ(text.kind, text.data, place)


cdef struct Token:
    Py_ssize_t start
    Py_ssize_t end
    uint64_t lower  # hash of the lower-case form
    uint64_t term  # the same, a figure's that of its shape
    uint64_t outer  # NAME for a capitalised word, a figure's shape, else hash of the last three characters


cdef uint64_t NAME
cdef bint next_token(Text text, Py_ssize_t place, Py_ssize_t end, Token *token) noexcept
cdef bint find_token(Text text, Py_ssize_t place, Py_ssize_t end, Token *token) noexcept
