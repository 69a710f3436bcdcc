"""Metrics: the words that name them, the longest first."""

from __future__ import annotations

import pytest

from forelook.figures.metrics.mentions import find_metrics

GOLDEN = {
    "comparable sales": ("comparable store sales", ["comparable_sales"]),
    "same-store": ("same-store sales", ["comparable_sales"]),
    "cost of goods": ("cost of goods sold", ["cost_of_revenue"]),
    "margin before profit": ("gross profit margin", ["gross_margin"]),
    "EBITDA and its margin": ("EBITDA margin and adjusted EBITDA", ["ebitda_margin", "ebitda"]),
    "per diluted share": ("net income per diluted share", ["eps"]),
    "diluted earnings": ("Diluted earnings for the quarter", ["eps"]),
    "operations": ("cash flow from operations and free cash flow", ["operating_cash_flow", "free_cash_flow"]),
    "administration": ("selling, general and administrative expenses", ["sga_expenses"]),
    "tax": ("effective income tax rate", ["tax_rate"]),
    "before taxes": ("earnings before taxes", ["pretax_income"]),
    "reconciled shares": ("Shares used to compute diluted net income per share", ["share_count"]),
    "funds": ("adjusted funds from operations per share", ["ffo"]),
    "capital": ("capital-expenditures of the year", ["capital_expenditures"]),
    "buybacks": ("share repurchases", ["share_repurchases"]),
    "words that may be written as one": ("pretax income, a buyback, writedowns, the workforce", ["pretax_income", "share_repurchases", "charges", "other"]),
    "and with a hyphen": ("pre-tax income, a buy-back, write-downs", ["pretax_income", "share_repurchases", "charges"]),
    "a sales force": ("the sales force", []),
    "a dividend yield": ("a dividend yield", []),
    "part of a word": ("wholesalesman", []),
}


@pytest.mark.parametrize(("text", "names"), GOLDEN.values(), ids=GOLDEN)
def test_metric(text, names):
    assert [mention.name for mention in find_metrics(text)] == names
