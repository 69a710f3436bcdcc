"""Check 16: non-GAAP guidance."""

from __future__ import annotations

import pytest
from tests.analyze.audit.build import HEAD, draft, grade

from forelook.records import Figure, FigureMetric, FigurePeriod, Place

ADJUSTED = ("G\tHarrow Valve expects 2021 adjusted EBITDA of $44 million to $47 million.",)
OLD = (HEAD[0], "M\tCEDAR FALLS, Iowa, May 6, 2002 -- ", HEAD[2])
MEASURES = {
    "nothing said": (HEAD, ADJUSTED, (), "missing"),
    "a table": (HEAD, ADJUSTED, ("M\tReconciliation of guidance for 2021", "TG\tNet income 20 to 22\nInterest 24\nAdjusted EBITDA 44 to 47"), "fine"),
    "unreasonable efforts": (HEAD, ADJUSTED, ("H\tWe cannot reconcile adjusted EBITDA without unreasonable efforts.",), "fine"),
    "not provided": (HEAD, ADJUSTED, ("H\tA reconciliation of this outlook is not provided.",), "weak"),
    "elsewhere": (HEAD, ADJUSTED, ("H\tReconciliations are found on our website.",), "weak"),
    "a past reconciliation": (HEAD, ADJUSTED, ("TH\tNet income 5 4\nAdjusted EBITDA 11 9",), "missing"),
    "GAAP measures": (HEAD, ("G\tHarrow Valve expects 2021 revenue of $44 million.",), (), "not_applicable"),
    "no number": (HEAD, ("G\tHarrow Valve expects adjusted EBITDA to grow.",), (), "not_applicable"),
    "before Regulation G": (OLD, ADJUSTED, (), "not_applicable"),
    "free cash flow": (HEAD, ("G\tWe expect free cash flow of more than $12 million.",), (), "missing"),
}


@pytest.mark.parametrize(("first", "forward", "more", "expected"), MEASURES.values(), ids=MEASURES)
def test_non_gaap_reconciled(first: tuple[str, ...], forward: tuple[str, ...], more: tuple[str, ...], expected: str) -> None:
    assert grade(draft(*forward, head=first, more=more), "non_gaap_reconciled") == expected


def test_net_proceeds_are_no_measure() -> None:
    """Their figure has a basis by the words "before expenses"; a core measure without a name of its own has one by itself."""
    found = {}
    for words in ("net proceeds of $7 million before expenses", "core earnings of $7 million"):
        said = f"We expect {words}."
        start = said.index("$7")
        place = {"statement": 1, "metric": FigureMetric("other", 10, start - 4), "basis": "non_gaap", "value": Place(start, start + 10)}
        figure = Figure(
            **place, entity=None, period=FigurePeriod("2021"), measure="level", form="point", low=7e6, high=7e6, unit="USD", noun=None,
            scale_missing=False, trend=None, growth_basis=None, direction="issued", prior=None, score=0.9,
        )  # fmt: skip
        found[words[:4]] = grade(draft(f"G\t{said}", figures=[figure]), "non_gaap_reconciled")
    assert found == {"net ": "not_applicable", "core": "missing"}
