"""Ticker symbols with the exchange named before them.

In: a text and where to look. Out: `Listing`s with their places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from forelook.segment.quoting import holds
from forelook.segment.words import words

# A symbol begins after the colon, by which the engine finds it fast; what follows must not make a word or a time of it.
_SYMBOL = re.compile(r":[\s\xa0]{0,3}[\"“'‘]?\$?([A-Z0-9]{1,6}(?:[.-][A-Z]{1,2})?)(?![\w:/]|\.\d|[’'][a-z])(?=\W|$)")
_FURTHER = re.compile(r"[\s\xa0]*(?:[,;/&]|and)[\s\xa0]*([A-Z]{1,5}(?:[.-][A-Z]{1,2})?)(?=[\s\xa0]*(?:[),;/&\]]|and\b))(?![\s\xa0]*:)")
_SPLIT = re.compile(r"\s*(?:[,/&|;]|\band\b)\s*")
_BEHIND = re.compile(r"(?:^|[(\[\n”\"“)])([^(\[\n”\"“)]*)$")
_FILLER = re.compile(r"\b(?:ticker|trading|stock|common|shares?|symbols?|under|listed|the|on)\b", re.IGNORECASE)
_SQUEEZE = re.compile(r"[\W_]+")
_REACH = 90  # characters before a symbol in which its exchanges are named
_LONGEST_NAME = 5  # words
_REMEMBERED = 1024  # pieces of text whose exchange is kept: most releases name one of two
_UNDER_SYMBOL = re.compile(r"symbols?,?[\s:]*[\"“'‘(]*([A-Z]{1,5}(?:\.[A-Z]{1,2})?)(?=[\"”'’),.;\s])")
_ON_EXCHANGE = re.compile(r"\bon\s+(?:the\s+)?([A-Z][\w®&.\- ]*?)\s*(?:,|\(|under\b|with\b|as\b)[^.]{0,80}$")


class Listing(NamedTuple):
    """A symbol on an exchange; `start` is the earliest place of the exchange's name, `end` the end of the symbol."""

    exchange: str
    symbol: str
    start: int
    end: int


@cache
def _exchanges() -> dict[str, str]:
    names: dict[str, str] = {}
    for line in words("exchanges"):
        name, _, written = line.partition(" = ")
        names |= {_squeeze(form): name for form in written.split(", ")}
    return names


def _squeeze(written: str) -> str:
    return _SQUEEZE.sub("", written).upper()


def find_listings(text: str, start: int, end: int) -> list[Listing]:
    """Return the symbols of `text[start:end]` that follow the name of an exchange and a colon, in order."""
    return [listing for match in _SYMBOL.finditer(text, start, end) for listing in _read_listings(text, start, end, match)]


def _read_listings(text: str, start: int, end: int, match: re.Match[str]) -> Iterator[Listing]:
    floor = max(start, match.start() - _REACH)
    before = _BEHIND.search(text, floor, match.start())
    stretch = before[1] if before else text[floor : match.start()]
    for exchange in _read_exchanges(stretch):
        yield Listing(exchange, match[1], match.start() - len(stretch.lstrip()), match.end())
        last = match.end()
        while (further := _FURTHER.match(text, last, end)) is not None and _squeeze(further[1]) not in _exchanges():
            yield Listing(exchange, further[1], further.start(1), further.end(1))
            last = further.end(1)


def _read_exchanges(stretch: str) -> list[str]:
    """Return the exchanges named at the end of `stretch`: one, or several parted by commas, strokes or "and"."""
    found: list[str] = []
    for piece in reversed(_SPLIT.split(stretch)):
        name = _read_exchange(piece, whole=bool(found))
        if name is None:
            break
        found.insert(0, name)
    return found


@lru_cache(_REMEMBERED)
def _read_exchange(piece: str, *, whole: bool) -> str | None:
    """Return the exchange that `piece` ends with; with `whole`, it may hold nothing else."""
    for written in (piece, _FILLER.sub(" ", piece)):  # "Stock" is part of a name, too
        parts = written.split()
        for count in range(min(len(parts), _LONGEST_NAME), 0, -1):
            name = _exchanges().get(_squeeze("".join(parts[-count:])))
            if name is not None and not parts[-count][0].islower():
                return name if not whole or count == len(parts) else None
    return None


def find_symbols(text: str) -> list[Listing]:
    """Return the first listings that a sentence gives: "trades on Euronext Amsterdam and Nasdaq under the symbol ABC"."""
    at = text.find("symbol") if holds(text, "symbol") else -1
    while at >= 0:
        match = _UNDER_SYMBOL.match(text, at)
        place = _ON_EXCHANGE.search(text, max(0, at - 160), at) if match is not None else None
        if match is not None and place is not None:
            return [Listing(name, match[1], place.start(1), match.end(1)) for name in _read_exchanges(place[1])]
        at = text.find("symbol", at + 6)
    return []
