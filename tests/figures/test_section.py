"""What a section lends: which of its headings and lead-ins give the period of the figures below them."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from forelook.corpus.alignment import as_gold
from forelook.corpus.annotated import parse_annotated
from forelook.expressions.periods.clock import Clock
from forelook.figures import find_figures
from forelook.figures.section import Section
from forelook.figures.sentence import Sentence
from forelook.train.figures import as_release

BACKGROUND = SimpleNamespace(dollar="USD", clock=Clock(2025, 10, 3, 2025, 12))

GOLDEN = {
    "a quarter that is over, above a column": ("2026 Outlook", ["For 2026, the company expects the following:", "Second quarter of 2025"], "2026"),
    "a year to come": ("2026 Outlook", ["For 2026, the company expects the following:", "2027"], "2027"),
    "a quarter that is over, first": ("2026 Outlook", ["Second quarter of 2025"], "2025-Q2"),
    "a quarter that is over, among results": ("Results", ["For 2026, the company expects the following:", "Second quarter of 2025"], "2025-Q2"),
}


@pytest.mark.parametrize(("name", "lines", "period"), GOLDEN.values(), ids=GOLDEN)
def test_frame(name, lines, period):
    section = Section()
    section.open(name)
    for number, line in enumerate(lines):
        section.take(Sentence(line, BACKGROUND), 100 * number)
    assert section.frame.name == period


BELOW_A_HEADLINE = {
    "an outlook that is updated": (
        "G\tHalvorsen Pumps Updates Fiscal 2026 Outlook",
        "G\tHalvorsen Pumps said today that it expects revenue of $220 million.",
        "2026",
    ),
    "a loss that is seen": ("G\tHalvorsen Sees Second Quarter Loss", "G\tHalvorsen Pumps said today that it expects revenue of $22 million.", "2026-Q2"),
    "a plan that is no outlook": ("G\tHalvorsen to Open Lima Mill in 2027", "G\tHalvorsen Pumps expects sales of $9 million from the mill.", None),
    "jobs below an outlook": ("G\tHalvorsen Updates 2026 Outlook", "G\tSome 190 positions will be affected.", None),
    "a quotation below an outlook": ("G\tHalvorsen Updates 2026 Outlook", "QF|Nora Quist\t“Sales will reach $9 million,” said Nora Quist.", None),
    "a section below an outlook": (
        "G\tHalvorsen Updates 2026 Outlook",
        "H\tHalvorsen met today.\n\nM\tThe Lima Mill\n\nG\tHalvorsen expects sales of $9 million from the mill.",
        None,
    ),
}


@pytest.mark.parametrize(("headline", "body", "period"), BELOW_A_HEADLINE.values(), ids=BELOW_A_HEADLINE)
def test_a_headline_lends_the_period_of_its_guidance(headline, body, period):
    printed = f"id: halvorsen\n---\n{headline}\n\nM\tTOLEDO, Ohio, June 19, 2026 /PRNewswire/ --\n{body}\n"
    *_, last = find_figures(as_release(as_gold(parse_annotated(printed, "halvorsen.ann"))))
    assert last.period.name == period
