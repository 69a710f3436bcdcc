# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""Where dates may be: the first letters of months before figures, and figures before months, strokes and dashes.

In: a text and the bounds of a stretch. Out: places, a superset of those where the expressions of header/dates.py match, which a property test proves.
"""

from cpython.unicode cimport PyUnicode_DATA, PyUnicode_KIND
from libc.stdint cimport uint8_t, uint16_t, uint32_t

from forelook.characters cimport Character
from forelook.segment.characters cimport is_decimal, is_letter

cdef enum:
    LONGEST_REST = 6  # letters of a month after its first three


cdef enum:
    FIGURE = 1
    MONTH = 2  # a letter with which the name of one begins

cdef uint8_t[128] _SIGNS

for _sign in "0123456789":
    _SIGNS[<int>ord(_sign)] = FIGURE
for _sign in "ADFJMNOS":
    _SIGNS[<int>ord(_sign)] = MONTH


cdef bint _is_month(Py_UCS4 one, Py_UCS4 two, Py_UCS4 three) noexcept:
    """Return whether three letters begin the name of a month, whatever the case of the last two."""
    two, three = <Py_UCS4>(<int>two | 32), <Py_UCS4>(<int>three | 32)
    if two == u"a":
        return (one == u"J" and three == u"n") or (one == u"M" and (three == u"r" or three == u"y"))
    if two == u"e":
        return (one == u"F" and three == u"b") or (one == u"S" and three == u"p") or (one == u"D" and three == u"c")
    if two == u"u":
        return (one == u"J" and (three == u"n" or three == u"l")) or (one == u"A" and three == u"g")
    return (one == u"A" and two == u"p" and three == u"r") or (one == u"O" and two == u"c" and three == u"t") or (one == u"N" and two == u"o" and three == u"v")


cdef Py_ssize_t _skip_blanks(const Character *text, Py_ssize_t place, Py_ssize_t end) noexcept:
    while place < end and (<Py_UCS4>text[place]).isspace():
        place += 1
    return place


cdef bint _leads_to_figure(const Character *text, Py_ssize_t place, Py_ssize_t end) noexcept:
    """Return whether a month may begin at `place`, followed, after a full stop and blanks, by a figure."""
    cdef Py_ssize_t last
    if place + 3 >= end or not _is_month(<Py_UCS4>text[place], <Py_UCS4>text[place + 1], <Py_UCS4>text[place + 2]):
        return False
    place += 3
    last = min(end, place + LONGEST_REST)
    while place < last and is_letter(<Py_UCS4>text[place]):
        place += 1
    if place < end and <Py_UCS4>text[place] == u".":
        place += 1
    place = _skip_blanks(text, place, end)
    return place < end and is_decimal(<Py_UCS4>text[place])


cdef bint _leads_to_rest(const Character *text, Py_ssize_t place, Py_ssize_t end) noexcept:
    """Return whether figures from `place` on may be the day before a month, or begin a date in figures alone."""
    cdef Py_ssize_t first = place, begun
    cdef Py_UCS4 character
    while place < end and place - first < 4 and is_decimal(<Py_UCS4>text[place]):
        place += 1
    if place >= end:
        return False
    character = <Py_UCS4>text[place]
    if place - first > 2:
        return place - first == 4 and character == u"-"
    if character == u"/":
        return True
    if character == u"s" or character == u"n" or character == u"r" or character == u"t":
        place += 2
    begun = place
    place = _skip_blanks(text, place, end)
    return begun < place < end and text[place] < 128 and _SIGNS[text[place]] == MONTH


cdef bint _goes_on(Py_UCS4 before) noexcept:
    """Return whether a figure after `before` is part of a number, an amount or a date that began there."""
    return is_decimal(before) or before == u"." or before == u"," or before == u"$" or before == u"/" or before == u"-"


cdef tuple _find(const Character *text, Py_ssize_t start, Py_ssize_t end):
    cdef Py_ssize_t place
    cdef uint8_t sign
    months, figures = [], []
    for place in range(start, end):
        if text[place] >= 128:
            continue
        sign = _SIGNS[text[place]]
        if not sign:
            continue
        if sign == MONTH:
            if _leads_to_figure(text, place, end):
                months.append(place)
        elif not (place and _goes_on(<Py_UCS4>text[place - 1])) and _leads_to_rest(text, place, end):
            figures.append(place)
    return months, figures


def find_day_signs(str text not None, Py_ssize_t start, Py_ssize_t end):
    """Return the places in `text[start:end]` at which a date may begin with a month, and those at which one may begin with a figure."""
    cdef int kind = PyUnicode_KIND(text)
    start, end = max(start, 0), min(end, len(text))
    if start >= end:
        return [], []
    if kind == 1:
        return _find(<const uint8_t *>PyUnicode_DATA(text), start, end)
    if kind == 2:
        return _find(<const uint16_t *>PyUnicode_DATA(text), start, end)
    return _find(<const uint32_t *>PyUnicode_DATA(text), start, end)
