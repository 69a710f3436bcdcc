# How the compiled passes of this room look for a word in a text: as `str.find` does, in a sixth of the time where the word's first and last letters
# are seldom that far apart.

from cpython.unicode cimport PyUnicode_1BYTE_DATA, PyUnicode_2BYTE_DATA, PyUnicode_4BYTE_DATA, PyUnicode_KIND, PyUnicode_READ
from libc.stdint cimport uint8_t, uint16_t, uint32_t

from forelook.characters cimport Character

cdef enum:
    STRIDE = 128  # characters that are looked at together


cdef inline bint _stands(const Character *text, int kind, const void *word, Py_ssize_t size) noexcept:
    cdef Py_ssize_t k
    for k in range(size):
        if text[k] != PyUnicode_READ(kind, word, k):
            return False
    return True


cdef inline Py_ssize_t _find_next(const Character *text, Py_ssize_t place, Py_ssize_t end, int kind, const void *word, Py_ssize_t size) noexcept:
    """Return the next place of a word in `text[place:end]`, else -1. Its first and last letters are looked for in a stride at once, by vector instructions."""
    cdef Character first = <Character>PyUnicode_READ(kind, word, 0), last = <Character>PyUnicode_READ(kind, word, size - 1), found
    cdef Py_ssize_t k, stop
    end -= size - 1
    while place < end:
        stop, found = min(place + STRIDE, end), 0
        for k in range(place, stop):
            found |= <Character>((text[k] == first) & (text[k + size - 1] == last))
        if found:
            for k in range(place, stop):
                if text[k] == first and text[k + size - 1] == last and _stands(text + k, kind, word, size):
                    return k
        place = stop
    return -1


cdef inline Py_ssize_t find_letters(str text, int kind, const void *word, Py_ssize_t size, Py_ssize_t start, Py_ssize_t end) noexcept:
    """Return the next place in `text[start:end]` of `size` characters of `kind`, else -1, for bounds within the text and a size that is not 0."""
    cdef int own = PyUnicode_KIND(text)
    if own == 1:
        return _find_next(<const uint8_t *>PyUnicode_1BYTE_DATA(text), start, end, kind, word, size)
    if own == 2:
        return _find_next(<const uint16_t *>PyUnicode_2BYTE_DATA(text), start, end, kind, word, size)
    return _find_next(<const uint32_t *>PyUnicode_4BYTE_DATA(text), start, end, kind, word, size)
