"""Windows tell each unit that is asked for once, with what stands before it, and hold no more than they may."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forelook.features.windows import LONGEST_UNIT, LOOK_AHEAD, LOOK_BACK, WINDOW, Window, cut_windows

SIZES = st.lists(st.integers(0, LONGEST_UNIT), max_size=60)


def measure(sizes: list[int], window: Window) -> int:
    return 1 + sum(size + 1 for size in sizes[window.back : window.end])


@given(SIZES)
def test_without_a_choice_every_unit_is_told_once(sizes: list[int]) -> None:
    assert [unit for window in cut_windows(sizes) for unit in range(window.first, window.last)] == list(range(len(sizes)))


@given(SIZES.flatmap(lambda sizes: st.tuples(st.just(sizes), st.lists(st.booleans(), min_size=len(sizes), max_size=len(sizes)))))
def test_what_is_wanted_is_told_once_in_windows_of_bounded_size(both: tuple[list[int], list[bool]]) -> None:
    sizes, wanted = both
    windows = list(cut_windows(sizes, wanted))
    told = [unit for window in windows for unit in range(window.first, window.last)]
    assert sorted(set(told)) == told
    assert {unit for unit, asked in enumerate(wanted) if asked} <= set(told)
    for window in windows:
        assert wanted[window.first]
        assert wanted[window.last - 1]
        assert max(0, window.first - LOOK_BACK) <= window.back <= window.first
        assert window.last <= window.end <= min(len(sizes), window.last + LOOK_AHEAD)
        assert measure(sizes, window) <= WINDOW or window.last == window.first + 1


@pytest.mark.parametrize(
    ("sizes", "wanted", "expected"),
    [
        pytest.param([10] * 8, {4}, [(2, 4, 5, 6)], id="one unit, two before, one after"),
        pytest.param([10] * 8, {0, 7}, [(0, 0, 8, 8)], id="what lies between is read once"),
        pytest.param([10, 60, 10, 100], {2}, [(1, 2, 3, 4)], id="of the units before, as many as a third holds"),
        pytest.param([100, 100, 100], {0, 2}, [(0, 0, 1, 1), (2, 2, 3, 3)], id="too far from each other"),
        pytest.param([10] * 3, set(), [], id="none"),
    ],
)
def test_windows(sizes: list[int], wanted: set[int], expected: list[tuple[int, int, int, int]]) -> None:
    assert [tuple(window) for window in cut_windows(sizes, [unit in wanted for unit in range(len(sizes))])] == expected
