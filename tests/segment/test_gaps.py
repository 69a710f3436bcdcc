"""Gaps: which blocks may belong to the one before, by the characters and words around the blank lines between them."""

from __future__ import annotations

import pytest

from forelook.segment.blocks import PARAGRAPH, Block
from forelook.segment.gaps import find_joinable


def find(*contents: str) -> list[int]:
    text = "\n\n".join(contents)
    starts = [len("\n\n".join((*contents[:number], ""))) for number in range(len(contents))]
    return find_joinable(text, [Block(start, start + len(content), PARAGRAPH) for start, content in zip(starts, contents, strict=True)])


@pytest.mark.parametrize(
    ("before", "after", "joinable"),
    [
        pytest.param("The mill was sold.", "Orrin Paper said so.", False, id="two sentences"),
        pytest.param("The mill was sold to the", "Board of the town.", True, id="a function word before"),
        pytest.param("ORRIN PAPER NAMES A HEAD", "OF ITS MILL", True, id="a function word after, in capitals"),
        pytest.param("The mill was", "sold in May.", True, id="a small letter after"),
        pytest.param("The mill, which is old,", "Orrin Paper said.", True, id="a comma before"),
        pytest.param("Lena Brandt said:", "“The mill was sold.”", True, id="a quotation mark after"),
        pytest.param("•", "Sales rose.", True, id="a mark alone"),
        pytest.param("She holds a Ph.", "D. in chemistry.", True, id="a degree"),
        pytest.param("The new model i.", "MX chips are in it.", True, id="a letter alone and a full stop"),
        pytest.param("The mill was sold in May", "Orrin Paper said so.", False, id="no full stop, but nothing that links"),
        pytest.param("The mill hasnevertheless", "Orrin Paper said so.", False, id="a word that ends like one that links"),
    ],
)
def test_two_blocks(before: str, after: str, joinable: bool) -> None:
    assert find(before, after) == ([1] if joinable else [])


def test_a_block_may_belong_to_one_before_those_that_it_was_joined_with() -> None:
    assert find("The mill was sold to the", "“", "Board of the town.") == [1, 2]


def test_nothing_before_the_first_block() -> None:
    assert find("sold in May.") == []
    assert find() == []
