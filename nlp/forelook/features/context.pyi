import numpy as np
import numpy.typing as npt

KIND: int
KIND_BEFORE: int
KIND_AFTER: int
POSITION: int
TENTH: int
LENGTH: int
QUOTATION: int
QUOTATION_AROUND: int
CAPITALS: int
ENDING: int
PARAGRAPH: int
SECTION: int
HAS_MONEY: int
HAS_PERCENT: int
HAS_BRACKET_COLON: int
HAS_SEMICOLON: int
HAS_ADDRESS: int
HAS_QUESTION_TRADEMARK: int
FORM: int

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
