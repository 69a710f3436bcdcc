"""Quantizes the text encoder: from trained weights to the arrays that it runs with.

In: the network's parameters as float arrays, and pieces of real units to measure its activations. Out: int8 word vectors and
weights, int32 biases and shifts; half precision for the layers after pooling. Each channel has a scale of its own, which is
multiplied into the weights of the layer above.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from forelook.arrays import Floats, Ints
from forelook.features.network import MOST_GATE, MOST_VALUE

LARGEST = 127  # of an int8
WORD_QUANTILE = 0.9995  # of a dimension of the word vectors; larger values are clipped


class Layer(NamedTuple):
    """A convolution in floats: weights of shape (channels, window, channels below), bias."""

    weights: Floats
    bias: Floats


class Units(NamedTuple):
    """Pieces of units, and the number of pieces of each."""

    pieces: npt.NDArray[np.uint16]
    shapes: npt.NDArray[np.uint8]
    counts: npt.NDArray[np.int32]


def quantize_convolutions(words: Floats, shapes: Floats, layers: Sequence[Layer], gates: Layer, sample: Units) -> dict[str, Any]:
    """Return the arrays for `Convolutions`, by their names in TextEncoder.

    `gates` has weights of shape (heads, channels). `sample` should be some hundred units of all kinds.
    """
    below = np.maximum(np.quantile(np.abs(words), WORD_QUANTILE, axis=0), np.abs(shapes).max(axis=0)) / LARGEST
    arrays: dict[str, Any] = {"words": _to_int8(words / below), "shapes": _to_int8(shapes / below), "layers": len(layers)}
    rows = [arrays["words"][own].astype(np.float64) + arrays["shapes"][form] for own, form in _split(sample)]
    for number, layer in enumerate(layers):
        weights = layer.weights * below
        step = np.abs(weights).max(axis=(1, 2)) / LARGEST
        step[step == 0] = 1.0
        whole = _to_int8(weights / step[:, None, None])
        bias = np.round(layer.bias / step)
        sums = [convolve_reference(each, whole, bias) for each in rows]
        shift = _shift(np.max([each.max(axis=0) for each in sums], axis=0), MOST_VALUE)
        bias += _half(shift)
        rows = [np.minimum(np.maximum(each + _half(shift), 0) // 2**shift, MOST_VALUE) for each in sums]
        arrays |= {f"weights{number}": whole, f"bias{number}": bias.astype(np.int32), f"shift{number}": shift.astype(np.uint8)}
        below = step * 2.0**shift
    weights = gates.weights * below
    step = np.abs(weights).max(axis=1) / LARGEST
    step[step == 0] = 1.0
    whole = _to_int8(weights / step[:, None])
    bias = np.round(gates.bias / step)
    largest = np.max([(each @ whole.T.astype(np.float64) + bias).max(axis=0) for each in rows], axis=0)
    shift = _shift(largest, MOST_GATE)
    return arrays | {"gates": whole, "gate_bias": bias.astype(np.int32), "gate_shift": shift.astype(np.uint8), "scale": below.astype(np.float32)}


def convolve_reference(rows: Floats, weights: npt.NDArray[np.int8], bias: Floats) -> Floats:
    """Return the sums of a layer over the tokens of one unit, before shift and clipping; integers in floats."""
    window, width = weights.shape[1:]
    edge = np.zeros((window // 2, width))
    padded = np.concatenate([edge, rows, edge])
    windows = np.stack([padded[k : k + len(rows)] for k in range(window)], axis=1).reshape(len(rows), -1)
    sums: Floats = windows @ weights.reshape(len(weights), -1).T.astype(np.float64) + bias
    return sums


def head_arrays(parameters: Mapping[str, Floats]) -> dict[str, Any]:
    """Return the arrays of the layers after pooling, in half precision; `parameters` have their names in TextEncoder."""
    return {name: np.asarray(array, np.float16) for name, array in parameters.items()}


def _split(sample: Units) -> list[tuple[npt.NDArray[np.uint16], npt.NDArray[np.uint8]]]:
    edges = np.cumsum(sample.counts)[:-1]
    pairs = zip(np.split(sample.pieces[: sample.counts.sum()], edges), np.split(sample.shapes[: sample.counts.sum()], edges), strict=True)
    return [(pieces, shapes) for pieces, shapes in pairs if len(pieces)]


def _to_int8(values: Floats) -> npt.NDArray[np.int8]:
    return np.clip(np.round(values), -LARGEST, LARGEST).astype(np.int8)


def _shift(largest: Floats, most: int) -> Ints:
    """Return the shifts that bring the largest sums below `most`."""
    return np.maximum(np.ceil(np.log2(np.maximum(largest, 1.0) / most)), 0).astype(np.int64)


def _half(shift: Ints) -> Ints:
    """Return half of the last place that each shift drops, for rounding."""
    return np.where(shift > 0, 2 ** np.maximum(shift - 1, 0), 0)
