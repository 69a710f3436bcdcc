# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True
"""Repeats: units that read like an earlier one, of which a network need read only the first.

In: the pieces of the units of a batch. Out: those of the units that differ, and which of them each unit reads like. Legends, boilerplate and
headings recur in the releases of one company. Runs without Python's lock.
"""

import numpy as np

from libc.stdint cimport int32_t, int64_t, uint8_t, uint16_t, uint64_t
from libc.string cimport memcmp, memcpy

cdef uint64_t START = 0xCBF29CE484222325, PRIME = 0x100000001B3  # FNV-1a, over pieces and shapes


cdef inline uint64_t _hash(const uint16_t *pieces, const uint8_t *shapes, Py_ssize_t count) noexcept nogil:
    cdef uint64_t code = START
    cdef Py_ssize_t k
    for k in range(count):
        code = (code ^ (<uint64_t>pieces[k] | <uint64_t>shapes[k] << 16)) * PRIME
    return code ^ code >> 32


def drop_repeats(const uint16_t[::1] pieces not None, const uint8_t[::1] shapes not None, const int32_t[::1] counts not None):
    """Return the pieces (uint16), shapes (uint8) and counts (int32) of the units that differ, in order, and for each unit which of these it reads like (int64).

    `counts` says how many of the pieces and shapes each unit has; ValueError where that is not all of them.
    """
    cdef Py_ssize_t units = counts.shape[0], unit, slot, place = 0, kept = 0, first, size, last = 2
    if np.sum(counts, dtype=np.int64) != pieces.shape[0] or shapes.shape[0] != pieces.shape[0] or np.any(np.less(counts, 0)):
        raise ValueError(f"{pieces.shape[0]} pieces, {shapes.shape[0]} shapes; expected as many as the units have, {np.sum(counts, dtype=np.int64)}")
    while last < 2 * units:
        last *= 2
    own_pieces, own_shapes, own_counts = np.empty(len(pieces), np.uint16), np.empty(len(pieces), np.uint8), np.empty(units, np.int32)
    numbers, firsts, table = np.empty(units, np.int64), np.empty(units + 1, np.int64), np.full(last, -1, np.int32)
    cdef uint16_t[::1] out = own_pieces
    cdef uint8_t[::1] forms = own_shapes
    cdef int32_t[::1] found = own_counts
    cdef int32_t[::1] slots = table  # of a hash table, half of them taken at most: the numbers of units that differ, -1 in a free one
    cdef int64_t[::1] number = numbers
    cdef int64_t[::1] starts = firsts  # of the units that differ, where their pieces are in `out`
    starts[0], last = 0, last - 1
    with nogil:
        for unit in range(units):
            size = counts[unit]
            slot = <Py_ssize_t>(_hash(&pieces[place], &shapes[place], size) & <uint64_t>last)
            while slots[slot] >= 0:
                first = starts[slots[slot]]
                if found[slots[slot]] == size and not memcmp(&forms[first], &shapes[place], size) and not memcmp(&out[first], &pieces[place], 2 * size):
                    break
                slot = (slot + 1) & last
            if slots[slot] < 0:
                slots[slot], found[kept], first = <int32_t>kept, <int32_t>size, starts[kept]
                memcpy(&out[first], &pieces[place], 2 * size)
                memcpy(&forms[first], &shapes[place], size)
                starts[kept + 1] = first + size
                kept += 1
            number[unit] = slots[slot]
            place += size
    return own_pieces[: starts[kept]], own_shapes[: starts[kept]], own_counts[:kept], numbers
