"""Lists on plain lines: which statements are lists, and what each item gives."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from forelook.figures import find_figures
from forelook.figures.lines import split_lines

LISTS = {
    "labels": (
        "Revenue: $2.5 to $2.6 million\n\tOperating margin: around 10 percent\n\tFree cash flow: at least $100,000",
        [("revenue", 2.5e6, 2.6e6), ("operating_margin", 10, 10), ("free_cash_flow", 100_000, None)],
    ),
    "figures": (
        "EBITDA of $15 million to $16 million;\n\tEffective tax rate of 24%; and\n\tCapital expenditures of $4 million.",
        [("ebitda", 15e6, 16e6), ("tax_rate", 24, 24), ("capital_expenditures", 4e6, 4e6)],
    ),
    "capitals and figures": (
        "Revenue to increase about 10%\n\tNet sales of hoses to be $4 million in all\n\tGross margin of 35% or more\n\tTax rate of 24% before credits",
        [("revenue", 10, 10), ("revenue", 4e6, 4e6), ("gross_margin", 35, None), ("tax_rate", 24, 24)],
    ),
}


@pytest.mark.parametrize(("text", "records"), LISTS.values(), ids=LISTS)
def test_list(make_release, text, records):
    release = make_release(f"M\tOutlook\n\nG\tFor 2026, the company expects:\n\nTG\n\t{text}\n")
    release.statements[-1] = replace(release.statements[-1], kind="sentence")
    figures = find_figures(release)
    assert [(figure.metric.name, figure.low, figure.high) for figure in figures] == records
    assert {figure.period.name for figure in figures} == {"2026"}


def test_the_first_line_leads_in(make_release):
    text = "Third quarter 2026 guidance:\n\tRevenue $735 - $745 million\n\tAdjusted EBITDA $236 - $242 million"
    release = make_release(f"M\tOutlook\n\nG\tHalvorsen is confident.\n\nTG\n\t{text}\n")
    release.statements[-1] = replace(release.statements[-1], kind="sentence")
    assert [(figure.metric.name, figure.period.name) for figure in find_figures(release)] == [("revenue", "2026-Q3"), ("ebitda", "2026-Q3")]


def test_lines_that_begin_with_periods(make_release):
    text = "Q3 2026: revenue $118 million - $120 million; EPS $0.11 - $0.12\n\tFY 2026: revenue $490 million - $496 million; EPS $0.50 - $0.55"
    release = make_release(f"M\tOutlook\n\nG\tHalvorsen is confident.\n\nTG\n\t{text}\n")
    release.statements[-1] = replace(release.statements[-1], kind="sentence")
    assert [(figure.metric.name, figure.period.name) for figure in find_figures(release)] == [
        ("revenue", "2026-Q3"),
        ("eps", "2026-Q3"),
        ("revenue", "2026"),
        ("eps", "2026"),
    ]


SENTENCES = {
    "a sentence of two lines": "The company expects revenue of\n\t$31 million and a gross margin of 35%.",
    "a line that goes on": "The company expects revenue of $31 million\n\tin 2026 and a gross margin of 35%.",
    "a line that leads in to a sentence": "The company expects in 2026:\n\tRevenue of $31 million\n\tand, with the new plant, a gross margin of 35%.",
    "a line that breaks off": "The company expects in the first quarter of\n\tFiscal 2026 revenue of $31 million.",
}


@pytest.mark.parametrize("text", SENTENCES.values(), ids=SENTENCES)
def test_a_sentence_over_lines_is_none(make_release, text):
    statement = replace(make_release(f"M\tOutlook\n\nTG\n\t{text}\n").statements[-1], kind="sentence")
    assert split_lines(statement) == [statement]
