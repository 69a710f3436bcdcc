"""The second pass's inputs and its product, compiled, are those of NumPy; an item has its lead-in and its heading beside it."""

from __future__ import annotations

import numpy as np
import pytest

from forelook.model.neighbours import multiply, surround

STEPS = np.array([-2, -1, 1, 2])
CLASSES = 6
SENTENCE, HEADING, TITLE, ITEM = range(4)


def surround_slowly(logs: np.ndarray, probabilities: np.ndarray, means: np.ndarray, kinds: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    nothing, rows, first = np.zeros(CLASSES), [], 0
    for size, mean in zip(sizes.tolist(), means, strict=True):
        release, own_kinds = probabilities[first : first + size], kinds[first : first + size].tolist()
        for unit, kind in enumerate(own_kinds):
            near = [release[unit + step] if 0 <= unit + step < size else nothing for step in STEPS.tolist()]
            no_items = [place for place in range(unit) if own_kinds[place] != ITEM]
            headings = [place for place in no_items if own_kinds[place] in (HEADING, TITLE)]
            lead_in, heading = (release[places[-1]] if places else nothing for places in (no_items, headings))
            introduced = [lead_in, heading, nothing] if kind == ITEM else [nothing, nothing, nothing if kind in (HEADING, TITLE) else heading]
            own = logs[first + unit]
            rows.append(np.concatenate([own - own.mean(), release[unit], *near, *introduced, mean]))
        first += size
    return np.array(rows).reshape(len(logs), CLASSES * (len(STEPS) + 6))


@pytest.mark.parametrize("sizes", [[], [0], [1], [2, 0, 1], [5, 3, 40], [0, 7, 0]], ids=str)
def test_rows_are_those_of_numpy(sizes: list[int]) -> None:
    chance = np.random.default_rng(2)
    counts = np.array(sizes, np.int64)
    logs, probabilities = chance.standard_normal((2, sum(sizes), CLASSES))
    means = chance.random((len(sizes), CLASSES))
    kinds = chance.choice(np.array([SENTENCE, HEADING, TITLE, ITEM, ITEM], np.uint8), sum(sizes))
    rows = surround(logs, probabilities, means, kinds, counts, STEPS, HEADING, TITLE, ITEM)
    np.testing.assert_array_equal(rows, surround_slowly(logs, probabilities, means, kinds, counts))


OUTLOOK = [TITLE, SENTENCE, HEADING, SENTENCE, ITEM, ITEM, SENTENCE, ITEM]


@pytest.mark.parametrize(
    ("sizes", "unit", "introduced"),
    [
        ([8], 0, (None, None, None)),
        ([8], 1, (None, None, 0)),
        ([8], 2, (None, None, None)),
        ([8], 4, (3, 2, None)),
        ([8], 5, (3, 2, None)),
        ([8], 6, (None, None, 2)),
        ([8], 7, (6, 2, None)),
        ([3, 5], 4, (3, None, None)),
        ([4, 4], 4, (None, None, None)),
        ([4, 4], 6, (None, None, None)),
        ([4, 4], 7, (6, None, None)),
    ],
    ids=[
        "a title stands under nothing",
        "a sentence stands under the title",
        "a heading stands under nothing",
        "an item has lead-in and heading",
        "another item of the list has the same",
        "a sentence after the list has the heading alone",
        "another list has a lead-in of its own",
        "the heading of another release is none",
        "the sentence before, in another release, is no lead-in",
        "nor is its heading that of a sentence",
        "nor that of a list",
    ],
)
def test_what_introduces_a_unit(sizes: list[int], unit: int, introduced: tuple[int | None, ...]) -> None:
    probabilities = np.repeat(np.arange(1.0, 9.0)[:, None], CLASSES, axis=1)
    means = np.zeros((len(sizes), CLASSES))
    rows = surround(probabilities, probabilities, means, np.array(OUTLOOK, np.uint8), np.array(sizes), STEPS, HEADING, TITLE, ITEM)
    found = rows[unit].reshape(-1, CLASSES)[-4:-1, 0]
    assert found.tolist() == [0.0 if other is None else other + 1.0 for other in introduced]


def test_products_are_summed_in_the_order_of_the_inputs() -> None:
    chance = np.random.default_rng(3)
    inputs, weights = chance.standard_normal((50, 42)), chance.standard_normal((42, CLASSES))
    sums = np.zeros((50, CLASSES))
    for column, row in zip(inputs.T, weights, strict=True):
        sums += column[:, None] * row
    np.testing.assert_array_equal(multiply(inputs, weights), sums)


@pytest.mark.parametrize(
    ("rows", "sizes"),
    [((3, 3, 1, 3), [2]), ((3, 2, 1, 3), [3]), ((3, 3, 2, 3), [3]), ((3, 3, 1, 2), [3]), ((3, 3, 1, 3), [4])],
    ids=str,
)
def test_what_does_not_fit_is_refused(rows: tuple[int, int, int, int], sizes: list[int]) -> None:
    *arrays, kinds = [np.zeros((count, CLASSES)) for count in rows[:3]] + [np.zeros(rows[3], np.uint8)]
    with pytest.raises(ValueError, match="expected 3 and"):
        surround(*arrays, kinds, np.array(sizes), STEPS, HEADING, TITLE, ITEM)
    with pytest.raises(ValueError, match="a release of -1 units; expected 0 or more"):
        surround(*arrays, kinds, np.array([4, -1]), STEPS, HEADING, TITLE, ITEM)
    with pytest.raises(ValueError, match="probabilities of 5 classes, means of 6; expected 6"):
        surround(np.zeros((1, 6)), np.zeros((1, 5)), np.zeros((1, 6)), np.zeros(1, np.uint8), np.array([1]), STEPS, HEADING, TITLE, ITEM)
    for shape in ((4, CLASSES), (3, 9)):
        with pytest.raises(ValueError, match="inputs of width 3 for weights of shape"):
            multiply(np.zeros((2, 3)), np.zeros(shape))
