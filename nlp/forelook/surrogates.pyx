# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""Surrogates, compiled: the C compiler makes of the loop one over several characters at a time.

In: a text. Out: whether it holds lone surrogates, which are no characters, and which no encoding can write.
"""

from cpython.unicode cimport PyUnicode_DATA, PyUnicode_KIND
from libc.stdint cimport uint16_t, uint32_t

from forelook.characters cimport Character

cdef enum:
    STRETCH = 512  # characters that are looked at before the loop may stop


cdef bint _holds(const Character *text, Py_ssize_t length) noexcept:
    """Return whether one of the characters lies between U+D800 and U+DFFF."""
    cdef Py_ssize_t start, place
    cdef Character found
    for start in range(0, length, STRETCH):
        found = 0
        for place in range(start, min(start + STRETCH, length)):
            found |= <Character>(<Character>(text[place] - 0xD800) < 0x800)
        if found:
            return True
    return False


def has_surrogates(str text not None):
    """Return whether a lone surrogate stands in `text`; a text of narrow characters cannot hold one."""
    cdef int kind = PyUnicode_KIND(text)
    cdef void* data = PyUnicode_DATA(text)
    if kind == 1:
        return False
    return _holds(<const uint16_t *>data, len(text)) if kind == 2 else _holds(<const uint32_t *>data, len(text))
