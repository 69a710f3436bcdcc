# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True
"""Context codes: what the place and the outward form of a unit say about it, as numbers for features.

In: a text and its units, as arrays. Out: one row of codes a unit. Compiled, since every character of every unit is looked at.
"""

import numpy as np

from cpython.unicode cimport PyUnicode_DATA, PyUnicode_KIND
from libc.stdint cimport int64_t, uint8_t, uint16_t, uint32_t, uint64_t

from forelook.characters cimport Character, Py_UNICODE_ISALNUM, Py_UNICODE_ISALPHA, Py_UNICODE_ISDIGIT, Py_UNICODE_ISLOWER, Py_UNICODE_ISTITLE, Py_UNICODE_ISUPPER

cpdef enum:  # columns; names.py says what they mean
    KIND, KIND_BEFORE, KIND_AFTER, POSITION, TENTH, LENGTH, QUOTATION, QUOTATION_AROUND, CAPITALS, ENDING, PARAGRAPH, SECTION
    HAS_MONEY, HAS_PERCENT, HAS_BRACKET_COLON, HAS_SEMICOLON, HAS_ADDRESS, HAS_QUESTION_TRADEMARK, FORM

cdef enum:
    COLUMNS = FORM + 1
    LONGEST_LOOK = 1000  # characters of a unit that are looked at
    NO_KIND = 15  # of the neighbours that the first unit and the last one lack
    NO_STATE = 7

cdef enum:  # forms that a unit holds, a bit each
    MONEY = 1
    PERCENT = 2
    BRACKET = 4
    COLON = 8
    SEMICOLON = 16
    AT = 32
    WEB = 64
    QUESTION = 128
    TRADEMARK = 256
    LOWER = 512  # such a letter
    UPPER = 1024
    LAST = 2048 + 4096 + 8192  # the last character of a longer form: percent, http, www.; three bits further up, the one before it

cdef uint32_t[128] _LOOKS

for _code in range(128):
    _LOOKS[<int>_code] = LOWER * chr(_code).islower() | UPPER * chr(_code).isupper()
for _bit, _signs in ((2048, "nt"), (4096, "tp"), (8192, "w.")):  # the ends of percent, http, www.
    _LOOKS[<int>ord(_signs[1])] |= <uint32_t>_bit
    _LOOKS[<int>ord(_signs[0])] |= <uint32_t>(_bit << 3)
for _signs, _form in (("$", MONEY), ("%", PERCENT), ("(", BRACKET), (":", COLON), (";", SEMICOLON), ("@", AT), ("?", QUESTION)):
    _LOOKS[<int>ord(_signs)] |= <int>_form


cdef inline int _find_word(const Character *text, Py_ssize_t place, Py_UCS4 character) noexcept nogil:
    """Return the form that ends with a letter or a full stop at `place`."""
    if character == u"t":
        return PERCENT if _ends(text, place, b"percent", 7) else 0
    return WEB if (_ends(text, place, b"http", 4) if character == u"p" else _ends(text, place, b"www.", 4)) else 0


cdef inline int _find_sign(Py_UCS4 character) noexcept nogil:
    """Return what a character is that is not ASCII."""
    if character == u"€" or character == u"£":
        return MONEY
    if character == u"™" or character == u"®" or character == u"©":
        return TRADEMARK
    if Py_UNICODE_ISUPPER(character):
        return UPPER
    return LOWER if Py_UNICODE_ISLOWER(character) or Py_UNICODE_ISTITLE(character) else 0


cdef inline bint _ends(const Character *text, Py_ssize_t place, const char *word, Py_ssize_t length) noexcept nogil:
    """Return whether `word` ends at `place`; compared from its end, since its last letter is certain to be there."""
    cdef Py_ssize_t k
    if place + 1 < length:
        return False
    for k in range(1, length):
        if <Py_UCS4>text[place - k] != <Py_UCS4>word[length - 1 - k]:
            return False
    return True


cdef struct Look:  # what the characters of a unit are
    bint lower, upper  # whether there are such letters
    uint64_t form
    Py_UCS4 last


cdef Look _look_at(const Character *text, Py_ssize_t start, Py_ssize_t end) noexcept nogil:
    cdef Py_UCS4 character = 0
    cdef Py_ssize_t place
    cdef uint32_t seen = 0, what, before = 0
    if start and <Py_UCS4>text[start - 1] < 128:
        before = _LOOKS[<int>text[start - 1]]
    for place in range(start, end):
        character = <Py_UCS4>text[place]
        what = 0
        if character < 128:
            what = _LOOKS[<int>character]
            seen |= what
            if what & before >> 3 & LAST:
                seen |= _find_word(text, place, character)
        else:
            seen |= _find_sign(character)
        before = what
    return Look(seen & LOWER != 0, seen & UPPER != 0, <uint64_t>(seen & (LOWER - 1)), character)


cdef inline uint64_t _code_last(Py_UCS4 character) noexcept nogil:
    """Return what a unit ends in: 2 for a letter, 1 for a digit, the code point of a mark."""
    if Py_UNICODE_ISALPHA(character):
        return 2
    if Py_UNICODE_ISDIGIT(character):
        return 1
    return 2 if Py_UNICODE_ISALNUM(character) else <uint64_t>character


cdef inline uint64_t _count_bits(uint64_t number) noexcept nogil:
    cdef uint64_t length = 0
    while number >> length:
        length += 1
    return length


cdef inline void _code_forms(uint64_t *row, uint64_t form, uint64_t kind) noexcept nogil:
    row[HAS_MONEY] = 1 + (form & 1)
    row[HAS_PERCENT] = 4 + (form >> 1 & 1)
    row[HAS_BRACKET_COLON] = 8 + (form >> 2 & 1) + 2 * (form >> 3 & 1)
    row[HAS_SEMICOLON] = 16 + (form >> 4 & 1)
    row[HAS_ADDRESS] = 32 + (form >> 5 & 3)
    row[HAS_QUESTION_TRADEMARK] = 64 + (form >> 7 & 3)
    row[FORM] = form + 1024 * kind


cdef inline Look _look(int width, const void *data, Py_ssize_t start, Py_ssize_t end) noexcept nogil:
    """Return the look of characters that take `width` bytes each."""
    if width == 1:
        return _look_at(<const uint8_t *>data, start, end)
    return _look_at(<const uint16_t *>data, start, end) if width == 2 else _look_at(<const uint32_t *>data, start, end)


def code_units(
    str text not None, const int64_t[::1] starts not None, const int64_t[::1] ends not None, const uint8_t[::1] kinds not None,
    const int64_t[::1] blocks not None, const uint8_t[::1] states not None, const int64_t[::1] sections not None, uint8_t heading, uint8_t list_item,
):
    """Return codes of kind, neighbours' kinds, place, length, quotation state and form; uint64, shape (units, 19), columns as in names.py."""
    cdef Py_ssize_t count = starts.shape[0], unit
    cdef uint64_t kind, state, before, after
    cdef bint is_heading
    cdef Look look
    cdef int width = PyUnicode_KIND(text)
    cdef const void *data = PyUnicode_DATA(text)
    cdef uint64_t[:, ::1] codes
    cdef uint64_t *row
    made = np.empty((count, COLUMNS), np.uint64)
    codes = made
    with nogil:
        for unit in range(count):
            look = _look(width, data, starts[unit], min(ends[unit], starts[unit] + LONGEST_LOOK))
            kind, state, row = kinds[unit], states[unit], &codes[unit, 0]
            is_heading = kind == heading
            row[KIND] = kind
            before, after = kinds[unit - 1] if unit else NO_KIND, kinds[unit + 1] if unit + 1 < count else NO_KIND
            row[KIND_BEFORE], row[KIND_AFTER] = kind * 16 + before, kind * 16 + after
            row[POSITION] = min(unit, 12) + 16 * is_heading
            row[TENTH] = 10 * unit // count + 16 * is_heading
            row[LENGTH] = _count_bits(min(ends[unit], starts[unit] + LONGEST_LOOK) - starts[unit]) + 16 * kind
            row[QUOTATION] = state + 8 * kind
            before, after = states[unit - 1] if unit else NO_STATE, states[unit + 1] if unit + 1 < count else NO_STATE
            row[QUOTATION_AROUND] = state * 64 + before * 8 + after
            row[CAPITALS] = (look.upper and not look.lower) + 2 * kind
            row[ENDING] = _code_last(look.last) + 0x10000 * (is_heading or kind == list_item)
            row[PARAGRAPH] = (unit == 0 or blocks[unit] != blocks[unit - 1]) + 2 * min(count - 1 - unit, 7)
            row[SECTION] = sections[unit] >= 0
            _code_forms(row, look.form, kind)
    return made
