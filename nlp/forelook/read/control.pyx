# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""Control characters in bytes, compiled: the C compiler vectorizes the loop to sixteen bytes at a time.

In: bytes. Out: how many of them are control characters that text does not contain.
"""


def count_control_bytes(bytes data):
    """Return the number of control characters, not counting NUL, tab, line ends, form feed, and the Ctrl-Z with which DOS ended files."""
    cdef const unsigned char *at = data
    cdef Py_ssize_t size = len(data), start = 0, stop, place, total = 0
    cdef unsigned char found
    while start < size:
        found = 0  # in a stretch so short that the count fits a byte
        stop = min(start + 255, size)
        for place in range(start, stop):
            found += (<unsigned char>(at[place] - 1) < 8) | ((<unsigned char>(at[place] - 14) < 18) & (at[place] != 26))
        total += found
        start = stop
    return total
