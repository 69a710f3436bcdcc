# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True
"""The part of the text encoder that reads pieces, compiled: pieces of units in, a vector a unit out.

Word vectors, convolutions over windows of pieces, the maximum and gated means over a unit are computed in whole numbers, so that a
unit's vector is the same bytes in any batch, in any thread and on any machine. Calls share nothing but the weights, and run without Python's lock.
"""

import numpy as np

from libc.stdint cimport int8_t, int16_t, int32_t, uint8_t, uint16_t
from libc.stdlib cimport calloc, free, malloc
from libc.string cimport memset

from forelook.features.points import BIAS_FACTOR, pack

cdef extern from "convolve.h" nogil:
    ctypedef struct Layer:
        const int16_t *weights
        const int32_t *start
        const int32_t *shift
        int inputs
        int channels
        int most
    ctypedef struct Pool:
        const int16_t *weights
        const int16_t *eights
        const int32_t *bias
        const int32_t *shift
        const float *scale
        int heads
        int channels
        int most
    int find_way()
    void look_up(const int8_t *words, const int8_t *shapes, int width, const uint16_t *pieces, const uint8_t *forms, int count, int16_t *out, int way)
    void convolve(const Layer *layer, const int16_t *inputs, int16_t *out, const int32_t *places, int tiles, int16_t *values, int way)
    void pool_rows "pool"(const Pool *pool, const int16_t *rows, int count, int16_t *most, int32_t *sums, float *out, int way)
    enum:
        BLOCK
        WINDOW
        EDGE
        TILE
        POINTS
        TILES_AT_ONCE
        FINEST

cdef enum:
    MOST_LAYERS = 4
    MOST_HEADS = 16
    MOST_CHANNELS = 512
    LARGEST = 2047  # of an activation: 11 bits, so that sums over windows, and gated sums over a unit, stay below 2**31
    LARGEST_GATE = 4096
    ROOM = 96  # tiles of the units that are read together

MOST_VALUE = LARGEST
MOST_GATE = LARGEST_GATE
cdef int FASTEST = find_way()
WAYS = tuple(range(FASTEST + 1))  # of computing, that the machine can go; all to the same result, the last one fastest


cdef struct Work:  # of one call: rows below and above a layer, and its tiles
    int16_t *rows
    int16_t *values
    int32_t[ROOM] places
    int tiles


cdef class Convolutions:
    """The part of the network that reads pieces.

    Takes word vectors (int8, shape (pieces, width)), vectors of shapes, and for each layer weights (int8, shape (channels, window, channels below)), bias
    and shift (int32); weights (int8, shape (heads, channels)), bias and shift of the gates; the scale of each channel; and the most pieces of a unit.
    """

    cdef const int8_t[:, ::1] _words
    cdef const int8_t[:, ::1] _shapes
    cdef list _kept
    cdef Layer[MOST_LAYERS] _layers
    cdef int _count, _limit, _widest, _most_inputs
    cdef Pool _pool

    def __init__(self, words, shapes, layers, gates, gate_bias, gate_shift, scale, int limit):
        cdef const int16_t[::1] packed
        cdef const int16_t[::1] eights
        cdef const int32_t[::1] bias
        cdef const int32_t[::1] shift
        cdef const float[::1] scales
        _check(words, shapes, layers, gates, gate_bias, gate_shift, scale)
        if not 0 < limit <= TILE * ROOM:
            raise ValueError(f"at most {limit} pieces a unit; expected 1 to {TILE * ROOM}")
        scales = np.ascontiguousarray(scale, np.float32)
        self._words, self._shapes = np.ascontiguousarray(words), np.ascontiguousarray(shapes)
        self._limit, self._count = limit, len(layers)
        self._most_inputs = max(weights.shape[2] for weights, _, _ in layers)
        self._widest = max(words.shape[1], *(len(weights) for weights, _, _ in layers))
        kept = []
        for number, (weights, own_bias, own_shift) in enumerate(layers):
            packed, bias = pack(weights, BLOCK), (own_bias.astype(np.int64) * BIAS_FACTOR).astype(np.int32)
            shift = np.minimum(own_shift.astype(np.int32) + FINEST, 31)
            kept.append((packed, bias, shift))
            self._layers[number] = Layer(&packed[0], &bias[0], &shift[0], weights.shape[2], weights.shape[0], LARGEST)
        packed, bias, shift = np.array(gates, np.int16).ravel(), np.ascontiguousarray(gate_bias, np.int32), np.ascontiguousarray(gate_shift, np.int32)
        eights = np.ascontiguousarray(gates.reshape(len(gates), -1, 8).transpose(1, 0, 2), np.int16).ravel()
        self._pool = Pool(&packed[0], &eights[0], &bias[0], &shift[0], &scales[0], gates.shape[0], gates.shape[1], LARGEST_GATE)
        self._kept = [*kept, (packed, eights, bias, shift, scales)]

    def pool(self, const uint16_t[::1] pieces not None, const uint8_t[::1] shapes not None, const int32_t[::1] counts not None, way=None):
        """Return the maximum and the gated means of every unit's pieces; float32, shape (units, 2 * channels), zeros for a unit without pieces.

        `way` is one of WAYS, the fastest where it is None.
        """
        cdef Py_ssize_t units = counts.shape[0], unit, first = 0, last = 0, place = 0
        cdef int channels = self._pool.channels
        cdef float[:, ::1] out
        cdef int chosen = FASTEST if way is None else min(<int>way, FASTEST)
        cdef Work work
        made = np.empty((units, 2 * channels), np.float32)
        out = made
        for unit in range(units):
            if counts[unit] < 0 or counts[unit] > self._limit:
                raise ValueError(f"a unit of {counts[unit]} pieces; expected at most {self._limit}")
            place += counts[unit]
        if place > pieces.shape[0] or place > shapes.shape[0]:
            raise ValueError(f"{pieces.shape[0]} pieces; the units have {place}")
        for unit in range(place):
            if pieces[unit] >= self._words.shape[0] or shapes[unit] >= self._shapes.shape[0]:
                raise ValueError(f"piece {pieces[unit]} of shape {shapes[unit]}; the vocabulary ends at {self._words.shape[0]}, shapes at {self._shapes.shape[0]}")
        work.rows = <int16_t *>malloc(2 * ROOM * (TILE + 2 * EDGE) * self._widest * sizeof(int16_t))
        work.values = <int16_t *>calloc((ROOM + TILES_AT_ONCE) * POINTS * self._most_inputs, sizeof(int16_t))  # those after the last tile are multiplied, too
        try:
            if not work.rows or not work.values:
                raise MemoryError
            with nogil:
                place = 0
                while first < units:
                    last = _take(counts, first, &work)
                    self._read(&pieces[place], &shapes[place], &counts[first], <int>(last - first), &work, &out[first, 0], chosen)
                    for unit in range(first, last):
                        place += counts[unit]
                    first = last
        finally:
            free(work.rows)
            free(work.values)
        return made

    cdef void _read(self, const uint16_t *pieces, const uint8_t *shapes, const int32_t *counts, int units, Work *work, float *out, int way) noexcept nogil:
        """Fill `out` from the pieces of some units."""
        cdef int channels = <int>self._words.shape[1], unit, k
        cdef int16_t *rows = work.rows
        cdef int16_t *others = rows + ROOM * (TILE + 2 * EDGE) * self._widest
        cdef int16_t *row = rows
        cdef int16_t[MOST_CHANNELS] most
        cdef int32_t[MOST_CHANNELS] sums
        for unit in range(units):
            row += EDGE * channels
            look_up(&self._words[0, 0], &self._shapes[0, 0], channels, pieces, shapes, counts[unit], row, way)
            pieces, shapes = pieces + counts[unit], shapes + counts[unit]
            row += (_rows_of(counts[unit]) - EDGE) * channels
        for k in range(self._count):
            channels = self._layers[k].inputs
            _clear_edges(rows, counts, units, channels)
            convolve(&self._layers[k], rows, others, work.places, work.tiles, work.values, way)
            rows, others = others, rows
        channels = self._pool.channels
        for unit in range(units):
            if counts[unit]:
                pool_rows(&self._pool, rows + EDGE * channels, counts[unit], most, sums, out + 2 * unit * channels, way)
                rows += _rows_of(counts[unit]) * channels
            else:
                memset(out + 2 * unit * channels, 0, 2 * channels * sizeof(float))


cdef int _rows_of(int count) noexcept nogil:
    """Return how many rows a unit of so many pieces takes, with those of zeros around it."""
    return (count + TILE - 1) // TILE * TILE + 2 * EDGE if count else 0


cdef Py_ssize_t _take(const int32_t[::1] counts, Py_ssize_t first, Work *work) noexcept nogil:
    """Place the tiles of as many units from `first` on as there is room for; return the unit after them."""
    cdef int row = 0, k, tiles
    work.tiles = 0
    while first < counts.shape[0]:
        tiles = (counts[first] + TILE - 1) // TILE
        if work.tiles + tiles > ROOM:
            break
        for k in range(tiles):
            work.places[work.tiles + k] = row + k * TILE
        work.tiles += tiles
        row += _rows_of(counts[first])
        first += 1
    return first


cdef void _clear_edges(int16_t *rows, const int32_t *counts, int units, int channels) noexcept nogil:
    """Put zeros into the rows before and after the pieces of each unit."""
    cdef int unit
    for unit in range(units):
        if counts[unit]:
            memset(rows, 0, EDGE * channels * sizeof(int16_t))
            memset(rows + (EDGE + counts[unit]) * channels, 0, (_rows_of(counts[unit]) - EDGE - counts[unit]) * channels * sizeof(int16_t))
            rows += _rows_of(counts[unit]) * channels


def _check(words, shapes, layers, gates, gate_bias, gate_shift, scale):
    """Raise ValueError unless all sizes fit together: the loops rely on it."""
    arrays = [(words, 2), (shapes, 2), (gates, 2), (gate_bias, 1), (gate_shift, 1), (scale, 1)]
    arrays += [(array, 3 - 2 * (place > 0)) for layer in layers for place, array in enumerate(layer)]
    if not layers or any(array.ndim != number for array, number in arrays):
        raise ValueError("no layers, or arrays of other dimensions than the text encoder's")
    if any(((shift < 0) | (shift > 31)).any() for shift in (gate_shift, *(layer[2] for layer in layers))):
        raise ValueError("a shift that is not between 0 and 31")
    below = words.shape[1]
    if shapes.shape[1] != below or len(words) == 0 or below > MOST_CHANNELS:
        raise ValueError(f"{len(words)} word vectors of width {below}, at most {MOST_CHANNELS}; shapes of width {shapes.shape[1]}")
    for weights, bias, shift in layers:
        channels, window = weights.shape[:2]
        if channels % BLOCK or not 0 < channels <= MOST_CHANNELS or weights.shape[2] != below or window % 2 == 0 or window > WINDOW or below % 2:
            raise ValueError(f"a layer of shape {weights.shape} over {below} channels; expected a multiple of {BLOCK} channels, at most {MOST_CHANNELS}, and an odd window, at most {WINDOW}")
        if len(bias) != channels or len(shift) != channels:
            raise ValueError(f"{len(bias)} biases and {len(shift)} shifts; expected {channels}")
        if (LARGEST * np.abs(weights.astype(np.int64)).sum(axis=(1, 2)) + np.abs(bias.astype(np.int64))).max() >= 1 << (31 - FINEST):
            raise ValueError("weights whose sums do not fit in the bits that there are for them")
        below = channels
    heads = gates.shape[0]
    if len(layers) > MOST_LAYERS or not 0 < heads <= MOST_HEADS or below % heads or gates.shape[1] != below or len(scale) != below or not len(gate_bias) == len(gate_shift) == heads:
        raise ValueError(f"{len(layers)} layers, gates of shape {gates.shape}, {len(scale)} scales; expected at most {MOST_LAYERS} layers and {below} channels")
