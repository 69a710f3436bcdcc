"""The ids that a run has seen, in eight bytes each, so that millions fit in memory.

In: ids as they come. Out: those seen before. Ids are compared by a digest of 64 bits: among ten million ids, the probability that
two different ones are taken for the same is one in four hundred thousand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

_RECENT = 1 << 16


class SeenIds:
    """A growing set of ids: the recent ones in a set, the rest in a few sorted arrays."""

    def __init__(self) -> None:
        self._recent: set[int] = set()
        self._sorted: list[npt.NDArray[np.uint64]] = []

    def add(self, ids: Iterable[str]) -> Iterator[str]:
        """Add `ids`, and yield each that had been added before."""
        for id_ in ids:
            key = int.from_bytes(blake2b(id_.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")
            if key in self._recent or any(self._has(part, key) for part in self._sorted):
                yield id_
                continue
            self._recent.add(key)
            if len(self._recent) == _RECENT:
                self._settle()

    @staticmethod
    def _has(part: npt.NDArray[np.uint64], key: int) -> bool:
        place = int(np.searchsorted(part, np.uint64(key)))
        return place < len(part) and int(part[place]) == key

    def _settle(self) -> None:
        """Move the recent ids into a sorted array, and merge smaller arrays into it, so that there are few."""
        new = np.sort(np.fromiter(self._recent, np.uint64, len(self._recent)))
        self._recent.clear()
        while self._sorted and len(self._sorted[-1]) <= len(new):
            new = np.sort(np.concatenate([self._sorted.pop(), new]), kind="stable")
        self._sorted.append(new)
