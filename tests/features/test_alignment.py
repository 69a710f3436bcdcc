"""Alignment: copies begin with a line of the cache, and hold the same."""

from __future__ import annotations

import numpy as np
import pytest

from forelook.features.alignment import CACHE_LINE, align


@pytest.mark.parametrize("dtype", ["int8", "int16", "float32", "float64"])
@pytest.mark.parametrize("shape", [(0,), (1,), (7, 3), (64, 8)])
def test_copies(dtype: str, shape: tuple[int, ...]) -> None:
    for offset in range(4):  # wherever the original begins
        whole = np.arange(np.prod(shape) + offset).astype(dtype)
        array = whole[offset:].reshape(shape)
        made = align(array)
        assert (made.dtype, made.shape) == (array.dtype, array.shape)
        np.testing.assert_array_equal(made, array)
        if made.size:
            assert made.ctypes.data % CACHE_LINE == 0
            assert not np.shares_memory(made, array)
