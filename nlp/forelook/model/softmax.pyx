# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True
"""Softmax over rows of a few classes, compiled around NumPy's exponentials and logarithms: for rows as short as these, NumPy's sums and maxima cost more.

In: scores, one row per unit. Out: probabilities or their logarithms. Sums are added up in the order of the classes, the same in any batch.
"""

import numpy as np


def log_softmax(logits not None):
    """Return the log-softmax of scores; both of shape (rows, classes), float64."""
    shifted = _shift(np.ascontiguousarray(logits, np.float64))
    cdef double[:, ::1] rows = shifted
    cdef const double[::1] logs = np.log(_add_up(np.exp(shifted)))
    cdef Py_ssize_t row, k
    with nogil:
        for row in range(rows.shape[0]):
            for k in range(rows.shape[1]):
                rows[row, k] -= logs[row]
    return shifted


def softmax(logits not None):
    """Return the softmax of scores; both of shape (rows, classes), float64."""
    powers = np.exp(_shift(np.ascontiguousarray(logits, np.float64)))
    cdef double[:, ::1] rows = powers
    cdef const double[::1] sums = _add_up(powers)
    cdef Py_ssize_t row, k
    with nogil:
        for row in range(rows.shape[0]):
            for k in range(rows.shape[1]):
                rows[row, k] /= sums[row]
    return powers


cdef _shift(const double[:, ::1] logits):
    """Return rows less their largest value, so that no exponential is too large."""
    cdef Py_ssize_t row, k
    cdef double most
    cdef double[:, ::1] shifted
    made = np.empty((logits.shape[0], logits.shape[1]))
    shifted = made
    with nogil:
        for row in range(logits.shape[0]):
            most = logits[row, 0]
            for k in range(1, logits.shape[1]):
                most = max(most, logits[row, k])
            for k in range(logits.shape[1]):
                shifted[row, k] = logits[row, k] - most
    return made


cdef _add_up(const double[:, ::1] values):
    cdef Py_ssize_t row, k
    cdef double total
    cdef double[::1] sums
    made = np.empty(values.shape[0])
    sums = made
    with nogil:
        for row in range(values.shape[0]):
            total = 0
            for k in range(values.shape[1]):
                total += values[row, k]
            sums[row] = total
    return made
