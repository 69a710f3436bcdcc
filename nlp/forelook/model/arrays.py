"""What arrays a model holds: name, types, shape. Training writes them, the classifier reads them, and loading checks them.

In: a dictionary from anywhere. Out: nothing, or a ValueError that says which array is not as it should be.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from msgspec import Struct

from forelook.features.extract import WIDTH
from forelook.model.classifier import CLASSES, INPUTS

LARGEST = 1e6
"""No trained number comes near this; sums of larger ones would end in infinities."""


class Expected(Struct, frozen=True):
    """What is expected of an array: one of `dtypes`, and `shape`, in which None stands for any length."""

    dtypes: frozenset[str]
    shape: tuple[int | None, ...]


_FLOATS = frozenset({"f2", "f4", "f8"})

ARRAYS: dict[str, Expected] = {
    "weights": Expected(_FLOATS | {"i1"}, (WIDTH, len(CLASSES))),
    "intercept": Expected(_FLOATS, (len(CLASSES),)),
    "second_weights": Expected(_FLOATS, (INPUTS, len(CLASSES))),
    "second_intercept": Expected(_FLOATS, (len(CLASSES),)),
}

OPTIONAL: dict[str, Expected] = {"weight_scales": Expected(_FLOATS, (len(CLASSES),))}  # of weights that are kept in a byte each
TRANSFORMER: dict[str, Expected] = {  # of the directory that `precise` names
    "network": Expected(frozenset({"u1"}), (None,)),
    "vocabulary": Expected(frozenset({"u1"}), (None,)),
    "second_weights": ARRAYS["second_weights"],
    "second_intercept": ARRAYS["second_intercept"],
}
ENCODER = "encoder/"  # before the names of the text encoder's arrays, which it checks itself


def check_arrays(content: Mapping[str, Any], expected: Mapping[str, Expected] = ARRAYS) -> None:
    """Raise ValueError or TypeError unless `content` holds all that is expected, every array of the right type and shape, with finite numbers."""
    if missing := sorted(set(expected) - set(content)):
        raise ValueError(f"it has no {', '.join(missing)}")
    if unknown := sorted(name for name in set(content) - set(expected) - set(OPTIONAL) if not name.startswith(ENCODER)):
        raise ValueError(f"it holds {', '.join(unknown)}, which this version of forelook does not know")
    for name, array in content.items():
        if name.startswith(ENCODER):
            if not isinstance(array, np.ndarray) or (array.dtype.kind == "f" and not np.isfinite(array).all()):
                raise ValueError(f"{name} is no array of finite numbers")
            continue
        wanted = expected[name] if name in expected else OPTIONAL[name]
        if not isinstance(array, np.ndarray):
            raise TypeError(f"{name} is a {type(array).__name__}, not an array")
        if array.dtype.str[1:] not in wanted.dtypes:
            raise ValueError(f"{name} is of type {array.dtype}; expected one of {', '.join(sorted(wanted.dtypes))}")
        if len(array.shape) != len(wanted.shape) or any(size not in {None, length} for size, length in zip(wanted.shape, array.shape, strict=True)):
            raise ValueError(f"{name} of shape {array.shape}; expected {tuple('any' if size is None else size for size in wanted.shape)}")
        if array.dtype.kind == "f" and array.size and not float(np.abs(array).max()) <= LARGEST:
            raise ValueError(f"{name} holds numbers that are not finite, or larger than {LARGEST:,.0f}")
