"""Months: every way of writing one is read whole, and means the month of its first letters."""

from __future__ import annotations

import re

import pytest

from forelook.months import MONTH_NAMES, MONTHS, month_pattern


@pytest.mark.parametrize("name", MONTH_NAMES)
@pytest.mark.parametrize("cut", [lambda name: name, lambda name: name[:3], lambda name: f"{name[:3]}."], ids=["whole", "three letters", "with a full stop"])
def test_every_month(name: str, cut) -> None:  # type: ignore[no-untyped-def]
    written = cut(name)
    found = re.match(month_pattern(), written)
    assert found is not None
    assert found[0] == ("May" if name == "May" else written)
    assert MONTHS[found[0][:3].lower()] == MONTH_NAMES.index(name) + 1


@pytest.mark.parametrize(("text", "expected"), [("Sept. 5", "Sept."), ("Sept 5", "Sept"), ("june 5", None), ("Decline", "Dec"), ("Mayor", "May")])
def test_what_is_matched(text: str, expected: str | None) -> None:
    found = re.match(month_pattern(), text)
    assert (found and found[0]) == expected
