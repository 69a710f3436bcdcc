"""Groups of words that play one part in a sentence, looked up for whole arrays of tokens at once.

In: an array of spaCy's 64-bit hashes of lower-case words. Out: an array of group numbers, 0 for a word in no group.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt
from spacy.strings import get_string_id

LAST_CUE = "stance"  # the groups up to this one hold the words that can look forward
TABLE_BITS = 20  # with some 700 words, slots clash so seldom that clashing words can be refused


class Groups:
    """A table from hashes to group numbers; group 0 is "none"."""

    def __init__(self, groups: dict[str, list[str]]) -> None:
        self.names = ("none", *groups)
        self.last_cue = self.names.index(LAST_CUE)
        self._hashes = np.zeros(1 << TABLE_BITS, dtype=np.uint64)
        self._numbers = np.zeros(1 << TABLE_BITS, dtype=np.uint8)
        for number, entries in enumerate(groups.values(), 1):
            for entry in entries:
                key = np.uint64(get_string_id(entry))
                slot = int(key) & ((1 << TABLE_BITS) - 1)
                if self._hashes[slot] == 0:
                    self._hashes[slot] = key
                    self._numbers[slot] = number

    def look_up(self, lower: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint8]:
        """Return the group number of each hash; shape as given. A word in several groups counts for the first."""
        slots = (lower & np.uint64((1 << TABLE_BITS) - 1)).astype(np.int64)
        return np.where(self._hashes[slots] == lower, self._numbers[slots], np.uint8(0))


@cache
def load_groups() -> Groups:
    """Return the groups of `data/groups.txt`."""
    groups: dict[str, list[str]] = {}
    for line in (files("forelook.tag") / "data" / "groups.txt").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            name, _, entries = line.partition(":")
            groups[name.strip()] = entries.split()
    return Groups(groups)
