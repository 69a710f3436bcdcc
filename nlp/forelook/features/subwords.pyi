from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

FIRST_PIECE: int
UNKNOWN_PIECE: int
SHAPES: int

def hash_piece(piece: str, inner: bool) -> int: ...

class Subwords:
    def __init__(self, keys: npt.NDArray[np.uint64]) -> None: ...
    def cut(
        self,
        texts: Sequence[str],
        owners: npt.NDArray[np.int64],
        starts: npt.NDArray[np.int64],
        ends: npt.NDArray[np.int64],
        years: npt.NDArray[np.int64],
        limit: int,
    ) -> tuple[npt.NDArray[np.uint16], npt.NDArray[np.uint8], npt.NDArray[np.int32]]: ...
