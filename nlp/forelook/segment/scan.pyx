# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""The scan for lines: one pass over the characters of a text, compiled.

In: a text. Out: where its lines stand without the blanks around them, and which of them are plainly prose, so that lines.py
need not look at those again.
"""

cdef enum:
    LONGEST_LOOK = 400  # characters of a line that are looked at
    PAGE_GAP = 100

# The first letters of furniture and items that begin with a letter (lines.py); other lines need not be tried.
cdef str _ROLE_STARTS = "pag mor end con ove exh ex- ex9 for imm pre new med log gra ima "


cdef inline bint _is_blank(Py_UCS4 character) noexcept:
    if character < 128:
        return character == u" " or 9 <= <int>character <= 13 or 28 <= <int>character <= 31
    return character == 0x200B or character == 0xFEFF or character.isspace()


cdef inline bint _ends_line(Py_UCS4 character) noexcept:
    return character == u"\n" or character == u"\r" or character == u"\f" or character == 0x2028 or character == 0x2029


cdef inline Py_UCS4 _lower(Py_UCS4 character) noexcept:
    return <Py_UCS4>(<int>character | 32) if u"A" <= character <= u"Z" else character


cdef bint _is_prose(str text, Py_ssize_t start, Py_ssize_t end) noexcept:
    """Tell whether a line can have no role: neither its first letters nor a wide gap speak for one."""
    cdef Py_UCS4 first, second, character, before = 0
    cdef Py_ssize_t place, k
    cdef int points = 0
    if end - start < 3 or not (<Py_UCS4>text[start]).isalpha():
        return False
    first, second = _lower(text[start]), _lower(text[start + 1])
    if second == u"." or second == u")" or second == u"-" or second == u" " or second == u"\t" or second == 0xA0:
        return False
    if first == u"e" and second == u"x":
        return False
    if first == u"i" or first == u"v" or first == u"x":
        for place in range(start, min(end, start + 6)):
            if <Py_UCS4>text[place] == u")" or <Py_UCS4>text[place] == u".":
                return False
    character = _lower(text[start + 2])
    for k in range(0, len(_ROLE_STARTS), 4):
        if first == <Py_UCS4>_ROLE_STARTS[k] and second == <Py_UCS4>_ROLE_STARTS[k + 1] and character == <Py_UCS4>_ROLE_STARTS[k + 2]:
            return False
    for place in range(start, min(end, start + LONGEST_LOOK)):
        character = text[place]
        if character == u"|" or character == u"\t" or (character == u" " and before == u" "):
            return False
        points = points + 1 if character == u"." else 0
        if points == 4:
            return False
        before = character
    return True


def scan_lines(str text not None):
    """Return (start, end, indent, gap, prose) of each line that is not blank.

    `indent` counts the characters before it on its line, `gap` the blank lines before it; a page break and the text's
    beginning count for PAGE_GAP.
    """
    cdef Py_ssize_t place = 0, length = len(text), start, end, line
    cdef int newlines = 0, returns = 0
    cdef bint page = False
    cdef Py_UCS4 character
    lines = []
    while place < length:
        line = place  # where the next line begins, once the blanks between the two have been passed
        while place < length and _is_blank(text[place]):
            character = text[place]
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
        start = end = place
        while place < length and not _ends_line(text[place]):
            if not _is_blank(text[place]):
                end = place + 1
            place += 1
        gap = PAGE_GAP if page or not lines else max(0, (newlines if newlines else returns) - 1)
        lines.append((start, end, start - line, gap, _is_prose(text, start, end)))
        newlines, returns, page = 0, 0, False
        place = end
    return lines
