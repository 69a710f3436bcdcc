"""Whole numbers come out close to the floats that they were made from."""

from __future__ import annotations

import numpy as np
import pytest

from forelook.features.network import Convolutions
from forelook.train.quantize import Layer, Units, quantize_convolutions

PIECES, WIDTH, CHANNELS, HEADS = 50, 16, (32, 64), 4


@pytest.fixture
def floats() -> tuple[np.ndarray, np.ndarray, list[Layer], Layer]:
    chance = np.random.default_rng(0)
    layers, below = [], WIDTH
    for channels in CHANNELS:
        layers.append(Layer(chance.standard_normal((channels, 5, below)) / np.sqrt(5 * below), 0.1 * chance.standard_normal(channels)))
        below = channels
    gates = Layer(0.3 * chance.standard_normal((HEADS, below)), np.ones(HEADS))
    return chance.standard_normal((PIECES, WIDTH)), 0.1 * chance.standard_normal((5, WIDTH)), layers, gates


def make_units(seed: int, count: int) -> Units:
    chance = np.random.default_rng(seed)
    counts = chance.integers(1, 40, count).astype(np.int32)
    return Units(chance.integers(0, PIECES, counts.sum()).astype(np.uint16), chance.integers(0, 5, counts.sum()).astype(np.uint8), counts)


def pool_in_floats(words: np.ndarray, shapes: np.ndarray, layers: list[Layer], gates: Layer, units: Units) -> np.ndarray:
    pooled, first = [], 0
    for count in units.counts.tolist():
        rows = words[units.pieces[first : first + count]] + shapes[units.shapes[first : first + count]]
        first += count
        for layer in layers:
            padded = np.pad(rows, ((2, 2), (0, 0)))
            windows = np.stack([padded[k : k + count] for k in range(5)], axis=1)
            rows = np.maximum(np.einsum("tki,cki->tc", windows, layer.weights) + layer.bias, 0.0)
        weights = np.repeat(np.maximum(rows @ gates.weights.T + gates.bias, 0.0) + 1e-3, CHANNELS[-1] // HEADS, axis=1)
        pooled.append(np.concatenate([rows.max(axis=0), (weights * rows).sum(axis=0) / weights.sum(axis=0)]))
    return np.array(pooled)


def test_vectors_of_units_stay_close(floats: tuple[np.ndarray, np.ndarray, list[Layer], Layer]) -> None:
    arrays = quantize_convolutions(*floats, make_units(0, 200))
    layers = [(arrays[f"weights{k}"], arrays[f"bias{k}"], arrays[f"shift{k}"].astype(np.int32)) for k in range(2)]
    gates = arrays["gates"], arrays["gate_bias"], arrays["gate_shift"].astype(np.int32)
    network = Convolutions(arrays["words"], arrays["shapes"], layers, *gates, arrays["scale"], 96)
    units = make_units(1, 100)
    expected = pool_in_floats(*floats, units)
    assert np.abs(network.pool(*units) - expected).max() < 0.03 * expected.max()
    assert {arrays[name].dtype for name in ("words", "shapes", "weights0", "weights1", "gates")} == {np.dtype(np.int8)}


def test_a_channel_that_is_never_heard_does_no_harm(floats: tuple[np.ndarray, np.ndarray, list[Layer], Layer]) -> None:
    words, shapes, layers, gates = floats
    layers[0].weights[3], layers[0].bias[3], gates.weights[1] = 0.0, -1.0, 0.0
    arrays = quantize_convolutions(words, shapes, layers, gates, make_units(0, 50))
    assert not arrays["weights0"][3].any()
    assert np.isfinite(arrays["scale"]).all()
