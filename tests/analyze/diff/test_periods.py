"""Periods set against each other."""

from __future__ import annotations

from datetime import date

import pytest

from forelook.analyze.diff.periods import comes_after, is_over

AFTER = {
    "the next year": ("2030", "2031", True),
    "the next quarter": ("2030-Q4", "2031-Q1", True),
    "the same quarter a year on": ("2030-Q2", "2031-Q2", True),
    "quarters by their months": ("2030-09Q", "2030-12Q", True),
    "the next half": ("2030-H2", "2031-H1", True),
    "a month by its number": ("2030-11", "2031-02", True),
    "the same": ("2030", "2030", False),
    "before": ("2031", "2030", False),
    "two years on": ("2030", "2032", False),
    "a quarter after a year": ("2030", "2031-Q1", False),
    "a stretch": ("2030", "2031/2033", False),
    "none": (None, "2031", False),
}


@pytest.mark.parametrize(("old", "new", "expected"), AFTER.values(), ids=AFTER)
def test_comes_after(old: str | None, new: str | None, expected: bool) -> None:
    assert comes_after(old, new) is expected


OVER = {
    "a quarter, the month after": ("2030-Q1", date(2030, 4, 1), True),
    "a quarter, its last month": ("2030-Q1", date(2030, 3, 31), False),
    "a year": ("2030", date(2031, 1, 20), True),
    "a year that runs": ("2030", date(2030, 12, 20), False),
    "no day": ("2030", None, False),
    "no period that ends": ("long-term", date(2031, 1, 20), False),
}


@pytest.mark.parametrize(("name", "day", "expected"), OVER.values(), ids=OVER)
def test_is_over(name: str, day: date | None, expected: bool) -> None:
    assert is_over(name, day) is expected
