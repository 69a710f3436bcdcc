"""What a section lends: which of its headings and lead-ins give the period of the figures below them."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from forelook.expressions.periods.clock import Clock
from forelook.figures.section import Section
from forelook.figures.sentence import Sentence

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
