# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""Signs: cheap looks for the characters that a regular expression needs, so that it is tried only where it can match.

In: a text and the bounds of a stretch. Out: places or yes and no; each is a superset of what the expression finds, which property tests prove.
"""

from cpython.unicode cimport PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ
from libc.stdint cimport uint8_t, uint16_t, uint32_t

from forelook.characters cimport Character
from forelook.segment.abbreviations import OPENERS
from forelook.segment.again cimport stands_again
from forelook.segment.characters cimport is_decimal, is_figure, is_lower, is_space, is_upper, reads
from forelook.segment.words import words

cdef enum:
    LONGEST_TITLE_REACH = 150  # characters of a run-in heading after its first, as in titles.py
    LONGEST_TITLE = 7  # words of a run-in heading that a full stop ends, as there
    SPACED_REACH = 120  # characters in which a title without a mark and what follows it lie, as there
    SEAM_REACH = 130  # characters in which a seam is looked for, as in seams.py
    SHORTEST_NAME = 3  # letters of a name that a heading is glued to, as there

cpdef enum:  # bits of what find_title_signs and find_opening_signs return
    SEAM = 1
    CAPITALS = 2
    QUOTE = 4
    SECTION = 8
    SPACED = 16
    RUN_IN = 32
    BEFORE_CAPITALS = 64
    ABOUT = 128
    CREDIT = 256

GLUED = SEAM | CAPITALS | QUOTE | SECTION | BEFORE_CAPITALS  # those of headings that are glued to what follows

# Run-in headings that follow a sentence where the end of a paragraph was lost.
LATER_TITLES = ("About ", "ABOUT ", "Forward-", "FORWARD-", "Safe Harbor ", "Cautionary ", "CAUTIONARY ", "Note Regarding ")
cdef frozenset _TITLE_OPENERS = frozenset(words("title_openers"))


cdef inline bint _is_of_word(Py_UCS4 character) noexcept:
    return character == u"_" or character == u"’" or character == u"'" or character == u"&" or character == u"-" or character.isalnum()


cdef inline bint _may_be_glued(const Character *text, Py_ssize_t start, Py_ssize_t end) noexcept:
    """Return whether a capital or an opening mark may come right after what `_has_seam_sign` asks for; without a branch, so that it becomes vector instructions."""
    cdef Py_ssize_t place
    cdef Character found = 0, before, character
    for place in range(start, end):
        before, character = text[place - 1], text[place]
        found |= ((<Character>(character - 65) < 26) | (character == 34) | (character == 0x201C)) & (
            (<Character>(before - 97) < 26) | (<Character>(before - 48) < 10) | (before == 41) | (before == 63) | (before >= 128)
        )
    return found


cdef bint _find_seam_sign(const Character *text, Py_ssize_t start, Py_ssize_t end) noexcept:
    cdef Py_ssize_t place
    cdef Py_UCS4 character, before
    if not _may_be_glued(text, start, end):
        return False
    for place in range(start, end):
        character, before = <Py_UCS4>text[place], <Py_UCS4>text[place - 1]
        if (is_upper(character) or character == u"“" or character == u'"') and (
            is_lower(before) or before == u")" or before == u"?" or before == u"®" or before == u"™" or is_decimal(before)
        ):
            return True
    return False


cdef bint _has_seam_sign(str text, Py_ssize_t start, Py_ssize_t end) noexcept:
    """Return whether a capital or an opening mark comes right after a small letter, a figure or a closing mark in `text[start:end]`."""
    cdef int kind = PyUnicode_KIND(text)
    start, end = max(start, 1), min(end, len(text))
    if kind == 1:
        return _find_seam_sign(<const uint8_t *>PyUnicode_DATA(text), start, end)
    if kind == 2:
        return _find_seam_sign(<const uint16_t *>PyUnicode_DATA(text), start, end)
    return _find_seam_sign(<const uint32_t *>PyUnicode_DATA(text), start, end)


cdef bint _follows_word(int kind, void* data, Py_ssize_t place) noexcept:
    """Return whether there is a small letter or a bracket right before `place`, or before the blank there."""
    cdef Py_UCS4 before
    if place and is_space(PyUnicode_READ(kind, data, place - 1)):
        place -= 1
    before = PyUnicode_READ(kind, data, place - 1) if place else u" "
    return is_lower(before) or before == u")"


cdef bint _opens_clause(str text, int kind, void* data, Py_ssize_t start, Py_ssize_t place, Py_ssize_t end, bint about):
    """Return whether the word at `place` opens sentences, or may be a name by what precedes it; `about` says that the heading begins with "About"."""
    cdef Py_ssize_t first, last = place + 1
    cdef Py_UCS4 before
    while last < end and _is_of_word(PyUnicode_READ(kind, data, last)):
        last += 1
    if text[place:last] in OPENERS:
        return True
    before = PyUnicode_READ(kind, data, place - 1) if place else u" "
    if last < end and PyUnicode_READ(kind, data, last) == u".":
        return False
    if last - place < SHORTEST_NAME or not (about or before == u")" or before == u"®" or before == u"™" or before.islower()):
        return False
    first = place
    while first > start and PyUnicode_READ(kind, data, first - 1) != u" ":
        first -= 1
    return not stands_again(text, first, place, last)


cdef int _find_seams(str text, int kind, void* data, Py_ssize_t start, Py_ssize_t end):
    """Return which seams and section names the text from `start` to `end` may hold, as bits."""
    cdef Py_ssize_t place, length = len(text)
    cdef Py_UCS4 character, before, following = PyUnicode_READ(kind, data, start) if start < end else u" "
    cdef int capitals = 0, signs = 0
    cdef bint about = start + 1 < end and following == u"A" and PyUnicode_READ(kind, data, start + 1) == u"b"
    for place in range(start, end - 1):
        character, following = following, PyUnicode_READ(kind, data, place + 1)
        if is_upper(character):
            capitals += 1
            before = PyUnicode_READ(kind, data, place - 1) if place > 0 else u" "
            if is_lower(following):
                if not signs & SEAM and (capitals >= 3 or is_lower(before) or is_decimal(before) or before in u"®™)?&:"):
                    signs |= SEAM * _opens_clause(text, kind, data, start, place, length, about)
                if capitals >= 4:
                    signs |= CAPITALS
                if reads(kind, data, place, end, b"Forward") or reads(kind, data, place, end, b"Safe"):
                    signs |= SECTION
            elif before == u")" or is_lower(before):
                if character == u"A" and is_space(following):
                    signs |= SEAM
                if is_upper(following):
                    signs |= BEFORE_CAPITALS
        else:
            capitals = 0
            if (character == u'"' or character == u"“") and is_upper(following) and _follows_word(kind, data, place):
                signs |= QUOTE
    return signs


cdef bint _is_spaced(str text, int kind, void* data, Py_ssize_t start, Py_ssize_t end):
    """Return whether a wide gap, or an opener and a small letter after two words, may end a title that no mark ends."""
    cdef Py_ssize_t place = start, word, count = 0, gap
    cdef Py_UCS4 first, last
    cdef bint opens = False
    while place < end:
        word = place
        first = PyUnicode_READ(kind, data, place)
        if opens and is_lower(first):
            return True
        if count and not (is_upper(first) or first == u"-" or first == u"&" or first in u"aofti" or count == -1):
            count = -1  # only a wide gap may end it from here on
        while place < end and not is_space(PyUnicode_READ(kind, data, place)):
            last = PyUnicode_READ(kind, data, place)
            if last in u".:!?,;":
                return False
            place += 1
        opens = count >= 2 and is_upper(first) and text[word:place] in _TITLE_OPENERS
        if count >= 0:
            count += 1
        gap = place
        while place < end and is_space(PyUnicode_READ(kind, data, place)):
            place += 1
        if place - gap >= 2 and place < end:
            return True
    return False


cdef bint _is_run_in(int kind, void* data, Py_ssize_t start, Py_ssize_t end) noexcept:
    """Return whether a mark or a dash may end a title that opens at `start`, with a sentence after it."""
    cdef Py_ssize_t place = start, last, words = 1, opened = 0
    cdef Py_UCS4 character
    if PyUnicode_READ(kind, data, place) == u'"' or PyUnicode_READ(kind, data, place) == u"“":
        place += 1
    if place >= end or not is_upper(PyUnicode_READ(kind, data, place)):
        return False
    place += 1
    last = min(end, place + LONGEST_TITLE_REACH + 2)
    while place < last:
        character = PyUnicode_READ(kind, data, place)
        if character == u"!" or character == u"?" or character == u"\r" or character == u"\n":
            return False
        if character == u"(":
            opened += 1
        elif character == u")":
            opened -= 1
        elif character == u".":
            return words <= LONGEST_TITLE and not opened and _opens_sentence(kind, data, place + 1, end)
        elif character == u":":
            return not opened and ((place + 1 < end and is_upper(PyUnicode_READ(kind, data, place + 1))) or _opens_sentence(kind, data, place + 1, end))
        if not is_space(PyUnicode_READ(kind, data, place - 1)):
            place += 1
            continue
        words += not is_space(character)
        if character == u"-" or character == u"–" or character == u"—":
            if character == u"-" and place + 1 < end and PyUnicode_READ(kind, data, place + 1) == u"-":
                place += 1
            if _opens_sentence(kind, data, place + 1, end):
                return True
        place += 1
    return False


cdef bint _opens_sentence(int kind, void* data, Py_ssize_t place, Py_ssize_t end) noexcept:
    """Return whether blanks begin at `place`, and a capital or an amount comes after them or after a quotation mark."""
    cdef Py_UCS4 character
    if place >= end or not is_space(PyUnicode_READ(kind, data, place)):
        return False
    while place < end and is_space(PyUnicode_READ(kind, data, place)):
        place += 1
    if place < end and (PyUnicode_READ(kind, data, place) == u'"' or PyUnicode_READ(kind, data, place) == u"“"):
        place += 1
    return place < end and (is_upper(PyUnicode_READ(kind, data, place)) or PyUnicode_READ(kind, data, place) == u"$")


def find_title_signs(str text not None, Py_ssize_t start, Py_ssize_t end):
    """Return which headings `text[start:end]` may open with, as bits; without any it opens with none.

    SEAM before a word, BEFORE_CAPITALS before one in capitals, CAPITALS before small letters and QUOTE before a quotation, to which a heading is glued;
    SECTION, a name of the legend; SPACED, a title that blanks or capitals end; RUN_IN, one that a mark or a dash ends; ABOUT, one that begins so;
    CREDIT, a bracket.
    """
    cdef int kind = PyUnicode_KIND(text), signs
    cdef void* data = PyUnicode_DATA(text)
    cdef Py_UCS4 first
    end = min(end, len(text))
    if start >= end:
        return 0
    first = PyUnicode_READ(kind, data, start)
    signs = _find_seams(text, kind, data, start, min(end, start + SEAM_REACH))
    if (is_upper(first) or is_decimal(first)) and _is_spaced(text, kind, data, start, min(end, start + SPACED_REACH)):
        signs |= SPACED
    if _is_run_in(kind, data, start, end):
        signs |= RUN_IN
    if reads(kind, data, start, end, b"About") or reads(kind, data, start, end, b"ABOUT"):
        signs |= ABOUT
    return signs | CREDIT if first == u"(" else signs


def find_opening_signs(str text not None, Py_ssize_t start, Py_ssize_t end):
    """Return what `find_title_signs` does where the sentence `text[start:end]` holds a bracket, one of LATER_TITLES or the sign of a seam, else 0."""
    cdef Py_UCS4 first
    if start + 1 >= min(end, len(text)):
        return 0
    first = text[start]
    if first == u"(" or (first in u"ACFNS" and text.startswith(LATER_TITLES, start)) or _has_seam_sign(text, start + 1, min(end, start + SEAM_REACH)):
        return find_title_signs(text, start, end)
    return 0
