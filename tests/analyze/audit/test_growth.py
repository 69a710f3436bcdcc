"""Audits of hostile releases: the work grows with the text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.analyze.audit.build import draft
from tests.fuzz.growth import SLACK, TIMES, grow

from forelook import audit

FACTORS: dict[str, Callable[[int], str]] = {
    "a gap without an end": lambda times: "the price of steel, the" + " " * (20 * times) + "x",
    "references to others": lambda times: "the price of steel, " + "and other risks or " * times + "x",
    "many factors": lambda times: "; ".join(f"the price of steel of kind {number}" for number in range(times)),
}


@pytest.mark.parametrize("make", FACTORS.values(), ids=FACTORS)
def test_factors(make: Callable[[int], str]) -> None:
    assert grow(audit, lambda times: draft(factors=f"Factors that could cause such differences include {make(times)}."), 40) < TIMES * SLACK


def test_marks_between_names() -> None:
    """A row of "&" before a name can be read in one way only."""
    said = "QF|Jane Roe\t“We expect sales to grow,” said Ashby{} and Jane Roe, a buyer."
    assert grow(audit, lambda times: draft(said.format(" &" * times)), 3) < TIMES * SLACK
