"""Windows: which stretches of a release a transformer reads at once.

In: how many pieces each unit has, and which units are asked for. Out: windows in which each of these is predicted once, with the units before them
to go by. They depend on the release alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

WINDOW = 192  # pieces read at once, with the marks around units
LONGEST_UNIT = 110  # pieces of a unit that are read
LOOK_BACK = 2  # units before a window's first one that are read again, at most a third of the window
LOOK_AHEAD = 1  # units after the last one that is asked for that are read, where there is room


class Window(NamedTuple):
    """Units of a release, read in one go."""

    back: int  # the first unit that is read
    first: int  # the first unit that is predicted
    last: int  # after the last one that is predicted
    end: int  # after the last one that is read


def cut_windows(sizes: Sequence[int], wanted: Sequence[bool] | None = None) -> Iterator[Window]:
    """Yield the windows of a release in order; `sizes` are the pieces of each unit, at most LONGEST_UNIT.

    Without `wanted` every unit is predicted; otherwise those marked there, and what lies between two of them in a window.
    """
    asked = [unit for unit in range(len(sizes)) if wanted is None or wanted[unit]]
    place = 0
    while place < len(asked):
        first = asked[place]
        back = _look_back(sizes, first)
        room = WINDOW - 1 - _measure(sizes, back, first + 1)
        end = first + 1
        while place + 1 < len(asked) and _measure(sizes, end, asked[place + 1] + 1) <= room:
            place += 1
            room -= _measure(sizes, end, asked[place] + 1)
            end = asked[place] + 1
        last = end
        while end < min(len(sizes), last + LOOK_AHEAD) and _measure(sizes, end, end + 1) <= room:
            room -= _measure(sizes, end, end + 1)
            end += 1
        yield Window(back, first, last, end)
        place += 1


def _look_back(sizes: Sequence[int], first: int) -> int:
    back = max(0, first - LOOK_BACK)
    while back < first and _measure(sizes, back, first) > WINDOW // 3:
        back += 1
    return back


def _measure(sizes: Sequence[int], first: int, last: int) -> int:
    """Return how many pieces units have, with the mark that ends each."""
    return sum(sizes[first:last]) + last - first
