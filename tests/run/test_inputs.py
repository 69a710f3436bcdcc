"""Batches of inputs: how many items each has."""

from __future__ import annotations

import pytest

from forelook.records import Document
from forelook.run.inputs import BATCH_BYTES, make_batches


@pytest.mark.parametrize(
    ("count", "size", "batch_size", "expected"),
    [
        pytest.param(0, 1, 128, [], id="nothing"),
        pytest.param(5, 1, 128, [5], id="fewer than the first batch holds"),
        pytest.param(200, 1, 128, [8, 16, 32, 64, 80], id="each twice as large as the one before"),
        pytest.param(300, 1, 64, [8, 16, 32, 64, 64, 64, 52], id="but no larger than asked for"),
        pytest.param(7, 1, 3, [3, 3, 1], id="the first one neither"),
        pytest.param(5, BATCH_BYTES // 2, 128, [2, 2, 1], id="long texts"),
    ],
)
def test_batches_grow_to_their_full_size(count: int, size: int, batch_size: int, expected: list[int]) -> None:
    batches = make_batches(((Document(str(number), "Acme sold pumps."), size) for number in range(count)), batch_size)
    assert [len(batch.items) for batch in batches] == expected
