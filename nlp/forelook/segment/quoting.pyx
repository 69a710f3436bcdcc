# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""What is looked for around quotations, found in one pass over characters: the marks, words of a set as those of saying, and where a name occurs again.

In: a text. Out: the places of all marks that quotes/marks.py reads, except those that are apostrophes, too; places of words; blocks by their first letters.
"""

from cpython.unicode cimport PyUnicode_1BYTE_DATA, PyUnicode_2BYTE_DATA, PyUnicode_4BYTE_DATA, PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ
from libc.stdint cimport uint8_t, uint16_t, uint32_t, uint64_t

from forelook.characters cimport Character
from forelook.segment.characters cimport is_of_word
from forelook.segment.finding cimport find_letters

cdef enum:
    SLOTS = 1 << 12  # of a table of words; most are free

cdef uint64_t START = 0xCBF29CE484222325, PRIME = 0x100000001B3  # FNV-1a

cdef uint8_t[128] _SMALL  # of a letter of ASCII the small one, else 0

for _letter in "abcdefghijklmnopqrstuvwxyz":
    _SMALL[<int>ord(_letter)] = _SMALL[<int>ord(_letter.upper())] = <uint8_t>ord(_letter)

cdef bint[256] _IS_MARK  # or one of two that make a mark

for _mark in "\"'`\x93\x94«»":
    _IS_MARK[<int>ord(_mark)] = True


cdef inline bint _is_wide_mark(Py_UCS4 character) noexcept:
    return character == u"“" or character == u"”" or character == u"„" or character == u"″" or character == u"＂"


cdef list _find(const Character *text, Py_ssize_t length):
    cdef Py_ssize_t place = 0
    cdef Py_UCS4 character
    found = []
    while place < length:
        character = <Py_UCS4>text[place]
        place += 1
        if not (_IS_MARK[<int>character] if Character is uint8_t or character < 256 else _is_wide_mark(character)):
            continue
        if character != u"'" and character != u"`":
            found.append((place - 1, place))
        elif place < length and text[place] == text[place - 1]:
            place += 1
            found.append((place - 2, place))
    return found


def find_double_marks(str text not None):
    """Return (start, end) of every double quotation mark, in order: straight, typographic, of Windows, angular, and two single ones in a row."""
    cdef int kind = PyUnicode_KIND(text)
    if kind == 1:
        return _find(<const uint8_t *>PyUnicode_1BYTE_DATA(text), len(text))
    if kind == 2:
        return _find(<const uint16_t *>PyUnicode_2BYTE_DATA(text), len(text))
    return _find(<const uint32_t *>PyUnicode_4BYTE_DATA(text), len(text))


cdef class WordFinder:
    """Finds words that are in a set, whatever their case; `words` are small letters of ASCII. Raises ValueError for more than a table holds."""

    cdef uint64_t[SLOTS] _keys

    def __init__(self, words):
        cdef uint64_t key
        cdef int slot
        if len(words) * 4 > SLOTS:
            raise ValueError(f"{len(words)} words; the table holds {SLOTS // 4}")
        for word in words:
            key = START
            for letter in word:
                key = (key ^ <uint64_t>ord(letter)) * PRIME
            slot = <int>(key & (SLOTS - 1))
            while self._keys[slot]:
                slot = (slot + 1) & (SLOTS - 1)
            self._keys[slot] = key

    def find(self, str text not None, Py_ssize_t start, Py_ssize_t end):
        """Return (start, end) of the runs of letters of ASCII in `text[start:end]` that are such words, in order."""
        cdef int kind = PyUnicode_KIND(text)
        start, end = max(start, 0), min(end, len(text))
        if kind == 1:
            return self._find(<const uint8_t *>PyUnicode_1BYTE_DATA(text), start, end)
        if kind == 2:
            return self._find(<const uint16_t *>PyUnicode_2BYTE_DATA(text), start, end)
        return self._find(<const uint32_t *>PyUnicode_4BYTE_DATA(text), start, end)

    cdef list _find(self, const Character *text, Py_ssize_t place, Py_ssize_t end):
        cdef uint64_t key
        cdef Py_ssize_t first
        cdef int slot
        found = []
        while place < end:
            first, key = place, START
            while place < end and text[place] < 128 and _SMALL[text[place]]:
                key = (key ^ _SMALL[text[place]]) * PRIME
                place += 1
            if place == first:
                place += 1
                continue
            slot = <int>(key & (SLOTS - 1))
            while self._keys[slot]:
                if self._keys[slot] == key:
                    found.append((first, place))
                    break
                slot = (slot + 1) & (SLOTS - 1)
        return found


cdef Py_ssize_t _find_from(str text, str word, Py_ssize_t start, Py_ssize_t end) noexcept:
    """Return what `text.find(word, start, end)` does, for bounds within the text and a word that is not empty."""
    return find_letters(text, PyUnicode_KIND(word), PyUnicode_DATA(word), len(word), start, end)


def holds(str text not None, str word not None):
    """Return whether `word` is in `text`, as `in` does, in a sixth of the time where its first and last letters are seldom that far apart."""
    return not word or _find_from(text, word, 0, len(text)) >= 0


def find_again(str text not None, str word not None, Py_ssize_t start, Py_ssize_t end, Py_ssize_t most):
    """Return where `word` occurs in `text[start:end]` with the end of a word after it, as `\\b` says: the first `most` places; none of an empty word."""
    cdef Py_ssize_t last, size = len(word), length = len(text)
    cdef bint inside
    found = []
    if not size:
        return found
    start, end, inside = max(start, 0), min(end, length), is_of_word(word[size - 1])
    while len(found) < most and (start := _find_from(text, word, start, end)) >= 0:
        last = start + size
        if inside != (last < length and is_of_word(text[last])):
            found.append(start)
        start += 1
    return found


def find_name_start(str text not None, Py_ssize_t floor, Py_ssize_t end, frozenset particles not None, int most):
    """Return where those of the last `most` words of `text[floor:end]` begin that can be part of a name, `end` where the last one cannot.

    Such a word has a capital letter of ASCII, ends in an apostrophe or a hyphen, or is one of `particles`.
    """
    cdef int kind = PyUnicode_KIND(text)
    cdef void* data = PyUnicode_DATA(text)
    cdef Py_ssize_t start = end, last = end, place
    cdef Py_UCS4 character
    cdef bint fits
    floor = max(floor, 0)
    if end > len(text):
        raise IndexError(end)
    for _ in range(most):
        while last > floor and PyUnicode_READ(kind, data, last - 1).isspace():
            last -= 1
        if last <= floor:
            break
        character = PyUnicode_READ(kind, data, last - 1)
        fits, place = character == u"'" or character == u"’" or character == u"-", last
        while place > floor and not (character := PyUnicode_READ(kind, data, place - 1)).isspace():
            fits = fits or u"A" <= character <= u"Z"
            place -= 1
        if not fits and text[place:last] not in particles:
            break
        start = last = place
    return start


def find_opened(str text not None, list blocks not None, str first not None, str second not None):
    """Return the indexes of the blocks that begin with a letter of `first` and one of `second`."""
    cdef Py_ssize_t k, start, length = len(text)
    found = []
    for k in range(len(blocks)):
        start = blocks[k].start
        if 0 <= start < length - 1 and text[start] in first and text[start + 1] in second:
            found.append(k)
    return found
