"""Columns of the user's own: which there are, and the one type that holds all that a column holds."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from forelook.export.kept import find_columns, fit

COLUMNS = [
    pytest.param([1, 2], "int", id="whole numbers"),
    pytest.param([1, 2.5], "float", id="whole numbers and others"),
    pytest.param([True, None], "bool", id="yes and nothing"),
    pytest.param([True, 1], "string", id="yes and a number"),
    pytest.param([None], "string", id="nothing"),
    pytest.param([2**63], "string", id="a number beyond 64 bits"),
    pytest.param([-(2**63)], "int", id="the smallest of 64 bits"),
    pytest.param([1, "one"], "string", id="a number and a word"),
    pytest.param([{"a": 1}], "string", id="an object"),
]


@pytest.mark.parametrize(("values", "expected"), COLUMNS)
def test_a_type_holds_all_values(values: list[Any], expected: str) -> None:
    blocks = [msgspec.json.encode({"id": "tarn", "meta": {"column": value}}) + b"\n" for value in values]
    with find_columns(blocks) as (again, columns):
        assert columns == {"column": expected}
        assert b"".join(again) == b"".join(blocks)


def test_columns_are_in_the_order_of_their_first_occurrence() -> None:
    blocks = [b'{"meta": {"sector": "clay"}}\n{"meta": {"year": 2019, "sector": "oats"}}\n']
    with find_columns(blocks) as (_, columns):
        assert columns == {"sector": "string", "year": "int"}


@pytest.mark.parametrize(
    ("value", "kind", "expected"),
    [
        pytest.param(1, "float", 1.0, id="a whole number among others"),
        pytest.param(1, "string", "1", id="a number among words"),
        pytest.param({"a": [1]}, "string", '{"a":[1]}', id="an object is JSON"),
        pytest.param("one", "string", "one", id="a word stays"),
        pytest.param(None, "int", None, id="nothing stays nothing"),
    ],
)
def test_values_are_fitted(value: Any, kind: Any, expected: Any) -> None:
    found = fit(value, kind)
    assert found == expected
    assert type(found) is type(expected)
