"""A release under correction: its units in order, each with the comment lines above it, and the pieces at which a unit may be cut.

In: a gold release and comments by position. Out: a Sheet, from which changes.py makes the next one. Independent of files and browsers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from msgspec import Struct

from forelook.characters import BLANK_CLASS
from forelook.corpus.gold import GoldRelease, GoldUnit
from forelook.spans import Span

_DOUBT = re.compile(r"# (?P<certainty>[01]\.\d\d) (?P<code>[A-Z]{1,2}) or (?P<other>[A-Z]{1,2}): (?P<question>.*)")
_WORDS = re.compile(rf"[^{BLANK_CLASS}]+?(?:--|[\u2013\u2014])(?=[^{BLANK_CLASS}])|[^{BLANK_CLASS}]+")  # after a dash without blanks a sentence may begin
_ROWS = re.compile(rf"[^{BLANK_CLASS}](?:[^\n\r]*[^{BLANK_CLASS}])?")


class Doubt(NamedTuple):
    """A comment of `forelook annotate` on an uncertain code."""

    certainty: float
    code: str
    other: str
    question: str


class Entry(Struct, frozen=True):
    """A unit and the comment lines above it."""

    unit: GoldUnit
    notes: tuple[str, ...] = ()

    @property
    def doubt(self) -> Doubt | None:
        """The doubt among the comments, None once the unit has been confirmed or changed."""
        match = next((found for found in map(_DOUBT.fullmatch, self.notes) if found), None)
        return Doubt(float(match["certainty"]), match["code"], match["other"], match["question"]) if match else None

    def settled(self) -> Entry:
        """Return the entry without its doubt but with all other comments."""
        return Entry(self.unit, tuple(note for note in self.notes if not _DOUBT.fullmatch(note)))


class Sheet(Struct, frozen=True):
    """A release and its entries, which cover all of its text in order."""

    id: str
    text: str
    entries: tuple[Entry, ...]

    @classmethod
    def of(cls, gold: GoldRelease, notes: Mapping[int, tuple[str, ...]]) -> Sheet:
        """Return the sheet of a gold release; `notes` are the comment lines by the start of their unit."""
        return cls(gold.id, gold.text, tuple(Entry(unit, notes.get(unit.start, ())) for unit in gold.units))

    def to_gold(self) -> GoldRelease:
        """Return the units without their comments."""
        return GoldRelease(self.id, self.text, [entry.unit for entry in self.entries])

    def notes(self) -> dict[int, str]:
        """Return the comment lines by the start of their unit."""
        return {entry.unit.start: "\n".join(entry.notes) for entry in self.entries if entry.notes}


def find_pieces(text: str, unit: GoldUnit) -> list[Span]:
    """Return the spans of the words of a unit, or of the rows of a table; it may be cut before each but the first."""
    pattern = _ROWS if unit.kind == "table" else _WORDS
    return [match.span() for match in pattern.finditer(text, unit.start, unit.end)]


class Splice(NamedTuple):
    """How one sheet becomes the next: from entry `at` on, `removed` entries are replaced by `added`."""

    at: int
    removed: int
    added: tuple[Entry, ...]


def compare_sheets(old: Sheet, new: Sheet) -> Splice:
    """Return the difference between two sheets of one release as one splice."""
    before, after = old.entries, new.entries
    least = min(len(before), len(after))
    at = next((number for number in range(least) if before[number] != after[number]), least)
    tail = 0
    while tail < least - at and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    return Splice(at, len(before) - tail - at, after[at : len(after) - tail])
