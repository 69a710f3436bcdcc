"""Tidy rows of figures, one a record, for tables and data frames.

In: Releases with figures. Out: tuples in the order of COLUMNS.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from forelook.expressions.periods.clock_reading import read_clock
from forelook.records import Release

COLUMNS = (
    "id",
    "company",
    "date",
    "metric",
    "basis",
    "entity",
    "period",
    "measure",
    "form",
    "low",
    "high",
    "unit",
    "noun",
    "trend",
    "direction",
    "prior_low",
    "prior_high",
    "score",
    "statement",
    "start",
    "end",
    "text",
)
Cells = tuple[str | int | float | None, ...]
_COMPANY = re.compile(r"(?:--|—|–|-)\s+(?P<name>(?:[A-Z][\w&.'’-]*,?\s+){1,6}?)\((?:NYSE|Nasdaq|NASDAQ|AMEX|OTC|TSX|LSE|OTCQB|NYSE\s+American)")


def figure_rows(releases: Iterable[Release]) -> Iterator[Cells]:
    """Yield a row for each figure of each release; `text` is the statement's, `start` and `end` those of the value or metric."""
    for release in releases:
        if not isinstance(release.figures, list) or not release.figures:
            continue
        text = release.text if isinstance(release.text, str) else None
        company, date = _describe(text)
        for figure in release.figures:
            place = figure.value or figure.metric
            yield (
                release.id,
                company,
                date,
                figure.metric.name,
                figure.basis,
                " ".join(text[figure.entity.start : figure.entity.end].split()) if text and figure.entity else None,
                figure.period.name,
                figure.measure,
                figure.form,
                figure.low,
                figure.high,
                figure.unit,
                figure.noun,
                figure.trend,
                figure.direction,
                figure.prior.low if figure.prior else None,
                figure.prior.high if figure.prior else None,
                figure.score,
                figure.statement,
                place.start,
                place.end,
                release.statements[figure.statement].text,
            )


def _describe(text: str | None) -> tuple[str | None, str | None]:
    """Return company and date (year and month) as the text gives them; the header of the release will do better."""
    if not text:
        return None, None
    clock = read_clock(text)
    match = _COMPANY.search(text[:3000])
    date = None if not clock.year else f"{clock.year}-{clock.month:02}" if clock.month else str(clock.year)
    return (" ".join(match.group("name").rstrip(" ,").split()) if match else None), date
