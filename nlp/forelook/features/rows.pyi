from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

LONGEST_UNIT: int
CUE_WORD: int
CUE_NEXT: int
CUE_NEXT_TWO: int
WORD_CUE: int
FORM_CUE_FORM: int
TWO_FORMS_CUE: int
GROUP_TWO_FORMS: int
FORM_GROUP_NEXT: int
GROUP_GAP_NEXT: int
GROUP_NEXT_TWO_FORMS: int

class Hasher:
    def __init__(self, groups: dict[str, int], last_cue: int, bits: int) -> None: ...
    def hash_units(
        self,
        texts: Sequence[str],
        owners: npt.NDArray[np.int64],
        starts: npt.NDArray[np.int64],
        ends: npt.NDArray[np.int64],
        context: npt.NDArray[np.uint64],
        families: int,
    ) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]: ...
