"""The transformer as a quantized ONNX network, for features/transformer.py.

In: the arrays of train/transformer.py's network by their names there. Out: an ONNX model. Word vectors are stored as int8 with a scale for each word,
linear layers with one for each column, and their inputs are quantized at run time (dynamic quantization). Needs the extra `[teacher]`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper

from forelook.arrays import Singles
from forelook.features.transformer import INPUTS
from forelook.features.windows import LONGEST_UNIT, WINDOW
from forelook.model.classifier import CLASSES

OPSET, IR_VERSION = 18, 9  # what ONNX Runtime 1.20 reads
EPSILON = 1e-12  # of BERT's layer normalization
HEAD_WIDTH = 32
LARGEST_WEIGHT = 63  # seven bits: sums of eight-bit products overflow on processors without VNNI instructions
LARGEST_VECTOR = 127
_MICROSOFT = "com.microsoft"  # the domain of ONNX Runtime's own operators
_LAYER = "bert.encoder.layer"

Arrays = Mapping[str, Singles]


def make_network(arrays: Arrays) -> ModelProto:
    """Return the network of a fine-tuned transformer; its inputs are those of `Transformer`, its output has shape (units, classes)."""
    return _Builder().build(arrays)


def pack(arrays: Arrays, pieces: Sequence[str]) -> dict[str, npt.NDArray[np.uint8]]:
    """Return a network and its vocabulary as the arrays for `Transformer`."""
    contents = {"network": make_network(arrays).SerializeToString(deterministic=True), "vocabulary": "\n".join(pieces).encode()}
    return {name: np.frombuffer(content, np.uint8) for name, content in contents.items()}


class _Builder:
    """Collects the nodes and arrays of a network."""

    def __init__(self) -> None:
        self._nodes: list[NodeProto] = []
        self._arrays: list[TensorProto] = []

    def build(self, arrays: Arrays) -> ModelProto:
        hidden = self._embed(arrays)
        for number in range(sum(name.startswith(_LAYER) and name.endswith("query.weight") for name in arrays)):
            layer = {name.removeprefix(f"{_LAYER}.{number}."): array for name, array in arrays.items() if name.startswith(f"{_LAYER}.{number}.")}
            hidden = self._add_layer(layer, hidden)
        self._classify(arrays, hidden)
        shapes: dict[str, Sequence[str]] = {"means": ("units", "pieces"), "marks": ("units",)}
        types = {"tensor(int64)": TensorProto.INT64, "tensor(float)": TensorProto.FLOAT}
        inputs = [helper.make_tensor_value_info(name, types[kind], shapes.get(name, ("pieces",))) for name, kind in INPUTS.items()]
        outputs = [helper.make_tensor_value_info("scores", TensorProto.FLOAT, ("units", len(CLASSES)))]
        graph = helper.make_graph(self._nodes, "transformer", inputs, outputs, self._arrays)
        return helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET), helper.make_opsetid(_MICROSOFT, 1)], ir_version=IR_VERSION)

    def _add(self, operator: str, inputs: Sequence[str], *outputs: str, **attributes: Any) -> str:
        """Add a node; return the name of its first output."""
        names = outputs or (f"{operator}-{len(self._nodes)}",)
        domain = _MICROSOFT if operator in {"DynamicQuantizeMatMul", "MultiHeadAttention", "SkipLayerNormalization", "Gelu"} else ""
        self._nodes.append(helper.make_node(operator, inputs, names, domain=domain, **attributes))
        return names[0]

    def _keep(self, array: npt.NDArray[Any]) -> str:
        name = f"array-{len(self._arrays)}"
        self._arrays.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def _embed(self, arrays: Arrays) -> str:
        """Add the embedding of each piece: its word, its position, and the kind and state of its unit; shape (1, pieces, width)."""
        embeddings = {name.removeprefix("bert.embeddings."): array for name, array in arrays.items()}
        words, scales = round_to(embeddings["word_embeddings.weight"].T, LARGEST_VECTOR)
        vectors = self._add("Cast", [self._add("Gather", [self._keep(words.T), "pieces"])], to=TensorProto.FLOAT)
        vectors = self._add("Mul", [vectors, self._add("Gather", [self._keep(scales[:, None]), "pieces"])])
        places = embeddings["position_embeddings.weight"][: WINDOW + LONGEST_UNIT] + embeddings["token_type_embeddings.weight"][0]
        zero = self._keep(np.zeros(1, np.int64))
        place = self._add("Slice", [self._keep(places), zero, self._add("Shape", ["pieces"]), zero])
        kind, state = (self._add("Gather", [self._keep(arrays[f"{name}.weight"]), name]) for name in ("kinds", "states"))
        joined = self._add("Unsqueeze", [self._add("Sum", [vectors, place, kind, state]), zero])
        scale, shift = (self._keep(embeddings[f"LayerNorm.{name}"]) for name in ("weight", "bias"))
        return self._add("LayerNormalization", [joined, scale, shift], axis=-1, epsilon=EPSILON)

    def _add_layer(self, layer: Arrays, hidden: str) -> str:
        own = [f"attention.self.{name}" for name in ("query", "key", "value")]
        weights, biases = (np.concatenate([layer[f"{name}.{part}"] for name in own]) for part in ("weight", "bias"))
        both = self._multiply(hidden, weights, biases)
        queries = self._add("Split", [both], *(f"{both}-{name}" for name in ("query", "key", "value")), axis=2, num_outputs=3)
        attended = self._add("MultiHeadAttention", [queries, f"{both}-key", f"{both}-value"], num_heads=len(layer["attention.self.query.bias"]) // HEAD_WIDTH)
        hidden = self._add_to(hidden, attended, layer, "attention.output")
        inner = self._add("Gelu", [self._multiply(hidden, layer["intermediate.dense.weight"], layer["intermediate.dense.bias"])])
        return self._add_to(hidden, inner, layer, "output")

    def _add_to(self, hidden: str, inner: str, layer: Arrays, name: str) -> str:
        """Add a linear layer over `inner` to `hidden`, and normalize."""
        made = self._multiply(inner, layer[f"{name}.dense.weight"], layer[f"{name}.dense.bias"])
        scale, shift = (self._keep(layer[f"{name}.LayerNorm.{part}"]) for part in ("weight", "bias"))
        return self._add("SkipLayerNormalization", [made, hidden, scale, shift], epsilon=EPSILON)

    def _multiply(self, inner: str, weights: Singles, biases: Singles) -> str:
        rounded, scales = round_to(weights.T, LARGEST_WEIGHT)
        return self._add("DynamicQuantizeMatMul", [inner, self._keep(rounded), self._keep(scales), "", self._keep(biases)])

    def _classify(self, arrays: Arrays, hidden: str) -> None:
        """Add the scores of the units: from the mean of their pieces and from the mark that ends them."""
        pieces = self._add("Squeeze", [hidden, self._keep(np.zeros(1, np.int64))])
        unit = self._add("Concat", [self._add("MatMul", ["means", pieces]), self._add("Gather", [pieces, "marks"])], axis=1)
        self._add("Gemm", [unit, self._keep(arrays["classes.weight"].T), self._keep(arrays["classes.bias"])], "scores")


def round_to(columns: Singles, largest: int) -> tuple[npt.NDArray[np.int8], Singles]:
    """Return columns quantized to integers up to `largest`, and the scale of each."""
    scales = (np.abs(columns).max(axis=0).clip(1e-12) / largest).astype(np.float32)
    return np.rint(columns / scales).astype(np.int8), scales
