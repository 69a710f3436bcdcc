"""Arrays whose rows lie in as few lines of the cache as they can: what begins anywhere, as NumPy's arrays do, takes up to twice as many.

In: arrays. Out: copies that begin with a line.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

CACHE_LINE = 64  # bytes


def align(array: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Return a copy of an array, of the same shape and type, that begins with a line of the cache."""
    room = np.empty(array.size + CACHE_LINE // array.itemsize, array.dtype)
    first = -room.ctypes.data % CACHE_LINE // array.itemsize
    made = room[first : first + array.size].reshape(array.shape)
    made[...] = array
    return made
