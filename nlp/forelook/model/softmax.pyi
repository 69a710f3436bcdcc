from typing import Any

import numpy.typing as npt

from forelook.arrays import Floats

def log_softmax(logits: npt.NDArray[Any]) -> Floats: ...
def softmax(logits: npt.NDArray[Any]) -> Floats: ...
