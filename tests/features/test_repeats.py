"""Units that read like an earlier one."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from forelook.features.repeats import drop_repeats

UNITS = st.lists(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 1)), max_size=3), max_size=40)


def lay_out(units: list[list[tuple[int, int]]]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    pieces = np.array([piece for unit in units for piece, _ in unit], np.uint16)
    shapes = np.array([shape for unit in units for _, shape in unit], np.uint8)
    return pieces, shapes, np.array([len(unit) for unit in units], np.int32)


@given(UNITS)
@example([])
@example([[], [(0, 0)], [], [(0, 1)], [(0, 0)], [(0, 0), (0, 0)]])
def test_every_unit_reads_like_the_one_that_it_is_told(units: list[list[tuple[int, int]]]) -> None:
    *distinct, numbers = drop_repeats(*lay_out(units))
    differing = list(dict.fromkeys(map(tuple, units)))
    assert [part.tolist() for part in distinct] == [part.tolist() for part in lay_out([list(unit) for unit in differing])]
    assert [differing[number] for number in numbers] == [tuple(unit) for unit in units]


@pytest.mark.parametrize(("pieces", "shapes", "counts"), [(3, 3, [2]), (2, 3, [2]), (2, 2, [3, -1])], ids=["pieces", "shapes", "negative"])
def test_sizes_that_do_not_fit_are_refused(pieces: int, shapes: int, counts: list[int]) -> None:
    with pytest.raises(ValueError, match=f"{pieces} pieces, {shapes} shapes; expected as many as the units have, 2"):
        drop_repeats(np.zeros(pieces, np.uint16), np.zeros(shapes, np.uint8), np.array(counts, np.int32))
