# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""Where dates may stand: the first letters of months before figures, and figures before months, strokes and dashes.

In: a text and the bounds of a stretch. Out: places, a superset of those where the expressions of header/dates.py match, which a property test proves.
"""

from cpython.unicode cimport PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ

cdef enum:
    LONGEST_REST = 6  # letters of a month after its first three


cdef inline bint _is_digit(Py_UCS4 character) noexcept:
    return u"0" <= character <= u"9" if character < 128 else character.isdecimal()


cdef inline bint _is_letter(Py_UCS4 character) noexcept:
    return u"a" <= character <= u"z" or u"A" <= character <= u"Z"


cdef inline bint _opens_month(Py_UCS4 character) noexcept:
    if character < u"A" or character > u"S":
        return False
    return character == u"A" or character == u"D" or character == u"F" or character == u"J" or character == u"M" or character == u"N" or character == u"O" or character == u"S"


cdef bint _is_month(Py_UCS4 one, Py_UCS4 two, Py_UCS4 three) noexcept:
    """Tell whether three letters begin the name of a month, whatever the case of the last two."""
    two, three = <Py_UCS4>(<int>two | 32), <Py_UCS4>(<int>three | 32)
    if two == u"a":
        return (one == u"J" and three == u"n") or (one == u"M" and (three == u"r" or three == u"y"))
    if two == u"e":
        return (one == u"F" and three == u"b") or (one == u"S" and three == u"p") or (one == u"D" and three == u"c")
    if two == u"u":
        return (one == u"J" and (three == u"n" or three == u"l")) or (one == u"A" and three == u"g")
    return (one == u"A" and two == u"p" and three == u"r") or (one == u"O" and two == u"c" and three == u"t") or (one == u"N" and two == u"o" and three == u"v")


cdef Py_ssize_t _skip_blanks(int kind, void* data, Py_ssize_t place, Py_ssize_t end) noexcept:
    while place < end and (<Py_UCS4>PyUnicode_READ(kind, data, place)).isspace():
        place += 1
    return place


cdef bint _leads_to_figure(int kind, void* data, Py_ssize_t place, Py_ssize_t end) noexcept:
    """Tell whether a month may begin at `place`, and a figure stands behind its letters, a full stop and blanks."""
    cdef Py_ssize_t last
    if place + 3 >= end or not _is_month(PyUnicode_READ(kind, data, place), PyUnicode_READ(kind, data, place + 1), PyUnicode_READ(kind, data, place + 2)):
        return False
    place += 3
    last = min(end, place + LONGEST_REST)
    while place < last and _is_letter(PyUnicode_READ(kind, data, place)):
        place += 1
    if place < end and PyUnicode_READ(kind, data, place) == u".":
        place += 1
    place = _skip_blanks(kind, data, place, end)
    return place < end and _is_digit(PyUnicode_READ(kind, data, place))


cdef bint _leads_to_rest(int kind, void* data, Py_ssize_t place, Py_ssize_t end) noexcept:
    """Tell whether figures from `place` on may be the day before a month, or begin a date in figures alone."""
    cdef Py_ssize_t first = place, begun
    cdef Py_UCS4 character
    while place < end and place - first < 4 and _is_digit(PyUnicode_READ(kind, data, place)):
        place += 1
    if place >= end:
        return False
    character = PyUnicode_READ(kind, data, place)
    if place - first > 2:
        return place - first == 4 and character == u"-"
    if character == u"/":
        return True
    if character == u"s" or character == u"n" or character == u"r" or character == u"t":
        place += 2
    begun = place
    place = _skip_blanks(kind, data, place, end)
    return begun < place < end and _opens_month(PyUnicode_READ(kind, data, place))


def find_day_signs(str text not None, Py_ssize_t start, Py_ssize_t end):
    """Return the places in `text[start:end]` at which a date may begin with a month, and those at which one may begin with a figure."""
    cdef Py_ssize_t place
    cdef Py_UCS4 character, before = 0
    cdef int kind = PyUnicode_KIND(text)
    cdef void* data = PyUnicode_DATA(text)
    months, figures = [], []
    start, end = max(start, 0), min(end, len(text))
    if 0 < start < end:
        before = PyUnicode_READ(kind, data, start - 1)
    for place in range(start, end):
        character = PyUnicode_READ(kind, data, place)
        if u"0" <= character <= u"9":
            if not (_is_digit(before) or before == u"." or before == u"," or before == u"$" or before == u"/" or before == u"-"):
                if _leads_to_rest(kind, data, place, end):
                    figures.append(place)
        elif _opens_month(character) and _leads_to_figure(kind, data, place, end):
            months.append(place)
        before = character
    return months, figures
