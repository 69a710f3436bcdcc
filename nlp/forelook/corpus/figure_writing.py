"""Writes guidance records as lines of annotated text, and moves them to the place of their unit in a rendered text.

In: a Figure and the text that its places refer to. Out: the line that `corpus/figures.py` reads; or the moved record.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec

from forelook.corpus.figures import MARK, match_words
from forelook.records import Figure, FigureMetric, FigurePeriod, FigurePrior, Place


def write_figure(figure: Figure, text: str) -> str:
    """Return the line, with its mark, of a record whose places refer to `text`; the words of a period outside it are left out."""
    period, prior = figure.period, figure.prior
    fields = [f"{figure.metric.name} {quote_words(text, figure.metric.start, figure.metric.end)}"]
    if figure.basis != "unknown":
        fields.append(figure.basis)
    if figure.entity:
        fields.append(f"entity {quote_words(text, figure.entity.start, figure.entity.end)}")
    if period.name:
        words = quote_words(text, period.start, period.end) if period.start is not None and period.end is not None and 0 <= period.start < len(text) else ""
        fields.append(" ".join(filter(None, ("period", period.name, words, "fiscal" if period.fiscal else ""))))
    if figure.measure == "change":
        fields.append(" ".join(filter(None, ("change", figure.growth_basis))))
    fields.append(_write_form(figure, text))
    if figure.noun:
        fields.append(f"noun {figure.noun}")
    if figure.scale_missing:
        fields.append("scale_missing")
    if figure.direction != "issued":
        fields.append(figure.direction)
    if prior:
        fields.append(f"prior {_write_number(prior.low)} {_write_number(prior.high)} {quote_words(text, prior.start, prior.end)}")
    return MARK + "; ".join(fields)


def _write_form(figure: Figure, text: str) -> str:
    if figure.value is None:
        return "unstated"
    words = quote_words(text, figure.value.start, figure.value.end)
    if figure.form == "qualitative":
        return f"qualitative {figure.trend} {words}"
    numbers = [figure.low, figure.high]
    usual = {"range": numbers, "at_least": [figure.low], "at_most": [figure.high]}.get(figure.form, [figure.low])
    if None in usual or (figure.form in ("at_least", "at_most") and None not in numbers):
        usual = numbers
    return " ".join([figure.form, *map(_write_number, usual), str(figure.unit), words])


def _write_number(number: float | None) -> str:
    if number is None:
        return "-"
    return str(int(number)) if number == int(number) else f"{number:.10f}".rstrip("0")


def quote_words(text: str, start: int, end: int) -> str:
    """Return `text[start:end]` as a field in double quotes, with the number of its occurrence if it is not the first."""
    words = " ".join(text[start:end].split()).replace('"', '""')
    starts = [found.start() for found in re.finditer(match_words(words.replace('""', '"')), text)]
    number = starts.index(start) + 1 if start in starts else 1
    return f'"{words}"' + (f"#{number}" if number > 1 else "")


def move_figure(figure: Figure, statement: int, place: Callable[[int], int]) -> Figure:
    """Return a record with every position mapped by `place`, and `statement` as the index of its statement."""
    period, prior = figure.period, figure.prior

    def ends(start: int, end: int) -> tuple[int, int]:
        return place(start), place(end - 1) + 1

    moved = period
    if period.start is not None and period.end is not None:
        moved = FigurePeriod(period.name, period.fiscal, *ends(period.start, period.end))
    return msgspec.structs.replace(
        figure,
        statement=statement,
        metric=FigureMetric(figure.metric.name, *ends(figure.metric.start, figure.metric.end)),
        entity=Place(*ends(figure.entity.start, figure.entity.end)) if figure.entity else None,
        period=moved,
        prior=FigurePrior(prior.low, prior.high, *ends(prior.start, prior.end)) if prior else None,
        value=Place(*ends(figure.value.start, figure.value.end)) if figure.value else None,
    )


def carry_figures(figures: tuple[Figure, ...], unit_text: str, placed: str, start: int, statement: int) -> tuple[Figure, ...]:
    """Return the records of a unit moved to its place in a rendered text: the unit is `placed` there, beginning at `start`.

    Only blanks and a bullet at the beginning may differ, so non-blank characters are counted from the end.
    """
    if not figures:
        return ()
    old = [place for place, character in enumerate(unit_text) if not character.isspace()]
    new = [place for place, character in enumerate(placed) if not character.isspace()]
    places = {place: start + new[number - len(old)] for number, place in enumerate(old) if len(old) - number <= len(new)}
    return tuple(move_figure(figure, statement, places.__getitem__) for figure in figures)
