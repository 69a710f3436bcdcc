"""Guidance records in annotated text: the lines that begin with `=` and a tab below a unit.

In: such a line and the text of its unit. Out: a Figure whose places refer to that text (its `statement` is 0, its score 1).
Words in double quotes are words of the unit: their first occurrence, or the second with `#2`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import get_args

import msgspec

from forelook.records import (
    Basis,
    Direction,
    Figure,
    FigureMetric,
    FigurePeriod,
    FigurePrior,
    GrowthBasis,
    MetricName,
    Place,
    Trend,
)

MARK = "=\t"
PERIOD = re.compile(
    r"""(?:
    /?\d{4}(?:-Q[1-4]|-H[12]|-\d{2}(?:-\d{2})?|-\d{2}Q)?                                     # 2024, 2024-Q3, /2024-06, 2024-06-30, 2003-09Q
    |\d{4}(?:-Q[1-4]|-H[12]|-\d{2}Q?)?/(?:\d{4}(?:-Q[1-4]|-H[12]|-\d{2}Q?)?)?                 # 2024/2026, 2024-H2/
    |\d{4}-\d{2}-\d{2}/(?:\d{4}-\d{2}-\d{2})?                                                # 2024-05-01/2024-06-30
    |annual|near-term|long-term|next-quarter|next-year
    )$""",
    re.VERBOSE,
)
UNIT = re.compile(r"(?:[A-Z]{3}(?:/share)?|percent|percentage_points|basis_points|times|count)$")
_FIELD = re.compile(r'((?:[^;"]|"(?:[^"]|"")*")+)(?:;|$)')
_WORDS = re.compile(r'"((?:[^"]|"")*)"(?:#(\d+))?')
_FORMS = ("point", "approximately", "range", "at_least", "at_most", "qualitative", "unstated")

Fields = dict[str, object]


def parse_figure(line: str, text: str) -> Figure:
    """Return the record of a line (without its mark) below a unit with this text; raises ValueError saying what is wrong and what was expected."""
    fields = [field.strip() for field in _FIELD.findall(line)]
    if not fields:
        raise ValueError('no field; expected metric "words"; period …; a form …')
    name, _, words = fields[0].partition(" ")
    if name not in get_args(MetricName):
        raise ValueError(f"metric {name!r}; expected one of {' '.join(get_args(MetricName))}")
    place = find_words(words, text)
    if place is None:
        raise ValueError(f'{fields[0]!r}: no words of the metric; expected {name} "words"')
    found: Fields = {"metric": FigureMetric(name, *place)}
    for field in fields[1:]:
        head, _, rest = field.partition(" ")
        read = _READERS.get(head)
        if read is None:
            raise ValueError(f"field {field!r}; expected a basis, entity, period, change, a form, noun, scale_missing, a direction or prior")
        for key, value in read(head, rest, text).items():
            if key in found:
                raise ValueError(f"field {field!r}: the record already has a {key}; write one record for each")
            found[key] = value
    if "form" not in found:
        raise ValueError(f"no form; expected one of {' '.join(_FORMS)} with its numbers and words")
    return _complete(found)


def _complete(found: Fields) -> Figure:
    defaults: Fields = {
        "statement": 0,
        "basis": "unknown",
        "entity": None,
        "period": FigurePeriod(),
        "measure": "level",
        "low": None,
        "high": None,
        "unit": None,
        "noun": None,
        "scale_missing": False,
        "trend": None,
        "growth_basis": None,
        "direction": "issued",
        "prior": None,
        "value": None,
        "score": 1.0,
    }
    return msgspec.convert({**defaults, **found}, Figure, from_attributes=True)


def find_words(field: str, text: str) -> tuple[int, int] | None:
    """Return the span of the quoted words of `field` in `text`, None where it quotes none; raises ValueError where they do not occur there.

    Runs of blanks are equal, and words and numbers are whole: "5%" does not occur in "15%".
    """
    match = _WORDS.search(field)
    if match is None:
        return None
    words, number = match.group(1).replace('""', '"'), int(match.group(2) or 1)
    places = [found.span() for found in re.finditer(match_words(words), text)]
    if not 1 <= number <= len(places):
        raise ValueError(
            f"{match.group()}: the words occur {len(places)} times in the unit; write them as they are there, and #{number} only if they occur so often"
        )
    return places[number - 1]


def match_words(words: str) -> str:
    """Return a pattern that finds whole words, not parts of longer words or numbers; the number of a footnote may follow a letter."""
    first, last = words.strip()[:1], words.strip()[-1:]
    before = r"(?<!\w)(?<!\d[.,])" if first.isalnum() else ""
    after = r"(?!\w)(?![.,]\d)" if last.isdigit() else r"(?![^\W\d_])" if last.isalpha() else ""
    return before + r"\s+".join(map(re.escape, words.split())) + after


def _read_basis(head: str, _rest: str, _text: str) -> Fields:
    return {"basis": head}


def _read_entity(head: str, rest: str, text: str) -> Fields:
    place = find_words(rest, text)
    if place is None:
        raise ValueError(f'{head} without words; expected entity "words"')
    return {"entity": Place(*place)}


def _read_period(_head: str, rest: str, text: str) -> Fields:
    name, _, more = rest.partition(" ")
    if not PERIOD.match(name):
        raise ValueError(f"period {name!r}; expected 2024, 2024-Q3, 2024-H2, 2024-06, 2003-09Q, from/to, from/, /by, annual, near-term, long-term …")
    start, end = find_words(more, text) or (None, None)
    return {"period": FigurePeriod(name, _WORDS.sub("", more).strip() == "fiscal" or None, start, end)}


def _read_change(head: str, rest: str, _text: str) -> Fields:
    if rest and rest not in get_args(GrowthBasis):
        raise ValueError(f"change {rest!r}; expected {' '.join(get_args(GrowthBasis))} or nothing")
    return {"measure": head, "growth_basis": rest or None}


def _read_form(head: str, rest: str, text: str) -> Fields:
    """Return form, bounds, unit and value; a single number of at_least is the low end, of at_most the high end."""
    found: Fields = {"form": head}
    if head == "unstated":
        return found
    place = find_words(rest, text)
    if place is None:
        raise ValueError(f"{head} without words; expected the figure's words in double quotes after it")
    found["value"] = Place(*place)
    parts = _WORDS.sub("", rest).split()
    if head == "qualitative":
        if parts[0:] and parts[0] in get_args(Trend):
            return {**found, "trend": parts[0]}
        raise ValueError(f"qualitative {' '.join(parts)!r}; expected one of {' '.join(get_args(Trend))}")
    numbers, unit = [_read_number(part, head) for part in parts[:-1]], parts[-1] if parts else ""
    if not UNIT.match(unit):
        raise ValueError(f"unit {unit!r} of {head}; expected a currency, the same with /share, percent, percentage_points, basis_points, times or count")
    if len(numbers) == 1 and head != "range":
        low, high = {"at_least": (numbers[0], None), "at_most": (None, numbers[0])}.get(head, (numbers[0], numbers[0]))
    elif len(numbers) == 2 and head in ("range", "at_least", "at_most"):
        low, high = numbers
    else:
        raise ValueError(f"{head} with {len(numbers)} numbers; expected LOW HIGH UNIT for a range, else N UNIT, or both ends, - for an open one")
    return {**found, "low": low, "high": high, "unit": unit}


def _read_number(part: str, head: str) -> float | None:
    try:
        return None if part == "-" else float(part)
    except ValueError as error:
        raise ValueError(f"number {part!r} of {head}; expected base units without commas, as 342000000 or -0.25") from error


def _read_noun(_head: str, rest: str, _text: str) -> Fields:
    return {"noun": rest}


def _read_scale(_head: str, _rest: str, _text: str) -> Fields:
    return {"scale_missing": True}


def _read_direction(head: str, _rest: str, _text: str) -> Fields:
    return {"direction": head}


def _read_prior(head: str, rest: str, text: str) -> Fields:
    place = find_words(rest, text)
    numbers = [_read_number(part, head) for part in _WORDS.sub("", rest).split()]
    if place is None or len(numbers) != 2:
        raise ValueError('prior without two numbers and words; expected prior LOW HIGH "words", - for an open end')
    return {"prior": FigurePrior(numbers[0], numbers[1], *place)}


_READERS: dict[str, Callable[[str, str, str], Fields]] = {
    **dict.fromkeys(get_args(Basis), _read_basis),
    "entity": _read_entity,
    "period": _read_period,
    "change": _read_change,
    **dict.fromkeys(_FORMS, _read_form),
    "noun": _read_noun,
    "scale_missing": _read_scale,
    **dict.fromkeys(get_args(Direction), _read_direction),
    "prior": _read_prior,
}
