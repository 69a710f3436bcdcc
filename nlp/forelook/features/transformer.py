"""The transformer: what a fine-tuned one (train/transformer.py) takes each unit for, run by ONNX Runtime. Needs the extra `[precise]`.

In: texts, their segmentations, and which units are asked for. Out: a score a class for each of those, as the text encoder gives them. A window of units
(windows.py) is read at its own length, alone and in one thread, so that what comes out for a unit depends on its release alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from forelook.arrays import Mask, Singles
from forelook.errors import MissingExtraError
from forelook.features.windows import LONGEST_UNIT, Window, cut_windows
from forelook.features.word_pieces import WordPieces
from forelook.segment.segmentation import Segmentation

try:
    import onnxruntime
except ImportError as error:
    raise MissingExtraError("reading with a transformer", "precise") from error

STATES = 8
INPUTS = {"pieces": "tensor(int64)", "kinds": "tensor(int64)", "states": "tensor(int64)", "means": "tensor(float)", "marks": "tensor(int64)"}
"""What a network takes: of each piece its number, KIND_CODES + 1 and quotation state; of each unit asked for a row of weights that averages its pieces, and
the place of the mark that ends it. Pieces that belong to no unit have kind and state 0."""


class _Unit(NamedTuple):
    pieces: list[int]
    kind: int
    state: int


class Transformer:
    """Scores units by their text; safe to share between threads.

    `arrays` hold the pieces of the vocabulary, a line each, and an ONNX network, both as bytes. Raises ValueError when the network is none, or another one.
    """

    def __init__(self, arrays: Mapping[str, Any]) -> None:
        pieces = arrays["vocabulary"].tobytes().decode().split("\n")
        self._word_pieces = WordPieces(pieces)
        self._start, self._mark = pieces.index("[CLS]"), pieces.index("[SEP]")
        self._session = _open(arrays["network"].tobytes())
        self._classes = self._run([_Unit([], 0, 0)], Window(0, 0, 1, 1)).shape[1]

    def encode(self, texts: Sequence[str], segmentations: Sequence[Segmentation], wanted: Mask | None = None) -> Singles:
        """Return scores of every unit of every text, in order; float32, shape (units, classes).

        They are log-probabilities but for a constant of each row. `wanted` (one a unit) says which units are asked for, all where it is None;
        the rows of others mean nothing.
        """
        parts, first = [np.zeros((0, self._classes), np.float32)], 0
        for text, found in zip(texts, segmentations, strict=True):
            last = first + len(found.units)
            parts.append(self._encode(text, found, None if wanted is None else wanted[first:last]))
            first = last
        return np.concatenate(parts)

    def _encode(self, text: str, found: Segmentation, wanted: Mask | None) -> Singles:
        scores = np.zeros((len(found.units), self._classes), np.float32)
        if wanted is not None and not wanted.any():
            return scores
        units = [
            _Unit(self._word_pieces.cut(text[start:end])[:LONGEST_UNIT], kind + 1, state)
            for start, end, kind, state in zip(found.starts.tolist(), found.ends.tolist(), found.kinds.tolist(), found.states, strict=True)
        ]
        for window in cut_windows([len(unit.pieces) for unit in units], None if wanted is None else wanted.tolist()):
            scores[window.first : window.last] = self._run(units, window)
        return scores

    def _run(self, units: Sequence[_Unit], window: Window) -> Singles:
        """Return the scores of the units that a window predicts, shape (units, classes)."""
        read = units[window.back : window.end]
        edges = np.cumsum([1, *(len(unit.pieces) + 1 for unit in read)])
        sizes = np.diff(edges)
        asked = slice(window.first - window.back, window.last - window.back)
        means = np.zeros((asked.stop - asked.start, edges[-1]), np.float32)
        for row, (start, end) in zip(means, zip(edges[:-1][asked], edges[1:][asked], strict=True), strict=True):
            row[start:end] = 1.0 / (end - start)
        inputs = {
            "pieces": np.array([self._start, *(piece for unit in read for piece in (*unit.pieces, self._mark))], np.int64),
            "kinds": np.array([0, *np.repeat([unit.kind for unit in read], sizes)], np.int64),
            "states": np.array([0, *np.repeat([unit.state for unit in read], sizes)], np.int64),
            "means": means,
            "marks": (edges[1:] - 1)[asked],
        }
        scores: Singles = self._session.run(None, inputs)[0]
        return scores


def _open(network: bytes) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # several would add in another order
    options.log_severity_level = 3  # errors
    try:
        session = onnxruntime.InferenceSession(network, options, providers=["CPUExecutionProvider"])
    except Exception as error:
        raise ValueError(f"its network cannot be run: {str(error)[:200]}") from error
    if (found := {each.name: each.type for each in session.get_inputs()}) != INPUTS or len(session.get_outputs()) != 1:
        raise ValueError(f"its network takes {', '.join(found)}; expected {', '.join(INPUTS)}")
    return session
