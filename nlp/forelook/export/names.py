"""The words in which people read labels, figures and findings.

In: records. Out: short English. The terminal, the page and the comparison of two versions say the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from forelook.records import Figure, Label, Release, Statement, Summary

LABEL_NAMES: dict[Label, str] = {
    Label.GUIDANCE: "guidance",
    Label.HISTORICAL_FACT: "fact",
    Label.MANAGEMENT_QUOTE: "quote",
    Label.SAFE_HARBOR: "safe harbor",
}
LABEL_TITLES: dict[Label, str] = {
    Label.GUIDANCE: "Guidance",
    Label.HISTORICAL_FACT: "Historical fact",
    Label.MANAGEMENT_QUOTE: "Management quote",
    Label.SAFE_HARBOR: "Safe harbor",
}
MARGIN_TITLES: dict[Label, str] = {label: name.capitalize() for label, name in LABEL_NAMES.items()}
UNKNOWN_SPEAKER = "speaker unknown"
ARROW = "→"  # stands for: looks forward

_METRIC_NAMES = {
    "arr": "ARR",
    "sga_expenses": "SG&A expenses",
    "rd_expenses": "R&D expenses",
    "ebitda": "EBITDA",
    "ebitda_margin": "EBITDA margin",
    "eps": "EPS",
    "ffo": "FFO",
    "fx_impact": "currency effect",
    "all": "all guidance",
}
_BASIS_NAMES = {"gaap": "GAAP", "non_gaap": "non-GAAP", "constant_currency": "constant currency", "organic": "organic", "unknown": ""}
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_MARKS = {"USD": "$", "CAD": "C$", "EUR": "€", "GBP": "£", "JPY": "¥", "AUD": "A$"}
_UNITS = {"percent": "%", "percentage_points": " points", "basis_points": " bps", "times": "×"}


def name_speaker(statement: Statement) -> str:
    """Return who speaks a quote."""
    return statement.speaker.name if statement.speaker is not None else UNKNOWN_SPEAKER


def sum_up(summary: Summary) -> list[tuple[Label | None, str]]:
    """Return the counts of a release, each with its label; those of all and of forward-looking statements have none."""
    many = f"{summary.statements} statement{'' if summary.statements == 1 else 's'}"
    counts: list[tuple[Label | None, str]] = [(label, f"{LABEL_NAMES[label]} {getattr(summary, label.value)}") for label in Label]
    return [(None, many), *counts, (None, f"forward-looking {summary.forward_looking}")]


def name_metric(figure: Figure, release: Release) -> str:
    """Return what a figure predicts: its metric, or its own words where it has no name, its basis and the part of the company."""
    text = release.text if isinstance(release.text, str) else ""
    name = figure.metric.name
    words = _METRIC_NAMES.get(name, name.replace("_", " ")) if name != "other" else " ".join(text[figure.metric.start : figure.metric.end].split())
    basis = _BASIS_NAMES[figure.basis]
    part = " ".join(text[figure.entity.start : figure.entity.end].split()) if figure.entity is not None else ""
    return ", ".join(each for each in (words or "other", basis, part) if each)


def write_amount(figure: Figure) -> str:
    """Return how much a figure predicts.

    Ranges stand with both ends: "$342 million to $348 million", "at least $2.10 a share", "+5% to +8%"; a way without a number is that word.
    """
    if figure.form in ("qualitative", "unstated"):
        return figure.trend or ""
    ends = [each for each in (figure.low, figure.high) if each is not None]
    words = [write_number(each, figure) for each in dict.fromkeys(ends)]
    if figure.form in ("at_least", "at_most"):
        return f"{figure.form.replace('_', ' ')} {' to '.join(words)}"
    return ("about " if figure.form == "approximately" else "") + " to ".join(words)


def write_number(number: float, figure: Figure) -> str:
    """Return one end of a figure with its unit; growth carries its sign."""
    unit = figure.unit or ""
    currency, _, share = unit.partition("/")
    sign = "−" if number < 0 else "+" if figure.measure == "change" and number > 0 else ""
    number = abs(number)
    if unit in _UNITS:
        return f"{sign}{number:g}{_UNITS[unit]}"
    if share:
        return f"{sign}{_MARKS.get(currency, currency + ' ')}{number:.2f} a share"
    mark = "" if unit in ("", "count") else _MARKS.get(currency, currency + " ")
    noun = f" {figure.noun}" if figure.noun else ""
    for size, word in _SCALES:
        if number >= size:
            return f"{sign}{mark}{_plain(number / size)} {word}{noun}"
    return f"{sign}{mark}{_plain(number)}{noun}"


def _plain(number: float) -> str:
    return f"{number:,.3f}".rstrip("0").rstrip(".")


def name_period(figure: Figure) -> str:
    """Return the period of a figure, "" where none is given."""
    if figure.period.name is None:
        return ""
    return ("fiscal " if figure.period.fiscal else "") + figure.period.name


def list_figures(release: Release) -> Sequence[Figure]:
    """Return the figures of a release, none where they were left out."""
    return release.figures if isinstance(release.figures, list) else ()
