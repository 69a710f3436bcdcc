# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""Again: whether a word, or a name of two words that meet without a blank, occurs elsewhere in the text around it.

In: a text and a place. Out: yes or no, as `str.find` would say, which a property test proves.
"""

from cpython.unicode cimport PyUnicode_DATA, PyUnicode_KIND

from forelook.segment.finding cimport find_letters

cdef enum:
    NAME_REACH = 3000  # characters before and after the place


cdef Py_ssize_t _find(str text, str word, Py_ssize_t start, Py_ssize_t end) noexcept:
    return find_letters(text, PyUnicode_KIND(word), PyUnicode_DATA(word), len(word), start, min(end, len(text)))


def stands(str text not None, Py_ssize_t place, str word not None):
    """Return whether a word occurs by itself, after a blank, somewhere around `place`."""
    cdef Py_ssize_t found = max(0, place - NAME_REACH), length = len(text), last
    cdef str sought = " " + word
    while word and (found := _find(text, sought, found, place + NAME_REACH)) >= 0:
        last = found + len(sought)
        if last >= length or not text[last].isalnum():
            return True
        found += 1
    return False


cpdef bint stands_again(str text, Py_ssize_t start, Py_ssize_t place, Py_ssize_t end) noexcept:
    """Return whether the two words `text[start:place]` and `text[place:end]` meet elsewhere around `place`, too, so that they make a name ("LinkedIn")."""
    cdef int kind = PyUnicode_KIND(text)
    cdef const void *name = <const char *>PyUnicode_DATA(text) + kind * start
    if start >= end or find_letters(text, kind, name, end - start, end, min(len(text), place + NAME_REACH)) >= 0:
        return True
    return find_letters(text, kind, name, end - start, max(0, place - NAME_REACH), start) >= 0
