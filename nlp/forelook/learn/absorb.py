"""Absorbed rows: what real releases teach where their text may not be kept.

In: labelled releases (their units with classes), or any releases and a model that labels them where it is sure. Out: a
`.npz` file of hashed features and classes, from which no text can be read back; training adds its rows to the corpus. A file
belongs to one version of the feature function and is refused by any other.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from forelook.errors import ModelError
from forelook.learn.dataset import Dataset, build_matrix
from forelook.tag.features import FEATURE_VERSION, HASH_BITS


def save_absorbed(path: Path, rows: Dataset, origin: str) -> None:
    """Write `rows` to `path`; `origin` says in words where they come from."""
    counts = np.diff(rows.matrix.indptr)
    columns = rows.matrix.indices.astype(np.int64)
    steps = np.diff(columns, prepend=0)
    steps[rows.matrix.indptr[:-1][counts > 0]] = columns[rows.matrix.indptr[:-1][counts > 0]]
    np.savez_compressed(
        path,
        version=np.array([FEATURE_VERSION, HASH_BITS]),
        origin=np.array(origin),
        steps=steps.astype(np.uint32),
        values=rows.matrix.data.astype(np.float16),
        counts=counts.astype(np.uint16),
        classes=rows.classes.astype(np.uint8),
        sizes=rows.sizes.astype(np.uint32),
        weights=rows.weights.astype(np.float16),
    )


def load_absorbed(path: Path) -> Dataset:
    """Return the rows of a file that `save_absorbed` wrote; raises ModelError when it is of another feature version."""
    with np.load(path, allow_pickle=False) as file:
        if file["version"].tolist() != [FEATURE_VERSION, HASH_BITS]:
            found, expected = file["version"].tolist(), [FEATURE_VERSION, HASH_BITS]
            raise ModelError(f"{path}: features of version {found}, expected {expected}; make it again with `forelook corpus absorb`")
        counts = file["counts"].astype(np.int64)
        columns = file["steps"].astype(np.int64)
        firsts = np.concatenate([[0], np.cumsum(counts)])[:-1][counts > 0]
        running = np.cumsum(columns)
        base = np.repeat(running[firsts] - columns[firsts], counts[counts > 0])
        matrix = build_matrix(running - base, file["values"].astype(np.float32), counts)
        return Dataset(matrix, file["classes"].astype(np.int64), file["sizes"].astype(np.int64), file["weights"].astype(np.float64))
