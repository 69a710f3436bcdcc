# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""The words of a text with their marks, found in one pass, compiled, since every statement that may bear figures passes here.

In: a folded text, and a table that gives the marks of any word, one bit an interest. Out: the marks of all words together, and the places of
those that bear a mark. It stands for a look-up of each `re.finditer("[a-z0-9&]+", text)`.
"""

from cpython.dict cimport PyDict_GetItem
from cpython.mem cimport PyMem_Free, PyMem_Realloc
from cpython.object cimport PyObject
from libc.stdint cimport uint64_t

cdef struct _Word:
    Py_ssize_t start
    Py_ssize_t end
    uint64_t marks


cdef inline bint _in_word(Py_UCS4 character) noexcept:
    return u"a" <= character <= u"z" or u"0" <= character <= u"9" or character == u"&"


cdef class Words:
    """A folded text and its words: runs of letters, digits and ampersands, "s&p" and "sg&a" among them."""

    cdef readonly str text
    cdef readonly uint64_t marks
    cdef Py_ssize_t _count, _room
    cdef _Word *_words

    def __cinit__(self, str text not None, table not None):
        cdef Py_ssize_t place = 0, start, length = len(text)
        if not isinstance(table, dict):
            raise TypeError("the table of marks must be a dict")
        self.text = text
        while place < length:
            if not _in_word(text[place]):
                place += 1
                continue
            start = place
            while place < length and _in_word(text[place]):
                place += 1
            self._add(start, place, table)

    def __dealloc__(self):
        PyMem_Free(self._words)

    cdef int _add(self, Py_ssize_t start, Py_ssize_t end, table) except -1:
        cdef str word = self.text[start:end]
        cdef PyObject *known = PyDict_GetItem(table, word)
        cdef uint64_t marks = <object>known if known else table[word]
        cdef _Word *words
        if self._count == self._room:
            words = <_Word *>PyMem_Realloc(self._words, (self._room * 2 + 32) * sizeof(_Word))
            if words == NULL:
                raise MemoryError
            self._words, self._room = words, self._room * 2 + 32
        self._words[self._count] = _Word(start, end, marks)
        self._count += 1
        self.marks |= marks
        return 0

    cdef str _word(self, Py_ssize_t number):
        return self.text[self._words[number].start : self._words[number].end] if number < self._count else ""

    def at(self, uint64_t mark):
        """Return where the words begin that bear a mark, each with its word and the one that follows."""
        cdef Py_ssize_t number
        if not self.marks & mark:
            return []
        return [(self._words[number].start, self._word(number), self._word(number + 1)) for number in range(self._count) if self._words[number].marks & mark]

    def find_all(self, pattern, uint64_t mark, Py_ssize_t start, Py_ssize_t end):
        """Return the matches of a pattern that begin with a marked word at `start` or later and lie before `end`, in order and without overlap."""
        cdef Py_ssize_t number, place = start
        if not self.marks & mark:
            return []
        found, match = [], pattern.match
        for number in range(self._find(start), self._count):
            if self._words[number].start >= end:
                break
            if self._words[number].marks & mark and self._words[number].start >= place and (one := match(self.text, self._words[number].start, end)) is not None:
                found.append(one)
                place = one.end()
        return found

    def search(self, pattern, uint64_t mark, Py_ssize_t start, Py_ssize_t end):
        """Return the first match of a pattern that begins with a marked word at `start` or later and lies before `end`; None where there is none."""
        cdef Py_ssize_t number
        if not self.marks & mark:
            return None
        match = pattern.match
        for number in range(self._find(start), self._count):
            if self._words[number].start >= end:
                break
            if self._words[number].marks & mark and (found := match(self.text, self._words[number].start, end)) is not None:
                return found
        return None

    def search_back(self, pattern, uint64_t mark, Py_ssize_t start, Py_ssize_t end):
        """Return the last match of a pattern that begins with a marked word at `start` or later and lies before `end`; None where there is none."""
        cdef Py_ssize_t number
        if not self.marks & mark:
            return None
        match = pattern.match
        for number in range(self._find(end) - 1, -1, -1):
            if self._words[number].start < start:
                break
            if self._words[number].marks & mark and (found := match(self.text, self._words[number].start, end)) is not None:
                return found
        return None

    def run_before(self, Py_ssize_t place, uint64_t mark):
        """Return where the words begin that bear a mark and stand one behind the other before a place, the last one first."""
        cdef Py_ssize_t number = self._find(place) - 1
        found = []
        while number >= 0 and self._words[number].marks & mark:
            found.append(self._words[number].start)
            number -= 1
        return found

    cdef Py_ssize_t _find(self, Py_ssize_t place) noexcept:
        """Return the number of the first word that begins at a place or later."""
        cdef Py_ssize_t low = 0, high = self._count, middle
        while low < high:
            middle = (low + high) // 2
            if self._words[middle].start < place:
                low = middle + 1
            else:
                high = middle
        return low
