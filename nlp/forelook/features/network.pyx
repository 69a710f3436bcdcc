# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False, cdivision=True
"""The text encoder's network, compiled: pieces of units in, a vector a unit out, then class scores.

Word vectors, convolutions over windows of pieces, the maximum and gated means over a unit are computed in whole numbers; the
few sums a unit that follow, in single precision and a fixed order. So a unit's scores are the same bytes in any batch, in any thread and
on any machine. Calls share nothing but the weights, and run without Python's lock.
"""

import numpy as np

from libc.stdint cimport int16_t, int32_t, int64_t, uint8_t, uint16_t
from libc.stdlib cimport calloc, free
from libc.string cimport memset

cdef extern from "convolve.h" nogil:
    ctypedef struct Layer:
        const int16_t *weights
        const int32_t *bias
        const int32_t *shift
        int inputs
        int stride
        int channels
        int most
    ctypedef struct Pool:
        const int16_t *weights
        const int32_t *bias
        const int32_t *shift
        const float *scale
        int heads
        int channels
        int most
    ctypedef struct Lookup:
        const int32_t *words
        const int32_t *shapes
        const int32_t *bias
        const int32_t *shift
        int window
        int channels
        int most
    int find_way()
    void look_up(const Lookup *lookup, const uint16_t *pieces, const uint8_t *shapes, int16_t *out, int tokens, int way)
    void convolve(const Layer *layer, const int16_t *inputs, int16_t *out, int tokens, int way)
    void pool_rows "pool"(const Pool *pool, const int16_t *rows, int count, int16_t *most, int32_t *sums, float *out, int way)
    void add_up "dense"(const float *inputs, int units, int width, const float *weights, int outputs, float *sums, int way)
    enum:
        BLOCK
        TOKENS_AT_ONCE

cdef enum:
    MOST_LAYERS = 4
    MOST_HEADS = 16
    MOST_CHANNELS = 512
    LARGEST = 2047  # of an activation: 11 bits, so that sums over windows, and gated sums over a unit, stay below 2**31
    LARGEST_GATE = 4096
    LONGEST_WINDOW = 15
    CACHE_LINE = 64  # bytes
    WIDEST_VECTOR = 1024  # 2**24 / 2**7 / 2**7: what single precision holds of whole numbers

CHANNEL_BLOCK = BLOCK
MOST_VALUE = LARGEST
MOST_GATE = LARGEST_GATE
cdef int FASTEST = find_way()
WAYS = tuple(range(FASTEST + 1))  # of computing, that the machine can go; all to the same result, the last one fastest


cdef class Convolutions:
    """The part of the network that reads pieces.

    Takes word vectors (int8, shape (pieces, width)), vectors of shapes, and for each layer weights (int8, shape (channels, window, channels below)), bias
    and shift (int32); weights (int8, shape (heads, channels)), bias and shift of the gates; the scale of each channel; and the most pieces of a unit.
    """

    cdef list _kept
    cdef Lookup _first
    cdef Layer[MOST_LAYERS] _layers
    cdef int _pieces, _forms, _count, _limit, _widest
    cdef Pool _pool

    def __init__(self, words, shapes, layers, gates, gate_bias, gate_shift, scale, int limit):
        cdef const int16_t[::1] packed
        cdef const int32_t[::1] told
        cdef const int32_t[::1] formed
        cdef const int32_t[::1] bias
        cdef const int32_t[::1] shift
        cdef const float[::1] scales
        _check(words, shapes, layers, gates, gate_bias, gate_shift, scale)
        scales = np.ascontiguousarray(scale, np.float32)
        self._pieces, self._forms, self._limit, self._count = len(words), len(shapes), limit, len(layers) - 1
        self._widest = max(len(weights) for weights, _, _ in layers)
        weights, own_bias, own_shift = layers[0]
        told, formed = _tell(words, weights), _tell(shapes, weights)
        bias, shift = np.ascontiguousarray(own_bias, np.int32), np.ascontiguousarray(own_shift, np.int32)
        kept = [(told, formed, bias, shift)]
        self._first = Lookup(&told[0], &formed[0], &bias[0], &shift[0], weights.shape[1], weights.shape[0], LARGEST)
        for number, (weights, own_bias, own_shift) in enumerate(layers[1:]):
            packed, bias, shift = _pack(weights), np.ascontiguousarray(own_bias, np.int32), np.ascontiguousarray(own_shift, np.int32)
            kept.append((packed, bias, shift))
            self._layers[number] = Layer(&packed[0], &bias[0], &shift[0], weights.shape[1] * weights.shape[2], weights.shape[2], weights.shape[0], LARGEST)
        packed, bias, shift = np.array(gates, np.int16).ravel(), np.ascontiguousarray(gate_bias, np.int32), np.ascontiguousarray(gate_shift, np.int32)
        self._pool = Pool(&packed[0], &bias[0], &shift[0], &scales[0], gates.shape[0], gates.shape[1], LARGEST_GATE)
        self._kept = [*kept, (packed, bias, shift, scales)]

    def pool(self, const uint16_t[::1] pieces not None, const uint8_t[::1] shapes not None, const int32_t[::1] counts not None, way=None):
        """Return the maximum and the gated means of every unit's pieces; float32, shape (units, 2 * channels), zeros for a unit without pieces.

        `way` is one of WAYS, the fastest where it is None.
        """
        cdef Py_ssize_t units = counts.shape[0], unit, first = 0
        cdef int channels = self._pool.channels, room = (self._limit + LONGEST_WINDOW + TOKENS_AT_ONCE) * self._widest
        cdef float[:, ::1] out
        cdef int chosen = FASTEST if way is None else min(<int>way, FASTEST)
        cdef int16_t *one
        cdef int16_t *other
        made = np.zeros((units, 2 * channels), np.float32)
        out = made
        for unit in range(units):
            if counts[unit] < 0 or counts[unit] > self._limit:
                raise ValueError(f"a unit of {counts[unit]} pieces; expected at most {self._limit}")
            first += counts[unit]
        if first > pieces.shape[0] or first > shapes.shape[0]:
            raise ValueError(f"{pieces.shape[0]} pieces; the units have {first}")
        for unit in range(first):
            if pieces[unit] >= self._pieces or shapes[unit] >= self._forms:
                raise ValueError(f"piece {pieces[unit]} of shape {shapes[unit]}; the vocabulary ends at {self._pieces}, shapes at {self._forms}")
        one = <int16_t *>calloc(room, sizeof(int16_t))
        other = <int16_t *>calloc(room, sizeof(int16_t))
        try:
            if not one or not other:
                raise MemoryError
            with nogil:
                first = 0
                for unit in range(units):
                    if counts[unit]:
                        self._read(&pieces[first], &shapes[first], counts[unit], one, other, &out[unit, 0], chosen)
                    first += counts[unit]
        finally:
            free(one)
            free(other)
        return made

    cdef void _read(self, const uint16_t *pieces, const uint8_t *shapes, int count, int16_t *one, int16_t *other, float *out, int way) noexcept nogil:
        """Fill `out` from the pieces of one unit; `one` and `other` are room for the tokens of a layer and half a window of zeros on either side."""
        cdef int channels = self._first.channels, edge = 0, k
        cdef int16_t *swapped
        cdef int16_t[MOST_CHANNELS] most
        cdef int32_t[MOST_CHANNELS] sums
        if self._count:
            edge = _edge(&self._layers[0])
            _clear_edges(one, edge, count, channels)
        look_up(&self._first, pieces, shapes, one + edge * channels, count, way)
        for k in range(self._count):
            channels, edge = self._layers[k].channels, 0
            if k + 1 < self._count:
                edge = _edge(&self._layers[k + 1])
                _clear_edges(other, edge, count, channels)
            convolve(&self._layers[k], one, other + edge * channels, count, way)
            swapped = one
            one = other
            other = swapped
        pool_rows(&self._pool, one + edge * channels, count, most, sums, out, way)


def dense(const float[:, ::1] inputs not None, const float[:, ::1] weights not None, const float[:, ::1] start not None, bint rectify, way=None):
    """Return `start + inputs @ weights`, no less than 0 with `rectify`, each sum in the order of the inputs; float32, shape (units, outputs)."""
    cdef Py_ssize_t units = inputs.shape[0], width = inputs.shape[1], outputs = weights.shape[1], k
    cdef float[:, ::1] sums
    cdef float *values
    cdef int chosen = FASTEST if way is None else min(<int>way, FASTEST)
    if weights.shape[0] != width or start.shape[0] != units or start.shape[1] != outputs:
        raise ValueError(f"inputs of width {width} for weights of shape {(weights.shape[0], outputs)} and a start of shape {(start.shape[0], start.shape[1])}")
    made = np.array(start, np.float32)
    sums = made
    values = &sums[0, 0]
    with nogil:
        add_up(&inputs[0, 0], <int>units, <int>width, &weights[0, 0], <int>outputs, values, chosen)
        if rectify:
            for k in range(units * outputs):
                values[k] = values[k] if values[k] > 0 else 0
    return made


cdef int _edge(const Layer *layer) noexcept nogil:
    """Return how many rows of zeros a layer wants before the first token, and after the last."""
    return layer.inputs // layer.stride // 2


cdef void _clear_edges(int16_t *rows, int edge, int count, int channels) noexcept nogil:
    memset(rows, 0, edge * channels * sizeof(int16_t))
    memset(rows + (edge + count) * channels, 0, edge * channels * sizeof(int16_t))


def _tell(vectors, weights):
    """Return what each vector adds to the sums of the first layer at every place of the window; shape (vectors * window * channels).

    Single precision holds these whole numbers exactly: `_check` bounds them.
    """
    window = weights.transpose(2, 1, 0).reshape(weights.shape[2], -1).astype(np.float32)
    return _align((np.asarray(vectors, np.float32) @ window).astype(np.int32))


def _pack(weights):
    """Return the weights of a layer as `convolve` reads them: blocks of channels, in them pairs of inputs."""
    channels, inputs = weights.shape[0], weights.shape[1] * weights.shape[2]
    blocks = np.asarray(weights, np.int16).reshape(channels // BLOCK, BLOCK, inputs // 2, 2)
    return _align(blocks.transpose(0, 2, 1, 3))


def _align(array):
    """Return the values of an array in a row of its own that begins with a line of the cache."""
    room = np.empty(array.size + CACHE_LINE // array.itemsize, array.dtype)
    first = -room.ctypes.data % CACHE_LINE // array.itemsize
    made = room[first : first + array.size]
    made[:] = array.ravel()
    return made


def _check(words, shapes, layers, gates, gate_bias, gate_shift, scale):
    """Raise ValueError unless all sizes fit together: the loops rely on it."""
    arrays = [(words, 2), (shapes, 2), (gates, 2), (gate_bias, 1), (gate_shift, 1), (scale, 1)]
    arrays += [(array, 3 - 2 * (place > 0)) for layer in layers for place, array in enumerate(layer)]
    if not layers or any(array.ndim != number for array, number in arrays):
        raise ValueError("no layers, or arrays of other dimensions than the text encoder's")
    if any(((shift < 0) | (shift > 31)).any() for shift in (gate_shift, *(layer[2] for layer in layers))):
        raise ValueError("a shift that is not between 0 and 31")
    below = words.shape[1]
    if shapes.shape[1] != below or len(words) == 0 or below > WIDEST_VECTOR:
        raise ValueError(f"{len(words)} word vectors of width {below}, at most {WIDEST_VECTOR}; shapes of width {shapes.shape[1]}")
    for weights, bias, shift in layers:
        channels, window = weights.shape[:2]
        if channels % BLOCK or not 0 < channels <= MOST_CHANNELS or weights.shape[2] != below or window % 2 == 0 or window > LONGEST_WINDOW or below % 2:
            raise ValueError(f"a layer of shape {weights.shape} over {below} channels; expected a multiple of {BLOCK} channels, at most {MOST_CHANNELS}, and an odd window, at most {LONGEST_WINDOW}")
        if len(bias) != channels or len(shift) != channels:
            raise ValueError(f"{len(bias)} biases and {len(shift)} shifts; expected {channels}")
        below = channels
    heads = gates.shape[0]
    if len(layers) > MOST_LAYERS or not 0 < heads <= MOST_HEADS or below % heads or gates.shape[1] != below or len(scale) != below or not len(gate_bias) == len(gate_shift) == heads:
        raise ValueError(f"{len(layers)} layers, gates of shape {gates.shape}, {len(scale)} scales; expected at most {MOST_LAYERS} layers and {below} channels")
