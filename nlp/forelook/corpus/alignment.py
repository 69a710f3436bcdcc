"""Aligns annotated text (`NAME.ann`) with the raw text beside it (`NAME.txt`).

In: the units of an `.ann` and a text whose blanks and line breaks may differ. Out: gold releases with exact offsets into
that text, ready for training and evaluation; and pairs written to a directory.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from forelook.characters import is_blank
from forelook.corpus.annotate import write_annotated
from forelook.corpus.annotated import AnnotatedRelease, AnnotatedUnit, parse_annotated, read_annotated
from forelook.corpus.gold import GoldRelease, GoldUnit, place_unit
from forelook.corpus.header import UNKNOWN
from forelook.corpus.layouts.page import Page
from forelook.errors import AnnotationError

SHOWN = 40  # characters of either side that an error quotes


def align(annotated: AnnotatedRelease, raw_text: str) -> GoldRelease:
    """Return the units of annotated text with their places in `raw_text`, in time linear in its length.

    Blanks and line breaks may differ, words may not: the units contain all words of the text in order. Raises AnnotationError
    naming file, line and what was expected where they do not. A speaker "unknown" becomes None.
    """
    places = [place for place, character in enumerate(raw_text) if not is_blank(character)]
    solid = "".join([raw_text[place] for place in places])
    units: list[GoldUnit] = []
    at = statements = 0
    for unit in annotated.units:
        words = _squeeze(unit.text)
        if not words or not solid.startswith(words, at):
            raise AnnotationError(_explain(annotated, unit, raw_text, places[at:], words))
        start, end = places[at], places[at + len(words) - 1] + 1
        units.append(place_unit(unit, raw_text[start:end], start, statements))
        statements += unit.label is not None
        at += len(words)
    if at < len(solid):
        left = " ".join(raw_text[places[at] :][: 2 * SHOWN].split())[:SHOWN]
        line = annotated.units[-1].line if annotated.units else 1
        raise AnnotationError(
            f"{annotated.path}:{line}: the text continues after the last unit with {left!r}; add what is missing, as M if it is not a statement"
        )
    return GoldRelease(annotated.id, raw_text, units)


def _squeeze(text: str) -> str:
    return "".join([character for character in text if not is_blank(character)])


def _explain(annotated: AnnotatedRelease, unit: AnnotatedUnit, raw_text: str, places: list[int], words: str) -> str:
    """Return what is wrong with a unit whose words are not at the first of `places`."""
    if not words:
        return f"{annotated.path}:{unit.line}: the unit holds nothing but zero-width characters; delete the line"
    same = 0
    while same < min(len(words), len(places)) and words[same] == raw_text[places[same]]:
        same += 1
    line = unit.line
    rest, seen = unit.text, 0
    for number, character in enumerate(unit.text):
        if not is_blank(character):
            if seen == same:
                rest = unit.text[number:]
                line += unit.text.count("\n", 0, number) + 1 if unit.is_table else 0
                break
            seen += 1
    found = repr(" ".join(rest.split())[:SHOWN])
    expected = repr(" ".join(raw_text[places[same] :][: 2 * SHOWN].split())[:SHOWN]) if same < len(places) else "the end of the text"
    return f"{annotated.path}:{line}: expected {expected}, found {found}; a unit's words stand as in the text beside it, only blanks may differ"


def render_plain(annotated: AnnotatedRelease) -> GoldRelease:
    """Return annotated text that has no raw text as a plain page: one paragraph a line, blank lines between, words unchanged."""
    page = Page()
    for paragraph in annotated.paragraphs:
        for number, unit in enumerate(paragraph):
            body = unit.text.rstrip()
            words = body.lstrip()
            page.write(("" if not page.length else " " if number else "\n\n") + body[: len(body) - len(words)])
            page.place(unit, words)
    page.write("\n")
    return GoldRelease(annotated.id, page.text, page.units)


def as_gold(annotated: AnnotatedRelease) -> GoldRelease:
    """Return a release of the corpus with a text and offsets: aligned with the raw text beside it, or else rendered as a plain page.

    Raises AnnotationError where the text beside it differs in more than blanks.
    """
    return render_plain(annotated) if annotated.raw is None else align(annotated, annotated.raw)


def write_pair(directory: Path, text: str, annotated: str) -> Path:
    """Write `.ann` content and its raw text side by side, named after the id in its header; return the path of the `.ann`.

    Raises AnnotationError, before anything is written, where the two cannot be aligned.
    """
    release = parse_annotated(annotated, "annotated text")
    align(release, text)
    path = directory / locate(release.id)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.with_suffix(".txt").write_bytes(text.encode())
    path.write_bytes(annotated.encode())
    return path


def locate(identity: str) -> str:
    """Return the relative path of the `.ann` file of an id, with `/` between directories; no id leads out of the directory."""
    parts = [part for part in PurePosixPath(identity.replace("\\", "/").replace(":", "_")).parts if part not in ("/", "..", ".")]
    return "/".join(parts or [UNKNOWN]) + ".ann"


def write_gold(directory: Path, gold: GoldRelease, notes: Mapping[int, str] | None = None) -> Path:
    """Write a gold release as a pair and return the path of the `.ann`; the header of an existing `.ann` is kept. `notes` are comments by the start of a unit.

    Raises AnnotationError where the units do not cover its text.
    """
    path = directory / locate(gold.id)
    header = read_annotated(path).header if path.is_file() else None
    return write_pair(directory, gold.text, write_annotated(gold, header=header, notes=notes))
