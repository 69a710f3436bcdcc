"""Arrays of numbers by what they hold, for annotations.

In: nothing. Out: names of types; the shape of an array stands where it is used.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Singles = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]
