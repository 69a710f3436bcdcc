"""Reads annotated text (`.ann`), the format of the training corpus.

In: a directory of `.ann` files. Out: annotated releases, each a header and paragraphs of coded units. The codes are those
of the labelling guide: G guidance, H historical_fact, S safe_harbor, QF and QN management_quote with and without
forward-looking content, M meta, TG and TH a table with and without outlook figures. Lines below a G, QF or TG that begin
with `=` and a tab are its guidance records (corpus/figures.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import msgspec
from msgspec import Struct

from forelook.corpus.figures import MARK, parse_figure
from forelook.errors import AnnotationError, InputError
from forelook.read.decode import read_text
from forelook.records import Figure, Label

ANNOTATED_SUFFIX = ".ann"
BRAT_CONFIG = "annotation.conf"  # its presence marks a collection of brat
CODES = ("G", "H", "S", "QF", "QN", "M", "TG", "TH")
_LABEL_OF_CODE = {
    "G": Label.GUIDANCE,
    "H": Label.HISTORICAL_FACT,
    "S": Label.SAFE_HARBOR,
    "QF": Label.MANAGEMENT_QUOTE,
    "QN": Label.MANAGEMENT_QUOTE,
    "TG": Label.GUIDANCE,
    "TH": Label.HISTORICAL_FACT,
}


class AnnotatedUnit(Struct, frozen=True):
    """One coded unit; the `text` of a table is its rows, one a line. The places of `figures` are offsets into `text`."""

    code: str
    text: str
    speaker: str | None
    line: int
    figures: tuple[Figure, ...] = ()

    @property
    def label(self) -> Label | None:
        """The unit's label, None for meta."""
        return _LABEL_OF_CODE.get(self.code)

    @property
    def forward_looking(self) -> bool:
        """Whether the unit makes a forward-looking statement."""
        return self.code in ("G", "QF", "TG")

    @property
    def is_table(self) -> bool:
        """Whether the unit is a block of tabular rows."""
        return self.code in ("TG", "TH")


class AnnotatedRelease(Struct, frozen=True):
    """One release of the corpus: its header, and its units by paragraph."""

    header: dict[str, str]
    paragraphs: list[list[AnnotatedUnit]]
    path: str
    raw: str | None = None  # the raw text beside it (`NAME.txt`), which the units are aligned with

    @property
    def id(self) -> str:
        """The release's id: that of its header, else the file's name without suffix."""
        return self.header.get("id") or Path(self.path).stem

    @property
    def units(self) -> list[AnnotatedUnit]:
        """All units in order."""
        return [unit for paragraph in self.paragraphs for unit in paragraph]


_CODE = re.compile(r"(?P<code>G|H|S|M|QF|QN)(?:\|(?P<speaker>[^\t]*))?\t(?P<text>.*)$")


def read_corpus(directory: Path) -> list[AnnotatedRelease]:
    """Return every release of `directory`, subdirectories included, sorted by id; or the one in a single file.

    Raises AnnotationError where a file breaks the format (naming file and line), where two releases have the same id, and
    where there is no `.ann` file at all.
    """
    paths = find_annotated(directory)
    if not paths:
        raise AnnotationError(f"{directory}: no .ann file in it; write one with `forelook annotate PATH` or name another directory")
    releases = sorted((read_annotated(path) for path in paths), key=lambda release: release.id)
    for one, other in pairwise(releases):
        if one.id == other.id:
            raise AnnotationError(f"{other.path}: the id {other.id!r} also stands in {one.path}; give each release an id of its own")
    return releases


def find_annotated(directory: Path) -> list[Path]:
    """Return the `.ann` files in a directory and below it, sorted, except those of collections of brat, which have the same suffix.

    For a single `.ann` file, return that file.
    """
    if directory.suffix == ANNOTATED_SUFFIX and directory.is_file():
        return [directory]
    collections = {path.parent for path in directory.rglob(BRAT_CONFIG)}
    return [path for path in sorted(directory.rglob(f"*{ANNOTATED_SUFFIX}")) if collections.isdisjoint(path.parents)]


def read_annotated(path: Path) -> AnnotatedRelease:
    """Return the release in one `.ann` file, with the raw text beside it where there is one.

    Raises AnnotationError with file, line and what was expected.
    """
    try:
        content = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise AnnotationError(f"{path}: not UTF-8 at byte {error.start}; save the file as UTF-8") from error
    release = parse_annotated(content, str(path))
    raw = path.with_suffix(".txt")
    if not raw.is_file():
        return release
    try:
        return msgspec.structs.replace(release, raw=read_text(raw.read_bytes(), str(raw)))
    except InputError as error:
        raise AnnotationError(str(error)) from error


def parse_annotated(content: str, path: str) -> AnnotatedRelease:
    """Return the release that annotated text describes; raises AnnotationError naming `path` and line."""
    lines = [line.rstrip("\r") for line in content.split("\n")]
    if "---" not in lines:
        raise AnnotationError(f"{path}:1: no line '---'; expected header lines 'key: value', then '---', then units")
    bar = lines.index("---")
    header: dict[str, str] = {}
    for number, line in enumerate(lines[:bar], 1):
        key, colon, value = line.partition(":")
        if line.startswith("#") or not line.strip():
            continue
        if not colon or not key.strip().isidentifier():
            raise AnnotationError(f"{path}:{number}: {line!r} is not a header line; expected 'key: value'")
        header[key.strip()] = value.strip()
    paragraphs = list(_read_paragraphs(lines, bar + 1, path))
    if not paragraphs:
        raise AnnotationError(f"{path}:{bar + 1}: no unit after '---'; expected lines 'CODE<TAB>text'")
    return AnnotatedRelease(header, paragraphs, path)


def _read_paragraphs(lines: list[str], first: int, path: str) -> Iterator[list[AnnotatedUnit]]:
    paragraph: list[AnnotatedUnit] = []
    index = first
    while index < len(lines):
        line, number = lines[index], index + 1
        index += 1
        if not line.strip():
            if paragraph:
                yield paragraph
            paragraph = []
            continue
        if line.startswith("#"):
            continue
        if line.strip() in ("TG", "TH"):
            rows = []
            while index < len(lines) and lines[index].startswith("\t"):
                rows.append(lines[index][1:])
                index += 1
            if not rows:
                raise AnnotationError(f"{path}:{number}: a table without rows; expected lines that begin with a tab below {line.strip()}")
            if paragraph:
                yield paragraph
            unit, index = _add_figures(AnnotatedUnit(line.strip(), "\n".join(rows), None, number), lines, index, path)
            yield [unit]
            paragraph = []
            continue
        unit, index = _add_figures(_read_unit(line, number, path), lines, index, path)
        paragraph.append(unit)
    if paragraph:
        yield paragraph


def _add_figures(unit: AnnotatedUnit, lines: list[str], index: int, path: str) -> tuple[AnnotatedUnit, int]:
    """Return a unit with the guidance records on the lines after it, and the index of the line after those."""
    figures = []
    while index < len(lines) and lines[index].startswith(MARK):
        if not unit.forward_looking:
            raise AnnotationError(f"{path}:{index + 1}: a guidance record below {unit.code}; only G, QF and TG have records")
        try:
            figures.append(parse_figure(lines[index].removeprefix(MARK), unit.text))
        except ValueError as error:
            raise AnnotationError(f"{path}:{index + 1}: {error}") from error
        index += 1
    return (msgspec.structs.replace(unit, figures=tuple(figures)) if figures else unit), index


def _read_unit(line: str, number: int, path: str) -> AnnotatedUnit:
    match = _CODE.match(line)
    if match is None:
        expected = "expected 'CODE<TAB>text' with a code of G H S M QF|Speaker QN|Speaker, or TG / TH alone above rows"
        raise AnnotationError(f"{path}:{number}: {line[:60]!r}; {expected}")
    code, speaker, text = match.group("code", "speaker", "text")
    if not text.strip():
        raise AnnotationError(f"{path}:{number}: no text after the code {code}; write the unit's words or delete the line")
    if code.startswith("Q") and not speaker:
        raise AnnotationError(f"{path}:{number}: {code} without a speaker; expected '{code}|Full Name<TAB>text'")
    if speaker and not code.startswith("Q"):
        raise AnnotationError(f"{path}:{number}: {code} has a speaker; only QF and QN do")
    return AnnotatedUnit(code, text.strip(), speaker or None, number)
