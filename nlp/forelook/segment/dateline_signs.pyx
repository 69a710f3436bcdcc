# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""Signs of datelines: whether what follows the first capitalised words of a paragraph can continue a dateline, in one pass.

In: a text and the bounds of a stretch. Out: yes or no, or places; each is a superset of what the expressions of datelines.py find, which property tests prove.
"""

from cpython.unicode cimport PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ
from libc.string cimport strcpy

from forelook.segment.characters cimport is_decimal, is_letter, is_of_word, is_space, is_upper, reads, to_lower
from forelook.segment.words import wire_signs

cdef enum:
    AFTER_PLACES = 20  # characters after the capitalised words in which the sign is looked for: the name of a month and its day
    LONGEST_MONTH = 9  # letters
    LONGEST_BRACKET = 80  # characters of a wire or a listing in brackets or between slashes
    MOST_SIGNS = 64
    LONGEST_SIGN = 15  # letters of a wire's name that are looked at

# Letters by which wires are known, those that begin with a character from its FIRST_SIGN on.
cdef char[MOST_SIGNS][LONGEST_SIGN + 1] SIGNS
cdef int[129] FIRST_SIGN
_WIRE_SIGNS = sorted({letters[:LONGEST_SIGN] for letters in (*wire_signs(), "via", "Media")})
if len(_WIRE_SIGNS) > MOST_SIGNS or not "".join(_WIRE_SIGNS).isascii():
    raise AssertionError(f"{len(_WIRE_SIGNS)} signs of wires; expected at most {MOST_SIGNS}, in ASCII")
for _number, _letters in enumerate(_WIRE_SIGNS):
    strcpy(SIGNS[<int>_number], <bytes>_letters.encode())
    for _code in range(<int>ord(_letters[0]) + 1, 129):
        FIRST_SIGN[<int>_code] = _number + 1

cdef unsigned char[128] _LOOKED_AT  # the characters with which a sign begins: few are, so that the guess of a branch holds
for _code in range(128):
    _LOOKED_AT[<int>_code] = chr(_code) in "0123456789(-|•:/." or any(letters[0] == chr(_code) for letters in _WIRE_SIGNS)

cdef str _DAYS = "ja fe ma ap ju au se oc no de mo tu we th fr sa su "  # the first two letters of months and weekdays


cdef bint _opens_day(int kind, void* data, Py_ssize_t place, Py_ssize_t end) noexcept:
    """Return whether there may be the name of a month or a weekday at `place`."""
    cdef int k
    cdef Py_UCS4 first, second
    if place + 1 >= end or not is_upper(PyUnicode_READ(kind, data, place)):
        return False
    first, second = to_lower(PyUnicode_READ(kind, data, place)), to_lower(PyUnicode_READ(kind, data, place + 1))
    for k in range(0, len(_DAYS), 3):
        if first == <Py_UCS4>_DAYS[k] and second == <Py_UCS4>_DAYS[k + 1]:
            return True
    return False


cdef bint _is_of_date(int kind, void* data, Py_ssize_t start, Py_ssize_t place, Py_ssize_t end) noexcept:
    """Return whether the figures at `place` may precede or follow the name of a month."""
    cdef Py_ssize_t k = place
    while k < end and is_decimal(PyUnicode_READ(kind, data, k)):
        k += 1
    if k < end and is_space(PyUnicode_READ(kind, data, k)):
        while k < end and is_space(PyUnicode_READ(kind, data, k)):
            k += 1
        if _opens_day(kind, data, k, end):
            return True
    k = place - 1
    while k >= start and is_space(PyUnicode_READ(kind, data, k)):
        k -= 1
    while k >= start and PyUnicode_READ(kind, data, k) == u".":
        k -= 1
    place = k
    while k >= start and place - k <= LONGEST_MONTH and is_letter(PyUnicode_READ(kind, data, k)):
        k -= 1
    return _opens_day(kind, data, k + 1, place + 1)


cdef bint _opens_bracket(int kind, void* data, Py_ssize_t place, Py_ssize_t end) noexcept:
    """Return whether the brackets that open before `place` may hold a date, a wire, or a listing before a dash."""
    cdef Py_ssize_t last = min(end, place + LONGEST_BRACKET)
    cdef Py_UCS4 character
    if place >= end or is_decimal(PyUnicode_READ(kind, data, place)) or _opens_day(kind, data, place, end):
        return True
    while place < last:
        character = PyUnicode_READ(kind, data, place)
        if character == u")":
            return place + 2 < end and is_space(PyUnicode_READ(kind, data, place + 1)) and PyUnicode_READ(kind, data, place + 2) in u"-–—"
        if character == u"(" or character == u"\n":
            return False
        if character == u"i" or character == u"I":
            if reads(kind, data, place, end, b"ire") or reads(kind, data, place, end, b"IRE"):
                return True
        elif character == u"e" or character == u"E":
            if reads(kind, data, place, end, b"ews") or reads(kind, data, place, end, b"EWS"):
                return True
            if reads(kind, data, place, end, b"ess") or reads(kind, data, place, end, b"ESS"):
                return True
        place += 1
    return False


cdef bint _closes_slash(int kind, void* data, Py_ssize_t place, Py_ssize_t end) noexcept:
    """Return whether a slash before `place` has its closing slash within the length of a wire's name."""
    cdef Py_ssize_t k
    for k in range(place, min(end, place + LONGEST_BRACKET)):
        if PyUnicode_READ(kind, data, k) == u"/":
            return True
    return False


cdef bint _names_wire(int kind, void* data, Py_ssize_t place, Py_ssize_t end, Py_UCS4 character) noexcept:
    """Return whether letters that identify a wire begin at `place`."""
    cdef int sign
    if character >= 128:
        return False
    for sign in range(FIRST_SIGN[<int>character], FIRST_SIGN[<int>character + 1]):
        if reads(kind, data, place, end, SIGNS[sign]):
            return True
    return False


cdef bint _is_sign(int kind, void* data, Py_ssize_t start, Py_ssize_t place, Py_ssize_t end) noexcept:
    """Return whether there may be a separator, a date or a wire at `place`."""
    cdef Py_UCS4 character = PyUnicode_READ(kind, data, place), before, after
    if is_letter(character):
        return _names_wire(kind, data, place, end, character)
    before = PyUnicode_READ(kind, data, place - 1) if place > 0 else u" "
    if is_decimal(character):
        return not is_decimal(before) and (_is_of_date(kind, data, start, place, end) or _names_wire(kind, data, place, end, character))
    if character == u"(":
        return _opens_bracket(kind, data, place + 1, end)
    if character in u"‐‑–—―\x96\x97…":
        return True
    if character not in u"-|•:/.":
        return False
    if place + 1 >= end:
        return True
    after = PyUnicode_READ(kind, data, place + 1)
    if character == u"-":
        return after in u"-(/" or is_space(after) or (is_space(before) and is_upper(after))
    if character == u".":
        return after == u"." or (is_space(after) and place + 2 < end and PyUnicode_READ(kind, data, place + 2) == u".")
    if character == u":":
        return is_decimal(before) and (is_space(after) or is_decimal(after))
    if character == u"/":
        if (is_space(before) and is_space(after)) or (is_decimal(before) and is_decimal(after)):
            return True
        return is_upper(after) and _closes_slash(kind, data, place + 1, end)
    return is_space(before) and is_space(after)


cdef Py_ssize_t _pass_link(int kind, void* data, Py_ssize_t place, Py_ssize_t end) noexcept:
    """Return the end of a small word that joins the words of a place name, `place` where there is none."""
    cdef Py_ssize_t last = place
    while last < end and last - place < 5 and u"a" <= PyUnicode_READ(kind, data, last) <= u"z":
        last += 1
    return place if last < end and is_of_word(PyUnicode_READ(kind, data, last)) else last


cdef inline bint _has_tail_sign(int kind, void* data, Py_ssize_t start, Py_ssize_t end) noexcept:
    """Return what `has_tail_sign` does; compiled once for each width of text."""
    cdef Py_ssize_t place = start, last, k
    cdef Py_UCS4 character
    while place < end and place < start + 3 and not is_of_word(PyUnicode_READ(kind, data, place)):
        place += 1
    while place < end:
        character = PyUnicode_READ(kind, data, place)
        if is_upper(character) or character == u"&" or character == u"(" or is_decimal(character):
            place += 1
            while place < end and not is_space(PyUnicode_READ(kind, data, place)) and PyUnicode_READ(kind, data, place) not in u"–—―":
                place += 1
        elif character in u",/;|":
            place += 1
        else:
            last = _pass_link(kind, data, place, end)
            if last == place:
                break
            place = last
        while place < end and is_space(PyUnicode_READ(kind, data, place)):
            place += 1
    for k in range(start, min(end, place + AFTER_PLACES)):
        character = PyUnicode_READ(kind, data, k)
        if (character >= 128 or _LOOKED_AT[<int>character]) and _is_sign(kind, data, start, k, end):
            return True
    return False


def has_tail_sign(str text not None, Py_ssize_t start, Py_ssize_t end):
    """Return whether there may be a separator, a date or a wire among or right after the capitalised words that open `text[start:end]`."""
    cdef int kind = PyUnicode_KIND(text)
    cdef void* data = PyUnicode_DATA(text)
    end = min(end, len(text))
    if kind == 1:
        return _has_tail_sign(1, data, start, end)
    return _has_tail_sign(2, data, start, end) if kind == 2 else _has_tail_sign(4, data, start, end)


def find_glued_capitals(str text not None, Py_ssize_t start, Py_ssize_t end):
    """Return the places in `text[start:end]` of three capitals after a small letter, a figure, a colon or a closing mark, or after a blank after one of them.

    A headline runs into a dateline at such a place.
    """
    cdef Py_ssize_t place
    cdef Py_UCS4 before
    cdef int kind = PyUnicode_KIND(text)
    cdef void* data = PyUnicode_DATA(text)
    found = []
    for place in range(max(start, 1), min(end, len(text)) - 2):
        if not is_upper(PyUnicode_READ(kind, data, place)) or not is_upper(PyUnicode_READ(kind, data, place + 1)):
            continue
        before = PyUnicode_READ(kind, data, place - 1)
        if place >= 2 and is_space(before):
            before = PyUnicode_READ(kind, data, place - 2)
        if (u"a" <= before <= u"z" or before in u")%”:" or is_decimal(before)) and is_upper(PyUnicode_READ(kind, data, place + 2)):
            found.append(place)
    return found
