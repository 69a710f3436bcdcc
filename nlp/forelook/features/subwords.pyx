# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True
"""Subwords of units, as the text encoder reads them: the tokens of tokens.pyx, cut into pieces of a fixed vocabulary.

In: a text and the places of its units. Out: the numbers of their pieces. A word is cut from the left into the longest pieces
that the vocabulary has (WordPiece: Schuster and Nakajima 2012; Devlin et al. 2019), regardless of case; what it was like is told
by a shape. Figures count by their form, years by their distance from the year of the release.
"""

import numpy as np

from cpython.unicode cimport PyUnicode_DATA, PyUnicode_KIND
from libc.stdint cimport int32_t, int64_t, uint8_t, uint16_t, uint32_t, uint64_t

from forelook.characters cimport Py_UNICODE_ISALNUM, Py_UNICODE_ISUPPER, Py_UNICODE_TOLOWER
from forelook.features.tokens cimport Character, Token, find_token

cdef enum:
    MOST = 1 << 15  # pieces of a vocabulary
    LONGEST_WORD = 24  # characters of a word that are looked at

cdef enum:
    NUMBER_BITS = 16
    NUMBER = 0xFFFF

cdef uint64_t KEPT = 0xFFFFFFFFFFFF  # the bits of a hash that stand with a number in the table: two words are taken for one once in 2**48

cdef enum:  # pieces that no vocabulary holds
    NOTHING = 0
    UNKNOWN = 1
    FIGURES = 2  # by form: digits 1 to 4, decimal, decimal with commas, commas, longer
    YEARS = 10  # two or more before the release's, the one before, its own, the next, later; of a release without a year
    FIRST = 16  # the vocabulary's own first number

cdef enum:  # shapes
    OTHER = 0
    LOWER = 1
    CAPITAL = 2
    CAPITALS = 3
    INNER = 4

cdef uint64_t START = 0xCBF29CE484222325, INNER_START = 0x84222325CBF29CE4, PRIME = 0x100000001B3, ODD = 0x9E3779B97F4A7C15

FIRST_PIECE = FIRST
UNKNOWN_PIECE = UNKNOWN
SHAPES = 5


cdef uint8_t[128] _FOLDED
cdef uint8_t[128] _ALNUM
cdef uint8_t[128] _UPPER

for _code in range(128):
    _FOLDED[<int>_code] = <uint8_t>ord(chr(_code).lower())
    _ALNUM[<int>_code] = chr(_code).isalnum()
    _UPPER[<int>_code] = chr(_code).isupper()


cdef inline Py_UCS4 _fold(Py_UCS4 character) noexcept nogil:
    cdef int code = <int>character
    if code < 128:
        return <Py_UCS4>_FOLDED[code]
    if code == 0x2018 or code == 0x2019:
        return <Py_UCS4>39
    if code == 0x201C or code == 0x201D:
        return <Py_UCS4>34
    if 0x2010 <= code <= 0x2015:
        return <Py_UCS4>45
    return Py_UNICODE_TOLOWER(character)


cdef inline bint _is_alnum(Py_UCS4 character) noexcept nogil:
    return _ALNUM[<int>character] if character < 128 else Py_UNICODE_ISALNUM(character)


cdef inline bint _is_upper(Py_UCS4 character) noexcept nogil:
    return _UPPER[<int>character] if character < 128 else Py_UNICODE_ISUPPER(character)


cdef inline uint64_t _add(uint64_t code, Py_UCS4 character) noexcept nogil:
    return (code ^ <uint64_t>_fold(character)) * PRIME


def hash_piece(str piece not None, bint inner):
    """Return the key of a piece; `inner` where it goes on with a word."""
    cdef uint64_t code = INNER_START if inner else START
    cdef Py_UCS4 character
    for character in piece:
        code = _add(code, character)
    return code


cdef class Subwords:
    """A vocabulary, from the keys of its pieces: the first has the number FIRST_PIECE."""

    cdef uint64_t[::1] _slots  # of a hash table, three quarters of them taken at most: 48 bits of a key's hash, and its number; 0 in a free one
    cdef int _shift, _last

    def __init__(self, const uint64_t[::1] keys not None):
        cdef uint64_t number, hashed
        cdef int slot, bits = 2
        if keys.shape[0] > MOST:
            raise ValueError(f"a vocabulary of {keys.shape[0]} pieces; expected at most {MOST}")
        while 3 << bits < 4 * keys.shape[0]:
            bits += 1
        self._slots, self._shift, self._last = np.zeros(1 << bits, np.uint64), 64 - bits, (1 << bits) - 1
        for number in range(<uint64_t>keys.shape[0]):
            hashed = keys[number] * ODD
            slot = <int>(hashed >> self._shift)
            while self._slots[slot]:
                slot = (slot + 1) & self._last
            self._slots[slot] = hashed << NUMBER_BITS | FIRST + number

    def cut(self, str text not None, const int64_t[::1] starts not None, const int64_t[::1] ends not None, const uint8_t[::1] wanted not None, int limit, int year):
        """Return piece numbers (uint16), shapes (uint8) and how many of them each unit has (int32), `limit` at most, none where it is not wanted.

        `year` is the release's, 0 for unknown.
        """
        cdef Py_ssize_t units = starts.shape[0], unit, total = 0, room = 0
        cdef int count, kind = PyUnicode_KIND(text)
        cdef const void *data = PyUnicode_DATA(text)
        for unit in range(units):
            room += min(<Py_ssize_t>limit, <Py_ssize_t>(ends[unit] - starts[unit])) if wanted[unit] else 0
        numbers, forms, counts = np.empty(room, np.uint16), np.empty(room, np.uint8), np.zeros(units, np.int32)
        cdef uint16_t[::1] out = numbers
        cdef uint8_t[::1] shapes = forms
        cdef int32_t[::1] found = counts
        with nogil:
            for unit in range(units):
                if not wanted[unit]:
                    continue
                if kind == 1:
                    count = self._cut_unit(<const uint8_t *>data, starts[unit], ends[unit], &out[total], &shapes[total], limit, year)
                elif kind == 2:
                    count = self._cut_unit(<const uint16_t *>data, starts[unit], ends[unit], &out[total], &shapes[total], limit, year)
                else:
                    count = self._cut_unit(<const uint32_t *>data, starts[unit], ends[unit], &out[total], &shapes[total], limit, year)
                found[unit] = count
                total += count
        return numbers[:total].copy(), forms[:total].copy(), counts

    cdef int _cut_unit(self, const Character *text, Py_ssize_t place, Py_ssize_t end, uint16_t *out, uint8_t *shapes, int limit, int year) noexcept nogil:
        """Fill `out` and `shapes` with the pieces of a unit; return how many there are, `limit` at most."""
        cdef Token token
        cdef int count = 0
        while count < limit and find_token(text, place, end, &token):
            count += self._cut_token(text, &token, out + count, shapes + count, limit - count, year)
            place = token.end
        return count

    cdef inline int _find(self, uint64_t key) noexcept nogil:
        cdef uint64_t hashed = key * ODD, found
        cdef int slot = <int>(hashed >> self._shift)
        found = self._slots[slot]
        while found:
            if found >> NUMBER_BITS == hashed & KEPT:
                return <int>(found & NUMBER)
            slot = (slot + 1) & self._last
            found = self._slots[slot]
        return NOTHING

    cdef int _cut_token(self, const Character *text, Token *token, uint16_t *out, uint8_t *shapes, int room, int year) noexcept nogil:
        """Fill `out` and `shapes` with the pieces of a token; return how many there are, `room` at most."""
        cdef Py_ssize_t place = token.start
        cdef Py_UCS4 character
        cdef int count = 0, number
        number = _form_of_figure(text, token, year)
        if number:
            out[0], shapes[0] = <uint16_t>number, OTHER
            return 1
        while place < token.end and count < room:
            character = <Py_UCS4>text[place]
            if _is_alnum(character):
                count += self._cut_word(text, &place, token.end, out + count, shapes + count, room - count)
                continue
            number = self._find(_add(START, character))
            out[count], shapes[count] = <uint16_t>(number if number else UNKNOWN), OTHER
            count += 1
            place += 1
        return count

    cdef int _cut_word(self, const Character *text, Py_ssize_t *start, Py_ssize_t end, uint16_t *out, uint8_t *shapes, int room) noexcept nogil:
        """Do the same with the letters and figures from `start` on, which is moved after the last of them."""
        cdef uint64_t[LONGEST_WORD] keys
        cdef uint64_t key = START
        cdef int count = 0, number
        cdef Py_ssize_t place = start[0], last = place
        cdef Py_UCS4 character = <Py_UCS4>text[place]
        cdef uint8_t shape = LOWER
        cdef bint capital = _is_upper(character)
        while True:
            if last - place < LONGEST_WORD:
                key = _add(key, character)
                keys[last - place] = key
            last += 1
            if last == end:
                break
            character = <Py_UCS4>text[last]
            if not _is_alnum(character):
                break
        if capital:
            shape = CAPITALS if last > place + 1 and _is_upper(<Py_UCS4>text[last - 1]) else CAPITAL
        start[0], end = last, min(last, place + LONGEST_WORD)
        while True:
            number, last = NOTHING, end
            while not number and last > place:  # the longest first: most words are pieces themselves
                last -= 1
                number = self._find(keys[last - place])
            out[count], shapes[count] = <uint16_t>(number if number else UNKNOWN), INNER if count else shape
            count += 1
            place = last + 1
            if not number or place >= end or count >= room:
                return count
            key = INNER_START
            for last in range(place, end):
                key = _add(key, <Py_UCS4>text[last])
                keys[last - place] = key


cdef int _form_of_figure(const Character *text, Token *token, int year) noexcept nogil:
    """Return the piece that a token of digits, commas and full stops has, NOTHING where it is another."""
    cdef int digits = 0, value = 0, code
    cdef bint point = False, comma = False
    cdef Py_ssize_t place
    for place in range(token.start, token.end):
        code = <int><Py_UCS4>text[place]
        if 48 <= code <= 57:
            digits += 1
            if digits < 6:
                value = 10 * value + code - 48
        elif code == 46:
            point = True
        elif code == 44:
            comma = True
        else:
            return NOTHING
    if not digits:
        return NOTHING
    if point:
        return FIGURES + (5 if comma else 4)
    if comma:
        return FIGURES + 6
    if digits == 4 and 1980 <= value < 2060:
        return YEARS + max(0, min(4, value - year + 2)) if year else YEARS + 5
    return FIGURES + (digits - 1 if digits <= 4 else 7)
