"""Describes labels, figures and periods in words.

In: records. Out: short English, the same in the terminal, the page and the comparison of two versions.
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
ARROW = "→"  # marks forward-looking statements

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
_SIGNS = {"percent": "%", "times": "×"}
_POINTS = {"percentage_points": " points", "basis_points": " bps"}


def name_speaker(statement: Statement) -> str:
    """Return the name of a quote's speaker, or that it is unknown."""
    return statement.speaker.name if statement.speaker is not None else UNKNOWN_SPEAKER


def sum_up(summary: Summary) -> list[tuple[Label | None, str]]:
    """Return the counts of a release, each with its label; the counts of all and of forward-looking statements have None."""
    many = f"{summary.statements} statement{'' if summary.statements == 1 else 's'}"
    counts: list[tuple[Label | None, str]] = [(label, f"{LABEL_NAMES[label]} {getattr(summary, label.value)}") for label in Label]
    return [(None, many), *counts, (None, f"forward-looking {summary.forward_looking}")]


def name_metric(figure: Figure, release: Release) -> str:
    """Return what a figure is about: its metric, or the words of the text for a metric without a name, its basis and the part of the company."""
    text = release.text if isinstance(release.text, str) else ""
    name = figure.metric.name
    words = _METRIC_NAMES.get(name, name.replace("_", " ")) if name != "other" else " ".join(text[figure.metric.start : figure.metric.end].split())
    basis = _BASIS_NAMES[figure.basis]
    part = " ".join(text[figure.entity.start : figure.entity.end].split()) if figure.entity is not None else ""
    return ", ".join(each for each in (words or "other", basis, part) if each)


def write_amount(figure: Figure) -> str:
    """Return the amount of a figure.

    Examples: "$342 to $348 million", "at least $2.10 a share", "+5% to +8%"; a trend without a number is its word.
    """
    if figure.form in ("qualitative", "unstated"):
        return figure.trend or ""
    words = _write_bounds(figure.low, figure.high, figure)
    if figure.form in ("at_least", "at_most"):
        return f"{figure.form.replace('_', ' ')} {words}"
    return f"about {words}" if figure.form == "approximately" else words


def write_with_prior(figure: Figure) -> str:
    """Return the amount of a figure, with that of earlier guidance where the text gives it: "$2 million, was $1 million"."""
    before = _write_bounds(figure.prior.low, figure.prior.high, figure) if figure.prior is not None else ""
    return ", was ".join(filter(None, (write_amount(figure), before)))


def _write_bounds(low: float | None, high: float | None, figure: Figure) -> str:
    """Return one or two ends; words that follow both ("million", "a share", what is counted) are written once."""
    ends = [_write_number(each, figure) for each in dict.fromkeys(each for each in (low, high) if each is not None)]
    tails = {tail for _, tail in ends}
    last = f" {figure.noun}" if figure.noun and ends and figure.metric.name != "share_count" else ""
    if len(tails) == 1:
        numbers = [number for number, _ in ends]
        return " to ".join(_align(numbers) if (figure.unit or "").isupper() else numbers) + tails.pop() + last
    return " to ".join(number + tail for number, tail in ends) + last


def _write_number(number: float, figure: Figure) -> tuple[str, str]:
    """Return one end of a figure and the words after it; growth has a sign."""
    unit = figure.unit or ""
    currency, _, share = unit.partition("/")
    sign = "−" if number < 0 else "+" if figure.measure == "change" and number > 0 else ""
    number = abs(number)
    if unit in _SIGNS:
        return f"{sign}{number:g}{_SIGNS[unit]}", ""
    if unit in _POINTS:
        return f"{sign}{number:g}", _POINTS[unit]
    mark = sign + ("" if unit in ("", "count") else _MARKS.get(currency, currency + " "))
    if share:
        return f"{mark}{number:.2f}" if round(number, 2) == number else f"{mark}{_plain(number)}", " a share"
    size, word = next(((size, f" {word}") for size, word in _SCALES if number >= size), (1, ""))
    return mark + _plain(number / size), word


def _align(numbers: list[str]) -> list[str]:
    """Return numbers with as many decimals as the one that has most: "$1.60" beside "$1.64"."""
    most = max(len(number.partition(".")[2]) for number in numbers)
    return [f"{whole}.{decimals:0<{most}}" if most else whole for whole, _, decimals in (number.partition(".") for number in numbers)]


def _plain(number: float) -> str:
    return f"{number:,.3f}".rstrip("0").rstrip(".")


def name_period(figure: Figure) -> str:
    """Return the period of a figure, "" where none is given."""
    if figure.period.name is None:
        return ""
    return ("fiscal " if figure.period.fiscal else "") + figure.period.name


def list_figures(release: Release) -> Sequence[Figure]:
    """Return the figures of a release; empty where they were left out."""
    return release.figures if isinstance(release.figures, list) else ()
