# cython: language_level=3
"""Characters for compiled modules: how a text holds them, and what Python knows of one, as the methods of str of like name say it, by calls that need no object."""

from libc.stdint cimport uint8_t, uint16_t, uint32_t

ctypedef fused Character:  # of a text without wide ones, of one with some, of one with the widest
    uint8_t
    uint16_t
    uint32_t

cdef enum:  # the two letters whose small form only str.lower knows
    DOTTED_I = 0x130  # İ, whose small form has two characters
    SIGMA = 0x3A3  # Σ, whose small form is another one at the end of a word

cdef extern from "Python.h" nogil:
    bint Py_UNICODE_ISALNUM(Py_UCS4 character) noexcept
    bint Py_UNICODE_ISALPHA(Py_UCS4 character) noexcept
    bint Py_UNICODE_ISUPPER(Py_UCS4 character) noexcept
    bint Py_UNICODE_ISTITLE(Py_UCS4 character) noexcept
    bint Py_UNICODE_ISLOWER(Py_UCS4 character) noexcept
    bint Py_UNICODE_ISDIGIT(Py_UCS4 character) noexcept
    bint Py_UNICODE_ISSPACE(Py_UCS4 character) noexcept
    Py_UCS4 Py_UNICODE_TOLOWER(Py_UCS4 character) noexcept  # of one character one, which str.lower does not promise
    int Py_UNICODE_TODECIMAL(Py_UCS4 character) noexcept  # the figure that it is, -1 for none
