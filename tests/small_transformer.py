"""A transformer with random weights and a small vocabulary, for tests that have no other."""

from __future__ import annotations

import numpy as np

from forelook.features.transformer import STATES
from forelook.model.classifier import CLASSES
from forelook.segment.segmentation import KIND_CODES
from forelook.train.onnx_network import HEAD_WIDTH

PIECES = (
    *("[PAD]", "[UNK]", "[CLS]", "[SEP]", "we", "the", "company", "revenue", "expect", "##s", "##ed", "million", "said", "first", "quarter", "forward"),
    *'abcdefghijklmnopqrstuvwxyz0123456789.,$-"()',
    *(f"##{character}" for character in "abcdefghijklmnopqrstuvwxyz0123456789"),
)
LAYERS, WIDTH, INNER = 2, 2 * HEAD_WIDTH, 96


def make_arrays() -> dict[str, np.ndarray]:
    """Return its arrays by the names that they have in training."""
    chance = np.random.default_rng(0)
    layer = {f"attention.self.{name}": (WIDTH, WIDTH) for name in ("query", "key", "value")}
    layer |= {"attention.output.dense": (WIDTH, WIDTH), "intermediate.dense": (INNER, WIDTH), "output.dense": (WIDTH, INNER)}
    linear = {f"bert.encoder.layer.{number}.{name}": shape for number in range(LAYERS) for name, shape in layer.items()}
    linear["classes"] = (len(CLASSES), 2 * WIDTH)
    tables = {f"bert.embeddings.{name}_embeddings": count for name, count in (("word", len(PIECES)), ("position", 512), ("token_type", 2))}
    tables |= {"kinds": len(KIND_CODES) + 1, "states": STATES}
    norms = ["bert.embeddings", *(f"bert.encoder.layer.{number}.{name}" for number in range(LAYERS) for name in ("attention.output", "output"))]
    arrays = {f"{name}.weight": chance.normal(0, 0.3, shape) for name, shape in linear.items()}
    arrays |= {f"{name}.bias": chance.normal(0, 0.1, shape[0]) for name, shape in linear.items()}
    arrays |= {f"{name}.weight": chance.normal(0, 0.3, (count, WIDTH)) for name, count in tables.items()}
    arrays |= {f"{name}.LayerNorm.weight": np.full(WIDTH, 1.2) for name in norms}
    arrays |= {f"{name}.LayerNorm.bias": chance.normal(0, 0.1, WIDTH) for name in norms}
    return {name: array.astype(np.float32) for name, array in arrays.items()}
