"""The text encoder gives each unit the same scores, byte for byte, however it is asked, and as NumPy computes them."""

from __future__ import annotations

import itertools
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from forelook.features.encoder import KINDS, LONGEST_UNIT, PLACES, STATES, TextEncoder
from forelook.features.network import MOST_GATE, MOST_VALUE, WAYS, Convolutions
from forelook.features.numerals import year_of
from forelook.features.subwords import FIRST_PIECE, SHAPES, Subwords, hash_piece
from forelook.features.sums import dense
from forelook.model.classifier import CLASSES
from forelook.segment.segmentation import Segmentation, segment

WORDS = ("we", "expect", "revenue", "of", "the", "company", "in", "million", "to", "said", "results", ".", ",", "$", '"', "'", "s", "a", "e", "r")
INNER = ("s", "ed", "ing", "e", "t", "n", "r", "a")
WIDTH, CHANNELS, WINDOWS, HEADS, BESIDE, HIDDEN = 6, (32, 64), (5, 3), 4, 32, 40
SAMPLE = (Path(__file__).resolve().parents[1] / "golden" / "sample-release.txt").read_text(encoding="utf-8")
ODD = (
    "",
    " \n\n ",
    "…",
    "We expect revenue.",
    "x" * 5000,
    "ÄÖÜ Straße ﬁnance İstanbul 東京 🚀🚀 \u200b e\u0301",
    "Revenue in 1999, 2000 and 2001 was $1,234.5 million, 12,000, 7.5, 1 and 123456789.\n\n“We’re expecting,” said A. B.\n\n____ ---- ****",
    "We expect " * 400,
)
TEXTS = (SAMPLE, *ODD)


def make_arrays(seed: int = 0) -> dict[str, Any]:
    chance = np.random.default_rng(seed)
    keys = np.array([hash_piece(word, False) for word in WORDS] + [hash_piece(word, True) for word in INNER], np.uint64)
    arrays: dict[str, Any] = {"keys": keys, "layers": len(CHANNELS)}
    below = WIDTH
    for number, channels in enumerate(CHANNELS):
        arrays[f"weights{number}"] = chance.integers(-127, 128, (channels, WINDOWS[number], below)).astype(np.int8)
        arrays[f"bias{number}"] = chance.integers(-3000, 3000, channels).astype(np.int32)
        arrays[f"shift{number}"] = chance.integers(4, 9, channels).astype(np.uint8)
        below = channels
    pooled = 2 * below
    return arrays | {
        "words": chance.integers(-127, 128, (FIRST_PIECE + len(keys), WIDTH)).astype(np.int8),
        "shapes": chance.integers(-127, 128, (SHAPES, WIDTH)).astype(np.int8),
        "gates": chance.integers(-127, 128, (HEADS, below)).astype(np.int8),
        "gate_bias": chance.integers(-3000, 3000, HEADS).astype(np.int32),
        "gate_shift": chance.integers(4, 12, HEADS).astype(np.uint8),
        "scale": chance.random(below).astype(np.float32) / 1000,
        "beside": _normal(chance, pooled, BESIDE),
        "beside_kinds": _normal(chance, KINDS, BESIDE),
        "beside_states": _normal(chance, STATES, BESIDE),
        "hidden": _normal(chance, pooled + 3 * BESIDE, HIDDEN),
        "hidden_kinds": _normal(chance, KINDS, HIDDEN),
        "hidden_states": _normal(chance, STATES, HIDDEN),
        "hidden_places": _normal(chance, PLACES, HIDDEN),
        "hidden_ends": _normal(chance, PLACES, HIDDEN),
        "classes": _normal(chance, HIDDEN, len(CLASSES)),
        "intercept": _normal(chance, 1, len(CLASSES))[0],
    }


def encode_slowly(arrays: dict[str, Any], text: str, found: Segmentation) -> np.ndarray:
    """The scores of every unit of a text, by NumPy."""
    count = len(found.units)
    pieces, shapes, counts = Subwords(arrays["keys"]).cut([text], np.zeros(count, np.int64), found.starts, found.ends, np.array([year_of(text)]), LONGEST_UNIT)
    pooled, first = [], 0
    for length in counts.tolist():
        pooled.append(_pool(arrays, pieces[first : first + length], shapes[first : first + length]))
        first += length
    beside = [
        _sum(arrays["beside_kinds"][kind].astype(np.float32) + arrays["beside_states"][state].astype(np.float32), own, arrays["beside"], rectify=True)
        for own, kind, state in zip(pooled, found.kinds, found.states, strict=True)
    ]
    nothing = np.zeros(BESIDE, np.float32)
    scores = []
    for unit in range(count):
        around = [beside[unit - 1] if unit else nothing, beside[unit + 1] if unit + 1 < count else nothing]
        around.append(beside[found.sections[unit]] if found.sections[unit] >= 0 else nothing)
        start = arrays["hidden_kinds"][found.kinds[unit]].astype(np.float32) + arrays["hidden_states"][found.states[unit]].astype(np.float32)
        start = start + arrays["hidden_places"][min(unit, PLACES - 1)].astype(np.float32)
        start = start + arrays["hidden_ends"][min(count - 1 - unit, PLACES - 1)].astype(np.float32)
        hidden = _sum(start, np.concatenate([pooled[unit], *around]), arrays["hidden"], rectify=True)
        scores.append(_sum(arrays["intercept"].astype(np.float32), hidden, arrays["classes"], rectify=False))
    return np.array(scores, np.float32).reshape(count, len(CLASSES))


def _pool(arrays: dict[str, Any], pieces: np.ndarray, shapes: np.ndarray) -> np.ndarray:
    channels = CHANNELS[-1]
    if not len(pieces):
        return np.zeros(2 * channels, np.float32)
    rows = arrays["words"][pieces].astype(np.int64) + arrays["shapes"][shapes]
    for number in range(arrays["layers"]):
        weights = arrays[f"weights{number}"].astype(np.int64)
        window = WINDOWS[number]
        padded = np.pad(rows, ((window // 2, window // 2), (0, 0)))
        sums = np.array([[(padded[k : k + window] * own).sum() for own in weights] for k in range(len(rows))]) + arrays[f"bias{number}"]
        rows = np.minimum(np.maximum(sums, 0) >> arrays[f"shift{number}"].astype(np.int64), MOST_VALUE)
    gates = np.maximum(rows @ arrays["gates"].T.astype(np.int64) + arrays["gate_bias"], 0) >> arrays["gate_shift"].astype(np.int64)
    gates = np.minimum(gates, MOST_GATE - 1) + 1
    head = np.repeat(np.arange(HEADS), channels // HEADS)
    sums, totals = (gates[:, head] * rows).sum(axis=0), gates.sum(axis=0)[head]
    means = sums.astype(np.float32) / totals.astype(np.float32) * arrays["scale"]
    return np.concatenate([rows.max(axis=0).astype(np.float32) * arrays["scale"], means])


def _sum(start: np.ndarray, inputs: np.ndarray, weights: np.ndarray, *, rectify: bool) -> np.ndarray:
    total = start.astype(np.float32)
    for value, row in zip(inputs, weights.astype(np.float32), strict=True):
        total = total + value * row  # one after the other: the order is part of the result
    return np.maximum(total, np.float32(0)) if rectify else total


def _normal(chance: np.random.Generator, rows: int, columns: int) -> np.ndarray:
    return (0.1 * chance.standard_normal((rows, columns))).astype(np.float16)


@pytest.fixture(scope="module")
def encoder() -> TextEncoder:
    return TextEncoder(make_arrays())


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_scores_are_those_of_numpy(encoder: TextEncoder, text: str) -> None:
    found = segment(text)
    scores = encoder.encode([text], [found])
    assert scores.shape == (len(found.units), len(CLASSES))
    assert scores.dtype == np.float32
    np.testing.assert_array_equal(scores, encode_slowly(make_arrays(), text, found))


def test_batches_order_and_threads_change_nothing(encoder: TextEncoder) -> None:
    found = [segment(text) for text in TEXTS]
    alone = [encoder.encode([text], [own]) for text, own in zip(TEXTS, found, strict=True)]
    np.testing.assert_array_equal(encoder.encode(TEXTS, found), np.concatenate(alone))
    np.testing.assert_array_equal(encoder.encode(TEXTS[::-1], found[::-1]), np.concatenate(alone[::-1]))
    with ThreadPoolExecutor(4) as pool:
        for scores in pool.map(lambda _: encoder.encode(TEXTS, found), range(8)):
            np.testing.assert_array_equal(scores, np.concatenate(alone))


def test_only_what_is_asked_for_is_scored_and_to_the_same_result(encoder: TextEncoder) -> None:
    found = [segment(text) for text in TEXTS]
    everything = encoder.encode(TEXTS, found)
    for share in (0.0, 0.1, 0.5):
        wanted = np.random.default_rng(1).random(len(everything)) < share
        scores = encoder.encode(TEXTS, found, wanted)
        np.testing.assert_array_equal(scores[wanted], everything[wanted])
        assert not scores[~wanted].any()


def test_a_unit_is_told_by_its_neighbours_and_its_section_too(encoder: TextEncoder) -> None:
    one, other = (f"Outlook\n\n{middle}\n\nWe expect revenue." for middle in ("Results of the company.", "We said to."))
    first, second = (encoder.encode([text], [segment(text)])[-1] for text in (one, other))
    assert (first != second).any()


def test_no_texts(encoder: TextEncoder) -> None:
    assert encoder.encode([], []).shape == (0, len(CLASSES))


def make_network(chance: np.random.Generator, *channels: int) -> Convolutions:
    layers = [
        (chance.integers(-127, 128, (above, 5, below)).astype(np.int8), chance.integers(-999, 999, above).astype(np.int32), np.full(above, 8, np.int32))
        for below, above in itertools.pairwise(channels)
    ]
    words, shapes, gates = (chance.integers(-127, 128, size).astype(np.int8) for size in ((44, channels[0]), (5, channels[0]), (4, channels[-1])))
    return Convolutions(words, shapes, layers, gates, np.zeros(4, np.int32), np.full(4, 9, np.int32), np.ones(channels[-1], np.float32), 96)


@pytest.mark.parametrize("channels", [(6, 32, 64), (64, 64, 192), (64, 128)], ids=str)
@pytest.mark.parametrize("way", WAYS[1:])
def test_vector_instructions_change_nothing(way: int, channels: tuple[int, ...]) -> None:
    chance = np.random.default_rng(3)
    network = make_network(chance, *channels)
    counts = np.arange(97, dtype=np.int32)
    pieces, shapes = chance.integers(0, 44, counts.sum()).astype(np.uint16), chance.integers(0, 5, counts.sum()).astype(np.uint8)
    plain = network.pool(pieces, shapes, counts, WAYS[0])
    assert len(np.unique(plain)) > 100
    np.testing.assert_array_equal(network.pool(pieces, shapes, counts, way), plain)


def make_parts(chance: np.random.Generator, units: int, widths: tuple[int, ...], outputs: int) -> tuple[list[Any], list[Any]]:
    terms = [(chance.standard_normal((3, outputs)).astype(np.float32), chance.integers(0, 3, units)) for _ in range(2)]
    products: list[Any] = []
    for number, width in enumerate(widths):
        inputs = np.maximum(chance.standard_normal((units, width)), 0).astype(np.float32)
        products.append((inputs, chance.integers(-1, units, units) if number else None, chance.standard_normal((width, outputs)).astype(np.float32)))
    return terms, products


@pytest.mark.parametrize("rectify", [True, False])
@pytest.mark.parametrize("outputs", [1, 6, 16, 64, 71, 192])
@pytest.mark.parametrize("way", WAYS)
def test_sums_are_those_of_numpy(way: int, outputs: int, *, rectify: bool) -> None:
    for units in (1, 4, 9):
        terms, products = make_parts(np.random.default_rng(units), units, (17, 2100, 16), outputs)
        sums = sum(table[rows] for table, rows in terms)
        for inputs, rows, weights in products:
            own = inputs if rows is None else np.where(rows[:, None] < 0, np.float32(0), inputs[rows])
            for column, row in zip(own.T, weights, strict=True):
                sums = sums + column[:, None] * row  # one after the other: the order is part of the result
        np.testing.assert_array_equal(dense(units, terms, products, rectify, way), np.maximum(sums, 0) if rectify else sums)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"terms": [(np.zeros((3, 8), np.float32), np.array([0, 3]))]}, "row 3 of a table of 3"),
        ({"terms": [(np.zeros((3, 8), np.float32), np.array([0, -1]))]}, "row -1 of a table of 3"),
        ({"terms": [(np.zeros((3, 8), np.float32), np.array([0]))]}, "1 rows; expected 2"),
        ({"terms": [(np.zeros((3, width), np.float32), np.array([0, 0])) for width in (8, 7)]}, "expected 8 columns"),
        ({"terms": [(np.zeros((3, 8), np.float32), np.array([0, 0]))] * 5}, "5 terms and 1 products; expected at most 4 and 4"),
        ({"products": [(np.zeros((2, 5), np.float32), np.array([0, -2]), np.zeros((5, 8), np.float32))]}, "row -2 of a table of 2"),
        ({"products": [(np.zeros((2, 5), np.float32), None, np.zeros((4, 8), np.float32))]}, "inputs of width 5 for weights"),
        ({"products": [(np.zeros((1, 5), np.float32), None, np.zeros((5, 8), np.float32))]}, "1 rows of inputs; expected 2"),
    ],
)
def test_sums_that_do_not_fit_are_refused(change: dict[str, Any], message: str) -> None:
    terms, products = make_parts(np.random.default_rng(1), 2, (5,), 8)
    with pytest.raises(ValueError, match=message):
        dense(2, **({"terms": terms, "products": products} | change), rectify=True)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"weights1": np.zeros((48, 3, CHANNELS[0]), np.int8)}, "expected a multiple of 32 channels"),
        ({"weights0": np.zeros((32, 4, 6), np.int8)}, "an odd window"),
        ({"weights0": np.zeros((32, 7, 6), np.int8)}, "an odd window, at most 5"),
        ({"bias0": np.full(32, 2**28, np.int32)}, "sums do not fit in the bits"),
        ({"bias0": np.zeros(3, np.int32)}, "3 biases and 32 shifts; expected 32"),
        ({"scale": np.zeros(3, np.float32)}, "expected at most 4 layers and 64 channels"),
        ({"gate_bias": np.zeros(3, np.int32)}, "expected at most 4 layers and 64 channels"),
        ({"gate_shift": np.full(4, 40, np.uint8)}, "a shift that is not between 0 and 31"),
        ({"shapes": np.zeros((5, 4), np.int8)}, "44 word vectors of width 6, at most 512; shapes of width 4"),
        ({"scale": np.zeros((8, 8), np.float32)}, "arrays of other dimensions"),
        ({"layers": 0}, "no layers"),
        ({"words": np.zeros((3, 6), np.int8)}, "3 word vectors for 28 pieces"),
        ({"hidden": np.zeros((2 * CHANNELS[-1] + BESIDE, HIDDEN), np.float16)}, "hidden weights of shape"),
    ],
)
def test_arrays_that_do_not_fit_are_refused(change: dict[str, np.ndarray], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        TextEncoder(make_arrays() | change).encode([SAMPLE], [segment(SAMPLE)])


def test_a_piece_without_a_vector_is_refused() -> None:
    arrays = make_arrays()
    layers = [(arrays[f"weights{k}"], arrays[f"bias{k}"], arrays[f"shift{k}"].astype(np.int32)) for k in range(2)]
    network = Convolutions(
        arrays["words"], arrays["shapes"], layers, arrays["gates"], arrays["gate_bias"], arrays["gate_shift"].astype(np.int32), arrays["scale"], 96
    )
    for piece, shape in ((999, 0), (0, 5)):
        with pytest.raises(ValueError, match=f"piece {piece} of shape {shape}; the vocabulary ends at 44, shapes at 5"):
            network.pool(np.array([piece], np.uint16), np.array([shape], np.uint8), np.array([1], np.int32))


@pytest.mark.parametrize("windows", [(5,), (3, 1, 5), (1, 1)], ids=["one layer", "three layers", "no neighbours"])
def test_layers_as_numpy_computes_them(windows: tuple[int, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    channels = (32, 64, 32)[: len(windows)]
    monkeypatch.setitem(globals(), "WINDOWS", windows)
    monkeypatch.setitem(globals(), "CHANNELS", channels)
    arrays = make_arrays(2)
    found = segment(ODD[6])
    np.testing.assert_array_equal(TextEncoder(arrays).encode([ODD[6]], [found]), encode_slowly(arrays, ODD[6], found))


def test_the_largest_numbers_are_exact() -> None:
    chance, arrays = np.random.default_rng(5), make_arrays()
    for name in ("words", "shapes", "weights0", "weights1"):
        arrays[name] = chance.choice([-128, 127], arrays[name].shape).astype(np.int8)
    arrays["shift0"][:], arrays["shift1"][:] = 0, chance.integers(5, 12, CHANNELS[1])
    found = segment(SAMPLE)
    np.testing.assert_array_equal(TextEncoder(arrays).encode([SAMPLE], [found]), encode_slowly(arrays, SAMPLE, found))
