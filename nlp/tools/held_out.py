"""Held-out scores: log-probabilities of the first pass and the text encoder for real releases that they have not learned from, with labels.

In: the rows of real releases and their log-probabilities. Out: a file of arrays, without text (`make base` with `--held-out` writes it, `make precise`
reads it).
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, Self

import numpy as np
import numpy.typing as npt

from forelook.arrays import Floats, Ints
from forelook.segment.segmentation import segment
from forelook.train.dataset import Dataset


class HeldOut(NamedTuple):
    """The units of real releases, release by release."""

    ids: list[str]  # of the releases
    sizes: Ints  # the number of units of each
    places: Ints  # shape (units, 2)
    kinds: npt.NDArray[np.uint8]  # KIND_CODES
    speech: Ints  # whether it is quoted, as `find_speech` returns it
    classes: Ints  # of the labels; meaningless where the weight is 0
    weights: Floats  # how much each label counts, from 0 to 1
    importance: Floats  # further weight of each unit
    logs: Floats  # log-probabilities before the second pass, shape (units, classes)

    @classmethod
    def of(cls, rows: Dataset, importance: Floats, logs: Floats, texts: Mapping[str, str]) -> Self:
        """Return the units of `rows`; `texts` are the texts of their releases by id."""
        cut = [segment(texts[identity]) for identity in rows.ids]
        places = np.concatenate([np.zeros((0, 2), np.int64), *(np.stack([found.starts, found.ends], axis=1) for found in cut)])
        return cls(rows.ids, rows.sizes, places, rows.kinds, rows.speech, rows.classes, rows.weights, importance, logs)


def save_held_out(path: Path, found: HeldOut) -> None:
    """Write held-out scores to an `.npz` file."""
    stream = io.BytesIO()
    np.savez_compressed(stream, **{**found._asdict(), "ids": np.array(found.ids, np.str_), "logs": found.logs.astype(np.float32)})  # type: ignore[arg-type]
    path.write_bytes(stream.getvalue())


def load_held_out(path: Path) -> HeldOut:
    """Return what `save_held_out` wrote."""
    with np.load(path, allow_pickle=False) as file:
        arrays = {name: file[name] for name in HeldOut._fields}
    return HeldOut(**{**arrays, "ids": arrays["ids"].tolist(), "logs": arrays["logs"].astype(np.float64)})
