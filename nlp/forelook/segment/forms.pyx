# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""Forms: what headings.py and tables.py ask of the look of a line or a cell, in one pass over its characters.

In: a line or a cell. Out: signs of what its expressions need to match, the share of capitals, and cells that are plainly figures or plainly none;
property tests prove each against the expression or the readable rule that it replaces.
"""

from cpython.unicode cimport PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ
from libc.stdint cimport uint8_t, uint16_t, uint32_t

from forelook.characters cimport Character
from forelook.segment.characters cimport is_decimal, is_letter, is_space, to_lower

cdef enum:
    SHORTEST_CONTENT = 4  # letters of a word that counts in a heading

cpdef enum:  # bits of what find_form_signs returns
    REACH = 1
    CONTACT = 2
    STOP = 4

cpdef enum:  # what judge_cell returns
    FIGURE = 1
    NO_FIGURE = 0
    UNSURE = -1

# The first two letters of words and currencies before an amount, and of "N/A", "NA" and "NM".
cdef str _BEFORE_AMOUNT = "ap ab ar ro up do in de at ov un be fr gr le mo us hk nt na nm "


cdef uint8_t[128] _SECOND  # of the first letter of a word of `_find_word` the second one, else 0

for _word in ("ww", "ht", "ma", "ph", "fa", "te", "co", "qu", "so"):
    _SECOND[<int>ord(_word[0])] = <uint8_t>ord(_word[1])


cdef bint _goes_on(int kind, void* data, Py_ssize_t place, Py_ssize_t length, const char* letters) noexcept:
    """Return whether `letters`, whatever their case, begin at `place`."""
    while letters[0]:
        if place >= length or to_lower(PyUnicode_READ(kind, data, place)) != <Py_UCS4>letters[0]:
            return False
        letters += 1
        place += 1
    return True


cdef bint _leads(int kind, void* data, Py_ssize_t place, Py_ssize_t length) noexcept:
    """Return whether there is a colon or a full stop at `place` or after the blanks there."""
    while place < length and is_space(PyUnicode_READ(kind, data, place)):
        place += 1
    return place < length and (PyUnicode_READ(kind, data, place) == u":" or PyUnicode_READ(kind, data, place) == u".")


cdef int _find_word(int kind, void* data, Py_ssize_t place, Py_ssize_t length, Py_UCS4 first, Py_UCS4 second) noexcept:
    """Return the sign of a word of `find_form_signs` that begins with `first` before `place` and has `second` there, 0 where none does."""
    if first == u"w" and second == u"w":
        return REACH if _goes_on(kind, data, place, length, b"ww.") else 0
    if first == u"h" and second == u"t":
        return REACH if _goes_on(kind, data, place, length, b"ttp") else 0
    if first == u"m" and second == u"a":
        return REACH if _goes_on(kind, data, place, length, b"ail") and _leads(kind, data, place + 3, length) else 0
    if first == u"p" and second == u"h":
        return REACH if _goes_on(kind, data, place, length, b"hone") and _leads(kind, data, place + 4, length) else 0
    if first == u"f" and second == u"a":
        return REACH if _goes_on(kind, data, place, length, b"ax") and _leads(kind, data, place + 2, length) else 0
    if first == u"t" and second == u"e":
        return REACH if _goes_on(kind, data, place, length, b"el") and _leads(kind, data, place + 2, length) else 0
    if first == u"c" and second == u"o":
        return CONTACT if _goes_on(kind, data, place, length, b"ontact") else 0
    if first == u"q" and second == u"u":
        return CONTACT if _goes_on(kind, data, place, length, b"uiries") else 0
    if first == u"s" and second == u"o":
        return CONTACT if _goes_on(kind, data, place, length, b"ource") else 0
    return 0


cdef bint _ends_number(int kind, void* data, Py_ssize_t place, Py_ssize_t length) noexcept:
    """Return whether there are three digits at `place`."""
    cdef Py_ssize_t k
    for k in range(place, place + 3):
        if k >= length or not is_decimal(PyUnicode_READ(kind, data, k)):
            return False
    return True


cdef int _find_signs(const Character *text, int kind, void* data, Py_ssize_t length) noexcept:
    """Return what `find_form_signs` does."""
    cdef Py_ssize_t place
    cdef int figures = 0, signs = 0
    cdef Py_UCS4 character, following = to_lower(<Py_UCS4>text[0]) if length else u" "
    for place in range(length):
        character = following
        following = to_lower(<Py_UCS4>text[place + 1]) if place + 1 < length else u" "
        if u"a" <= character <= u"z":
            if _SECOND[<int>character] == following:
                signs |= _find_word(kind, data, place + 1, length, character, following)
        elif is_decimal(character):
            figures += 1
            continue
        elif character == u"@":
            signs |= REACH
        elif place + 1 < length:
            if (character == u"." or character == u"!" or character == u"?") and is_space(following):
                signs |= STOP
            if figures == 3 and is_decimal(following) and character in u" -.–‑":
                signs |= REACH * _ends_number(kind, data, place + 2, length)
        figures = 0
    return signs


def find_form_signs(str text not None):
    """Return what a line holds, as bits.

    REACH: "@", "www.", "http", "mail", "phone", "fax" or "tel" before a colon or a full stop, or three figures, a blank or a dash and four figures,
    as in a telephone number; CONTACT: "contact", "quiries" or "source"; STOP: a full stop, an exclamation or a question mark before a blank.
    """
    cdef int kind = PyUnicode_KIND(text)
    cdef void* data = PyUnicode_DATA(text)
    if kind == 1:
        return _find_signs(<const uint8_t *>data, kind, data, len(text))
    return _find_signs(<const uint16_t *>data, kind, data, len(text)) if kind == 2 else _find_signs(<const uint32_t *>data, kind, data, len(text))


def capitalised_share(str text not None):
    """Return the share of the words of four characters or more, their first a letter, that begin with a capital; 1 where there is no such word."""
    cdef Py_ssize_t place = 0, start, length = len(text)
    cdef int kind = PyUnicode_KIND(text), counted = 0, capitalised = 0
    cdef void* data = PyUnicode_DATA(text)
    cdef Py_UCS4 first
    while place < length:
        while place < length and is_space(PyUnicode_READ(kind, data, place)):
            place += 1
        start = place
        while place < length and not is_space(PyUnicode_READ(kind, data, place)):
            place += 1
        if place - start >= SHORTEST_CONTENT:
            first = PyUnicode_READ(kind, data, start)
            if first.isalpha():
                counted += 1
                capitalised += first.isupper()
    return <double>capitalised / counted if counted else 1.0


def judge_cell(str cell not None):
    """Return FIGURE for a cell that is an amount in figures alone ("$ 41,206", "(4.5)%"), NO_FIGURE for one that cannot be a figure, else UNSURE."""
    cdef Py_ssize_t place, length = len(cell)
    cdef int kind = PyUnicode_KIND(cell), k
    cdef void* data = PyUnicode_DATA(cell)
    cdef Py_UCS4 first, second
    if not length:
        return NO_FIGURE
    first = PyUnicode_READ(kind, data, 0)
    if is_letter(first):
        if length >= 2 and is_letter(PyUnicode_READ(kind, data, 1)):
            first, second = to_lower(first), to_lower(PyUnicode_READ(kind, data, 1))
            for k in range(0, len(_BEFORE_AMOUNT), 3):
                if first == <Py_UCS4>_BEFORE_AMOUNT[k] and second == <Py_UCS4>_BEFORE_AMOUNT[k + 1]:
                    return UNSURE
            return NO_FIGURE
        return UNSURE
    place = 0
    for mark in (u"(", u"$", u" ", u"("):
        if place < length and PyUnicode_READ(kind, data, place) == <Py_UCS4>mark:
            place += 1
    if place >= length or not u"0" <= PyUnicode_READ(kind, data, place) <= u"9":
        return UNSURE
    while place < length and PyUnicode_READ(kind, data, place) in u"0123456789,.":
        place += 1
    while place < length and PyUnicode_READ(kind, data, place) in u")%":
        place += 1
    return FIGURE if place == length else UNSURE


cdef inline bint _is_gap(Py_UCS4 character) noexcept:
    return character == u" " or character == 0xA0


cdef Py_ssize_t _pass(int kind, void* data, Py_ssize_t place, Py_ssize_t length, Py_UCS4 wanted) noexcept:
    """Return where the row of `wanted` at `place` ends; of blanks if it is one."""
    while place < length and (_is_gap(PyUnicode_READ(kind, data, place)) if wanted == u" " else PyUnicode_READ(kind, data, place) == wanted):
        place += 1
    return place


cdef Py_ssize_t _pass_cell_gap(int kind, void* data, Py_ssize_t place, Py_ssize_t length) noexcept:
    """Return where the gap between two cells that begins at `place` ends, `place` where none does."""
    cdef Py_UCS4 character = PyUnicode_READ(kind, data, place)
    cdef Py_ssize_t last, k
    if character == u"|":
        return place + 2 if place + 1 < length and _is_gap(PyUnicode_READ(kind, data, place + 1)) else place + 1
    last = _pass(kind, data, place, length, u" ")
    if last < length and PyUnicode_READ(kind, data, last) == u"\t":
        while last < length and (PyUnicode_READ(kind, data, last) == u"\t" or _is_gap(PyUnicode_READ(kind, data, last))):
            last += 1
        return last
    if last - place >= 3:
        return last
    if last - place == 2:
        k = last
        while k < length and (PyUnicode_READ(kind, data, k) == u"$" or PyUnicode_READ(kind, data, k) == u"("):
            k += 1
        return last if k < length and is_decimal(PyUnicode_READ(kind, data, k)) else place
    if last < length and PyUnicode_READ(kind, data, last) == u"|":
        return last + 2 if last + 1 < length and _is_gap(PyUnicode_READ(kind, data, last + 1)) else last + 1
    k = _pass(kind, data, last, length, u".")
    return _pass(kind, data, k, length, u" ") if k - last >= 4 else place


def split_cells(str text not None):
    """Return the cells of a row: what lies between wide gaps, tabs, rows of dots and bars, as `tables.CELL_GAP` says."""
    cdef Py_ssize_t place = 0, first = 0, last, length = len(text)
    cdef int kind = PyUnicode_KIND(text)
    cdef void* data = PyUnicode_DATA(text)
    cdef Py_UCS4 character
    cells = []
    while place < length:
        character = PyUnicode_READ(kind, data, place)
        if character == u" " or character == u"." or character == u"|" or character == u"\t" or character == 0xA0:
            last = _pass_cell_gap(kind, data, place, length)
            if last > place:
                cells.append(text[first:place])
                first = place = last
                continue
        place += 1
    cells.append(text[first:])
    return cells
