"""The subjects of statements and of factors."""

from __future__ import annotations

import pytest

from forelook.analyze.audit.subjects import factor_subjects, groups, shown, statement_subjects

STATEMENTS = {
    "sales": ("We expect sales to grow.", ["sales"]),
    "tax": ("Harrow expects a tax rate of 21%.", ["tax"]),
    "a deal": ("The merger should close in June.", ["deals"]),
    "a dividend, not the board that plans it": ("The board plans a dividend.", ["finance"]),
    "too vague": ("We look forward to things to come.", []),
}


@pytest.mark.parametrize(("words", "expected"), STATEMENTS.values(), ids=STATEMENTS)
def test_statement_subjects(words: str, expected: list[str]) -> None:
    assert shown(statement_subjects(words)) == expected


FACTORS = {
    "what it names": ("interest rates", {"finance"}),
    "what it affects": ("the price of steel", {"costs", "sales"}),
    "an approval narrows products": ("delays in approval by the FDA", {"approval", "products", "capital"}),
    "nothing": ("things to come", set()),
}


@pytest.mark.parametrize(("words", "expected"), FACTORS.values(), ids=FACTORS)
def test_factor_subjects(words: str, expected: set[str]) -> None:
    assert factor_subjects(words) == expected


def test_metrics_count_as_words() -> None:
    assert statement_subjects("We expect growth.", ["capital_expenditures"]) - statement_subjects("We expect growth.") == {"capital"}


def test_approval_is_not_shown_beside_products() -> None:
    assert shown(frozenset({"approval", "products"})) == ["products"]
    assert shown(frozenset(groups())) == [group for group in groups() if group != "approval"]
