"""Pairs: a raw text (`NAME.txt`) and the annotated text (`NAME.ann`) that belongs to it.

In: the lines of an `.ann` beside a text whose blanks and line breaks may differ. Out: gold releases with exact offsets into
that text, ready for training and evaluation as they are; and pairs written to a directory.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from forelook.corpus.annotate import write_annotated
from forelook.corpus.annotated import AnnotatedRelease, AnnotatedUnit, parse_annotated, read_annotated
from forelook.corpus.figure_writing import carry_figures
from forelook.corpus.layouts import GoldRelease, GoldUnit
from forelook.corpus.plan import UNKNOWN
from forelook.errors import AnnotationError, InputError
from forelook.read.decode import read_text

SHOWN = 40  # characters that an error quotes of either side
_ZERO_WIDTH = "\u200b\ufeff"  # blank to segmentation, though not to Python


def find_raw(path: Path) -> Path | None:
    """Return the raw text beside an `.ann` file, None where the file stands alone."""
    raw = path.with_suffix(".txt")
    return raw if raw.is_file() else None


def read_pairs(directory: Path) -> list[GoldRelease]:
    """Return every pair of `directory`, sub-directories included, sorted by id; `.ann` files that stand alone are passed over.

    Raises AnnotationError naming file and line where a pair does not fit together.
    """
    releases = [read_pair(path) for path in sorted(directory.rglob("*.ann")) if find_raw(path)]
    return sorted(releases, key=lambda release: release.id)


def read_pair(path: Path) -> GoldRelease:
    """Return the release of an `.ann` file that has its raw text beside it."""
    raw = path.with_suffix(".txt")
    try:
        text = read_text(raw.read_bytes(), str(raw))
    except InputError as error:
        raise AnnotationError(str(error)) from error
    return lay_back(read_annotated(path), text)


def lay_back(annotated: AnnotatedRelease, raw_text: str) -> GoldRelease:
    """Return the units of annotated text with their places in `raw_text`; linear in its length.

    Blanks and line breaks may differ, words may not: the lines hold all words of the text in order. Raises AnnotationError
    naming file, line and what was expected where they do not. The speaker "unknown" becomes None.
    """
    places = [place for place, character in enumerate(raw_text) if not _is_blank(character)]
    solid = "".join([raw_text[place] for place in places])
    units: list[GoldUnit] = []
    at = 0
    for unit in annotated.units:
        words = _squeeze(unit.text)
        if not words or not solid.startswith(words, at):
            raise AnnotationError(_explain(annotated, unit, raw_text, places[at:], words))
        kind = "table" if unit.is_table else "statement" if unit.label else "meta"
        speaker = None if unit.speaker == UNKNOWN else unit.speaker
        start, end = places[at], places[at + len(words) - 1] + 1
        figures = carry_figures(unit.figures, unit.text, raw_text[start:end], start, sum(one.kind != "meta" for one in units)) if unit.figures else ()
        units.append(GoldUnit(start, end, kind, unit.label, unit.forward_looking, speaker, figures=figures))
        at += len(words)
    if at < len(solid):
        left = " ".join(raw_text[places[at] :][: 2 * SHOWN].split())[:SHOWN]
        line = annotated.units[-1].line if annotated.units else 1
        raise AnnotationError(
            f"{annotated.path}:{line}: the text goes on behind the last unit with {left!r}; add what is missing, as M where it states nothing"
        )
    return GoldRelease(annotated.id, raw_text, units)


def _is_blank(character: str) -> bool:
    return character.isspace() or character in _ZERO_WIDTH


def _squeeze(text: str) -> str:
    return "".join([character for character in text if not _is_blank(character)])


def _explain(annotated: AnnotatedRelease, unit: AnnotatedUnit, raw_text: str, places: list[int], words: str) -> str:
    """Return what is wrong with a unit whose words do not stand at the first of `places`."""
    if not words:
        return f"{annotated.path}:{unit.line}: the unit holds nothing but zero-width characters; delete the line"
    same = 0
    while same < min(len(words), len(places)) and words[same] == raw_text[places[same]]:
        same += 1
    line = unit.line
    rest, seen = unit.text, 0
    for number, character in enumerate(unit.text):
        if not _is_blank(character):
            if seen == same:
                rest = unit.text[number:]
                line += unit.text.count("\n", 0, number) + 1 if unit.is_table else 0
                break
            seen += 1
    found = repr(" ".join(rest.split())[:SHOWN])
    expected = repr(" ".join(raw_text[places[same] :][: 2 * SHOWN].split())[:SHOWN]) if same < len(places) else "the end of the text"
    return f"{annotated.path}:{line}: expected {expected}, found {found}; a unit's words stand as in the text beside it, only blanks may differ"


def lay_out(annotated: AnnotatedRelease) -> GoldRelease:
    """Return annotated text that has no raw text as a plain page: a paragraph a line, a blank line between, nothing changed."""
    parts: list[str] = []
    units: list[GoldUnit] = []
    length = 0
    for paragraph in annotated.paragraphs:
        for number, unit in enumerate(paragraph):
            lead = "" if not length else " " if number else "\n\n"
            body = unit.text.rstrip()
            indent = len(body) - len(body.lstrip())
            start = length + len(lead) + indent
            kind = "table" if unit.is_table else "statement" if unit.label else "meta"
            length += len(lead) + len(body)
            speaker = None if unit.speaker == UNKNOWN else unit.speaker
            figures = carry_figures(unit.figures, unit.text, body.lstrip(), start, sum(one.kind != "meta" for one in units)) if unit.figures else ()
            units.append(GoldUnit(start, length, kind, unit.label, unit.forward_looking, speaker, figures=figures))
            parts += [lead, body]
    return GoldRelease(annotated.id, "".join([*parts, "\n"]), units)


def write_pair(directory: Path, text: str, annotated: str) -> Path:
    """Write `.ann` content and its raw text side by side, named after the id in its header; returns the path of the `.ann`.

    The pair is read back before anything is written, so that what cannot be laid back is never stored.
    """
    release = parse_annotated(annotated, "annotated text")
    lay_back(release, text)
    path = directory / locate(release.id)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.with_suffix(".txt").write_bytes(text.encode())
    path.write_bytes(annotated.encode())
    return path


def locate(identity: str) -> str:
    """Return the name of the `.ann` file of an id, with `/` between directories; no id leads out of its directory."""
    parts = [part for part in PurePosixPath(identity.replace("\\", "/").replace(":", "_")).parts if part not in ("/", "..", ".")]
    return "/".join(parts or [UNKNOWN]) + ".ann"


def write_gold(directory: Path, gold: GoldRelease) -> Path:
    """Write a gold release as a pair; the header of an `.ann` that stands there already is kept."""
    path = directory / locate(gold.id)
    header = read_annotated(path).header if path.is_file() else None
    return write_pair(directory, gold.text, write_annotated(gold, header=header))
