"""Items: what messages call them, and what is said of those that give no release."""

from __future__ import annotations

import pytest

from forelook.errors import InputError, MissingExtraError
from forelook.parallel.items import Failure, Item, describe_death, describe_defect, name_item
from forelook.read import Input, JsonLine
from forelook.records import Document, Source

NAMED: list[tuple[Item, str]] = [
    (Input("filings/tarn.txt", "tarn"), "filings/tarn.txt"),
    (JsonLine("rows.jsonl", "rows.jsonl, line 3", b"{}"), "rows.jsonl, line 3"),
    (Document("tarn", "Oats rose.", Source(path="rows.parquet")), "rows.parquet, id tarn"),
    (Document("tarn", "Oats rose.", Source()), "text tarn"),
    (Failure("filings/rim.txt", "it is empty", "leave it out"), "filings/rim.txt"),
]


@pytest.mark.parametrize(("item", "name"), NAMED, ids=[type(item).__name__ + str(number) for number, (item, _) in enumerate(NAMED)])
def test_names(item: Item, name: str) -> None:
    assert name_item(item) == name


def test_an_error_says_where_why_and_what_to_do() -> None:
    assert Failure.from_error(InputError("tarn.txt", "it is empty", "leave it out")) == Failure("tarn.txt", "it is empty", "leave it out")


def test_a_missing_library_is_one_inputs_failure() -> None:
    failure = Failure.from_missing("tarn.pdf", MissingExtraError("reading PDF", "office"))
    assert failure.path == "tarn.pdf"
    assert "office" in f"{failure.reason}; {failure.advice}"


def test_a_defect_names_the_document_and_the_error() -> None:
    failure = describe_defect(Document("tarn", "Oats rose.", Source()), ValueError("no oats"))
    assert (failure.path, failure.reason) == ("text tarn", "tagging failed: ValueError: no oats")


def test_a_death_names_the_item() -> None:
    failure = describe_death(Input("tarn.pdf", "tarn"))
    assert failure.path == "tarn.pdf"
    assert "died of it, twice" in failure.reason
