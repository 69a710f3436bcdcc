from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.float32]
Rows: TypeAlias = npt.NDArray[np.int64]

WEIGHT_LANES: int

def sum_rows(columns: npt.NDArray[np.int32], counts: npt.NDArray[np.int32], scales: Floats, weights: Floats) -> Floats: ...
def dense(
    units: int, terms: Sequence[tuple[Floats, Rows]], products: Sequence[tuple[Floats, Rows | None, Floats]], rectify: bool, way: int | None = None
) -> Floats: ...
