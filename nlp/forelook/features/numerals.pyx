# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True
"""Figures as the text encoder reads them: by their form, and years by their distance from the year of the release.

In: a token, or a text. Out: the number of a piece that no vocabulary holds, or the year near the start of the text.
"""

from cpython.unicode cimport PyUnicode_DATA, PyUnicode_KIND
from libc.stdint cimport uint8_t, uint16_t, uint32_t

from forelook.characters cimport Py_UNICODE_TODECIMAL

cdef enum:
    YEAR_STANDS_WITHIN = 3000  # characters


cdef inline int _figure_at(const Character *text, Py_ssize_t place, Py_ssize_t end) noexcept nogil:
    """Return the figure at `place`, -1 where there is none."""
    cdef Py_UCS4 character = <Py_UCS4>text[place] if 0 <= place < end else 0
    return <int>character - 48 if 48 <= character <= 57 else -1 if character < 128 else Py_UNICODE_TODECIMAL(character)


cdef inline bint _stands_alone(const Character *text, Py_ssize_t place, Py_ssize_t end) noexcept nogil:
    """Return whether the four figures at `place` are a number of their own, and no amount."""
    cdef Py_UCS4 before = <Py_UCS4>text[place - 1] if place else 0, after = <Py_UCS4>text[place + 4] if place + 4 < end else 0
    if before == u"." or before == u"," or before == u"$" or _figure_at(text, place - 1, end) >= 0:
        return False
    if after == u"," or _figure_at(text, place + 4, end) >= 0:
        return False
    return after != u"." or _figure_at(text, place + 5, end) < 0


cdef int _find_year(const Character *text, Py_ssize_t end) noexcept nogil:
    cdef Py_ssize_t place
    cdef Py_UCS4 third
    cdef int last
    for place in range(end - 3):
        third = <Py_UCS4>text[place + 2]
        if text[place] == 50:
            if text[place + 1] != 48 or not 48 <= third <= 52:
                continue
        elif text[place] != 49 or text[place + 1] != 57 or not 56 <= third <= 57:
            continue
        last = _figure_at(text, place + 3, end)
        if last >= 0 and _stands_alone(text, place, end):
            return (1900 if text[place] == 49 else 2000) + 10 * (<int>third - 48) + last
    return 0


def year_of(str text not None):
    """Return the first year from 1980 to 2049 near the start of a text, which is mostly that of the release; 0 where there is none."""
    cdef Py_ssize_t end = min(<Py_ssize_t>len(text), <Py_ssize_t>YEAR_STANDS_WITHIN)
    cdef int kind = PyUnicode_KIND(text)
    cdef const void *data = PyUnicode_DATA(text)
    if kind == 1:
        return _find_year(<const uint8_t *>data, end)
    return _find_year(<const uint16_t *>data, end) if kind == 2 else _find_year(<const uint32_t *>data, end)


cdef int form_of_figure(const Character *text, Token *token, int year) noexcept nogil:
    """Return the piece that a token of digits, commas and full stops has, NOTHING where it is another."""
    cdef int digits = 0, value = 0, code
    cdef bint point = False, comma = False
    cdef Py_ssize_t place
    for place in range(token.start, token.end):
        code = <int><Py_UCS4>text[place]
        if 48 <= code <= 57:
            digits += 1
            if digits < 6:
                value = 10 * value + code - 48
        elif code == 46:
            point = True
        elif code == 44:
            comma = True
        else:
            return NOTHING
    if not digits:
        return NOTHING
    if point:
        return FIGURES + (5 if comma else 4)
    if comma:
        return FIGURES + 6
    if digits == 4 and 1980 <= value < 2060:
        return YEARS + max(0, min(4, value - year + 2)) if year else YEARS + 5
    return FIGURES + (digits - 1 if digits <= 4 else 7)
