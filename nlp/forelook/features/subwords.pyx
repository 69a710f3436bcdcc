# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True
"""Subwords of units, as the text encoder reads them: the tokens of tokens.pyx, cut into pieces of a fixed vocabulary.

In: texts and the places of their units. Out: the numbers of their pieces. A word is cut from the left into the longest pieces
that the vocabulary has (WordPiece: Schuster and Nakajima 2012; Devlin et al. 2019), regardless of case; its case is given
by a shape. Figures count by their form, years by their distance from the year of the release.
"""

import numpy as np

from libc.stdint cimport int32_t, int64_t, uint8_t, uint16_t, uint32_t, uint64_t

from forelook.characters cimport Character, Py_UNICODE_ISALNUM, Py_UNICODE_ISUPPER, Py_UNICODE_TOLOWER
from forelook.features.numerals cimport FIRST, NOTHING, UNKNOWN, form_of_figure
from forelook.features.tokens cimport Token, find_token, locate

cdef enum:
    MOST = 1 << 15  # pieces of a vocabulary
    LONGEST_WORD = 24  # characters of a word that are looked at
    NUMBER_BITS = 16
    NUMBER = 0xFFFF

cdef uint64_t KEPT = 0xFFFFFFFFFFFF  # the bits of a hash that the table keeps beside a number: two words are taken for one once in 2**48

cdef enum:  # shapes
    OTHER, LOWER, CAPITAL, CAPITALS, INNER

cdef uint64_t START = 0xCBF29CE484222325, INNER_START = 0x84222325CBF29CE4, PRIME = 0x100000001B3, ODD = 0x9E3779B97F4A7C15

FIRST_PIECE = FIRST
UNKNOWN_PIECE = UNKNOWN
SHAPES = 5


cdef enum:  # what a character is
    ALNUM = 1
    UPPER = 2
    LETTER = 4
    BLANK = 8

cdef uint8_t[128] _FOLDED
cdef uint8_t[128] _KINDS

for _code in range(128):
    _FOLDED[<int>_code] = <uint8_t>ord(chr(_code).lower())
    _KINDS[<int>_code] = ALNUM * chr(_code).isalnum() | UPPER * chr(_code).isupper() | LETTER * chr(_code).isalpha() | BLANK * chr(_code).isspace()


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
    return _KINDS[<int>character] & ALNUM if character < 128 else Py_UNICODE_ISALNUM(character)


cdef inline bint _is_upper(Py_UCS4 character) noexcept nogil:
    return _KINDS[<int>character] & UPPER if character < 128 else Py_UNICODE_ISUPPER(character)


cdef inline bint _ends_token(const Character *text, Py_ssize_t place, Py_ssize_t end) noexcept nogil:
    """Return whether the token of a word ends with its letters and figures, which end at `place`: no mark inside it is there."""
    cdef Py_UCS4 mark = <Py_UCS4>text[place] if place < end else u" "
    if mark == u"." or mark == u"," or mark == u"&":
        return place + 1 >= end or not _is_alnum(<Py_UCS4>text[place + 1])
    return mark != u"'" and mark != u"’"


cdef inline uint64_t _add(uint64_t code, Py_UCS4 character) noexcept nogil:
    return (code ^ <uint64_t>_fold(character)) * PRIME


def hash_piece(str piece not None, bint inner):
    """Return the key of a piece; `inner` where it goes on with a word."""
    cdef uint64_t code = INNER_START if inner else START
    cdef Py_UCS4 character
    for character in piece:
        code = _add(code, character)
    return code


cdef struct Word:  # the letters and figures at a place
    uint64_t[LONGEST_WORD] keys  # of its first characters, of its first two, …
    Py_ssize_t end
    uint8_t shape


cdef inline void _read_word(const Character *text, Py_ssize_t place, Py_ssize_t end, Word *word) noexcept nogil:
    cdef uint64_t key = START
    cdef Py_ssize_t last = place
    cdef Py_UCS4 character = <Py_UCS4>text[place]
    while True:
        if last - place < LONGEST_WORD:
            key = _add(key, character)
            word.keys[last - place] = key
        last += 1
        if last == end:
            break
        character = <Py_UCS4>text[last]
        if not _is_alnum(character):
            break
    word.end, word.shape = last, LOWER
    if _is_upper(<Py_UCS4>text[place]):
        word.shape = CAPITALS if last > place + 1 and _is_upper(<Py_UCS4>text[last - 1]) else CAPITAL


cdef class Subwords:
    """A vocabulary, from the keys of its pieces: the first has the number FIRST_PIECE."""

    cdef uint64_t[::1] _slots  # of a hash table, three quarters of them taken at most: 48 bits of a key's hash, and its number; 0 in a free one
    cdef int _shift, _last
    cdef uint16_t[128] _marks  # the piece of a mark that is a token wherever it occurs

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
        for slot in range(127):
            self._marks[slot] = self._number(_add(START, <Py_UCS4>slot)) if slot != u"'" else NOTHING

    def cut(
        self, texts, const int64_t[::1] owners not None, const int64_t[::1] starts not None, const int64_t[::1] ends not None, const int64_t[::1] years not None,
        int limit,
    ):
        """Return piece numbers (uint16), shapes (uint8) and how many of them each unit has (int32), `limit` at most.

        `owners` gives for each unit the index of its text. `years` are those of the releases, 0 for unknown.
        """
        cdef Py_ssize_t units = starts.shape[0], unit, total = 0, room = 0
        cdef int year
        cdef const void *data
        held = tuple(texts)
        sizes, addresses = locate(held)
        cdef const int32_t[::1] kinds = sizes
        cdef const uint64_t[::1] places = addresses
        for unit in range(units):
            room += min(<Py_ssize_t>limit, <Py_ssize_t>(ends[unit] - starts[unit]))
        numbers, forms, counts = np.empty(room, np.uint16), np.empty(room, np.uint8), np.empty(units, np.int32)
        cdef uint16_t[::1] out = numbers
        cdef uint8_t[::1] shapes = forms
        cdef int32_t[::1] found = counts
        with nogil:
            for unit in range(units):
                data, year = <const void *><size_t>places[owners[unit]], <int>years[owners[unit]]
                if kinds[owners[unit]] == 1:
                    found[unit] = self._cut_unit(<const uint8_t *>data, starts[unit], ends[unit], &out[total], &shapes[total], limit, year)
                elif kinds[owners[unit]] == 2:
                    found[unit] = self._cut_unit(<const uint16_t *>data, starts[unit], ends[unit], &out[total], &shapes[total], limit, year)
                else:
                    found[unit] = self._cut_unit(<const uint32_t *>data, starts[unit], ends[unit], &out[total], &shapes[total], limit, year)
                total += found[unit]
        return numbers[:total], forms[:total], counts

    cdef int _cut_unit(self, const Character *text, Py_ssize_t place, Py_ssize_t end, uint16_t *out, uint8_t *shapes, int limit, int year) noexcept nogil:
        """Fill `out` and `shapes` with the pieces of a unit; return how many there are, `limit` at most."""
        cdef Token token
        cdef Word word
        cdef int count = 0, code, kind
        while count < limit and place < end:
            code = <int>min(<Py_UCS4>text[place], <Py_UCS4>127)
            kind = _KINDS[code]
            if kind & LETTER:  # most tokens are words without a mark inside
                _read_word(text, place, min(end, place + LONGEST_WORD), &word)
                if word.end - place < LONGEST_WORD and _ends_token(text, word.end, end):
                    count += self._cut_word(text, place, &word, out + count, shapes + count, limit - count)
                    place = word.end
                    continue
            elif kind & BLANK:
                place += 1
                continue
            elif not kind & ALNUM and self._marks[code]:
                out[count], shapes[count] = self._marks[code], OTHER
                count, place = count + 1, place + 1
                continue
            if not find_token(text, place, end, &token):
                break
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

    cdef inline uint16_t _number(self, uint64_t key) noexcept nogil:
        return <uint16_t>(self._find(key) or UNKNOWN)

    cdef int _cut_token(self, const Character *text, Token *token, uint16_t *out, uint8_t *shapes, int room, int year) noexcept nogil:
        """Fill `out` and `shapes` with the pieces of a token; return how many there are, `room` at most."""
        cdef Py_ssize_t place = token.start
        cdef Word word
        cdef int count = 0, number = form_of_figure(text, token, year)
        if number:
            out[0], shapes[0] = <uint16_t>number, OTHER
            return 1
        while place < token.end and count < room:
            if _is_alnum(<Py_UCS4>text[place]):
                _read_word(text, place, token.end, &word)
                count += self._cut_word(text, place, &word, out + count, shapes + count, room - count)
                place = word.end
                continue
            out[count], shapes[count] = self._number(_add(START, <Py_UCS4>text[place])), OTHER
            count, place = count + 1, place + 1
        return count

    cdef int _cut_word(self, const Character *text, Py_ssize_t place, Word *word, uint16_t *out, uint8_t *shapes, int room) noexcept nogil:
        """Do the same with a word that begins at `place`."""
        cdef uint64_t key
        cdef int count = 0, number
        cdef Py_ssize_t last, end = min(word.end, place + LONGEST_WORD)
        while True:
            number, last = NOTHING, end
            while not number and last > place:  # the longest first: most words are pieces themselves
                last -= 1
                number = self._find(word.keys[last - place])
            out[count], shapes[count] = <uint16_t>(number if number else UNKNOWN), INNER if count else word.shape
            count += 1
            place = last + 1
            if not number or place >= end or count >= room:
                return count
            key = INNER_START
            for last in range(place, end):
                key = _add(key, <Py_UCS4>text[last])
                word.keys[last - place] = key
