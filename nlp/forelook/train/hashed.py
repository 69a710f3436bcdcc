"""Absorbed rows: what real releases teach where their text may not be kept.

In: labelled releases. Out: a `.npz` file of hashed features with labels and places, from which no text can be read back;
training adds its rows to the corpus. Features belong to one version of the feature function and are refused by any other;
with the texts at hand they are made anew from the ids and places that the file keeps.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

from forelook.corpus.gold import GoldRelease, GoldUnit
from forelook.errors import AnnotationError, ModelError
from forelook.features.extract import FEATURE_VERSION, HASH_BITS, WIDTH
from forelook.model.classifier import CLASSES
from forelook.records import Label
from forelook.segment.segmentation import segment
from forelook.train.dataset import Dataset, make_dataset

_QUOTES = ("quote_forward", "quote_plain")
_SOFT_SCALE = 255  # probabilities are kept in a byte


class Absorbed(NamedTuple):
    """Rows and where they come from: the id of each release, the place of each unit in its text (shape (units, 2))."""

    rows: Dataset
    ids: list[str]
    places: npt.NDArray[np.int64]


def absorb(releases: Sequence[GoldRelease]) -> Absorbed:
    """Return what training keeps of labelled releases."""
    places = [(unit.start, unit.end) for release in releases for unit in segment(release.text).units]
    return Absorbed(make_dataset(releases), [release.id for release in releases], np.array(places, np.int64).reshape(-1, 2))


def absorb_again(path: Path, texts: Mapping[str, str]) -> Absorbed:
    """Return what a file of any feature version holds, its features made anew from `texts` (id to text).

    Raises AnnotationError when a text is missing. A text is looked at up to its last unit in the file.
    """
    _, found = _read(path)
    releases, first = [], 0
    for identity, size in zip(found.ids, found.rows.sizes.tolist(), strict=True):
        if identity not in texts:
            raise AnnotationError(f"{path}: no text for {identity}; give all the releases that the file was made from")
        here = slice(first, first + size)
        first += size
        units = units_of(found, here)
        releases.append(GoldRelease(identity, texts[identity][: units[-1].end if units else 0], units))
    return absorb(releases)


def units_of(absorbed: Absorbed, rows: slice) -> list[GoldUnit]:
    """Return some rows as the units of a gold release."""
    known = absorbed.rows
    columns = [column[rows].tolist() for column in (absorbed.places, known.classes, known.weights, known.soft)]
    return [_make_unit(place, CLASSES[number], weight, soft) for place, number, weight, soft in zip(*columns, strict=True)]


def _make_unit(place: list[int], name: str, weight: float, soft: list[float]) -> GoldUnit:
    label = None if name == "meta" else Label.MANAGEMENT_QUOTE if name in _QUOTES else Label(name)
    kind, forward = "statement" if label else "meta", name in {"guidance", "quote_forward"}
    return GoldUnit(place[0], place[1], kind, label, forward, None, weight, tuple(soft) if any(soft) else None)


def save_absorbed(path: Path, absorbed: Absorbed, origin: str) -> None:
    """Write rows to `path`; `origin` says in words where they come from."""
    rows = absorbed.rows
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
        taught=np.round(rows.soft * _SOFT_SCALE).astype(np.uint8),
        ids=np.array(absorbed.ids, np.str_),
        places=absorbed.places.astype(np.uint32),
    )


def load_absorbed(path: Path) -> Absorbed:
    """Return what `save_absorbed` wrote; raises ModelError when its features are of another version."""
    version, found = _read(path)
    if version != (expected := [FEATURE_VERSION, HASH_BITS]):
        raise ModelError(f"{path}: features of version {version}, expected {expected}; make it again with `forelook corpus absorb --again`")
    return found


def _read(path: Path) -> tuple[list[int], Absorbed]:
    with np.load(path, allow_pickle=False) as file:
        counts = file["counts"].astype(np.int64)
        columns = file["steps"].astype(np.int64)
        firsts = np.concatenate([[0], np.cumsum(counts)])[:-1][counts > 0]
        running = np.cumsum(columns)
        base = np.repeat(running[firsts] - columns[firsts], counts[counts > 0])
        pointers = np.concatenate([[0], np.cumsum(counts)])
        columns = running - base
        width = max(WIDTH, int(columns.max(initial=0)) + 1)  # another version may have been wider
        matrix = csr_matrix((file["values"].astype(np.float32), columns, pointers), shape=(len(counts), width))
        soft = _normalize(file["taught"].astype(np.float64))
        rows = Dataset(matrix, file["classes"].astype(np.int64), file["sizes"].astype(np.int64), file["weights"].astype(np.float64), soft)
        return file["version"].tolist(), Absorbed(rows, file["ids"].tolist(), file["places"].astype(np.int64))


def _normalize(rows: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return rows that sum to 1; those of zeros stay as they are."""
    normalized: npt.NDArray[np.float64] = rows / np.maximum(rows.sum(axis=1, keepdims=True), 1.0)
    return normalized
