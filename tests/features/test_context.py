"""Context codes: what each column says of a unit."""

from __future__ import annotations

import pytest

from forelook.features.extract import find_context
from forelook.segment.segmentation import KIND_CODES, segment

KIND, PLACE, TENTH, LENGTH, QUOTED, SHOUT, LAST, FORM = 0, 3, 4, 5, 6, 8, 9, 18


def codes(text: str, column: int, unit: int = 0) -> int:
    return int(find_context(text, segment(text))[unit, column])


@pytest.mark.parametrize(
    ("text", "bits"),
    [
        pytest.param("Sales rose once more.", 0, id="plain"),
        pytest.param("Sales rose to $4 million.", 1, id="money"),
        pytest.param("Sales rose to £4 million.", 1, id="other money"),
        pytest.param("Sales rose by 4%.", 2, id="a percentage"),
        pytest.param("Sales rose by four percent.", 2, id="a percentage in words"),
        pytest.param("Sales rose (again).", 4, id="a bracket"),
        pytest.param("Sales rose again: by much; by more.", 24, id="a colon and a semicolon"),
        pytest.param("The site www.tarn.example told of sales that rose.", 64, id="a web address"),
        pytest.param("Tarn® tile sold well.", 256, id="a trademark"),
    ],
)
def test_forms(text: str, bits: int) -> None:
    assert codes(text, FORM) % 1024 == bits


@pytest.mark.parametrize(
    ("text", "last"),
    [("Sales of tile rose once more in the spring of the year.", ord(".")), ("Sales rose in 2021", 1 + 0x10000), ("Sales Rose in Ohio", 2 + 0x10000)],
)
def test_the_last_character(text: str, last: int) -> None:
    assert codes(text, LAST) == last


def test_capitals() -> None:
    kind = KIND_CODES["heading"]
    assert codes("TARN TILE SELLS MORE", SHOUT) == 1 + 2 * kind
    assert codes("Tarn Tile Sells More", SHOUT) == 2 * kind
    assert codes("ÉCLAIR SELLS MORE", SHOUT) == 1 + 2 * kind


def test_places_lengths_and_kinds() -> None:
    text = "Tarn Tile Sells More\n\nSales rose once more in the spring. Costs fell a little.\n"
    found = segment(text)
    context = find_context(text, found)
    heading, sentence = KIND_CODES["heading"], KIND_CODES["sentence"]
    assert context[:, KIND].tolist() == [heading, sentence, sentence]
    assert context[:, 1].tolist() == [heading * 16 + 15, sentence * 16 + heading, sentence * 16 + sentence]
    assert context[:, PLACE].tolist() == [16, 1, 2]
    assert context[:, TENTH].tolist() == [16, 3, 6]
    assert (context[:, LENGTH] % 16).tolist() == [(unit.end - unit.start).bit_length() for unit in found.units]


def test_quotation_states() -> None:
    text = 'Sales rose. "We sold all that we made this year," said Nora Quist, president of Tarn Tile. Costs fell.'
    context = find_context(text, segment(text))
    assert (context[:, QUOTED] % 8).tolist() == [0, 4, 0]
