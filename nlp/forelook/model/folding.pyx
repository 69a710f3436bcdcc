# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""Folding: a sentence in lower case and the signs of wordings among its words, found in one pass; compiled, since every sentence in doubt passes here.

In: the signs of all wordings, then one sentence at a time. Out: what `" ".join(parts)` and `signs.intersection(parts)` give for the
`parts = text.rstrip(".").replace("’", "'").lower().split()` of a sentence.
"""

from cpython.mem cimport PyMem_Free, PyMem_Malloc
from cpython.unicode cimport PyUnicode_DATA, PyUnicode_FromKindAndData, PyUnicode_KIND
from libc.stdint cimport uint8_t, uint16_t, uint32_t
from libc.string cimport memset

from forelook.characters cimport DOTTED_I, SIGMA, Character, Py_UNICODE_ISSPACE, Py_UNICODE_TOLOWER

cdef enum:
    PLACES = 8192  # a power of two; a few hundred signs leave most of them empty
    SEED = 2166136261  # of the FNV-1a hash
    APOSTROPHE = 0x2019

cdef frozenset _NONE = frozenset()


cdef inline uint32_t _mix(uint32_t hashed, uint32_t letter) noexcept nogil:
    return (hashed ^ letter) * 16777619u


cdef inline Py_ssize_t _place(uint32_t hashed) noexcept nogil:
    return (hashed ^ (hashed >> 15)) & (PLACES - 1)


cdef class Folder:
    """Folds sentences, and finds signs among their words; threads may share it."""

    cdef frozenset _signs
    cdef uint8_t _taken[PLACES]  # by the hash of a sign

    def __cinit__(self, frozenset signs not None):
        """Take the signs, words in lower case."""
        cdef uint32_t hashed
        cdef Py_UCS4 letter
        self._signs = signs
        memset(self._taken, 0, PLACES)
        for sign in signs:
            hashed = SEED
            for letter in <str>sign:
                hashed = _mix(hashed, letter)
            self._taken[_place(hashed)] = True

    cdef Py_ssize_t _fold(self, const Character *text, Py_ssize_t length, Character *folded, set found) except -2:
        """Write a folded text, and add the signs among its words to `found`; return its length, or -1 if only `str.lower` knows its small letters."""
        cdef Py_ssize_t place = 0, written = 0, start
        cdef uint32_t hashed
        cdef Character letter
        while length and text[length - 1] == u".":
            length -= 1
        while True:
            while place < length and Py_UNICODE_ISSPACE(<Py_UCS4>text[place]):
                place += 1
            if place == length:
                return written
            if written:
                folded[written] = u" "
                written += 1
            start, hashed = written, SEED
            while place < length and not Py_UNICODE_ISSPACE(<Py_UCS4>text[place]):
                letter = text[place]
                if letter < 0x80:
                    letter = letter | 32 if u"A" <= letter <= u"Z" else letter
                elif Character is not uint8_t and letter == APOSTROPHE:
                    letter = u"'"
                elif Character is not uint8_t and (letter == DOTTED_I or letter == SIGMA):
                    return -1
                else:
                    letter = <Character>Py_UNICODE_TOLOWER(<Py_UCS4>letter)
                folded[written] = letter
                hashed = _mix(hashed, letter)
                written, place = written + 1, place + 1
            if self._taken[_place(hashed)]:
                word = PyUnicode_FromKindAndData(sizeof(Character), folded + start, written - start)
                if word in self._signs:
                    found.add(word)

    def fold(self, str text not None):
        """Return a sentence in lower case, with single blanks and straight apostrophes, and those of its words that are signs."""
        cdef Py_ssize_t length = len(text), written
        cdef int kind = PyUnicode_KIND(text)
        cdef const void *data = PyUnicode_DATA(text)
        cdef set found = set()
        cdef void *folded = PyMem_Malloc(length * kind + 1)
        if folded == NULL:
            raise MemoryError
        try:
            if kind == 1:
                written = self._fold(<const uint8_t *>data, length, <uint8_t *>folded, found)
            elif kind == 2:
                written = self._fold(<const uint16_t *>data, length, <uint16_t *>folded, found)
            else:
                written = self._fold(<const uint32_t *>data, length, <uint32_t *>folded, found)
            if written >= 0:
                return PyUnicode_FromKindAndData(kind, folded, written), frozenset(found) if found else _NONE
        finally:
            PyMem_Free(folded)
        parts = text.rstrip(".").replace("’", "'").lower().split()
        return " ".join(parts), self._signs.intersection(parts)
