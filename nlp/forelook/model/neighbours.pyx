# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True
"""Neighbours: the inputs of the classifier's second pass, and their product with its weights; compiled.

In: log-probabilities and probabilities of units, release after release. Out: one row per unit, and sums in a fixed order, the same on every machine
(the order in which BLAS adds depends on the machine and its threads). Runs without Python's lock.
"""

import numpy as np

from libc.stdint cimport int64_t, uint8_t
from libc.string cimport memcpy

cdef enum:
    LANES = 8  # sums that are computed in parallel


cdef inline void _put(double *row, const double *probabilities, Py_ssize_t unit, Py_ssize_t classes) noexcept nogil:
    """Copy the probabilities of a unit to `row`; of -1, none."""
    if unit >= 0:
        memcpy(row, probabilities + unit * classes, classes * sizeof(double))


cdef inline void _put_own(double *row, const double *logs, const double *probabilities, Py_ssize_t classes) noexcept nogil:
    """Write a unit's log-probabilities less their mean, and its probabilities, to `row`."""
    cdef double mean = 0
    cdef Py_ssize_t k
    for k in range(classes):
        mean += logs[k]
    for k in range(classes):
        row[k], row[classes + k] = logs[k] - mean / classes, probabilities[k]


cdef _check_sizes(
    const double[:, ::1] logs, const double[:, ::1] probabilities, const double[:, ::1] means, const uint8_t[::1] kinds, const int64_t[::1] sizes
):
    """Raise ValueError unless every unit has its rows and kind, every release its means, and all have the same classes."""
    cdef Py_ssize_t units = logs.shape[0], classes = logs.shape[1], counted = 0, release
    for release in range(sizes.shape[0]):
        if sizes[release] < 0:
            raise ValueError(f"a release of {sizes[release]} units; expected 0 or more")
        counted += sizes[release]
    if counted != units or probabilities.shape[0] != units or kinds.shape[0] != units or means.shape[0] != sizes.shape[0]:
        found = f"{counted} units, {probabilities.shape[0]} rows of probabilities, {kinds.shape[0]} kinds, {means.shape[0]} means"
        raise ValueError(f"releases of {found}; expected {units} and {sizes.shape[0]}")
    if probabilities.shape[1] != classes or means.shape[1] != classes:
        raise ValueError(f"probabilities of {probabilities.shape[1]} classes, means of {means.shape[1]}; expected {classes}")


def surround(
    const double[:, ::1] logs not None, const double[:, ::1] probabilities not None, const double[:, ::1] means not None,
    const uint8_t[::1] kinds not None, const int64_t[::1] sizes not None, const int64_t[::1] steps not None,
    uint8_t heading, uint8_t title, uint8_t list_item,
):
    """Return one row per unit: log-probabilities less their mean; probabilities of it, of units `steps` away, of what introduces it; its release's means.

    What introduces a unit has three blocks of columns: for a list item its lead-in (the last unit before the list) and the last heading or title; for any
    other unit but headings and titles, the last heading or title. Shape (units, classes * (steps + 6)). `sizes` counts the units of each release; `kinds` has
    their kinds, with the last three arguments as the codes of three of these. What does not exist, or lies in another release, is zero.
    """
    cdef Py_ssize_t classes = logs.shape[1], width = classes * (steps.shape[0] + 6), release, unit, other, lead_in, section, first = 0, last, step
    cdef const double *all_probabilities
    cdef double[:, ::1] rows
    cdef double *row
    _check_sizes(logs, probabilities, means, kinds, sizes)
    made = np.zeros((logs.shape[0], width))
    rows, all_probabilities = made, &probabilities[0, 0]
    with nogil:
        for release in range(sizes.shape[0]):
            last, lead_in, section = first + sizes[release], -1, -1
            for unit in range(first, last):
                row = &rows[unit, 0]
                _put_own(row, &logs[unit, 0], &probabilities[unit, 0], classes)
                for step in range(steps.shape[0]):
                    other = unit + steps[step]
                    _put(row + classes * (step + 2), all_probabilities, other if first <= other < last else -1, classes)
                _put(row + width - classes, &means[release, 0], 0, classes)
                row += width - 4 * classes
                if kinds[unit] == list_item:
                    _put(row, all_probabilities, lead_in, classes)
                    _put(row + classes, all_probabilities, section, classes)
                    continue
                lead_in = unit
                if kinds[unit] == heading or kinds[unit] == title:
                    section = unit
                else:
                    _put(row + 2 * classes, all_probabilities, section, classes)
            first = last
    return made


def multiply(const double[:, ::1] inputs not None, const double[:, ::1] weights not None):
    """Return `inputs @ weights`, each sum in the order of the inputs; there may be LANES outputs at most."""
    cdef Py_ssize_t units = inputs.shape[0], outputs = weights.shape[1], unit, j, k
    cdef double value
    cdef double[LANES] own
    cdef double[:, ::1] sums, lanes
    cdef const double *row
    if weights.shape[0] != inputs.shape[1] or outputs > LANES:
        shape = (weights.shape[0], outputs)
        raise ValueError(f"inputs of width {inputs.shape[1]} for weights of shape {shape}; expected as many rows, {LANES} columns at most")
    made, padded = np.zeros((units, outputs)), np.zeros((weights.shape[0], LANES))
    padded[:, :outputs] = weights
    sums, lanes = made, padded
    with nogil:
        for unit in range(units):
            for k in range(LANES):
                own[k] = 0
            for j in range(inputs.shape[1]):
                value, row = inputs[unit, j], &lanes[j, 0]
                for k in range(LANES):
                    own[k] += value * row[k]
            for k in range(outputs):
                sums[unit, k] = own[k]
    return made
