from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

MOST_VALUE: int
MOST_GATE: int
WAYS: tuple[int, ...]

class Convolutions:
    def __init__(
        self,
        words: npt.NDArray[np.int8],
        shapes: npt.NDArray[np.int8],
        layers: Sequence[tuple[npt.NDArray[np.int8], npt.NDArray[np.int32], npt.NDArray[np.int32]]],
        gates: npt.NDArray[np.int8],
        gate_bias: npt.NDArray[np.int32],
        gate_shift: npt.NDArray[np.int32],
        scale: npt.NDArray[np.float32],
        limit: int,
    ) -> None: ...
    def pool(
        self, pieces: npt.NDArray[np.uint16], shapes: npt.NDArray[np.uint8], counts: npt.NDArray[np.int32], way: int | None = None
    ) -> npt.NDArray[np.float32]: ...
