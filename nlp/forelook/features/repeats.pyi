import numpy as np
import numpy.typing as npt

def drop_repeats(
    pieces: npt.NDArray[np.uint16], shapes: npt.NDArray[np.uint8], counts: npt.NDArray[np.int32]
) -> tuple[npt.NDArray[np.uint16], npt.NDArray[np.uint8], npt.NDArray[np.int32], npt.NDArray[np.int64]]: ...
