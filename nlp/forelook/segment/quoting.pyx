# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""Quotation marks of a text, found in one pass over its characters.

In: a text. Out: the places of all marks that quotes/marks.py reads, except those that are apostrophes, too.
"""

from cpython.unicode cimport PyUnicode_1BYTE_DATA, PyUnicode_2BYTE_DATA, PyUnicode_4BYTE_DATA, PyUnicode_KIND
from libc.stdint cimport uint8_t, uint16_t, uint32_t

ctypedef fused Character:  # of a text without wide ones, of one with some, of one with the widest
    uint8_t
    uint16_t
    uint32_t

cdef bint[256] _IS_MARK  # or one of two that make a mark

for _mark in "\"'`\x93\x94«»":
    _IS_MARK[<int>ord(_mark)] = True


cdef inline bint _is_wide_mark(Py_UCS4 character) noexcept:
    return character == u"“" or character == u"”" or character == u"„" or character == u"″" or character == u"＂"


cdef list _find(const Character *text, Py_ssize_t length):
    cdef Py_ssize_t place = 0
    cdef Py_UCS4 character
    found = []
    while place < length:
        character = <Py_UCS4>text[place]
        place += 1
        if not (_IS_MARK[<int>character] if Character is uint8_t or character < 256 else _is_wide_mark(character)):
            continue
        if character != u"'" and character != u"`":
            found.append((place - 1, place))
        elif place < length and text[place] == text[place - 1]:
            place += 1
            found.append((place - 2, place))
    return found


def find_double_marks(str text not None):
    """Return (start, end) of every double quotation mark, in order: straight, typographic, of Windows, angular, and two single ones in a row."""
    cdef int kind = PyUnicode_KIND(text)
    if kind == 1:
        return _find(<const uint8_t *>PyUnicode_1BYTE_DATA(text), len(text))
    if kind == 2:
        return _find(<const uint16_t *>PyUnicode_2BYTE_DATA(text), len(text))
    return _find(<const uint32_t *>PyUnicode_4BYTE_DATA(text), len(text))
