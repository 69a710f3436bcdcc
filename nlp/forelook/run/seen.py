"""Which ids a run has met: eight bytes an id, so that millions fit.

In: ids as they come. Out: those that came before. They are known by a digest of 64 bits: among ten million ids, the odds that two
different ones are taken for the same are one to four hundred thousand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

_RECENT = 1 << 16


class SeenIds:
    """A set of ids that can only grow: the last ones in a set, the rest in a few sorted arrays."""

    def __init__(self) -> None:
        self._recent: set[int] = set()
        self._sorted: list[npt.NDArray[np.uint64]] = []

    def add(self, ids: Iterable[str]) -> Iterator[str]:
        """Add `ids`, and yield each that was there already."""
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
        """Move the recent ids into an array, and merge arrays of the same size, so that there are few."""
        new = np.sort(np.fromiter(self._recent, np.uint64, len(self._recent)))
        self._recent.clear()
        while self._sorted and len(self._sorted[-1]) <= len(new):
            new = np.sort(np.concatenate([self._sorted.pop(), new]), kind="stable")
        self._sorted.append(new)
