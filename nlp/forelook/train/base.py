"""The base: what is learned from real releases and the authored corpus together, kept without the text of the real ones.

In: the rows of both. Out: a directory with the arrays of a model, the digests of the authored releases that it knows, and a
sample of a few thousand hashed rows of its data. Models are fitted on top of it (fit.py).
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from forelook.arrays import Ints
from forelook.errors import ModelError
from forelook.features.extract import FEATURE_VERSION, Features, extract
from forelook.model.linked import part_from
from forelook.model.store import BASE_NAME, MODEL_FILE, load_arrays, save_model
from forelook.segment.segmentation import segment
from forelook.train.hashed import pack, unpack

ROWS_FILE = "rows.npz"
STORED = 5000  # rows; with 2,000, fitting four releases of a user lowers scores on gold twice as much
_SAMPLE = 'Acme Corp. (Nasdaq: ACME) expects revenue of $12 million in 2026.\n\n"Orders grew 8%," said Jane Roe, president.\n'


class Base(NamedTuple):
    """A base, loaded for fitting."""

    arrays: dict[str, Any]
    rows: Features
    known: Mapping[str, str]  # the authored releases that it was made from: the digest of each, and of its rows at that time (freshness.py)
    digest: str  # of its files


def default_base() -> Path:
    """Return the directory of the base that comes with forelook."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "models" / BASE_NAME
    return installed if installed.is_dir() else package.parents[1] / "models" / BASE_NAME


def save_base(directory: Path, arrays: dict[str, Any], rows: Features, known: Mapping[str, str], metadata: dict[str, Any]) -> None:
    """Write a base; `known` is as in Base, `metadata` says what else it was made from."""
    part_from(directory)
    save_model(directory, arrays, {"name": BASE_NAME, **metadata, "known": dict(sorted(known.items())), "features_digest": features_digest()})
    stream = io.BytesIO()
    np.savez_compressed(stream, **pack(rows))
    (directory / ROWS_FILE).write_bytes(stream.getvalue())


def load_base(directory: Path) -> Base:
    """Return the base in a directory.

    Raises ModelError when it is missing or damaged, or was made with other features than those of this version.
    """
    arrays, metadata = load_arrays(directory)
    if "known" not in metadata or not (directory / ROWS_FILE).is_file():
        raise ModelError(f"{directory}: a model, but no base to fit on: {ROWS_FILE} is missing; name a directory that `make base` has written")
    if metadata["features_digest"] != features_digest():
        raise ModelError(f"{directory}: made with other features than these (version {FEATURE_VERSION}); make it again from the texts: `make base`")
    with np.load(directory / ROWS_FILE, allow_pickle=False) as file:
        rows = unpack(file)
    return Base(arrays, rows, metadata["known"], digest_base(directory))


def digest_base(directory: Path) -> str:
    """Return the digest of a base's files."""
    return sha256(b"".join(sha256((directory / name).read_bytes()).digest() for name in (MODEL_FILE, ROWS_FILE))).hexdigest()


def features_digest() -> str:
    """Return the digest of this version's features of a sample text."""
    features = extract([_SAMPLE], [segment(_SAMPLE)])
    return sha256(features.columns.astype("<i8").tobytes() + features.counts.astype("<i8").tobytes()).hexdigest()


def choose_rows(strata: Ints, count: int = STORED) -> Ints:
    """Return the indices of up to `count` units to store, evenly from all strata; deterministic."""
    chance = np.random.default_rng(0)
    numbers = np.unique(strata)
    chosen = [np.flatnonzero(strata == number) for number in numbers]
    return np.sort(np.concatenate([chance.permutation(own)[: count // len(numbers)] for own in chosen]))
