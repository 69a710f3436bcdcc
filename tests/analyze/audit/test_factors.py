"""Which parts of a legend's sentences are factors."""

from __future__ import annotations

import pytest

from forelook.analyze.audit.factors import cut_factors, cut_item, cut_subject, sentences

CAN_DIFFER = "Factors that could cause results to differ include"
LISTS = {
    "between commas": (
        f"{CAN_DIFFER} demand for valves, the price of steel and delays at our foundry.",
        ["demand for valves", "the price of steel", "delays at our foundry"],
    ),
    "between semicolons": (f"{CAN_DIFFER}: demand for valves; the price of steel, coal and gas; and a strike.", ["demand for valves", "the price of steel, coal and gas", "a strike"]),
    "numbered": (f"{CAN_DIFFER}: (1) demand for valves, (2) the price of steel; and (3) a strike.", ["demand for valves", "the price of steel", "a strike"]),
    "a comma of a company's name": (f"{CAN_DIFFER} orders from Ashby, Inc., the price of steel, and a strike.", ["orders from Ashby, Inc", "the price of steel", "a strike"]),
    "a comma in parentheses": (f"{CAN_DIFFER} the lease (rent, term and deposit), and a strike.", ["the lease (rent, term and deposit)", "a strike"]),
    "an and inside the last": (f"{CAN_DIFFER} a strike, and the gap between prices and costs.", ["a strike", "the gap between prices and costs"]),
    "a part that continues": (
        f"{CAN_DIFFER} the merger with Ashby, including those related to its closing, and the price of steel.",
        ["the merger with Ashby, including those related to its closing", "the price of steel"],
    ),
    "other risks at the end": (f"{CAN_DIFFER} a strike, the price of steel and other risks described in our Form 10-K.", ["a strike", "the price of steel"]),
    "told elsewhere, too": (
        f"{CAN_DIFFER} orders from distributors, steel prices and delays in Waterloo, and as described in our Form 10-K.",
        ["orders from distributors", "steel prices", "delays in Waterloo"],
    ),
    "an and before others": (
        f"{CAN_DIFFER} a strike, changes in supply and demand, and other risks described in our Form 10-K.",
        ["a strike", "changes in supply and demand"],
    ),
    "a filler before the list": ("Risks include, but are not limited to, a strike, the price of steel and a fire.", ["a strike", "the price of steel", "a fire"]),
    "only a reference": ("Factors that could cause results to differ are described in our Form 10-K.", []),
    "a list of something else": ("We expect sales to grow, costs to fall and margins to rise.", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LISTS.values(), ids=LISTS)
def test_lists_are_cut(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in cut_factors(text, 0, len(text))] == expected


def test_a_sentence_continues_the_one_before() -> None:
    text = "These include the price of steel, a fire and a strike."
    assert [text[start:end] for start, end in cut_factors(text, 0, len(text), cued=True)] == ["the price of steel", "a fire", "a strike"]
    assert cut_factors(text, 0, len(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Delays at our foundry, or the price of steel, could cause results to differ.", ["Delays at our foundry", "the price of steel"], id="things"),
        pytest.param("These factors could cause results to differ.", [], id="only a reference"),
        pytest.param("We may fail.", [], id="no result"),
    ],
)  # fmt: skip
def test_a_subject_is_cut(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in cut_subject(text, 0, len(text))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("• the loss of our lease in Waterloo;", ["the loss of our lease in Waterloo"], id="one"),
        pytest.param("the loss of our lease; a strike; and other risks", ["the loss of our lease", "a strike"], id="several"),
        pytest.param("and", [], id="none"),
    ],
)
def test_an_item_is_cut(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in cut_item(text, 0, len(text))] == expected


def test_sentences_of_a_unit() -> None:
    text = "Sales may fall. Harrow Inc. may fail. A U.S. Court may rule! “It may,” he said. the end"
    assert [text[start:end] for start, end in sentences(text, 0, len(text))] == [
        "Sales may fall.",
        "Harrow Inc. may fail.",
        "A U.S. Court may rule!",
        "“It may,” he said. the end",
    ]
