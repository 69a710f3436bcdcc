import numpy as np
import numpy.typing as npt

def code_units(
    text: str,
    starts: npt.NDArray[np.int64],
    ends: npt.NDArray[np.int64],
    kinds: npt.NDArray[np.uint8],
    blocks: npt.NDArray[np.int64],
    states: npt.NDArray[np.uint8],
    sections: npt.NDArray[np.int64],
    heading: int,
    list_item: int,
) -> npt.NDArray[np.uint64]: ...
