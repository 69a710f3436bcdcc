"""Near-duplicates: sentences that share most of their runs of three words.

In: texts. Out: for each the first text that it nearly repeats. An inverted index over each text's rarest runs keeps this nearly
linear: two sets that are 60% the same must share one of the few rarest runs of either.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence

RUN = 3  # words
SIMILAR = 0.6  # share of common runs (Jaccard) above which two texts are nearly the same

_WORD = re.compile(r"\w+")


def find_similar(texts: Sequence[str], least: float = SIMILAR) -> list[int]:
    """Return for each text the index of the first text similar to it, its own where there is none before it."""
    sets = [make_runs(text) for text in texts]
    frequency = Counter(run for runs in sets for run in runs)
    index: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    first = list(range(len(texts)))
    for number, runs in enumerate(sets):
        # Runs that occur only once cannot be shared; they only count towards the size.
        rarest = sorted(runs, key=lambda run: (frequency[run], run))[: len(runs) - math.ceil(least * len(runs)) + 1]
        seen: set[int] = set()
        for run in rarest:
            if frequency[run] == 1:
                continue
            for other in index[run]:
                if other not in seen and _is_similar(runs, sets[other], least):
                    first[number] = min(first[number], first[other])
                seen.add(other)
            index[run].append(number)
    return first


def make_runs(text: str) -> frozenset[tuple[str, ...]]:
    """Return all runs of RUN words of a text, or all of its words as one run where it has fewer; case and punctuation do not count."""
    words = _WORD.findall(text.casefold())
    if len(words) <= RUN:
        return frozenset([tuple(words)])
    return frozenset(zip(*(words[offset:] for offset in range(RUN)), strict=False))


def _is_similar(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]], least: float) -> bool:
    if min(len(one), len(other)) < least * max(len(one), len(other)):
        return False
    shared = len(one & other)
    return shared > least * (len(one) + len(other) - shared)
