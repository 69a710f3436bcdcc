# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True
"""Sums a unit, compiled: the weights of hashed columns; for the text encoder, rows of tables and products with weights.

In: single-precision arrays. Out: the same, added up in a fixed order, so that a unit's sums are the same bytes in any batch, in any thread and
on any machine. Runs without Python's lock.
"""

import numpy as np

from libc.stdint cimport int32_t, int64_t

cdef extern from "dense.h" nogil:
    ctypedef struct Term:
        const float *table
        const int64_t *rows
    ctypedef struct Product:
        const float *inputs
        const int64_t *rows
        const float *weights
        int width
    ctypedef struct Sum:
        Term *terms
        Product *products
        int term_count
        int product_count
        int outputs
        bint rectify
    void FETCH(const void *place)
    int find_way()
    void add_up(const Sum *sum, int64_t units, float *sums, int way)
    enum:
        MOST_TERMS
        MOST_PRODUCTS

cdef enum:
    RUNS = 3  # of columns of a unit: its words, its cue windows, its context
    LANES = 8  # classes, rounded up, so that a row of weights fills no more than one line of the cache
    AHEAD = 160  # columns before one is added up, that its weights are asked for: they come from far away. 30 µs a release with 24, 21 with 64, 14 from 160 on

WEIGHT_LANES = LANES
cdef int FASTEST = find_way()


def sum_rows(const int32_t[::1] columns not None, const int32_t[:, ::1] counts not None, const float[:, ::1] scales not None, const float[:, ::1] weights not None):
    """Return for each unit the weights of its columns, summed run by run, each run times its scale; float32, shape (units, WEIGHT_LANES)."""
    cdef Py_ssize_t units = counts.shape[0], unit, k, first = 0, last = columns.shape[0] - 1
    cdef int run, lane
    cdef float[LANES] total
    cdef float[LANES] part
    cdef const float *row
    cdef float[:, ::1] sums
    made = np.empty((units, LANES), np.float32)
    sums = made
    if weights.shape[1] != LANES:
        raise ValueError(f"weights have {weights.shape[1]} columns; expected {LANES}")
    if counts.shape[1] != RUNS or scales.shape[1] != RUNS or scales.shape[0] != units or np.sum(counts) != columns.shape[0]:
        raise ValueError(f"{columns.shape[0]} columns, {units} units and {scales.shape[0]} rows of scales do not belong together")
    with nogil:
        for unit in range(units):
            for lane in range(LANES):
                total[lane] = 0
            for run in range(RUNS):
                for lane in range(LANES):
                    part[lane] = 0
                for k in range(first, first + counts[unit, run]):
                    FETCH(&weights[columns[min(k + AHEAD, last)], 0])
                    row = &weights[columns[k], 0]
                    for lane in range(LANES):
                        part[lane] += row[lane]
                first += counts[unit, run]
                for lane in range(LANES):
                    total[lane] += part[lane] * scales[unit, run]
            for lane in range(LANES):
                sums[unit, lane] = total[lane]
    return made


def dense(int64_t units, terms, products, bint rectify, way=None):
    """Return sums for each unit, their parts added in the order given, no less than 0 with `rectify`; float32, shape (units, outputs).

    `terms` are pairs (table of shape (…, outputs), row of each unit). `products` are triples (inputs of shape (…, width), row of each unit, -1 for none, or
    None for its own; weights of shape (width, outputs)). Rows are int64, all else float32.
    """
    cdef Sum sum
    cdef const float[:, ::1] values
    cdef const float[:, ::1] weights
    cdef float[:, ::1] sums
    cdef int k, chosen = FASTEST if way is None else min(<int>way, FASTEST)
    if not terms:
        raise ValueError("no terms; expected one at least")
    if len(terms) > MOST_TERMS or len(products) > MOST_PRODUCTS:
        raise ValueError(f"{len(terms)} terms and {len(products)} products; expected at most {MOST_TERMS} and {MOST_PRODUCTS}")
    sum.term_count, sum.product_count, sum.rectify, sum.outputs = len(terms), len(products), rectify, terms[0][0].shape[1]
    for k, (table, rows) in enumerate(terms):
        values = table
        if values.shape[1] != sum.outputs:
            raise ValueError(f"a table of shape {table.shape}; expected {sum.outputs} columns")
        sum.terms[k] = Term(&values[0, 0], _point(rows, units, 0, values.shape[0]))
    for k, (inputs, rows, matrix) in enumerate(products):
        values, weights = inputs, matrix
        if weights.shape[0] != values.shape[1] or weights.shape[1] != sum.outputs:
            raise ValueError(f"inputs of width {values.shape[1]} for weights of shape {matrix.shape}; expected {sum.outputs} columns")
        sum.products[k] = Product(&values[0, 0], _point(rows, units, -1, values.shape[0]), &weights[0, 0], <int>weights.shape[0])
    made = np.empty((units, sum.outputs), np.float32)
    sums = made
    with nogil:
        add_up(&sum, units, &sums[0, 0], chosen)
    return made


cdef const int64_t *_point(rows, int64_t units, int64_t least, int64_t end) except? NULL:
    """Return a pointer to the row of each unit, NULL for None; raise ValueError unless there are as many as units, all from `least` to below `end`."""
    cdef const int64_t[::1] numbers
    cdef int64_t k
    if rows is None:
        if end < units:
            raise ValueError(f"{end} rows of inputs; expected {units}")
        return NULL
    numbers = rows
    if numbers.shape[0] != units:
        raise ValueError(f"{numbers.shape[0]} rows; expected {units}")
    for k in range(units):
        if not least <= numbers[k] < end:
            raise ValueError(f"row {numbers[k]} of a table of {end}")
    return &numbers[0]
