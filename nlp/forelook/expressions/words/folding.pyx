# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""Folding: a text in lower case, of the same length, compiled, since Python's own takes a look at a table for each letter where one is not ASCII.

In: a text. Out: `text.lower()`, but with a letter left as it is whose small form is longer.
"""

from cpython.mem cimport PyMem_Free, PyMem_Malloc
from cpython.unicode cimport PyUnicode_DATA, PyUnicode_FromKindAndData, PyUnicode_KIND
from libc.stdint cimport uint8_t, uint16_t, uint32_t

from forelook.characters cimport DOTTED_I, SIGMA, Character, Py_UNICODE_TOLOWER

cdef enum:
    FIRST_MARK = 0x2000  # of those that bear no case, quotation marks, dashes and bullets
    LAST_MARK = 0x206F


cdef bint _fold(const Character *text, Character *folded, Py_ssize_t length) noexcept nogil:
    """Fold a text; return whether it could; where not, only `str.lower` knows its small letters."""
    cdef Py_ssize_t place
    cdef Character letter
    for place in range(length):
        letter = text[place]
        if letter < 0x80:
            folded[place] = letter | 32 if u"A" <= letter <= u"Z" else letter
        elif Character is not uint8_t and FIRST_MARK <= letter <= LAST_MARK:
            folded[place] = letter
        elif Character is not uint8_t and (letter == DOTTED_I or letter == SIGMA):
            return False
        else:
            folded[place] = <Character>Py_UNICODE_TOLOWER(<Py_UCS4>letter)
    return True


def fold(str text not None):
    """Return `text` in lower case, of the same length: a letter whose small form is longer stays as it is."""
    cdef Py_ssize_t length = len(text)
    cdef int kind = PyUnicode_KIND(text)
    cdef void *data = PyUnicode_DATA(text)
    cdef void *folded
    cdef bint done
    if text.isascii():
        return text.lower()
    folded = PyMem_Malloc(length * kind)
    if folded == NULL:
        raise MemoryError
    try:
        if kind == 1:
            done = _fold(<const uint8_t *>data, <uint8_t *>folded, length)
        elif kind == 2:
            done = _fold(<const uint16_t *>data, <uint16_t *>folded, length)
        else:
            done = _fold(<const uint32_t *>data, <uint32_t *>folded, length)
        if done:
            return PyUnicode_FromKindAndData(kind, folded, length)
    finally:
        PyMem_Free(folded)
    lower = text.lower()
    return lower if len(lower) == length else "".join([small if len(small := letter.lower()) == 1 else letter for letter in text])
