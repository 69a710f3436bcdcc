# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""Gaps: which blocks may belong together over the blank lines between them, in one pass over the blocks.

In: a text and its blocks. Out: indexes of blocks, a superset of those that joins.py joins to the one before, which a property test proves.
"""

from cpython.unicode cimport PyUnicode_DATA, PyUnicode_KIND, PyUnicode_READ

from forelook.segment.characters cimport is_space
from forelook.segment.words import function_words

cdef enum:
    LONGEST_LINK = 12  # characters of a word that links two lines, as in joins.py

cdef frozenset _LINKS = frozenset(function_words())


cdef bint _may_join(str text, int kind, void* data, Py_ssize_t start, Py_ssize_t end, Py_ssize_t following):
    """Return whether the block `text[start:end]` and the one that begins at `following` may belong together, by the characters and words around the gap."""
    cdef Py_UCS4 first = PyUnicode_READ(kind, data, following), last = PyUnicode_READ(kind, data, end - 1)
    cdef Py_ssize_t place = end
    if end - start == 1 or first in u'"“\x93' or first.islower() or last == u",":
        return True
    if last == u"." and (PyUnicode_READ(kind, data, end - 2) in u"hw" or (end - start > 2 and is_space(PyUnicode_READ(kind, data, end - 3)))):
        return True
    while place > start and end - place < LONGEST_LINK and not is_space(PyUnicode_READ(kind, data, place - 1)):
        place -= 1
    if end - place < LONGEST_LINK and text[place:end].lower() in _LINKS:
        return True
    place = following
    while place < len(text) and place - following < LONGEST_LINK and not is_space(PyUnicode_READ(kind, data, place)):
        place += 1
    return place - following < LONGEST_LINK and text[following:place].lower() in _LINKS


def find_joinable(str text not None, list blocks not None):
    """Return the indexes of the blocks that may belong together with the one before, which may itself belong to those before it."""
    cdef int kind = PyUnicode_KIND(text)
    cdef void* data = PyUnicode_DATA(text)
    cdef Py_ssize_t k, start = 0, first = 0, end = 0, following
    found = []
    for k in range(len(blocks)):
        following = blocks[k].start
        if k and (_may_join(text, kind, data, start, end, following) or (first < start and _may_join(text, kind, data, first, end, following))):
            found.append(k)
        else:
            first = following
        start, end = following, blocks[k].end
    return found
