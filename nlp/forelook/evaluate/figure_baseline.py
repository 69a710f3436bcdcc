"""A baseline for figures: every amount of money or percentage is a point of the nearest metric.

In: a tagged Release with its text. Out: Figures, as one regular expression would find them.
"""

from __future__ import annotations

import re

from forelook.figures.metrics.mentions import find_metrics
from forelook.records import Figure, FigureMetric, FigurePeriod, Label, Place, Release, Statement

_AMOUNT = re.compile(
    r"""
    \$\s?(?P<money>\d[\d,]*(?:\.\d+)?)(?:\s(?P<scale>thousand|million|billion))?    # $1,200.5 million
    |(?P<percent>\d+(?:\.\d+)?)\s?(?:%|percent\b)                                  # 4.5%, 5 percent
    """,
    re.IGNORECASE | re.VERBOSE,
)
_YEAR = re.compile(r"\b20\d\d\b|\b19\d\d\b")
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9}


def nearest_metric(release: Release) -> list[Figure]:
    """Return a point for every amount in a forward-looking statement; its period is the first year in the statement."""
    return [
        figure
        for number, statement in enumerate(release.statements)
        if statement.forward_looking and statement.label in (Label.GUIDANCE, Label.MANAGEMENT_QUOTE)
        for figure in _read(number, statement)
    ]


def _read(number: int, statement: Statement) -> list[Figure]:
    metrics, year, start = find_metrics(statement.text), _YEAR.search(statement.text), statement.start
    period = FigurePeriod(year.group(), None, start + year.start(), start + year.end()) if year else FigurePeriod()
    figures = []
    for amount in _AMOUNT.finditer(statement.text) if metrics else ():
        nearest = min(metrics, key=lambda metric: max(metric.start - amount.end(), amount.start() - metric.end))
        if amount["money"]:
            value, unit = float(amount["money"].replace(",", "")) * _SCALES.get((amount["scale"] or "").lower(), 1.0), "USD"
        else:
            value, unit = float(amount["percent"]), "percent"
        unit += "/share" if unit == "USD" and nearest.name in ("eps", "dividend_per_share") else ""
        figures.append(
            Figure(
                statement=number,
                metric=FigureMetric(nearest.name, start + nearest.start, start + nearest.end),  # type: ignore[arg-type]
                basis="unknown",
                entity=None,
                period=period,
                measure="level",
                form="point",
                low=value,
                high=value,
                unit=unit,
                noun=None,
                scale_missing=False,
                trend=None,
                growth_basis=None,
                direction="issued",
                prior=None,
                value=Place(start + amount.start(), start + amount.end()),
                score=0.5,
            )
        )
    return figures
