# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True
"""What the classifier's second pass goes by, and its product with weights, compiled.

In: log-probabilities and probabilities of units, release after release. Out: a row a unit, and sums in a fixed order, the same on any machine
(how BLAS adds depends on the machine and its threads). Runs without Python's lock.
"""

import numpy as np

from libc.stdint cimport int64_t


def surround(
    const double[:, ::1] logs not None,
    const double[:, ::1] probabilities not None,
    const double[:, ::1] means not None,
    const int64_t[::1] sizes not None,
    const int64_t[::1] steps not None,
):
    """Return a row a unit: its log-probabilities about their mean, its probabilities, those of the units `steps` away, its release's means.

    Shape (units, classes * (steps + 3)). `sizes` are the units of each release; what lies beyond its edge is zero.
    """
    cdef Py_ssize_t classes = logs.shape[1], width = classes * (steps.shape[0] + 3), release, unit, other, first = 0, last, step, k
    cdef double mean
    cdef double[:, ::1] rows
    cdef double *row
    made = np.zeros((logs.shape[0], width))
    for release in range(sizes.shape[0]):
        first += sizes[release] if sizes[release] > 0 else 0
    if first != logs.shape[0] or probabilities.shape[0] != first or probabilities.shape[1] != classes or means.shape[0] != sizes.shape[0] or means.shape[1] != classes:
        raise ValueError(f"releases of {first} units, {probabilities.shape[0]} rows of probabilities, {means.shape[0]} of means; expected {logs.shape[0]} and {sizes.shape[0]}")
    first = 0
    rows = made
    with nogil:
        for release in range(sizes.shape[0]):
            last = first + (sizes[release] if sizes[release] > 0 else 0)
            for unit in range(first, last):
                row, mean = &rows[unit, 0], 0
                for k in range(classes):
                    mean += logs[unit, k]
                for k in range(classes):
                    row[k], row[classes + k] = logs[unit, k] - mean / classes, probabilities[unit, k]
                for step in range(steps.shape[0]):
                    other = unit + steps[step]
                    if first <= other < last:
                        for k in range(classes):
                            row[classes * (step + 2) + k] = probabilities[other, k]
                for k in range(classes):
                    row[width - classes + k] = means[release, k]
            first = last
    return made


def multiply(const double[:, ::1] inputs not None, const double[:, ::1] weights not None):
    """Return `inputs @ weights`, each sum in the order of the inputs."""
    cdef Py_ssize_t units = inputs.shape[0], outputs = weights.shape[1], unit, j, k
    cdef double value
    cdef double[:, ::1] sums
    cdef double *own
    cdef const double *row
    if weights.shape[0] != inputs.shape[1]:
        raise ValueError(f"inputs of width {inputs.shape[1]} for weights of shape {(weights.shape[0], outputs)}")
    made = np.zeros((units, outputs))
    sums = made
    with nogil:
        for unit in range(units):
            own = &sums[unit, 0]
            for j in range(weights.shape[0]):
                value, row = inputs[unit, j], &weights[j, 0]
                for k in range(outputs):
                    own[k] += value * row[k]
    return made
