"""The transformer gives each unit the same scores, byte for byte, however it is asked, and about what NumPy computes with weights that are not rounded."""

from __future__ import annotations

import math
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

pytest.importorskip("onnxruntime", reason="the extra [precise] is not installed")
pytest.importorskip("onnx", reason="the group dev is not installed")

from tests.small_transformer import LAYERS, PIECES, make_arrays

from forelook.features.transformer import Transformer
from forelook.features.windows import LONGEST_UNIT, cut_windows
from forelook.features.word_pieces import WordPieces
from forelook.model.classifier import CLASSES
from forelook.segment.segmentation import segment
from forelook.train.onnx_network import HEAD_WIDTH, make_network, pack, round_to

Arrays = dict[str, np.ndarray]


@pytest.fixture(scope="module")
def transformer_arrays() -> Arrays:
    return make_arrays()


@pytest.fixture(scope="module")
def transformer(transformer_arrays: Arrays) -> Transformer:
    return Transformer(pack(transformer_arrays, PIECES))


def scores_of(transformer: Transformer, texts: list[str], wanted: np.ndarray | None = None) -> np.ndarray:
    return transformer.encode(texts, [segment(text) for text in texts], wanted)


def test_a_release_alone_in_a_batch_backwards_and_in_threads(transformer: Transformer, texts: list[str]) -> None:
    alone = [scores_of(transformer, [text]).tobytes() for text in texts]
    assert scores_of(transformer, texts).tobytes() == b"".join(alone)
    assert scores_of(transformer, texts[::-1]).tobytes() == b"".join(alone[::-1])
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda text: scores_of(transformer, [text]).tobytes(), texts)) == alone


def test_what_is_asked_for_depends_on_its_release_alone(transformer: Transformer, texts: list[str]) -> None:
    chosen = texts[:6]
    sizes = [len(segment(text).units) for text in chosen]
    wanted = np.random.default_rng(0).random(sum(sizes)) < 0.3
    parts = np.split(wanted, np.cumsum(sizes)[:-1])
    together = scores_of(transformer, chosen, wanted)
    alone = np.concatenate([scores_of(transformer, [text], part) for text, part in zip(chosen, parts, strict=True)])
    assert together[wanted].tobytes() == alone[wanted].tobytes()
    assert scores_of(transformer, chosen, np.zeros(sum(sizes), bool)).any() == np.False_


@pytest.mark.parametrize("text", ["", " \n\n ", "…", "x" * 5000, "We expect " * 400, "東京 🚀\u200b"])
def test_odd_texts(transformer: Transformer, text: str) -> None:
    found = scores_of(transformer, [text])
    assert found.shape == (len(segment(text).units), len(CLASSES))
    assert np.isfinite(found).all()


def test_scores_are_what_numpy_computes(transformer: Transformer, transformer_arrays: Arrays, texts: list[str]) -> None:
    found = segment(texts[0])
    expected = reference(transformer_arrays, texts[0])
    actual = scores_of(transformer, [texts[0]])
    assert len(found.units) == len(actual)
    assert np.abs(actual - expected).mean() < 0.1 * expected.std()
    assert np.corrcoef(actual.ravel(), expected.ravel())[0, 1] > 0.99


def reference(arrays: Arrays, text: str) -> np.ndarray:
    """Return the scores of the units of a text, computed by NumPy window by window."""
    found, pieces = segment(text), WordPieces(PIECES)
    units = [pieces.cut(text[unit.start : unit.end])[:LONGEST_UNIT] for unit in found.units]
    scores = []
    for window in cut_windows([len(unit) for unit in units]):
        read = range(window.back, window.end)
        numbers = [PIECES.index("[CLS]"), *(number for unit in read for number in (*units[unit], PIECES.index("[SEP]")))]
        owner = np.array([-1, *(unit for unit in read for _ in range(len(units[unit]) + 1))])
        hidden = run(arrays, numbers, np.where(owner < 0, 0, found.kinds[owner] + 1), np.where(owner < 0, 0, np.array(found.states)[owner]))
        for unit in range(window.first, window.last):
            own = hidden[owner == unit]
            scores.append(np.concatenate([own.mean(axis=0), own[-1]]) @ arrays["classes.weight"].T + arrays["classes.bias"])
    return np.array(scores)


def run(arrays: Arrays, numbers: list[int], kinds: np.ndarray, states: np.ndarray) -> np.ndarray:
    """Return what BERT makes of the pieces of a window, shape (pieces, width)."""
    embeddings = {name: arrays[f"bert.embeddings.{name}_embeddings.weight"] for name in ("word", "position", "token_type")}
    hidden = embeddings["word"][numbers] + embeddings["position"][: len(numbers)] + embeddings["token_type"][0]
    hidden = normalize(hidden + arrays["kinds.weight"][kinds] + arrays["states.weight"][states], arrays, "bert.embeddings")
    erf = np.vectorize(math.erf)
    for number in range(LAYERS):
        name = f"bert.encoder.layer.{number}"
        multiply = layer(arrays, name)
        queries, keys, values = (multiply(f"attention.self.{part}", hidden).reshape(len(numbers), -1, HEAD_WIDTH) for part in ("query", "key", "value"))
        weights = np.exp(np.einsum("qhd,khd->hqk", queries, keys) / math.sqrt(HEAD_WIDTH))
        attended = np.einsum("hqk,khd->qhd", weights / weights.sum(axis=2, keepdims=True), values).reshape(len(numbers), -1)
        hidden = normalize(hidden + multiply("attention.output.dense", attended), arrays, f"{name}.attention.output")
        inner = multiply("intermediate.dense", hidden)
        hidden = normalize(hidden + multiply("output.dense", inner * (1 + erf(inner / math.sqrt(2))) / 2), arrays, f"{name}.output")
    return hidden


def layer(arrays: Arrays, name: str) -> Callable[[str, np.ndarray], np.ndarray]:
    return lambda part, inputs: inputs @ arrays[f"{name}.{part}.weight"].T + arrays[f"{name}.{part}.bias"]


def normalize(hidden: np.ndarray, arrays: Arrays, name: str) -> np.ndarray:
    centred = hidden - hidden.mean(axis=1, keepdims=True)
    scaled = centred / np.sqrt((centred**2).mean(axis=1, keepdims=True))
    return scaled * arrays[f"{name}.LayerNorm.weight"] + arrays[f"{name}.LayerNorm.bias"]


def test_a_network_is_made_to_the_same_bytes(transformer_arrays: Arrays) -> None:
    one, other = (make_network(transformer_arrays).SerializeToString(deterministic=True) for _ in range(2))
    assert one == other


def test_columns_are_rounded_each_by_its_own_scale() -> None:
    rounded, scales = round_to(np.array([[0.98, 0.0], [-2.0, 0.0]], np.float32), 63)
    assert rounded.tolist() == [[31, 0], [-63, 0]]
    np.testing.assert_allclose(rounded * scales, [[0.98, 0.0], [-2.0, 0.0]], atol=0.02)


@pytest.mark.parametrize("network", [b"", b"no network", b"\x08\x09"])
def test_what_is_no_network_is_refused(network: bytes) -> None:
    vocabulary = np.frombuffer("\n".join(PIECES).encode(), np.uint8)
    with pytest.raises(ValueError, match=r"its network (cannot be run|takes)"):
        Transformer({"vocabulary": vocabulary, "network": np.frombuffer(network, np.uint8)})
