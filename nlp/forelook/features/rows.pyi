import numpy as np
import numpy.typing as npt

LONGEST_UNIT: int

class Hasher:
    def __init__(self, groups: dict[str, int], last_cue: int, bits: int) -> None: ...
    def hash_units(
        self,
        text: str,
        starts: npt.NDArray[np.int64],
        ends: npt.NDArray[np.int64],
        context: npt.NDArray[np.uint64],
        families: int,
    ) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]: ...
