# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""Stops: the marks at which a sentence may end, and the ends that are certain, in one pass over the characters.

In: a text and the bounds of a stretch. Out: places for ends.py to ask about, a superset of what its expression finds; and ends that it would find,
too: a full stop after a word that no list of abbreviations.py knows, with blanks and a capital after it. Property tests prove both.
"""

from cpython.unicode cimport PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ

from forelook.segment.abbreviations import KNOWN
from forelook.segment.characters cimport is_blank, is_figure, is_lower, is_space, is_upper

cdef enum:
    REACH = 40  # characters before a full stop in which its word lies, as in abbreviations.py
    LONG_WORD = 7  # small letters before a full stop that no abbreviation has, as there
    LONGEST_NUMBERED = 4  # characters of what is numbered in "Item 5A", as there
    LONGEST_COUNTER = 2  # figures that may count items, as there
    SHORTEST_CENTS = 5  # characters of an amount in cents: "$1.06"

cdef unsigned long long MARKS = (1ULL << 33) | (1ULL << 40) | (1ULL << 41) | (1ULL << 46) | (1ULL << 58) | (1ULL << 63)  # !().:?

cdef frozenset _KNOWN = KNOWN


cdef inline bint _parts_words(Py_UCS4 character) noexcept:
    return is_space(character) or character in u'(["/“‘—–'


cdef inline bint _is_of_word(Py_UCS4 character) noexcept:
    return is_lower(character) or is_upper(character) or is_figure(character) or character in u"-'’%,$"


cdef bint _follows_numbered(int kind, void* data, Py_ssize_t floor, Py_ssize_t place) noexcept:
    """Return whether the blanks that end at `place` may follow "Item", "Part", "Section" or "Rule", or their plurals."""
    cdef Py_UCS4 last, before
    while place >= floor and is_blank(PyUnicode_READ(kind, data, place)):
        place -= 1
    if place > floor and PyUnicode_READ(kind, data, place) == u"s":
        place -= 1
    if place <= floor:
        return True
    last, before = PyUnicode_READ(kind, data, place), PyUnicode_READ(kind, data, place - 1)
    if last == u"m" or last == u"e":
        return before == u"e" or before == u"l"
    return (before == u"r" and last == u"t") or (before == u"o" and last == u"n")


cdef bint _ends_plain_word(str text, int kind, void* data, Py_ssize_t start, Py_ssize_t mark):
    """Return whether the word before the full stop at `mark` can be neither an abbreviation, nor an initial, nor the number of an item."""
    cdef Py_ssize_t place = mark - 1, floor = max(start, mark - REACH)
    cdef Py_UCS4 character, last = PyUnicode_READ(kind, data, place) if place >= start else u" "
    cdef bint lettered = False
    while place >= floor and is_lower(PyUnicode_READ(kind, data, place)):
        place -= 1
    if mark - place > LONG_WORD:
        return True
    if place == mark - 1 and not is_figure(last) and last != u"%":
        return False
    while place >= floor:
        character = PyUnicode_READ(kind, data, place)
        if _parts_words(character):
            break
        if not _is_of_word(character):
            return False
        lettered = lettered or is_upper(character) or is_lower(character)
        place -= 1
    if place < floor and floor > start:
        return False  # longer than what is looked at
    if not is_lower(last) and (lettered or mark - place - 1 <= LONGEST_COUNTER):
        return False
    if mark - place - 1 <= LONGEST_NUMBERED and place >= floor and _follows_numbered(kind, data, floor, place):
        return False
    return text[place + 1 : mark] not in _KNOWN


cdef Py_ssize_t _find_opening(int kind, void* data, Py_ssize_t place, Py_ssize_t end) noexcept:
    """Return where a capital, or a capital in quotation marks, follows the blanks at `place`; -1 where none does, `end` where nothing else does."""
    cdef Py_ssize_t first = place
    cdef Py_UCS4 character
    while place < end and is_blank(PyUnicode_READ(kind, data, place)):
        place += 1
    if place >= end:
        return end
    if place == first:
        return -1
    character = PyUnicode_READ(kind, data, place)
    if (character == u"“" or character == u'"') and place + 1 < end:
        character = PyUnicode_READ(kind, data, place + 1)
    return place if is_upper(character) else -1


cdef bint _opens_address(int kind, void* data, Py_ssize_t place, Py_ssize_t end) noexcept:
    """Return whether "com", "org" or "net" and then a capital begin at `place`."""
    cdef Py_UCS4 first, second, third
    if place + 3 >= end or not is_upper(PyUnicode_READ(kind, data, place + 3)):
        return False
    first, second, third = PyUnicode_READ(kind, data, place), PyUnicode_READ(kind, data, place + 1), PyUnicode_READ(kind, data, place + 2)
    if second == u"o":
        return first == u"c" and third == u"m"
    return (first == u"o" and second == u"r" and third == u"g") or (first == u"n" and second == u"e" and third == u"t")


cdef bint _is_after_cents(int kind, void* data, Py_ssize_t start, Py_ssize_t place, Py_ssize_t end) noexcept:
    """Return whether the full stop at `place` may separate an amount in cents from the number of a note: "$1.06.1 Sales"."""
    cdef Py_ssize_t last = place + 1
    if place - start < SHORTEST_CENTS or PyUnicode_READ(kind, data, place - 3) != u".":
        return False
    while last < end and last - place <= LONGEST_COUNTER and is_figure(PyUnicode_READ(kind, data, last)):
        last += 1
    return last < end and is_space(PyUnicode_READ(kind, data, last))


cdef inline Py_ssize_t _pass_text(int kind, void* data, Py_ssize_t place, Py_ssize_t end) noexcept:
    """Return the place of the first mark or bracket from `place` on, `end` where there is none: they are rare, so that branches are predicted well."""
    cdef Py_UCS4 character
    while place < end:
        character = PyUnicode_READ(kind, data, place)
        if (character < 64 and (MARKS >> <int>character) & 1) or character == u"…":
            return place
        place += 1
    return end


cdef inline list _find(str text, int kind, void* data, Py_ssize_t start, Py_ssize_t end):
    """Return what `find_stops` does; compiled once for each width of text."""
    cdef Py_ssize_t place, closed, following
    cdef Py_UCS4 character, after, before
    cdef bint bracketed = False
    found = []
    place = start - 1
    while True:
        place = _pass_text(kind, data, place + 1, end)
        if place >= end - 1:
            break
        character = PyUnicode_READ(kind, data, place)
        if character == u"(":
            bracketed = True
        elif character == u")":
            bracketed = False
        if character != u"." and character != u"!" and character != u"?" and character != u":" and character != u"…":
            continue
        after = PyUnicode_READ(kind, data, place + 1)
        before = PyUnicode_READ(kind, data, place - 1) if place > 0 else u" "
        if character == u":":
            if is_lower(before) and (is_upper(after) or after == u'"' or after == u"“"):
                found.append(place)
            continue
        if is_lower(after):
            if character == u"." and _opens_address(kind, data, place + 1, end):
                found.append(place)
            continue
        if is_figure(after) and is_figure(before) and not _is_after_cents(kind, data, start, place, end):
            continue
        closed = place + 2 if after == u'"' or after == u"”" else place + 1
        following = _find_opening(kind, data, closed, end)
        if following == end:
            continue
        if following > 0 and character == u"." and not bracketed and _ends_plain_word(text, kind, data, start, place):
            found.append((closed, following))
        else:
            found.append(place)
    return found


def find_stops(str text not None, Py_ssize_t start, Py_ssize_t end):
    """Return, in order, the places of the marks in `text[start:end]` at which a sentence may end by the characters next to them.

    Where one ends for certain, the end and the beginning of the next sentence replace the place.
    """
    cdef int kind = PyUnicode_KIND(text)
    cdef void* data = PyUnicode_DATA(text)
    end = min(end, len(text))
    if kind == 1:
        return _find(text, 1, data, start, end)
    return _find(text, 2, data, start, end) if kind == 2 else _find(text, 4, data, start, end)
