# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""The scan for lines: one pass over the characters of a text, compiled.

In: a text. Out: where its lines are, without the blanks around them, and what can be said of their role at a glance, so that
lines.py need not look at most of them again.
"""

from cpython.unicode cimport PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ

from forelook.segment.characters cimport is_blank, to_lower

cdef extern from "Python.h":
    Py_ssize_t PyUnicode_FindChar(str text, Py_UCS4 character, Py_ssize_t start, Py_ssize_t end, int direction) except -2

cdef enum:
    LONGEST_LOOK = 400  # characters of a line that are looked at
    PAGE_GAP = 100
    LINE_ENDS = 5  # how many characters end lines

ANY, MAYBE_ROW, PROSE, MARKED = 0, 1, 2, 3  # what a line may be: anything; text or a row of figures; text; anything but a row of figures

# The first letters of artifacts and items that begin with a letter (lines.py); other lines need not be tried.
cdef str _ROLE_STARTS = "pag mor end con ove exh ex- ex9 for imm pre new med log gra ima "


cdef Py_UCS4[LINE_ENDS] _LINE_ENDS = [0x0A, 0x0D, 0x0C, 0x2028, 0x2029]


cdef Py_ssize_t _find_line_end(str text, Py_ssize_t place, Py_ssize_t length, Py_ssize_t* nexts) except -1:
    """Return where the line at `place` ends; `nexts` holds the next place of each character that ends lines, for most of them the end of the text."""
    cdef Py_ssize_t nearest = length
    cdef int k
    for k in range(LINE_ENDS):
        if nexts[k] < place:
            nexts[k] = PyUnicode_FindChar(text, _LINE_ENDS[k], place, length, 1)
            if nexts[k] < 0:
                nexts[k] = length
        nearest = min(nearest, nexts[k])
    return nearest


cdef bint _opens_as_prose(int kind, void* data, Py_ssize_t start, Py_ssize_t end) noexcept:
    """Return whether the first letters of a line suggest no role but text."""
    cdef Py_UCS4 first, second, third
    cdef Py_ssize_t place, k
    if end - start < 3 or not (<Py_UCS4>PyUnicode_READ(kind, data, start)).isalpha():
        return False
    first, second = to_lower(PyUnicode_READ(kind, data, start)), to_lower(PyUnicode_READ(kind, data, start + 1))
    third = to_lower(PyUnicode_READ(kind, data, start + 2))
    if second == u"." or second == u")" or second == u"-" or second == u" " or second == u"\t" or second == 0xA0:
        return False
    if first == u"e" and second == u"x":
        return False
    if first == u"i" or first == u"v" or first == u"x":
        for place in range(start, min(end, start + 6)):
            if PyUnicode_READ(kind, data, place) == u")" or PyUnicode_READ(kind, data, place) == u".":
                return False
    for k in range(0, len(_ROLE_STARTS), 4):
        if first == <Py_UCS4>_ROLE_STARTS[k] and second == <Py_UCS4>_ROLE_STARTS[k + 1] and third == <Py_UCS4>_ROLE_STARTS[k + 2]:
            return False
    return True


cdef inline bint _has_wide_gap(int kind, const void* data, Py_ssize_t start, Py_ssize_t end) noexcept:
    """Return whether there are two blanks, a bar, a tab or a row of full stops between `start` and `end`; without a branch, so that it becomes vector instructions."""
    cdef Py_ssize_t place
    cdef int found = PyUnicode_READ(kind, data, start) == u"|"
    cdef Py_UCS4 before, character
    for place in range(start + 1, end):
        before, character = PyUnicode_READ(kind, data, place - 1), PyUnicode_READ(kind, data, place)
        found |= ((character == u" ") & (before == u" ")) | ((character == u".") & (before == u".")) | (character == u"|") | (character == u"\t")
    return found


cdef inline list _scan(str text, int kind, void* data, Py_ssize_t length):
    """Return what `scan_lines` does; compiled once for each width of text."""
    cdef Py_ssize_t place = 0, start, end, line
    cdef Py_ssize_t[LINE_ENDS] nexts = [-1, -1, -1, -1, -1]
    cdef int newlines = 0, returns = 0, look
    cdef bint page = False
    cdef Py_UCS4 character
    lines = []
    while place < length:
        line = place  # where the next line begins, once the blanks between the two have been passed
        while place < length and is_blank(PyUnicode_READ(kind, data, place)):
            character = PyUnicode_READ(kind, data, place)
            if character == u"\n":
                newlines += 1
                line = place + 1
            elif character == u"\r":
                returns += 1
                line = place + 1
            elif character == u"\f":
                page = True
            place += 1
        if place >= length:
            break
        start, end = place, _find_line_end(text, place, length, nexts)
        while is_blank(PyUnicode_READ(kind, data, end - 1)):
            end -= 1
        gap = PAGE_GAP if page or not lines else max(0, (newlines if newlines else returns) - 1)
        if _has_wide_gap(kind, data, start, min(end, start + LONGEST_LOOK)):
            look = MAYBE_ROW if _opens_as_prose(kind, data, start, end) else ANY
        else:
            look = PROSE if _opens_as_prose(kind, data, start, end) else MARKED
        lines.append((start, end, start - line, gap, look))
        newlines, returns, page = 0, 0, False
        place = end
    return lines


def scan_lines(str text not None):
    """Return (start, end, indent, gap, look) of each line that is not blank.

    `indent` counts the characters before it on its line, `gap` the blank lines before it; a page break and the text's
    beginning count for PAGE_GAP. `look` says what the line may be: it is PROSE if neither its first letters nor a wide gap suggest another role.
    """
    cdef int kind = PyUnicode_KIND(text)
    cdef void* data = PyUnicode_DATA(text)
    if kind == 1:
        return _scan(text, 1, data, len(text))
    return _scan(text, 2, data, len(text)) if kind == 2 else _scan(text, 4, data, len(text))
