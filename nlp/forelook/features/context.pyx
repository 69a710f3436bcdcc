# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True
"""Context codes: what the place and the outward form of a unit say about it, as numbers for features.

In: a text and its units, as arrays. Out: one row of codes a unit. Compiled, since every character of every unit is looked at.
"""

import numpy as np

from libc.stdint cimport int64_t, uint8_t, uint64_t

cdef enum:
    COLUMNS = 19
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


cdef inline int _find_form(str text, Py_ssize_t place, Py_UCS4 character) noexcept:
    if character == u"$" or character == u"€" or character == u"£":
        return MONEY
    if character == u"%" or (character == u"t" and _ends(text, place, u"percent")):
        return PERCENT
    if character == u"(":
        return BRACKET
    if character == u":":
        return COLON
    if character == u";":
        return SEMICOLON
    if character == u"@":
        return AT
    if (character == u"p" and _ends(text, place, u"http")) or (character == u"." and _ends(text, place, u"www.")):
        return WEB
    if character == u"?":
        return QUESTION
    if character == u"™" or character == u"®" or character == u"©":
        return TRADEMARK
    return 0


cdef inline bint _ends(str text, Py_ssize_t place, str word) noexcept:
    """Tell whether `word` ends at `place`."""
    cdef Py_ssize_t length = len(word), k
    if place + 1 < length:
        return False
    for k in range(length):
        if <Py_UCS4>text[place + 1 - length + k] != <Py_UCS4>word[k]:
            return False
    return True


def code_units(
    str text not None,
    const int64_t[::1] starts not None,
    const int64_t[::1] ends not None,
    const uint8_t[::1] kinds not None,
    const int64_t[::1] blocks not None,
    const uint8_t[::1] states not None,
    const int64_t[::1] sections not None,
    uint8_t heading,
    uint8_t list_item,
):
    """Return codes of kind, neighbours' kinds, place, length, quotation state and form; uint64, shape (units, 19)."""
    cdef Py_ssize_t count = starts.shape[0], unit, place, look
    cdef uint64_t kind, state, form, length, before, behind
    cdef Py_UCS4 character = 0
    cdef bint lower, upper, is_heading
    cdef uint64_t[:, ::1] codes
    made = np.empty((count, COLUMNS), np.uint64)
    codes = made
    for unit in range(count):
        look = min(ends[unit], starts[unit] + LONGEST_LOOK)
        lower, upper, form = False, False, 0
        for place in range(starts[unit], look):
            character = text[place]
            if character < 128:
                if u"a" <= character <= u"z":
                    lower = True
                    if character != u"t" and character != u"p":
                        continue
                elif u"A" <= character <= u"Z":
                    upper = True
                    continue
            elif character.isupper():
                upper = True
            elif character.islower() or character.istitle():
                lower = True
            form |= _find_form(text, place, character)
        kind, state = kinds[unit], states[unit]
        is_heading = kind == heading
        codes[unit, 0] = kind
        before = kinds[unit - 1] if unit else NO_KIND
        behind = kinds[unit + 1] if unit + 1 < count else NO_KIND
        codes[unit, 1] = kind * 16 + before
        codes[unit, 2] = kind * 16 + behind
        codes[unit, 3] = min(unit, 12) + 16 * is_heading
        codes[unit, 4] = 10 * unit // count + 16 * is_heading
        length = 0
        while (look - starts[unit]) >> length:
            length += 1
        codes[unit, 5] = length + 16 * kind
        codes[unit, 6] = state + 8 * kind
        before = states[unit - 1] if unit else NO_STATE
        behind = states[unit + 1] if unit + 1 < count else NO_STATE
        codes[unit, 7] = state * 64 + before * 8 + behind
        codes[unit, 8] = (upper and not lower) + 2 * kind
        if character.isalpha():
            codes[unit, 9] = 2
        elif character.isdigit():
            codes[unit, 9] = 1
        else:
            codes[unit, 9] = 2 if character.isalnum() else <uint64_t>character
        codes[unit, 9] += 0x10000 * (is_heading or kind == list_item)
        codes[unit, 10] = (unit == 0 or blocks[unit] != blocks[unit - 1]) + 2 * min(count - 1 - unit, 7)
        codes[unit, 11] = sections[unit] >= 0
        codes[unit, 12] = 1 + (form & 1)
        codes[unit, 13] = 4 + (form >> 1 & 1)
        codes[unit, 14] = 8 + (form >> 2 & 1) + 2 * (form >> 3 & 1)
        codes[unit, 15] = 16 + (form >> 4 & 1)
        codes[unit, 16] = 32 + (form >> 5 & 3)
        codes[unit, 17] = 64 + (form >> 7 & 3)
        codes[unit, 18] = form + 1024 * kind
    return made
