"""Columns: which cells of a row make one figure, and which are past results or earlier guidance.

In: the figures of a row with the heads over them. Out: Columns; the drafts of a row with earlier guidance folded into those that follow it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from forelook.expressions.numbers.hedges import Value
from forelook.expressions.periods.clock import MONTH, YEAR, Clock
from forelook.expressions.words.cues import cue
from forelook.figures.directions import compare
from forelook.figures.drafts import Draft, Frame
from forelook.figures.tables.cells import GROWTH_COLUMN
from forelook.figures.tables.grid import Cell
from forelook.figures.tables.heads import ENDING, ColumnHead, find_over
from forelook.months import MONTHS

_LOW = cue(r"\b(?:low(?:er)?|minimum|from|bottom)(?:\s+(?:end|range))?\b")
_TOP = r"\b(?:high(?:er)?|maximum|top|upper)(?:\s+(?:end|range))?\b"
_HIGH, _HIGH_OR_TO = cue(_TOP), cue(rf"{_TOP}|\bto\b")
_MIDDLE = cue(r"\bmid(?:dle|[\s-]?point)?\b")
_PRIOR = cue(r"\b(?:prior|previous|previously|earlier|original|old|former)\b|\bas\s+of\s+\w+\s+\d")
_OF_CHANGE = cue(
    r"\b(?:variance|difference|(?:change|revision)(?!\s*(?:y/y|yoy|from\s+(?:19|20)\d\d|vs\.?\s+(?:19|20)\d\d)))\b"
)  # of guidance from earlier guidance
_NON_GAAP, _GAAP = cue(r"\bnon[\s-]?GAAP\b|\badjusted\b"), cue(r"\bGAAP\b|\bas\s+reported\b")
_FROM, _TO = cue(r"\W*(?:from|was|old)\W*"), cue(r"\W*(?:to|is|new|now)\W*")
_INITIAL = cue(r"\binitial\b")
_CURRENT = cue(r"\b(?:current|new|revised|updated|now|today|raised)\b")
_GIVEN = cue(rf"\b({MONTH})\.?\s+(\d{{1,2}})\b(?:,?\s+({YEAR})\b)?")
_PAST = cue(r"\b(?:actuals?|results?|(?<!as\s)reported(?!\s+as\b)|historical|ended|LTM|TTM|last\s+year|prior[\s-]year|year[\s-]ago)\b|\d{4}\s?A\b")
_ADJUSTMENTS = cue(r"\W*(?:(?:total|reconciling|non-GAAP)\s+)*adjust(?:ments?|ing\s+items?)\b(?!\s+to\b)")
_MONTH_ALONE = cue(rf"\W*{MONTH}\.?(?:\s+(?:guidance|outlook|forecast|estimate))?\W*$")  # in which guidance was given, beside what is current
_COMMENTS = cue(r"\W*(?:(?:key|other)\s+)?(?:assumptions?|comments?|commentary|notes?|drivers?|rationale)\b")
_AHEAD = cue(r"\b(?:outlook|guidance|forecast|estimated?|preliminary|expected|ending|projected|est\b|goals?|targets?|plan|budget)\b|\d{4}\s?e\b")
_PRELIMINARY = cue(r"\bpreliminary\b")
_YEAR = cue(rf"(?<!\d)({YEAR})(?!\d)")
_BETWEEN = frozenset(("-", "–", "—", "to", "- $", "to $", "– $", "–  $", "-  $"))


class Said(NamedTuple):
    """What the words over a column say of it."""

    is_past: bool  # it reports what was, or holds what lies between GAAP and other measures
    is_ahead: bool  # it forecasts
    is_preliminary: bool  # it is about a period that is over, before its results are final
    is_prior: bool  # it repeats earlier guidance
    is_initial: bool  # it is the first of its year: earlier guidance only beside later one
    given: tuple[int, int, int] | None  # the day, as year (0 where it has none), month and day, on which its guidance was given
    year: str | None  # the first one named


@lru_cache(512)
def _read_words(words: str) -> Said:
    """Return what folded words say; the same ones stand over all rows."""
    given, year = _GIVEN.search(words), _YEAR.search(words)
    ahead = _AHEAD.search(words) is not None
    return Said(
        (_PAST.search(words) is not None and not ahead) or (_ADJUSTMENTS.match(words) or _COMMENTS.match(words)) is not None,
        ahead,
        _PRELIMINARY.search(words) is not None,
        _PRIOR.search(words) is not None and _CURRENT.search(words) is None,
        _INITIAL.search(words) is not None and _CURRENT.search(words) is None,
        None if given is None or ENDING.search(words) else (int(given.group(3) or 0), MONTHS[given.group(1)[:3]], int(given.group(2))),
        year and year.group(1),
    )


class Column(NamedTuple):
    """One or two cells that make a figure, and what stands over them."""

    cells: list[Cell]
    values: list[Value]
    heads: list[ColumnHead]
    words: str  # the folded ones of the heads
    said: Said


def read_columns(text: str, values: list[tuple[Cell, Value]], heads: list[ColumnHead]) -> list[Column]:
    """Return the columns of a row: low and high ones together."""
    over = find_over([cell for cell, _ in values], heads)
    single = [_column([cell], [value], above) for (cell, value), above in zip(values, over, strict=True)]
    columns: list[Column] = []
    single = [column for place, column in enumerate(single) if not _is_middle(place, single)]
    number = 0
    while number < len(single):
        one = single[number]
        other = single[number + 1] if number + 1 < len(single) else None
        if other and _are_ends(text, one, other):
            columns.append(_column(one.cells + other.cells, one.values + other.values, one.heads + [head for head in other.heads if head not in one.heads]))
            number += 2
        else:
            columns.append(one)
            number += 1
    return columns


def _is_middle(place: int, columns: list[Column]) -> bool:
    """Return whether a column holds the middle of the range whose ends stand on either side of it."""
    if not 0 < place < len(columns) - 1 or not _MIDDLE.search(columns[place].words):
        return False
    before, after = columns[place - 1].words, columns[place + 1].words
    return _LOW.search(before) is not None and _HIGH.search(after) is not None and not _HIGH.search(before)


def _column(cells: list[Cell], values: list[Value], heads: list[ColumnHead]) -> Column:
    words = " ".join([head.words for head in heads])
    return Column(cells, values, heads, words, _read_words(words))


def _side(column: Column) -> int:
    """Return 1 for a column of other measures than GAAP, -1 for one of GAAP, 0 where its words say nothing of it."""
    return 1 if _NON_GAAP.search(column.words) else -1 if _GAAP.search(column.words) else 0


def is_between(place: int, columns: list[Column]) -> bool:
    """Return whether a column holds what lies between GAAP and other measures: "Special Items", with one of these on either side."""
    sides = [_side(column) for column in columns]
    before, after = sides[:place], sides[place + 1 :]
    return sides[place] == 0 and any(side and -side in after for side in before)


def is_difference(column: Column, columns: list[Column]) -> bool:
    """Return whether a column says how far current guidance is from the earlier one that stands beside it."""
    return _OF_CHANGE.search(column.words) is not None and any(other.said.is_prior and not _OF_CHANGE.search(other.words) for other in columns)


def stands_before(column: Column, columns: list[Column]) -> bool:
    """Return whether a column of a bare or preliminary year stands beside later years that are called forecasts: "2024", "2025 outlook"."""
    year = column.said.year
    if GROWTH_COLUMN.search(column.words):
        return False  # "% Change vs 2024"
    if year is None or (column.said.is_ahead and not column.said.is_preliminary):
        return False
    return any(other.said.is_ahead and not other.said.is_preliminary and (other.said.year or "") > year for other in columns)


def _are_ends(text: str, one: Column, other: Column) -> bool:
    """Return whether two neighbours are the ends of one range, by their heads or by what stands between them."""
    first, last = one.values[0], other.values[0]
    if "range" in (first.form, last.form) or (_GAAP.search(one.words) and _side(one) != _side(other)):
        return False
    if " ".join(text[first.end : last.start].split()) in _BETWEEN:
        return True
    low, high = one.words, other.words
    return bool(_LOW.search(low) and not _HIGH.search(low) and _HIGH_OR_TO.search(high) and not _LOW.search(high.replace("lower end", "low")))


def is_over(frame: Frame, clock: Clock) -> bool:
    """Return whether a column's period is over: a year before the last one, or a year or quarter that the release reports."""
    if not frame.name[:4].isdigit():
        return False
    year = int(frame.name[:4])
    return year < clock.year - 2 + (clock.reports_full_year and clock.month <= 4) or clock.is_over(frame.name)


def go_on(words: str, start: int, last_year: Frame | None) -> Frame | None:
    """Return the period of "thereafter" at `start`, below rows of years that end with the last one."""
    if last_year is None or not last_year.name.isdigit() or not words.startswith("thereafter"):
        return None
    return Frame(f"{int(last_year.name) + 1}/", last_year.fiscal, start, start + len("thereafter"))


def find_prior(columns: list[Column]) -> list[bool]:
    """Return for each column of a row whether it repeats earlier guidance: by its words, or given on an earlier day than another."""
    moved = [_FROM.fullmatch(column.words) is not None for column in columns]
    if any(moved) and any(_TO.fullmatch(column.words) for column in columns):
        return moved
    latest = max((column.said.given for column in columns if column.said.given), default=None)
    dated = [bool(column.said.given or _MONTH_ALONE.match(column.words)) for column in columns]
    if any(dated) and any(_CURRENT.search(column.words) for column, has_date in zip(columns, dated, strict=True) if not has_date):
        return dated
    later = any(not (column.said.is_past or column.said.is_prior or column.said.is_initial) for column in columns)
    return [column.said.given < latest if latest and column.said.given else column.said.is_prior or (column.said.is_initial and later) for column in columns]


def fold_prior(drafts: list[tuple[Draft, bool]]) -> list[Draft]:
    """Return the drafts of a row, each with whether it is earlier guidance; that goes into the draft for the same period and basis."""
    old = [draft for draft, prior in drafts if prior]
    new = [draft for draft, prior in drafts if not prior]
    for draft in new:
        match = next((one for one in old if _key(one) == _key(draft)), None)
        if match and match.value:
            draft.prior = (match.low, match.high, *match.value)
            draft.direction, draft.own_act = compare(draft), True
    return new


def _key(draft: Draft) -> tuple[str | None, str]:
    return draft.period.name if draft.period else None, draft.basis
