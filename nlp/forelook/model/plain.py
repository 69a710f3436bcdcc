"""Plain data out of a file that joblib has written, and nothing else.

In: a file from anywhere. Out: a dictionary of arrays, strings and numbers; or a PlainDataError that says what else it holds, before
any of it has run, and before any array is read whose elements are not plain numbers.

A pickle names functions to call and states to set, and even the type of an array can be forged so that its bytes are taken for
addresses. So nothing that the file names is looked up: stand-ins take its place, which accept what joblib writes and no more.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

import numpy as np
from joblib.numpy_pickle import NumpyArrayWrapper, NumpyUnpickler

DTYPES = frozenset({"f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8"})
"""The types of elements that an array may have; bytes follow in the order of the machine that wrote them."""

_DTYPE_STATE_END = (None, None, None, -1, -1, 0)  # of a dtype without fields, shape or flags
_DIMENSIONS = 4
_ALIGNMENT = 16


class PlainDataError(Exception):
    """A file holds something other than plain data; the message says what."""


def read_plain(path: Path) -> dict[str, Any]:
    """Return the dictionary that `path` holds; raises PlainDataError for any other content, and OSError."""
    with path.open("rb") as file:
        try:
            content = _PlainUnpickler(str(path), file, ensure_native_byte_order=True).load()
        except PlainDataError:
            raise
        except MemoryError:
            raise PlainDataError("it asks for more memory than there is") from None
        except Exception as error:  # what damage makes of a pickle is no closed list
            raise PlainDataError(f"damaged: {type(error).__name__}: {error}") from error
    if not isinstance(content, dict) or not all(isinstance(name, str) for name in content):
        raise PlainDataError("it holds no dictionary of arrays")
    for name, value in content.items():
        if not isinstance(value, np.ndarray | str | int | float | bool):
            raise PlainDataError(f"{name} is a {type(value).__name__}, not an array, a string or a number")
    return content


class _ArrayType:
    """Stands for numpy.ndarray, which the file only names."""

    def __init__(self, *_: object) -> NoReturn:
        raise PlainDataError("it makes an array of its own, not as joblib does")


class _Dtype:
    """Stands for numpy.dtype: a name of the list, and the state that goes with it."""

    def __init__(self, name: object, *_align_and_copy: object) -> None:
        if not isinstance(name, str) or name not in DTYPES:
            raise PlainDataError(f"it holds an array of {name!r}, not of plain numbers ({', '.join(sorted(DTYPES))})")
        self.name = name
        self._is_swapped = False

    def __setstate__(self, state: object) -> None:
        if not isinstance(state, tuple) or len(state) != 8 or state[0] != 3 or state[1] not in {"<", ">", "|", "="} or state[2:] != _DTYPE_STATE_END:
            raise PlainDataError("it holds an array of a forged type")
        self._is_swapped = state[1] == (">" if sys.byteorder == "little" else "<")

    def make(self) -> np.dtype[Any]:
        """Return the true type."""
        true = np.dtype(self.name)
        return true.newbyteorder() if self._is_swapped else true


class _Array(NumpyArrayWrapper):  # type: ignore[misc]
    """Stands for joblib's description of the array that follows in the file; read only if all of it is plain."""

    def __init__(self, *_: object) -> None:  # what joblib writes is set as a state
        pass

    def __setstate__(self, state: object) -> None:
        if not isinstance(state, dict) or not set(state) <= {"subclass", "shape", "order", "dtype", "allow_mmap", "numpy_array_alignment_bytes"}:
            raise PlainDataError("it holds an array with a state of another kind")
        self._state = state

    def read(self, unpickler: _PlainUnpickler, ensure_native_byte_order: bool) -> Any:  # noqa: FBT001 - joblib's signature
        """Return the array."""
        state = self._state
        shape, dtype, order = state.get("shape"), state.get("dtype"), state.get("order")
        if type(shape) is not tuple or len(shape) > _DIMENSIONS or not all(type(size) is int and size >= 0 for size in shape):
            raise PlainDataError(f"it holds an array of the shape {str(shape)[:60]}")
        if type(dtype) is not _Dtype or order not in {"C", "F"} or state.get("subclass") is not _ArrayType:
            raise PlainDataError("it holds an array of a forged type")
        if state.get("numpy_array_alignment_bytes") not in {None, _ALIGNMENT}:
            raise PlainDataError("it holds an array that is aligned as joblib aligns none")
        true = dtype.make()
        size = true.itemsize
        for length in shape:
            size *= length
        if size > unpickler.bytes_left:
            raise PlainDataError(f"it promises an array of {size:,} bytes, more than it holds")
        self.shape, self.dtype, self.order, self.subclass, self.allow_mmap = shape, true, order, np.ndarray, False
        self.numpy_array_alignment_bytes = state.get("numpy_array_alignment_bytes")
        return super().read(unpickler, ensure_native_byte_order)


class _PlainUnpickler(NumpyUnpickler):  # type: ignore[misc]
    """Reads arrays, strings and numbers; looks up nothing that the file names."""

    _stand_ins = {  # noqa: RUF012 - never changed
        ("joblib.numpy_pickle", "NumpyArrayWrapper"): _Array,
        ("numpy", "ndarray"): _ArrayType,
        ("numpy", "dtype"): _Dtype,
    }

    def __init__(self, name: str, file: BinaryIO, *, ensure_native_byte_order: bool) -> None:
        super().__init__(name, file, ensure_native_byte_order=ensure_native_byte_order)
        self._size = os.fstat(file.fileno()).st_size

    @property
    def bytes_left(self) -> int:
        """How much of the file has not been read."""
        return self._size - int(self.file_handle.tell())

    def find_class(self, module: str, name: str) -> Any:
        """Return the stand-in for `module.name`."""
        if (module, name) not in self._stand_ins:
            raise PlainDataError(f"it holds {module}.{name}, not plain arrays")
        return self._stand_ins[module, name]

    def persistent_load(self, _: Any) -> NoReturn:
        """Refuse what is kept elsewhere."""
        raise PlainDataError("it refers to data outside of the file")

    def get_extension(self, code: int) -> NoReturn:
        """Refuse names by number."""
        raise PlainDataError(f"it names extension {code}, not plain arrays")
