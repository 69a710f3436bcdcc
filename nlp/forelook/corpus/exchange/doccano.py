"""doccano: JSON Lines for sequence labelling, imported and exported.

In: gold releases, or JSON Lines, which do not say which rows were checked. Out: `all.jsonl` with `text`, `label` [[start, end, name], …], or
gold releases. Offsets count UTF-16 code units: the editor takes them from JavaScript and the server stores them unchanged (seen in
1.8.4); leave the project's "count grapheme clusters as one character" off. A span cannot have a speaker, so speakers are metadata of the row.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from msgspec import Struct

from forelook.corpus.exchange import Files
from forelook.corpus.exchange.gather import Found, attempt_rows, gather
from forelook.corpus.exchange.names import make_unit, name_unit
from forelook.corpus.exchange.positions import Utf16
from forelook.corpus.gold import GoldRelease
from forelook.errors import AnnotationError
from forelook.spans import overlap

ROWS = "all.jsonl"

Spoken = tuple[int, int, str]  # a span and its speaker


class _Entity(Struct):
    start_offset: int
    end_offset: int
    label: str


class _Row(Struct):
    text: str
    label: list[tuple[int, int, str]] = []
    entities: list[_Entity] = []  # in place of `label` where the project has relations
    release: str | None = None
    speakers: list[Spoken] = []


_DECODER = msgspec.json.Decoder(_Row)


def export(releases: list[GoldRelease]) -> Files:
    """Return one row per release; `release`, `speakers` and the words of the spans are metadata, which doccano keeps and exports again."""
    return {ROWS: b"".join(_write_row(release) + b"\n" for release in releases)}


def _write_row(release: GoldRelease) -> bytes:
    place = Utf16(release.text).encode
    label = [(place(unit.start), place(unit.end), name_unit(unit)) for unit in release.units]
    speakers = [(place(unit.start), place(unit.end), unit.speaker) for unit in release.units if unit.speaker]
    words = [release.text[unit.start : unit.end] for unit in release.units]
    return msgspec.json.encode({"text": release.text, "label": label, "release": release.id, "speakers": speakers, "words": words})


def read(files: Files) -> Iterator[Found]:
    """Yield the release of every row of every JSON Lines file among `files`, or the error in it.

    A quote whose span was moved keeps the speaker of the exported span that it overlaps most.
    """
    return attempt_rows(_read_row, files)


def _read_row(line: bytes, where: str) -> GoldRelease:
    try:
        row = _DECODER.decode(line)
    except msgspec.MsgspecError as error:
        raise AnnotationError(f"{where}: {error}; expected a row as doccano exports it (JSONL)") from error
    place = Utf16(row.text)
    spans = [*row.label, *((entity.start_offset, entity.end_offset, entity.label) for entity in row.entities)]
    units = [
        make_unit(name, place.decode(start, where), place.decode(end, where), find_speaker(start, end, name, row.speakers), where) for start, end, name in spans
    ]
    return gather(row.release or where, row.text, units, where)


def find_speaker(start: int, end: int, name: str, speakers: list[Spoken]) -> str | None:
    """Return the speaker of a span: that of the identical exported span, or for a quote that of the one it overlaps most; None without one."""
    best, most = None, 0
    for first, last, speaker in speakers:
        if (first, last) == (start, end):
            return speaker
        shared = overlap((start, end), (first, last))
        if shared > most and name.startswith("management_quote"):
            best, most = speaker, shared
    return best
