# cython: language_level=3, boundscheck=False, initializedcheck=False
"""The lines of a block of a page, compiled: white space is collapsed and invisible characters are dropped as text is added.

In: texts as they come, and where lines end. Out: the text of the block, and which of its lines are blank for vertical space.
"""

from cpython.mem cimport PyMem_Free, PyMem_Realloc
from cpython.unicode cimport PyUnicode_DecodeUTF8

cdef enum:
    SOFT_HYPHEN = 0x00AD
    NO_BREAK_SPACE = 0x00A0
    ZERO_WIDTH_SPACE = 0x200B
    BYTE_ORDER_MARK = 0xFEFF


cdef class Lines:
    """Collects the lines of one block after another."""

    def __init__(self):
        self._reserve(1024)

    def __dealloc__(self):
        PyMem_Free(self._bytes)

    cdef int put(self, const char *data, Py_ssize_t size) except -1:
        """Add text without line ends to the line, its white space collapsed or, preformatted, as it is."""
        cdef Py_ssize_t place = 0, begin
        cdef Py_UCS4 character = 0
        cdef char *out
        self._reserve(size + 2)
        out = self._bytes
        while place < size:
            begin = place
            character = <unsigned char>data[place]
            place += 1
            if character >= 128:
                place = _decode(data, begin, size, &character)
                if character == SOFT_HYPHEN or character == ZERO_WIDTH_SPACE or character == BYTE_ORDER_MARK:
                    continue
                self._no_break = self._no_break or character == NO_BREAK_SPACE
            if (character > 32 and character < 127) or not character.isspace():
                if self._blank:
                    out[self._size] = c" "
                    self._size += 1
                    self._blank = False
                while begin < place:
                    out[self._size] = data[begin]
                    self._size += 1
                    begin += 1
                self._visible = self._size
            elif not self.preformatted:
                self._blank = self._size > self._line
            elif character == NO_BREAK_SPACE:
                out[self._size] = c" "
                self._size += 1
            else:
                while begin < place:
                    out[self._size] = data[begin]
                    self._size += 1
                    begin += 1
        self.last = character
        return 0

    cdef int put_blank(self) except -1:
        """Add a blank to the line, so that the number of a note does not follow a digit directly."""
        self.last = u" "
        return self.put(" ", 1)

    cdef bint end_line(self, bint is_last) except -1:
        """Add the line to its block; return whether it is a blank line for vertical space, which separates two blocks on the page."""
        cdef bint separates = False
        if self._visible > self._line:
            self._block = self._size = self._visible
            self._reserve(1)
            self._bytes[self._size] = c"\n"
            self._size += 1
        else:
            # A line ended by <br> or with a no-break space is vertical space. Any other is white space of the source.
            separates = not is_last or self._no_break
            self._size = self._line
        self._line = self._visible = self._size
        self._blank = self._no_break = False
        self.last = 0
        return separates

    cdef str take(self):
        """Return the text of the block, None where it has none, and begin the next block."""
        cdef Py_ssize_t size = self._block
        self._size = self._line = self._visible = self._block = 0
        return PyUnicode_DecodeUTF8(self._bytes, size, "replace") if size else None

    cdef int _reserve(self, Py_ssize_t size) except -1:
        """Allocate room for `size` more bytes."""
        cdef char *moved
        if self._size + size > self._room:
            moved = <char *>PyMem_Realloc(self._bytes, 2 * (self._size + size))
            if moved is NULL:
                raise MemoryError
            self._bytes, self._room = moved, 2 * (self._size + size)
        return 0


cdef inline Py_ssize_t _decode(const char *data, Py_ssize_t place, Py_ssize_t size, Py_UCS4 *character) noexcept:
    """Set `character` to the non-ASCII character at `place` and return the place after it; bytes that are not UTF-8 count as one character each."""
    cdef unsigned char first = <unsigned char>data[place]
    cdef int further = 1 if 0xC2 <= first < 0xE0 else 2 if 0xE0 <= first < 0xF0 else 3 if 0xF0 <= first < 0xF5 else 0
    cdef unsigned int code = first & (0x3F >> further)
    cdef int k
    if further == 0 or place + further >= size:
        character[0] = 0xFFFD
        return place + 1
    for k in range(1, further + 1):
        code = (code << 6) | (<unsigned char>data[place + k] & 0x3F)
    character[0] = <Py_UCS4>code
    return place + further + 1
