"""The figures of a release as a table for the terminal.

In: a Release with figures and text. Out: a Rich renderable: one row a record, numbers as people write them.
"""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from forelook.records import Figure, Release

_SCALES = ((1e12, "tn"), (1e9, "bn"), (1e6, "m"))
_UNITS = {"percent": "%", "percentage_points": "pp", "basis_points": "bp", "times": "x"}
_DIRECTIONS = {"raised": "green", "lowered": "red", "withdrawn": "red", "narrowed": "cyan", "reaffirmed": "cyan", "updated": "yellow", "initiated": "yellow"}


def render_figures(release: Release) -> RenderableType:
    """Return the table of a release's figures; a line that says so where there are none."""
    if not isinstance(release.figures, list) or not release.figures:
        return Text(f"{release.id}: no figures", "dim")
    table = Table(title=release.id, title_justify="left", title_style="bold", box=None, pad_edge=False)
    for name in ("metric", "basis", "part", "period", "figure", "change", "direction", "prior", "score"):
        table.add_column(name, justify="right" if name in ("figure", "prior", "score") else "left", no_wrap=name in ("metric", "period", "figure"))
    for figure in release.figures:
        table.add_row(*_cells(release, figure))
    return Group(table, Text())


def _cells(release: Release, figure: Figure) -> list[RenderableType]:
    text = release.text if isinstance(release.text, str) else ""
    part = " ".join(text[figure.entity.start : figure.entity.end].split()) if figure.entity else ""
    prior = format_bounds(figure.prior.low, figure.prior.high, figure.unit) if figure.prior else ""
    return [
        figure.metric.name,
        "" if figure.basis == "unknown" else figure.basis,
        part,
        figure.period.name or "",
        format_figure(figure),
        ("change" + (f" {figure.growth_basis}" if figure.growth_basis else "")) if figure.measure == "change" else "",
        Text(figure.direction, _DIRECTIONS.get(figure.direction, "")),
        prior,
        f"{figure.score:.2f}",
    ]


def format_figure(figure: Figure) -> str:
    """Return a figure's bounds, or its trend, as people write them: "342m to 348m USD", "at least 2.10 USD/share", "up"."""
    if figure.form == "qualitative":
        return figure.trend or ""
    if figure.form == "unstated":
        return "–"
    words = format_bounds(figure.low, figure.high, figure.unit)
    noun = f" {figure.noun}" if figure.noun else ""
    return ("~" if figure.form == "approximately" else "") + words + noun


def format_bounds(low: float | None, high: float | None, unit: str | None) -> str:
    """Return bounds with their unit; an open end is said in words."""
    name = "" if unit == "count" or not unit else _UNITS.get(unit, f" {unit}")
    if low is not None and high is not None:
        return f"{format_number(low, unit)}{name}" if low == high else f"{format_number(low, unit)} to {format_number(high, unit)}{name}"
    if low is not None:
        return f"at least {format_number(low, unit)}{name}"
    return f"at most {format_number(high, unit)}{name}" if high is not None else "–"


def format_number(number: float, unit: str | None) -> str:
    """Return a number with a short scale; amounts per share with two decimals."""
    if unit and unit.endswith("/share"):
        return f"{number:.2f}" if round(number, 2) == number else f"{number:g}"
    for scale, name in _SCALES:
        if abs(number) >= scale:
            return f"{number / scale:,.6g}{name}"
    return f"{number:,.6g}"
