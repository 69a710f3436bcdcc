"""Freshness: what a model is made from, as one digest, and how old its base has become.

In: a base and the releases that a model is fitted to, or is to be. Out: the digest of the base, the settings, the releases, and what segmentation and
features make of each of them today; and for how many of the base's releases that has changed since the base was made. A few are no reason to make
it anew, which takes the texts of real releases; more than MOST_OUTDATED are.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from forelook.features.extract import FEATURE_VERSION, HASH_BITS
from forelook.train.base import Base
from forelook.train.data import TrainingRelease
from forelook.train.dataset import make_dataset
from forelook.train.fit import settings
from forelook.train.variants import VARIANTS

MOST_OUTDATED = 0.05  # of the releases that a base knows
_LETTERS = 16  # of the digest of one release


class Sources(NamedTuple):
    """What a model is made from: the digest of all of it; of the releases that the base knows, how many there are, and how many have changed since."""

    digest: str
    known: int
    outdated: int

    @property
    def base_is_outdated(self) -> bool:
        """Return whether segmentation or features have changed so much that the base is to be made anew."""
        return self.outdated > MOST_OUTDATED * self.known


def read_sources(base: Base, releases: Sequence[TrainingRelease]) -> Sources:
    """Return what a model of `releases` on a base is made from. Some five seconds for the authored corpus."""
    rows = dict(zip((release.digest for release in releases), digest_rows(releases), strict=True))
    made_from = (settings(), VARIANTS, FEATURE_VERSION, HASH_BITS, base.digest, [(release.id, release.digest, rows[release.digest]) for release in releases])
    known = [digest for digest in rows if digest in base.known]
    return Sources(sha256(repr(made_from).encode()).hexdigest(), len(known), sum(base.known[digest] != rows[digest] for digest in known))


def digest_rows(releases: Sequence[TrainingRelease]) -> list[str]:
    """Return for each release the digest of its rows: where its units are cut, what their features and their classes are."""
    rows = make_dataset([variant for release in releases for variant in release.variants()])
    units = np.concatenate([[0], np.cumsum(rows.sizes)])[::VARIANTS].tolist()
    columns = np.concatenate([[0], np.cumsum(rows.features.counts.sum(axis=1))])
    parts = (rows.features.columns.astype("<i8"), rows.features.counts.astype("<i8"), rows.classes.astype("<i8"))
    digests = []
    for first, last in pairwise(units):
        cuts = (slice(columns[first], columns[last]), slice(first, last), slice(first, last))
        digests.append(sha256(b"".join(part[cut].tobytes() for part, cut in zip(parts, cuts, strict=True))).hexdigest()[:_LETTERS])
    return digests
