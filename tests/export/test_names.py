"""How figures are written for people: bounds, units, ways, what was predicted before."""

from __future__ import annotations

import pytest

from forelook.export.names import write_amount, write_with_prior
from forelook.records import Figure, FigureMetric, FigurePeriod, FigurePrior


def make(low: float | None, high: float | None, unit: str | None, form: str = "range", **more: object) -> Figure:
    named = {"metric": FigureMetric("revenue", 0, 7), "prior": None, "noun": None, "trend": None, "measure": "level", **more}
    return Figure(
        statement=0,
        basis="unknown",
        entity=None,
        period=FigurePeriod(None, None, None, None),
        form=form,
        low=low,
        high=high,
        unit=unit,
        scale_missing=False,
        growth_basis=None,
        direction="issued",
        value=None,
        score=0.5,
        **named,
    )


AMOUNTS = {
    "a range of one scale": (make(342e6, 348e6, "USD"), "$342 to $348 million"),
    "a range with decimals in one end": (make(1.6e9, 1.64e9, "USD"), "$1.60 to $1.64 billion"),
    "a loss with decimals in one end": (make(-12.5e6, -10e6, "EUR"), "−€12.5 to −€10.0 million"),
    "one amount without decimals": (make(1.6e9, 1.6e9, "USD", "point"), "$1.6 billion"),
    "a percentage with decimals in one end": (make(10, 12.5, "percent"), "10% to 12.5%"),
    "a range of two scales": (make(900e6, 1.1e9, "USD"), "$900 million to $1.1 billion"),
    "a share": (make(1.5, 1.575, "USD/share"), "$1.50 to $1.575 a share"),
    "a loss a share": (make(-0.02, -0.01, "USD/share"), "−$0.02 to −$0.01 a share"),
    "per cent": (make(5, 8, "percent", measure="change"), "+5% to +8%"),
    "points": (make(50, 75, "basis_points"), "50 to 75 bps"),
    "another currency": (make(2e9, 2e9, "CHF", "approximately"), "about CHF 2 billion"),
    "what is counted": (make(1200, 1300, "count", noun="vehicles"), "1,200 to 1,300 vehicles"),
    "a share count": (make(449e6, 449e6, "count", "point", noun="shares", metric=FigureMetric("share_count", 0, 6)), "449 million"),
    "an open end": (make(2.1, None, "USD/share", "at_least"), "at least $2.10 a share"),
    "a way": (make(None, None, None, "qualitative", trend="up"), "up"),
    "an act": (make(None, None, None, "unstated"), ""),
}


@pytest.mark.parametrize(("figure", "words"), AMOUNTS.values(), ids=AMOUNTS)
def test_amounts(figure: Figure, words: str) -> None:
    assert write_amount(figure) == write_with_prior(figure) == words


def test_with_what_was_predicted_before() -> None:
    figure = make(342e6, 348e6, "USD", prior=FigurePrior(335e6, None, 0, 1))
    assert write_amount(figure) == "$342 to $348 million"
    assert write_with_prior(figure) == "$342 to $348 million, was $335 million"
