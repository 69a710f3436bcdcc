"""brat: standoff annotation, a `.txt` and an `.ann` per release.

In: gold releases, or standoff files. Out: `ID.txt`, `ID.ann` and the `annotation.conf` of the collection, or gold releases. Offsets
count code points of the UTF-8 file (brat's server slices Python strings). A span may not cross a line end, so a unit is one
text-bound annotation with a fragment for each line, `T1 guidance 0 12;15 30`; the speaker is its note, `#1 AnnotatorNotes T1 …`.
The files have the same suffix as annotated text; the commands of `corpus` recognize them by the `annotation.conf` beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forelook.corpus.alignment import locate
from forelook.corpus.annotated import BRAT_CONFIG
from forelook.corpus.exchange import Files
from forelook.corpus.exchange.gather import Found, attempt_pairs, decode, gather
from forelook.corpus.exchange.names import NAMES, make_unit, name_unit
from forelook.corpus.gold import GoldRelease
from forelook.errors import AnnotationError

SEPARATOR = " "  # between the texts of two fragments

_LINE_ENDS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"  # everything that ends a line for Python, and so for brat
_FRAGMENT = re.compile(rf"[^\s](?:[^{_LINE_ENDS}]*[^\s])?")
_BOUND = re.compile(r"(?P<id>T\S+)\t(?P<name>\S+) (?P<places>\d+ \d+(?:;\d+ \d+)*)(?:\t.*)?")
_NOTE = re.compile(r"#\S*\t\S+ (?P<id>T\S+)\t(?P<text>.*)")


def export(releases: list[GoldRelease]) -> Files:
    """Return the files of a collection; raises AnnotationError for a unit that begins or ends with a blank."""
    files = {BRAT_CONFIG: ("[entities]\n" + "\n".join(NAMES) + "\n\n[relations]\n\n[events]\n\n[attributes]\n").encode()}
    for release in releases:
        stem = locate(release.id).removesuffix(".ann")
        files[f"{stem}.txt"] = release.text.encode()
        files[f"{stem}.ann"] = _write_standoff(release).encode()
    return files


def _write_standoff(release: GoldRelease) -> str:
    lines = []
    for number, unit in enumerate(release.units, 1):
        fragments = [match.span() for match in _FRAGMENT.finditer(release.text, unit.start, unit.end)]
        if not fragments or (fragments[0][0], fragments[-1][1]) != (unit.start, unit.end):
            raise AnnotationError(f"{release.id}: the unit at {unit.start}-{unit.end} begins or ends with a blank, which brat cannot hold; trim it")
        places = ";".join(f"{start} {end}" for start, end in fragments)
        lines.append(f"T{number}\t{name_unit(unit)} {places}\t{SEPARATOR.join(release.text[start:end] for start, end in fragments)}\n")
        if unit.speaker:
            lines.append(f"#{number}\tAnnotatorNotes T{number}\t{' '.join(unit.speaker.split())}\n")
    return "".join(lines)


def read(files: Files) -> Iterator[Found]:
    """Yield the release of every `.ann` and its `.txt`, or the error in it; the id is the file's name without suffix."""
    return attempt_pairs(_read_standoff, files, ".ann")


def _read_standoff(text: str, standoff: bytes, name: str) -> GoldRelease:
    lines = decode(standoff, name).split("\n")
    speakers = {match.group("id"): match.group("text") for line in lines if (match := _NOTE.fullmatch(line.rstrip("\r")))}
    units = []
    for number, line in enumerate(lines, 1):
        if not line.startswith("T"):
            continue  # relations, events, attributes and notes of other tools are not about units
        match = _BOUND.fullmatch(line.rstrip("\r"))
        if match is None:
            raise AnnotationError(f"{name}:{number}: {line[:60]!r}; expected 'T1<TAB>label start end;start end<TAB>text'")
        places = [int(place) for place in re.split(r"[ ;]", match.group("places"))]
        units.append(make_unit(match.group("name"), min(places), max(places), speakers.get(match.group("id")), f"{name}:{number}"))
    return gather(name.removesuffix(".ann"), text, units, name)
