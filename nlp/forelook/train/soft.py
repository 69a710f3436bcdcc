"""Soft targets: probabilities of slower models for the units of real releases, for the base to learn from.

In: for each release the places of its units and their probabilities. Out: a small file, without text, which can be read back.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import numpy as np

from forelook.arrays import Floats, Ints
from forelook.corpus.gold import GoldUnit
from forelook.errors import AnnotationError

_SCALE = 255  # probabilities are stored in a byte


class SoftTargets(NamedTuple):
    """The soft targets of one release."""

    places: Ints  # shape (units, 2)
    probabilities: Floats  # shape (units, classes)

    def as_units(self) -> list[GoldUnit]:
        """Return them as units without labels of their own."""
        rows = zip(self.places.tolist(), self.probabilities.tolist(), strict=True)
        return [GoldUnit(start, end, "meta", None, forward_looking=False, speaker=None, weight=0.0, soft=tuple(row)) for (start, end), row in rows]


def save_soft(path: Path, targets: Mapping[str, SoftTargets]) -> None:
    """Write soft targets (by the id of the release) to an `.npz` file."""
    stream = io.BytesIO()
    np.savez_compressed(
        stream,
        ids=np.array(list(targets), np.str_),
        sizes=np.array([len(each.places) for each in targets.values()], np.uint32),
        places=np.concatenate([each.places for each in targets.values()]).astype(np.uint32),
        soft=np.round(np.concatenate([each.probabilities for each in targets.values()]) * _SCALE).astype(np.uint8),
    )
    path.write_bytes(stream.getvalue())


def load_soft(path: Path) -> dict[str, SoftTargets]:
    """Return what `save_soft` wrote; raises AnnotationError for any other file."""
    try:
        with np.load(path, allow_pickle=False) as file:
            ids, sizes, places, soft = (file[name] for name in ("ids", "sizes", "places", "soft"))
    except (OSError, KeyError, ValueError) as error:
        raise AnnotationError(f"{path}: {error}; expected soft targets as forelook.train.distill writes them") from error
    rows = soft.astype(np.float64)
    rows /= np.maximum(rows.sum(axis=1, keepdims=True), 1.0)
    ends = np.cumsum(sizes.astype(np.int64))
    parts = [slice(end - size, end) for end, size in zip(ends.tolist(), sizes.tolist(), strict=True)]
    return {identity: SoftTargets(places[part].astype(np.int64), rows[part]) for identity, part in zip(ids.tolist(), parts, strict=True)}
