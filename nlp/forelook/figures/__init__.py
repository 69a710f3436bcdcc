"""Figures: what a release predicts, as records of metric, period, bounds, unit and direction.

In: a tagged Release with its text. Out: Figures in the order of the text, after the guide to guidance records. The steps: numbers,
periods and metrics are found in each forward-looking statement, linked (prose.py, tables/), words without numbers added
(unstated.py, qualitative.py), periods and directions carried through the section and the release (reader.py, section.py, directions.py, marks.py,
again.py), and each record given its probability (score.py).
"""

from __future__ import annotations

from forelook.figures.drafts import Draft
from forelook.figures.reader import Reader
from forelook.figures.rows import COLUMNS, figure_rows
from forelook.figures.score import THRESHOLD, rate_draft, trust
from forelook.records import Figure, FigureMetric, FigurePeriod, FigurePrior, Place, Release

__all__ = ["COLUMNS", "figure_rows", "find_figures"]


def find_figures(release: Release) -> list[Figure]:
    r"""Return the guidance records of a release, in the order of its statements; ValueError where its text was left out.

    >>> import forelook
    >>> release = forelook.load()("Outlook\\n\\nAcme expects 2026 revenue of $10 million to $12 million.\\n")
    >>> [(figure.metric.name, figure.low, figure.high) for figure in release.figures]
    [('revenue', 10000000.0, 12000000.0)]
    """
    if not isinstance(release.text, str) or release.offsets != "codepoint":
        raise ValueError(f"release {release.id}: figures need the text, and positions in code points; tag it again without --no-text")
    figures = []
    for draft in Reader(release).read():
        draft.score = rate_draft(draft, trust(release.statements[draft.statement]))
        if draft.score >= THRESHOLD:
            figures.append(_finish(draft))
    return figures


def _finish(draft: Draft) -> Figure:
    period = FigurePeriod(draft.period.name, draft.period.fiscal or None, draft.period.start, draft.period.end) if draft.period else FigurePeriod()
    return Figure(
        statement=draft.statement,
        metric=FigureMetric(draft.metric.name, draft.metric.start, draft.metric.end),  # type: ignore[arg-type]
        basis=draft.basis,
        entity=Place(*draft.entity) if draft.entity else None,
        period=period,
        measure=draft.measure,
        form=draft.form,
        low=draft.low,
        high=draft.high,
        unit=draft.unit,
        noun=draft.noun if draft.unit == "count" else None,
        scale_missing=draft.scale_missing,
        trend=draft.trend,
        growth_basis=draft.growth_basis,
        direction=draft.direction,
        prior=FigurePrior(*draft.prior) if draft.prior else None,
        value=Place(*draft.value) if draft.value else None,
        score=draft.score,
    )
