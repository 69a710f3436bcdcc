"""Hashed rows: units as features only, from which the text cannot be recovered.

In: rows of a dataset. Out: plain arrays that compress well: columns are sorted within each run and stored as differences; values
follow from their number (features/extract.py).
"""

from __future__ import annotations

from typing import Any

import numpy as np

from forelook.arrays import Ints
from forelook.features.extract import Features


def select(features: Features, units: Ints) -> Features:
    """Return the features of some units, in the order of `units`."""
    ends = np.cumsum(features.counts.sum(axis=1))
    starts = ends - features.counts.sum(axis=1)
    columns = [features.columns[starts[unit] : ends[unit]] for unit in units.tolist()]
    return Features(np.concatenate([np.zeros(0, np.int32), *columns]), features.counts[units])


def pack(features: Features) -> dict[str, Any]:
    """Return features as arrays that compress well."""
    runs = np.repeat(np.arange(features.counts.size), features.counts.ravel())
    columns = features.columns[np.lexsort((features.columns, runs))].astype(np.int64)
    steps = np.diff(columns, prepend=0)
    firsts = np.flatnonzero(np.diff(runs, prepend=-1))
    steps[firsts] = columns[firsts]
    return {"steps": steps.astype(np.uint32), "counts": features.counts.astype(np.uint16)}


def unpack(arrays: Any) -> Features:
    """Return the features that `pack` made arrays of."""
    counts = arrays["counts"].astype(np.int32)
    steps = arrays["steps"].astype(np.int64)
    running = np.cumsum(steps)
    sizes = counts.ravel()[counts.ravel() > 0].astype(np.int64)
    firsts = np.cumsum(sizes) - sizes
    columns = running - np.repeat(running[firsts] - steps[firsts], sizes)
    return Features(columns.astype(np.int32), counts)
