"""The views that the page receives as JSON: releases and units.

In: open releases. Out: Structs that msgspec encodes; control characters in their texts have been made visible, and the page shows them as text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from forelook.corpus.annotate import code_of
from forelook.corpus.check import NOT_NAMED
from forelook.export.visible import make_line, make_visible, shorten
from forelook.segment.layout import find_blocks
from forelook.segment.quotes.people import find_people
from forelook.serve.desk import Desk, OpenRelease
from forelook.serve.sheet import Entry, Sheet, Splice, find_pieces

_TITLE = 120  # characters
_SURE = 2  # a candidate with a title beside it, a form of address or a given name
_MOST_NAMES = 60


class DoubtView(Struct, frozen=True):
    """Why a unit should be checked."""

    certainty: float
    code: str
    other: str
    question: str


class UnitView(Struct, frozen=True):
    """A unit; `pieces` are its words, or a table's rows, each with whether a blank follows."""

    code: str
    speaker: str
    pieces: list[tuple[str, bool]]
    table: bool
    figures: int
    comments: list[str]
    doubt: DoubtView | None


class ReleaseView(Struct, frozen=True):
    """A release as the page shows it."""

    number: int
    id: str
    title: str
    file: str
    saved: bool
    undo: bool
    revision: int
    speakers: list[str]
    units: list[UnitView]


class SpliceView(Struct, frozen=True):
    """The result of a change: from unit `at` on, `removed` units are replaced by `units`."""

    at: int
    removed: int
    units: list[UnitView]
    file: str
    undo: bool
    revision: int


class ListedRelease(Struct, frozen=True):
    """A release in the list of all."""

    number: int
    id: str
    doubts: int
    saved: bool


def list_releases(desk: Desk) -> list[ListedRelease]:
    """Return every release with the number of its doubts."""
    return [
        ListedRelease(number, make_line(each.sheet.id), sum(entry.doubt is not None for entry in each.sheet.entries), each.pair.is_saved)
        for number, each in enumerate(desk.releases)
    ]


def show_release(release: OpenRelease, number: int) -> ReleaseView:
    """Return a release as the page shows it."""
    sheet = release.sheet
    units = [_show_unit(sheet.text, entry) for entry in sheet.entries]
    title = next((entry.unit for entry in sheet.entries if entry.unit.label is not None), sheet.entries[0].unit)
    return ReleaseView(
        number,
        make_line(sheet.id),
        shorten(sheet.text[title.start : title.end], _TITLE),
        make_line(str(release.pair.path)),
        release.pair.is_saved,
        release.can_undo,
        release.revision,
        list(find_speakers(sheet)),
        units,
    )


def show_splice(release: OpenRelease, splice: Splice) -> SpliceView:
    """Return the result of a change to a release."""
    units = [_show_unit(release.sheet.text, entry) for entry in splice.added]
    return SpliceView(splice.at, splice.removed, units, make_line(str(release.pair.path)), release.can_undo, release.revision)


def find_speakers(sheet: Sheet) -> Iterable[str]:
    """Return possible speakers: those that are set, then people named in the text, then those that need no name."""
    found = dict.fromkeys(entry.unit.speaker for entry in sheet.entries if entry.unit.speaker)
    for name in _name_people(sheet.text):
        if len(found) < _MOST_NAMES:
            found.setdefault(name)
    return [make_line(name) for name in found] + sorted(NOT_NAMED - found.keys())


def _name_people(text: str) -> Iterator[str]:
    for block in find_blocks(text):
        for candidate in find_people(text, block.start, block.end):
            name = " ".join(candidate.person.name.split())
            if candidate.strength >= _SURE and " " in name:
                yield name


def _show_unit(text: str, entry: Entry) -> UnitView:
    unit, doubt = entry.unit, entry.doubt
    code = code_of(unit.label, is_table=unit.kind == "table", forward_looking=unit.forward_looking)
    places = find_pieces(text, unit)
    ends = [start for start, _ in places[1:]] + [unit.end]
    show = make_visible if unit.kind == "table" else make_line
    first = places[0][0] if places else unit.start
    indent = text[text.rfind("\n", 0, first) + 1 : first] if unit.kind == "table" else ""
    begins = [
        first - len(indent) if indent.isspace() else first,
        *(text.rfind("\n", 0, start) + 1 if unit.kind == "table" else start for start, _ in places[1:]),
    ]
    pieces = [(show(text[begin:end]), end < after) for begin, (_, end), after in zip(begins, places, ends, strict=True)]
    comments = [make_line(note.removeprefix("#")) for note in entry.settled().notes]
    return UnitView(code, make_line(unit.speaker or ""), pieces, unit.kind == "table", len(unit.figures), comments, DoubtView(*doubt) if doubt else None)
