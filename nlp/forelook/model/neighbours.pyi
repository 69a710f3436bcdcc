from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.float64]

def surround(
    logs: Floats,
    probabilities: Floats,
    means: Floats,
    kinds: npt.NDArray[np.uint8],
    sizes: npt.NDArray[np.int64],
    steps: npt.NDArray[np.int64],
    heading: int,
    title: int,
    list_item: int,
) -> Floats: ...
def multiply(inputs: Floats, weights: Floats) -> Floats: ...
