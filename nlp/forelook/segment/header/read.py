"""The header of a release: headline, place, date, wire, and the listings of the company that issues it.

In: a text and its units. Out: a Header. Reads the first lines and the first sentence; the rest of the text only for what these
leave open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from forelook.records import Header, Ticker
from forelook.segment.header.dates import Day, find_days, find_year, read_address
from forelook.segment.header.headline import find_headline, is_day_alone
from forelook.segment.header.issuer import find_own_listings
from forelook.segment.header.wires import Wire, find_wire
from forelook.segment.layout import LIST_ITEM, TABLE
from forelook.segment.sentences import DATELINE, SENTENCE, Unit

_HEAD_UNITS = 40  # among which a dateline is looked for
_HEAD_CHARACTERS = 4000
_FIRST_LINES = 1500  # characters in which a day that no dateline gives is looked for
_LONGEST_PLACE = 60  # characters
_LONGEST_WIRE = 60  # characters of a line above the dateline that names the wire
_AFTER_WIRE = 100  # characters in which a dateline goes on that was cut after the wire's name
_PLACE_BEFORE = re.compile(r"(?P<place>[A-Z][\w.,’' -]{2,60}?)[\s,–—-]*")
_SEPARATOR = re.compile(r"\s*(?:-{2,}|[–—―…/(|]|-(?=\s)|\.\s?\.\s?\.)")
_CUT_PLACE = re.compile(r"-{2,}|[–—―…|]|\s-\s|/(?=\s|[A-Z]+\s)|\.\s?\.\s?\.|\((?=[A-Z0-9])")
_PLACE_INSIDE = re.compile(r"(?<![\w,])(?P<place>[A-Z][A-Z.’' -]{3,40}(?:,\s*(?:the\s+)?[A-Z][\w.]+(?:\s[A-Z]\w+)?)?),?\s*(?:\(|[-–—]\s*)?$")
# A day after one of these words is another than the release's own.
_NOT_OWN = re.compile(
    r"\b(?:ended|ending|ends|through|until|by|on|for|of|dated|since|from|to|effective|before|after|between|as\s+of|expires?|starting|beginning|and|in|about|at)"
    r"\s*(?:\w+day,?\s+)?$",
    re.IGNORECASE,
)


class _Dateline(NamedTuple):
    """The spans of the place and of what follows it, which may be empty, and the days and the wire named there."""

    start: int
    end: int
    days: list[Day]
    wire: Wire | None


def read_header(text: str, units: Sequence[Unit], filed: date | None = None) -> Header:
    """Return the header of a release; `filed` is the day on which it was filed, if known, and gives the year of a day without one."""
    at = next((index for index, unit in enumerate(units[:_HEAD_UNITS]) if unit.kind == DATELINE and unit.start < _HEAD_CHARACTERS), None)
    head = units[:at] if at is not None else _before_text(units)
    body = units[at + 1 if at is not None else 0 :]
    line = _read_dateline(text, units[at], body) if at is not None else _find_dateline(text)
    day = line.days[0] if line.days else _find_day_above(text, head, line)
    when = read_address(text) if day is None else day.date if day.year is not None else find_year(day, text, filed)
    wire = line.wire or _find_wire_above(text, head)
    headline = find_headline(text, head)
    return Header(
        headline=headline,
        place=_read_place(text, line),
        date=when.isoformat() if when is not None else None,
        wire=wire.name if wire is not None else None,
        tickers=list(dict.fromkeys(Ticker(found.exchange, found.symbol) for found in find_own_listings(text, body, headline or ""))),
    )


def _before_text(units: Sequence[Unit]) -> Sequence[Unit]:
    """Return the units before the first sentence among sentences, for a release without a dateline."""
    for index, unit in enumerate(units[:_HEAD_UNITS]):
        if unit.kind in {LIST_ITEM, TABLE} or (unit.kind == SENTENCE and index + 1 < len(units) and units[index + 1].block == unit.block):
            return units[: max(index, 1)]
    return units[:_HEAD_UNITS]


def _read_dateline(text: str, unit: Unit, body: Sequence[Unit]) -> _Dateline:
    """Return the dateline that a unit is, or that follows a unit that names the wire alone."""
    days = find_days(text, unit.start, unit.end)
    wire = find_wire(text, unit.start, unit.end)
    if not days and wire is not None and body and not text[unit.start : wire.start].strip(" ("):
        begin = body[0].start
        for day in find_days(text, begin, min(len(text), begin + _AFTER_WIRE)):
            if _PLACE_BEFORE.fullmatch(text, begin, day.start) and _SEPARATOR.match(text, day.end):
                return _Dateline(begin, day.end, [day], wire)
    return _Dateline(unit.start, unit.end, days, wire)


def _find_dateline(text: str) -> _Dateline:
    """Return a dateline that no paragraph opens with: capitals, a day, and a dash, somewhere in the first lines."""
    for day in find_days(text, 0, min(len(text), _HEAD_CHARACTERS)):
        if _SEPARATOR.match(text, day.end) and (place := _PLACE_INSIDE.search(text, max(0, day.start - _LONGEST_PLACE), day.start)):
            end = min(len(text), day.end + _LONGEST_WIRE)
            return _Dateline(place.start(), day.end, [day], find_wire(text, day.end, end))
    return _Dateline(0, 0, [], None)


def _find_day_above(text: str, head: Sequence[Unit], line: _Dateline) -> Day | None:
    """Return the day on a line of its own above the text, or else the first complete one there that nothing ties to an event."""
    for unit in head:
        if is_day_alone(text, unit):
            return find_days(text, unit.start, unit.end)[0]
    for day in find_days(text, 0, line.start if line.end else min(len(text), _FIRST_LINES)):
        if day.year is not None and _NOT_OWN.search(text, max(0, day.start - 24), day.start) is None:
            return day
    return None


def _find_wire_above(text: str, head: Sequence[Unit]) -> Wire | None:
    for unit in head:
        if unit.end - unit.start <= _LONGEST_WIRE and unit.kind != SENTENCE and (found := find_wire(text, unit.start, unit.end)) is not None:
            return found
    return None


def _read_place(text: str, line: _Dateline) -> str | None:
    ends = [found.start for found in (*line.days[:1], line.wire) if found is not None and line.start < found.start <= line.end]
    for part in _CUT_PLACE.split(text[line.start : min(ends, default=line.end)]):
        place = " ".join(part.split()).strip(" ,-/(*")
        if place:
            return place if len(place) <= _LONGEST_PLACE else None
    return None
