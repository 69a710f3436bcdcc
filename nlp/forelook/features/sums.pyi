from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.float32]
Rows: TypeAlias = npt.NDArray[np.int64]

def dense(
    units: int, terms: Sequence[tuple[Floats, Rows]], products: Sequence[tuple[Floats, Rows | None, Floats]], rectify: bool, way: int | None = None
) -> Floats: ...
