# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""The words of a text with their marks, found in one pass, compiled, since every statement that may bear figures passes here.

In: a folded text, and a table of the marks of words, one bit an interest. Out: the marks of all words together, and the places of
those that bear a mark. It stands for a look-up of each `re.finditer("[a-z0-9&]+", text)`.
"""

from cpython.mem cimport PyMem_Calloc, PyMem_Free, PyMem_Malloc
from cpython.unicode cimport PyUnicode_DATA, PyUnicode_KIND
from libc.stdint cimport uint8_t, uint16_t, uint32_t, uint64_t
from libc.string cimport memset

from forelook.characters cimport Character

cdef enum:
    MOST_WORDS = 16384  # whose marks are kept
    PLACES = 32768  # for them, a power of two
    LONGEST = 16  # letters of a word whose marks are kept; there are few longer ones

cdef struct _Known:
    uint64_t first  # eight letters, 0 where the place is free
    uint64_t second  # the next eight
    uint64_t marks

cdef struct _Word:
    Py_ssize_t start
    Py_ssize_t end
    uint64_t marks


cdef inline bint _in_word(Py_UCS4 character) noexcept:
    return u"a" <= character <= u"z" or u"0" <= character <= u"9" or character == u"&"


cdef class Marks:
    """The marks of words, those of a new one asked for when it is first looked up."""

    cdef object _find
    cdef Py_ssize_t _count
    cdef _Known *_known

    def __cinit__(self, find not None):
        """Keep what `find` says of words; it returns the marks of one."""
        self._find = find
        self._known = <_Known *>PyMem_Calloc(PLACES, sizeof(_Known))
        if self._known == NULL:
            raise MemoryError

    def __dealloc__(self):
        PyMem_Free(self._known)

    def clear(self):
        """Forget all words, since what is said of them may have changed."""
        memset(self._known, 0, PLACES * sizeof(_Known))
        self._count = 0

    cdef _Known *_place(self, uint64_t first, uint64_t second) noexcept:
        """Return where a word is kept, or may be."""
        cdef uint64_t mixed = (first ^ (second * 0x9E3779B97F4A7C15u)) * 0xD6E8FEB86659FD93u
        cdef Py_ssize_t place = <Py_ssize_t>((mixed ^ (mixed >> 32)) & (PLACES - 1))
        while self._known[place].first and (self._known[place].first != first or self._known[place].second != second):
            place = (place + 1) & (PLACES - 1)
        return &self._known[place]

    cdef uint64_t _learn(self, str word, uint64_t first, uint64_t second) except? 0xFFFFFFFFFFFFFFFF:
        """Return the marks of a new word, and keep them; another thread may have come before."""
        cdef uint64_t marks = self._find(word)
        cdef _Known *known
        if len(word) <= LONGEST:
            if self._count >= MOST_WORDS:
                self.clear()
            known = self._place(first, second)
            self._count += not known.first
            known[0] = _Known(first, second, marks)
        return marks


cdef class Words:
    """A folded text and its words: runs of letters, digits and ampersands, "s&p" and "sg&a" among them."""

    cdef readonly str text
    cdef readonly uint64_t marks
    cdef Py_ssize_t _count
    cdef _Word *_words

    def __cinit__(self, str text not None, Marks table not None):
        cdef int kind = PyUnicode_KIND(text)
        cdef void *data = PyUnicode_DATA(text)
        cdef Py_ssize_t length = len(text)
        self.text = text
        self._words = <_Word *>PyMem_Malloc((length // 2 + 1) * sizeof(_Word))  # a word and a blank take two characters
        if self._words == NULL:
            raise MemoryError
        if kind == 1:
            self._read(<const uint8_t *>data, length, table)
        elif kind == 2:
            self._read(<const uint16_t *>data, length, table)
        else:
            self._read(<const uint32_t *>data, length, table)

    def __dealloc__(self):
        PyMem_Free(self._words)

    cdef int _read(self, const Character *text, Py_ssize_t length, Marks table) except -1:
        """Take the words of a text."""
        cdef Py_ssize_t place = 0, start
        cdef uint64_t letters[2]
        cdef uint64_t marks
        cdef _Known *known
        while place < length:
            if not _in_word(text[place]):
                place += 1
                continue
            start, letters[0], letters[1] = place, 0, 0
            while place < length and _in_word(text[place]):
                if place - start < LONGEST:
                    letters[(place - start) >> 3] |= <uint64_t>text[place] << (((place - start) & 7) << 3)
                place += 1
            known = table._place(letters[0], letters[1]) if place - start <= LONGEST else NULL
            marks = known.marks if known != NULL and known.first else table._learn(self.text[start:place], letters[0], letters[1])
            self._words[self._count] = _Word(start, place, marks)
            self._count, self.marks = self._count + 1, self.marks | marks
        return 0

    cdef str _word(self, Py_ssize_t number):
        return self.text[self._words[number].start : self._words[number].end] if number < self._count else ""

    def at(self, uint64_t mark):
        """Return where the words begin that bear a mark, each with its word and the one that follows."""
        cdef Py_ssize_t number
        if not self.marks & mark:
            return []
        return [(self._words[number].start, self._word(number), self._word(number + 1)) for number in range(self._count) if self._words[number].marks & mark]

    def match_all(self, uint64_t mark, candidates, str barred not None, bint longest):
        """Return what matches at the marked words, in order and without overlap: the names of patterns, each with its match.

        `candidates` gives the patterns that may begin with a word, each with its name and what the next word must begin with; the first of them that
        matches is taken, or the longest. None is tried where one of the characters `barred` stands before the word.
        """
        cdef Py_ssize_t number, start, place = 0
        cdef list found = []
        if not self.marks & mark:
            return found
        for number in range(self._count):
            start = self._words[number].start
            if not self._words[number].marks & mark or start < place or (start and self.text[start - 1] in barred):
                continue
            best = called = None
            for pattern, name, following in candidates(self._word(number)):
                if self._goes_on(number + 1, following) and (match := pattern.match(self.text, start)) is not None and (best is None or match.end() > best.end()):
                    best, called = match, name
                    if not longest:
                        break
            if best is not None:
                found.append((called, best))
                place = best.end()
        return found

    cdef bint _goes_on(self, Py_ssize_t number, tuple beginnings) except -1:
        """Return whether a word begins with one of some beginnings, of which the empty one is that of any word, and of none."""
        cdef Py_ssize_t start = self._words[number].start if number < self._count else 0, end = self._words[number].end if number < self._count else 0, place
        cdef str letters
        for letters in beginnings:
            place = 0
            while place < len(letters) and start + place < end and letters[place] == self.text[start + place]:
                place += 1
            if place == len(letters):
                return True
        return False

    def has(self, uint64_t mark, Py_ssize_t start, Py_ssize_t end):
        """Return whether a word bears a mark that begins at `start` or later and before `end`."""
        cdef Py_ssize_t number
        if self.marks & mark:
            for number in range(self._find(start), self._count):
                if self._words[number].start >= end:
                    break
                if self._words[number].marks & mark:
                    return True
        return False

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

    def hedges_before(self, Py_ssize_t place, uint64_t mark, Py_ssize_t reach, str signs not None):
        """Return where a hedge of what stands at a place may begin, nearest first: before its blanks, at a sign, at marked words in a row within `reach`."""
        cdef Py_ssize_t lead = min(place, <Py_ssize_t>len(self.text)), number = self._find(place) - 1
        cdef list found
        while lead and self.text[lead - 1].isspace():
            lead -= 1
        found = [lead]
        if lead and self.text[lead - 1] in signs:
            found.append(lead - 1)
        while number >= 0 and self._words[number].marks & mark and self._words[number].start >= place - reach:
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
