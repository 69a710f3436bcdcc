# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""Signs of joints: what a paragraph holds of that by which something else may begin inside it, in one pass.

In: a text and the bounds of a paragraph. Out: bits, each set wherever what joints.py looks for can be found, which a property test proves.
"""

from cpython.unicode cimport PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ

from forelook.segment.characters cimport is_decimal, is_figure, is_letter, is_lower, is_space, is_upper, reads

FEED, ABOUT, LEGEND, RULE, ADDRESS, LEAD_IN, SEAM, STOP, OPENING = 1, 2, 4, 8, 16, 32, 64, 128, 256  # bits of what find_joint_signs returns

cdef enum:
    SHORTEST_GLUED_TO = 8  # characters of a piece that something is glued to, as in joints.py
    LONGEST_OPENING = 8  # letters of a word that opens a sentence ("Although"), as there

cdef unsigned char[128] LOOKED_AT  # few characters are, so that the guess of a branch holds
for _code in range(128):
    LOOKED_AT[_code] = chr(_code) in 'ABCDEFGHIJKLMNOPQRSTUVWXYZ".p:-_'


cdef int _read_stop(int kind, void* data, Py_ssize_t place, Py_ssize_t end) noexcept:
    """Return the sign of what stands behind the full stop before `place`: a name in camel case, or the reference to a note."""
    cdef Py_UCS4 first = PyUnicode_READ(kind, data, place) if place < end else u" "
    if first == u"[":
        return 128
    if is_figure(first):
        return 128 if place >= 2 and PyUnicode_READ(kind, data, place - 2).isdecimal() else 0
    if is_lower(first) and place + 1 < end and is_upper(PyUnicode_READ(kind, data, place + 1)):
        return 128
    while place < end and PyUnicode_READ(kind, data, place) in u"ivx":
        place += 1
        if place < end and PyUnicode_READ(kind, data, place).isspace():
            return 128
    return 0


cdef bint _is_glued(int kind, void* data, Py_ssize_t place, Py_ssize_t end) noexcept:
    """Tell whether the capital at `place` is glued to four small letters, a year or a bracket and begins a word; four characters stand before it."""
    cdef Py_UCS4 before = PyUnicode_READ(kind, data, place - 1), second = PyUnicode_READ(kind, data, place - 2)
    cdef Py_UCS4 third = PyUnicode_READ(kind, data, place - 3), fourth = PyUnicode_READ(kind, data, place - 4)
    if is_lower(before):
        if not (is_lower(second) and is_lower(third) and is_lower(fourth)):
            return False
    elif before == u")":
        if not (is_lower(second) or is_upper(second) or is_decimal(second)):
            return False
    elif not (is_decimal(before) and is_decimal(second) and ((fourth == u"1" and third == u"9") or (fourth == u"2" and third == u"0"))):
        return False
    place += 1
    if place >= end:
        return False
    if not is_lower(PyUnicode_READ(kind, data, place)):
        return PyUnicode_READ(kind, data, place - 1) == u"A" and PyUnicode_READ(kind, data, place).isspace()
    while place < end and is_lower(PyUnicode_READ(kind, data, place)):
        place += 1
    return place < end and (PyUnicode_READ(kind, data, place) in u",’'" or PyUnicode_READ(kind, data, place).isspace())


cdef inline bint _may_open(Py_UCS4 first, Py_UCS4 second) noexcept:
    """Tell whether a word that begins with two letters may be one of those that joints.py knows to open sentences."""
    if first == u"T":
        return second == u"h"
    if first == u"A":
        return second == u"s" or second == u"f" or second == u"t" or second == u"l"
    if first == u"I" or first == u"U" or first == u"O":
        return second == u"n" or second == u"f" or second == u"v"
    if first == u"W":
        return second == u"i" or second == u"h"
    return (first == u"F" and second == u"o") or (first == u"S" and second == u"u")


cdef inline bint _has_length(Py_UCS4 first, Py_ssize_t letters) noexcept:
    """Tell whether one of those words has that first letter and so many letters."""
    if first == u"T":
        return letters == 3 or letters == 4 or letters == 5 or letters == 7
    if first == u"A":
        return letters == 2 or letters == 5 or letters == 8
    if first == u"I" or first == u"F":
        return letters == (2 if first == u"I" else 3)
    if first == u"O":
        return letters == 2 or letters == 7
    return letters == 4 or letters == 5


cdef int _read_opening(int kind, void* data, Py_ssize_t start, Py_ssize_t place, Py_ssize_t end) noexcept:
    """Return the sign of a word at `place` that goes on in small letters, or with a date, and has a letter or a figure before the blanks before it."""
    cdef Py_ssize_t before = place - 1, last = place + 2
    cdef Py_UCS4 first = PyUnicode_READ(kind, data, place), character
    while last < end and last - place <= LONGEST_OPENING and is_lower(PyUnicode_READ(kind, data, last)):
        last += 1
    if not _has_length(first, last - place):
        return 0
    if last < end and PyUnicode_READ(kind, data, last) == u",":
        last += 1
    if last + 1 >= end or PyUnicode_READ(kind, data, last) != u" ":
        return 0
    if not is_lower(PyUnicode_READ(kind, data, last + 1)) and first != u"I" and first != u"O":
        return 0
    while before > start and is_space(PyUnicode_READ(kind, data, before)):
        before -= 1
    character = PyUnicode_READ(kind, data, before)
    return 256 if is_lower(character) or is_upper(character) or is_figure(character) else 0


cdef inline int _find(int kind, void* data, Py_ssize_t start, Py_ssize_t end) noexcept:
    """Return the bits of `find_joint_signs`; compiled once for each width of text."""
    cdef Py_ssize_t place
    cdef int signs = 0
    cdef Py_UCS4 character, before, after
    for place in range(start, end):
        character = PyUnicode_READ(kind, data, place)
        if character < 128 and not LOOKED_AT[<int>character]:
            continue
        before = PyUnicode_READ(kind, data, place - 1) if place > start else u" "
        after = PyUnicode_READ(kind, data, place + 1) if place + 1 < end else u" "
        if is_upper(character):
            if is_lower(before) or before == u")" or is_decimal(before):
                if place - start >= SHORTEST_GLUED_TO and _is_glued(kind, data, place, end):
                    signs |= 64
            elif (before == u" " or before == 0xA0) and _may_open(character, after) and place > start:
                signs |= _read_opening(kind, data, start, place, end)
            if character == u"V":
                signs |= reads(kind, data, place, end, b"View ")
            elif character == u"A" and place > start and reads(kind, data, place, end, b"About "):
                signs |= 2
            elif character == u"L" and place > start and reads(kind, data, place, end, b"Looking "):
                signs |= 4
        elif character == u'"' or character == u"“":
            if (is_letter(before) or before == u")") and is_upper(after):
                signs |= 64
        elif character == u".":
            signs |= _read_stop(kind, data, place + 1, end)
            if before == u"w" and place - start >= 3 and reads(kind, data, place - 3, end, b"www."):
                signs |= 16
        elif character == u"p":
            if before == u"t" and place - start >= 3 and reads(kind, data, place - 3, end, b"http"):
                signs |= 16
        elif character == u"©":
            signs |= 1
        elif character == u":":
            if after == u" " or after == 0xA0 or is_upper(after) or after == u'"' or after == u"“":
                signs |= 32
        elif character == after and (character == u"-" or character == u"_") and reads(kind, data, place, end, b"------" if character == u"-" else b"______"):
            signs |= 8
    return signs


def find_joint_signs(str text not None, Py_ssize_t start, Py_ssize_t end):
    """Return what `text[start:end]` holds that joints.py looks for, as bits.

    FEED: "View " or "©"; ABOUT, LEGEND: "About ", "Looking " inside; RULE: a row of dashes; ADDRESS: "www." or "http"; LEAD_IN: a colon before what may begin;
    SEAM: a word or a quotation that is glued to a word, a year or a bracket; STOP: a full stop before a name in camel case or a note.
    """
    cdef int kind = PyUnicode_KIND(text)
    cdef void* data = PyUnicode_DATA(text)
    end = min(end, len(text))
    if kind == 1:
        return _find(1, data, start, end)
    return _find(2, data, start, end) if kind == 2 else _find(4, data, start, end)
