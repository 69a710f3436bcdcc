# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""Tokens of a text: their places, and hashes of the forms in which features see them. Compiled, since every character passes here.

In: a text. Out: tokens, each a word (with inner apostrophe, full stop, comma or ampersand: U.S, 1,200.5, AT&T, don't), a
possessive 's, a run of underscores, or one mark; blanks separate them. A token depends on its own characters and the few
after it, never on what was read before.
"""

import numpy as np

from cpython.unicode cimport PyUnicode_DATA, PyUnicode_KIND
from libc.stdint cimport int32_t, uint8_t, uint16_t, uint32_t, uint64_t

from forelook.characters cimport (
    Py_UNICODE_ISALNUM, Py_UNICODE_ISALPHA, Py_UNICODE_ISDIGIT, Py_UNICODE_ISLOWER, Py_UNICODE_ISSPACE, Py_UNICODE_ISTITLE, Py_UNICODE_ISUPPER, Py_UNICODE_TOLOWER,
)

cdef enum:  # what a character is
    ALNUM = 1
    ALPHA = 2
    UPPER = 4
    LOWER = 8
    DIGIT = 16
    SPACE = 32

cdef enum:
    LONGEST = 200  # characters; a longer word (base64, a line of digits) is cut
    SAME = 4  # characters of one kind in a row that a shape shows

cdef uint64_t NAME = 1
cdef uint64_t START = 0xCBF29CE484222325, PRIME = 0x100000001B3  # FNV-1a, over code points

LONGEST_WORD = LONGEST

cdef enum:
    KEPT = 0x2200  # characters before this one, the marks of Western texts among them, have their kind in a table; asking Python takes longer

cdef uint8_t[KEPT] _KINDS


cdef uint8_t _look_up(Py_UCS4 character) noexcept nogil:
    cdef int kind = 0
    if Py_UNICODE_ISALNUM(character):
        kind |= ALNUM
    if Py_UNICODE_ISALPHA(character):
        kind |= ALPHA
    if Py_UNICODE_ISUPPER(character) or Py_UNICODE_ISTITLE(character):
        kind |= UPPER
    if Py_UNICODE_ISLOWER(character):
        kind |= LOWER
    if Py_UNICODE_ISDIGIT(character):
        kind |= DIGIT
    if Py_UNICODE_ISSPACE(character):
        kind |= SPACE
    return <uint8_t>kind


for _code in range(KEPT):
    _KINDS[<int>_code] = _look_up(<Py_UCS4><int>_code)


cdef inline uint8_t _kind(Py_UCS4 character) noexcept nogil:
    return _KINDS[<int>character] if character < KEPT else _look_up(character)


cdef inline uint64_t _add(uint64_t code, Py_UCS4 character) noexcept nogil:
    return (code ^ <uint64_t>character) * PRIME


cdef inline bint _joins(const Character *text, Py_ssize_t place, Py_ssize_t end) noexcept nogil:
    """Return whether the mark at `place` is inside a word."""
    cdef Py_UCS4 mark = <Py_UCS4>text[place]
    if place + 1 >= end or not _kind(<Py_UCS4>text[place + 1]) & ALNUM:
        return False
    if mark == u"." or mark == u"," or mark == u"&":
        return True
    return (mark == u"'" or mark == u"’") and not _is_possessive(text, place, end)


cdef inline bint _is_possessive(const Character *text, Py_ssize_t place, Py_ssize_t end) noexcept nogil:
    cdef Py_UCS4 after
    if place + 1 >= end or <Py_UCS4>text[place + 1] != u"s":
        return False
    if place + 2 >= end:
        return True
    after = <Py_UCS4>text[place + 2]
    return not (_kind(after) & ALNUM or after == u"_")


cdef struct Form:  # of the characters of a token read so far
    uint64_t lower  # hash of their lower case
    bint digit, cased, named  # whether there is a digit, the last one has a case, there is a capital
    bint title  # whether there are capitals where words begin, and nowhere else


cdef inline void _take(Form *form, Py_UCS4 character, uint8_t what) noexcept nogil:
    if what & UPPER:
        form.title = form.title and not form.cased
        form.cased = form.named = True
        character = <Py_UCS4>(<int>character + 32) if character < 128 else Py_UNICODE_TOLOWER(character)
    elif what & LOWER:
        form.title = form.title and form.cased
        form.cased = True
    else:
        form.cased = False
        form.digit = form.digit or what & DIGIT
    form.lower = _add(form.lower, character)


cdef inline bint _read(const Character *text, Py_ssize_t place, Py_ssize_t end, Token *token, bint hashed) noexcept nogil:
    """Fill `token` with the first token of `text[place:end]`, with its forms where they are asked for; False where there is none."""
    cdef Form form = Form(START, False, False, False, True)
    cdef Py_UCS4 character
    cdef uint8_t what
    cdef bint word
    while place < end and _kind(<Py_UCS4>text[place]) & SPACE:
        place += 1
    if place >= end:
        return False
    if end - place > LONGEST:
        end = place + LONGEST
    token.start, character = place, <Py_UCS4>text[place]
    what = _kind(character)
    word = what & ALNUM
    if not word:
        end = _find_end(text, place, end)
    while True:
        if hashed:
            _take(&form, character, what)
        place += 1
        if place == end:
            break
        character = <Py_UCS4>text[place]
        what = _kind(character)
        if word and not what & ALNUM and not _joins(text, place, end):
            break
    token.end = place
    if hashed:
        token.lower = token.term = form.lower
        if form.digit:
            token.term = token.outer = _hash_shape(text, token.start, token.end)
        elif form.title and form.named:
            token.outer = NAME
        else:
            token.outer = _hash_part(text, max(token.start, token.end - 3), token.end)
    return True


cdef Py_ssize_t _find_end(const Character *text, Py_ssize_t place, Py_ssize_t end) noexcept nogil:
    """Return where the token ends that begins with a mark: a run of underscores, a possessive, or the mark alone."""
    cdef Py_UCS4 mark = <Py_UCS4>text[place]
    cdef Py_ssize_t last = place + 1
    if mark == u"_":
        while last < end and <Py_UCS4>text[last] == u"_":
            last += 1
    elif (mark == u"'" or mark == u"’") and _is_possessive(text, place, end):
        last += 1
    return last


cdef bint next_token(const Character *text, Py_ssize_t place, Py_ssize_t end, Token *token) noexcept nogil:
    """Fill `token` with the first token of `text[place:end]`; False where there is none."""
    return _read(text, place, end, token, True)


cdef bint find_token(const Character *text, Py_ssize_t place, Py_ssize_t end, Token *token) noexcept nogil:
    """Fill in where the first token of `text[place:end]` starts and ends, and nothing else; False where there is none."""
    return _read(text, place, end, token, False)


cdef inline uint64_t _hash_part(const Character *text, Py_ssize_t start, Py_ssize_t end) noexcept nogil:
    cdef uint64_t code = START
    cdef Py_ssize_t place
    for place in range(start, end):
        code = _add(code, <Py_UCS4>text[place])
    return code


cdef uint64_t _hash_shape(const Character *text, Py_ssize_t start, Py_ssize_t end) noexcept nogil:
    """Return the hash of what a token's characters are: X, x or d for letters and digits, each SAME times in a row at most, and other characters."""
    cdef uint64_t shape = START
    cdef Py_UCS4 kind, before = 0
    cdef uint8_t what
    cdef int run = 0
    cdef Py_ssize_t place
    for place in range(start, end):
        kind = <Py_UCS4>text[place]
        what = _kind(kind)
        if what & UPPER:
            kind = u"X"
        elif what & LOWER:
            kind = u"x"
        elif what & DIGIT:
            kind = u"d"
        elif what & ALPHA:
            kind = u"x"
        run = run + 1 if kind == before else 1
        if run <= SAME:
            shape = _add(shape, kind)
        before = kind
    return shape


cdef tuple locate(tuple texts):
    """Return how many bytes a character of each text takes (int32), and the address of its characters (uint64): what loops over many texts need of them
    without Python's lock, while somebody holds the tuple."""
    cdef Py_ssize_t k
    cdef str text
    cdef int32_t[::1] sizes
    cdef uint64_t[::1] addresses
    kinds, places = np.empty(len(texts), np.int32), np.empty(len(texts), np.uint64)
    sizes, addresses = kinds, places
    for k in range(len(texts)):
        text = texts[k]
        sizes[k], addresses[k] = PyUnicode_KIND(text), <uint64_t><size_t>PyUnicode_DATA(text)
    return kinds, places


cdef list _cut(const Character *text, Py_ssize_t end):
    cdef Token token
    cdef Py_ssize_t place = 0
    places = []
    while find_token(text, place, end, &token):
        places.append((token.start, token.end))
        place = token.end
    return places


def cut(str text not None):
    """Return the (start, end) of every token."""
    cdef int kind = PyUnicode_KIND(text)
    if kind == 1:
        return _cut(<const uint8_t *>PyUnicode_DATA(text), len(text))
    if kind == 2:
        return _cut(<const uint16_t *>PyUnicode_DATA(text), len(text))
    return _cut(<const uint32_t *>PyUnicode_DATA(text), len(text))


def hash_word(str word not None):
    """Return the hash of a word's lower-case form, as every token of that form has it."""
    cdef uint64_t code = START
    cdef Py_UCS4 character
    for character in word:
        code = _add(code, Py_UNICODE_TOLOWER(character))
    return code
