# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""Signs: cheap looks for the characters that a regular expression needs, so that it is tried only where it can match.

In: a text and the bounds of a stretch. Out: places or yes and no; each is a superset of what the expression finds, which property tests prove.
"""

from cpython.unicode cimport PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ

cdef enum:
    LONGEST_TITLE_REACH = 150  # characters of a run-in heading after its first, as in titles.py
    SHORTEST_PLAIN = 7  # small letters before a full stop that no abbreviation has

SEAM, CAPITALS, QUOTE = 1, 2, 4  # bits of what find_seam_signs returns


cdef inline bint _is_upper(Py_UCS4 character) noexcept:
    return u"A" <= character <= u"Z"


cdef inline bint _is_lower(Py_UCS4 character) noexcept:
    return u"a" <= character <= u"z"


cdef inline bint _is_digit(Py_UCS4 character) noexcept:
    return u"0" <= character <= u"9" if character < 128 else character.isdecimal()


cdef inline bint _is_space(Py_UCS4 character) noexcept:
    if character < 128:
        return character == u" " or 9 <= <int>character <= 13 or 28 <= <int>character <= 31
    return character.isspace()


cdef inline bint _is_plain(int kind, void* data, Py_ssize_t place, Py_ssize_t end) noexcept:
    """Tell whether a full stop ends a sentence for certain: a long word in small letters before it, one blank and a capital after it."""
    cdef Py_ssize_t k
    cdef Py_UCS4 blank
    if place < SHORTEST_PLAIN or place + 2 >= end or not _is_upper(PyUnicode_READ(kind, data, place + 2)):
        return False
    blank = PyUnicode_READ(kind, data, place + 1)
    if blank != u" " and blank != u"\n":
        return False
    for k in range(1, SHORTEST_PLAIN + 1):
        if not _is_lower(PyUnicode_READ(kind, data, place - k)):
            return False
    return True


def find_marks(str text not None, Py_ssize_t start, Py_ssize_t end):
    """Return the places of the marks in `text[start:end]` at which a sentence may end by what stands next to them.

    Where it ends for certain, so that nothing else need be asked, the place's complement (~place) stands in its stead.
    """
    cdef Py_ssize_t place
    cdef Py_UCS4 character, following, before
    cdef int kind = PyUnicode_KIND(text)
    cdef void* data = PyUnicode_DATA(text)
    cdef bint bracketed = False
    found = []
    end = min(end, len(text))
    for place in range(start, end - 1):
        character = PyUnicode_READ(kind, data, place)
        if character > u"?" and character != u"…":
            continue
        if character == u"(":
            bracketed = True
        elif character == u")":
            bracketed = False
        if character != u"." and character != u"!" and character != u"?" and character != u":" and character != u"…":
            continue
        following = PyUnicode_READ(kind, data, place + 1)
        before = PyUnicode_READ(kind, data, place - 1) if place > 0 else u" "
        if character == u":":
            if _is_lower(before) and (_is_upper(following) or following == u'"' or following == u"“"):
                found.append(place)
        elif _is_lower(following):
            if character == u"." and (following == u"c" or following == u"o" or following == u"n"):
                found.append(place)
        elif character == u"." and not bracketed and place - SHORTEST_PLAIN >= start and _is_plain(kind, data, place, end):
            found.append(~place)
        elif not (u"0" <= following <= u"9" and u"0" <= before <= u"9"):
            found.append(place)
    return found


def has_seam_sign(str text not None, Py_ssize_t start, Py_ssize_t end):
    """Tell whether a capital or an opening mark stands right after a small letter, a figure or a closing mark in `text[start:end]`."""
    cdef Py_ssize_t place
    cdef Py_UCS4 character, before
    cdef int kind = PyUnicode_KIND(text)
    cdef void* data = PyUnicode_DATA(text)
    for place in range(max(start, 1), min(end, len(text))):
        character = PyUnicode_READ(kind, data, place)
        if _is_upper(character) or character == u"“" or character == u'"':
            before = PyUnicode_READ(kind, data, place - 1)
            if _is_lower(before) or before == u")" or before == u"?" or before == u"®" or before == u"™" or _is_digit(before):
                return True
    return False


def find_seam_signs(str text not None, Py_ssize_t start, Py_ssize_t end):
    """Return which seams `text[start:end]` may hold, as bits: SEAM before a word, CAPITALS before small letters, QUOTE before a quotation."""
    cdef Py_ssize_t place
    cdef Py_UCS4 character, before, following
    cdef int capitals = 0, signs = 0, kind = PyUnicode_KIND(text)
    cdef void* data = PyUnicode_DATA(text)
    end = min(end, len(text))
    for place in range(start, end - 1):
        character = PyUnicode_READ(kind, data, place)
        following = PyUnicode_READ(kind, data, place + 1)
        if _is_upper(character):
            capitals += 1
            before = PyUnicode_READ(kind, data, place - 1) if place > 0 else u" "
            if _is_lower(following):
                if capitals >= 3 or _is_lower(before) or _is_digit(before) or before == u"®" or before == u"™" or before == u")" or before == u"?" or before == u"&" or before == u":":
                    signs |= 1
                if capitals >= 4:
                    signs |= 2
            elif character == u"A" and _is_lower(before):
                signs |= 1
        else:
            capitals = 0
            if (character == u'"' or character == u"“") and _is_upper(following):
                signs |= 4
    return signs


def reach_title(str text not None, Py_ssize_t start, Py_ssize_t end):
    """Return where a run-in heading at `start` would end at the latest, 0 where none can begin, and whether a dash after a blank stands up to there."""
    cdef Py_ssize_t place = start, last, index, length = len(text)
    cdef Py_UCS4 character
    cdef int kind = PyUnicode_KIND(text)
    cdef void* data = PyUnicode_DATA(text)
    cdef bint dashed = False
    end = min(end, length)
    if place < end and (PyUnicode_READ(kind, data, place) == u'"' or PyUnicode_READ(kind, data, place) == u"“"):
        place += 1
    if place >= end or not _is_upper(PyUnicode_READ(kind, data, place)):
        return 0, False
    place += 1
    last = min(end, place + LONGEST_TITLE_REACH)
    while place < last:
        character = PyUnicode_READ(kind, data, place)
        if character == u"." or character == u":" or character == u"!" or character == u"?" or character == u"\r" or character == u"\n":
            break
        place += 1
    last = min(place + 2, length)
    for index in range(start + 1, last):
        character = PyUnicode_READ(kind, data, index)
        if (character == u"-" or character == u"–" or character == u"—") and _is_space(PyUnicode_READ(kind, data, index - 1)):
            dashed = True
            break
    return place, dashed


def has_number_end(str text not None):
    """Tell whether three figures, a blank or a dash, and a figure follow one another, as in a telephone number."""
    cdef Py_ssize_t place
    cdef Py_UCS4 character
    cdef int figures = 0, kind = PyUnicode_KIND(text)
    cdef void* data = PyUnicode_DATA(text)
    for place in range(len(text) - 1):
        character = PyUnicode_READ(kind, data, place)
        if _is_digit(character):
            figures += 1
            continue
        if figures >= 3 and (character == u" " or character == u"-" or character == u"." or character == u"–" or character == u"‑"):
            if _is_digit(PyUnicode_READ(kind, data, place + 1)):
                return True
        figures = 0
    return False
