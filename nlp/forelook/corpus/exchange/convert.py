"""Exports annotated, labelled or tagged releases to annotation tools and imports them: `forelook corpus export` and `forelook corpus import`.

In: a directory of annotated text, a file of releases, or a tool's files. Out: a tool's files, or pairs of `.txt` and `.ann`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import cast
from zipfile import ZipFile, is_zipfile

import msgspec

from forelook.corpus.alignment import as_gold, locate, write_gold
from forelook.corpus.annotate import to_gold
from forelook.corpus.annotated import BRAT_CONFIG, find_annotated, read_corpus
from forelook.corpus.exchange import Files, brat, docbin, doccano, label_studio, prodigy, web_annotation
from forelook.corpus.exchange.fill import fill, find_gaps
from forelook.corpus.exchange.gather import Found, LeftOutError
from forelook.corpus.exchange.tools import Tool
from forelook.corpus.gold import GoldRelease, read_gold
from forelook.errors import AnnotationError
from forelook.export.json import read_releases
from forelook.records import Release
from forelook.tagger import Tagger, load

Export = Callable[[list[GoldRelease]], Files]
Read = Callable[[Files], Iterator[Found]]

_FORMATS: dict[Tool, tuple[Export, Read]] = {
    Tool.LABEL_STUDIO: (label_studio.export, label_studio.read),
    Tool.PRODIGY: (prodigy.export, prodigy.read),
    Tool.DOCCANO: (doccano.export, doccano.read),
    Tool.BRAT: (brat.export, brat.read),
    Tool.DOCBIN: (docbin.export, docbin.read),
    Tool.WEB_ANNOTATION: (web_annotation.export, web_annotation.read),
}
_STATEMENTS = b'"statements":'  # only tagged releases have them


def export_corpus(data: Path, tool: Tool, out: Path) -> list[Path]:
    """Write every release of `data` into the directory `out`; return the files that were written.

    `data` is a directory of annotated text, or a `.jsonl` of tagged releases, whose scores are exported too, or of labelled ones. An `.ann`
    with a raw text is exported with that text, one without as a plain page, one paragraph a line.

    Raises AnnotationError where `data` cannot be read, or `out` cannot be used.
    """
    return export_gold(read_any(data), tool, out)


def read_any(data: Path) -> list[GoldRelease]:
    """Return the releases of a directory of annotated text, or of a file of tagged or labelled releases.

    Raises AnnotationError where it is missing, or its releases have no text.
    """
    if data.suffix != ".jsonl":
        return read_gold_corpus(data)
    if not data.is_file():
        raise AnnotationError(f"{data}: no such file; name what `forelook classify` has written, or JSON Lines with id, text and units")
    with data.open("rb") as file:
        is_tagged = _STATEMENTS in file.readline()
    return [_take_tagged(release) for release in read_releases(data)] if is_tagged else read_gold(data)


def _take_tagged(release: Release) -> GoldRelease:
    """Return a tagged release as a gold release, with its scores."""
    if not isinstance(cast("object", release.text), str) or release.offsets != "codepoint":
        raise AnnotationError(f"release {release.id}: it has no text, or counts in {release.offsets}; tag it without --no-text and --offsets")
    gold = to_gold(release)
    scores = {statement.start: statement.score for statement in release.statements}
    return msgspec.structs.replace(gold, units=[msgspec.structs.replace(unit, score=scores.get(unit.start)) for unit in gold.units])


def export_gold(releases: list[GoldRelease], tool: Tool, out: Path) -> list[Path]:
    """Write gold releases into the directory `out`; return the files that were written.

    Raises AnnotationError where files for brat would overwrite annotated text.
    """
    export, _ = _FORMATS[tool]
    if tool is Tool.BRAT and out.is_dir() and not (out / BRAT_CONFIG).is_file() and find_annotated(out):
        raise AnnotationError(f"{out}: holds annotated text, whose files end in .ann as brat's do; name a directory of its own")
    written = []
    for name, content in sorted(export(releases).items()):
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        written.append(path)
    return written


def import_corpus(source: Path, tool: Tool, out: Path, *, accept_predictions: bool = False, model: Path | None = None) -> Iterator[Path | AnnotationError]:
    """Yield, for every record of a tool's file, directory or zip archive, the `.ann` that was written into `out`, or why none was.

    A release without annotations is left out; of two records of a release the first is written. Where `out` has an `.ann` of
    the same id, its header is kept. Text that nobody has marked gets the codes of `model`, each with a comment.
    Raises AnnotationError where there is no record at all.
    """
    if any((directory / BRAT_CONFIG).is_file() for directory in (out, *out.parents)):
        raise AnnotationError(f"{out}: a collection of brat's, in which annotated text would not be found; name another directory")
    found = _read(source, tool, accept_predictions=accept_predictions)
    return _write_each(found, out, model)


def _write_each(found: Iterator[Found], out: Path, model: Path | None) -> Iterator[Path | AnnotationError]:
    tagger: Tagger | None = None
    written: set[Path] = set()
    for each in found:
        if isinstance(each, AnnotationError):
            yield each
            continue
        try:
            path = _claim(each, out, written)
            notes: dict[int, str] = {}
            if find_gaps(each):
                tagger = tagger or load(model, figures=False)
                each, notes = fill(each, tagger)  # noqa: PLW2901 - the same release, whole
            yield write_gold(out, each, notes)
            written.add(path)
        except AnnotationError as error:
            yield error if isinstance(error, LeftOutError) else AnnotationError(f"{each.id}: {error}")


def _claim(release: GoldRelease, out: Path, written: set[Path]) -> Path:
    """Return where to write a release; raises AnnotationError where it has no units, or another record has been written there."""
    path = out / locate(release.id)
    if not release.units:
        raise LeftOutError(f"{release.id} is left out: nothing is marked in it; `forelook annotate` gives a release the model's codes")
    if path in written:
        raise AnnotationError("occurs twice, and the first is kept; import the work of each annotator into a directory of its own")
    return path


def _read(source: Path, tool: Tool, *, accept_predictions: bool) -> Iterator[Found]:
    _, read = _FORMATS[tool]
    if tool is Tool.LABEL_STUDIO:
        read = partial(label_studio.read, accept_predictions=accept_predictions)
    found = read(_read_files(source))
    first = next(found, None)
    if first is None:
        raise AnnotationError(f"{source}: no release of {tool.value} in it; name the file that the tool has written, or its directory")
    return chain([first], found)


def read_gold_corpus(data: Path) -> list[GoldRelease]:
    """Return every release of a directory of annotated text as a gold release, sorted by id."""
    return [as_gold(release) for release in read_corpus(data)]


def _read_files(source: Path) -> Files:
    if source.is_dir():
        return {path.relative_to(source).as_posix(): path.read_bytes() for path in sorted(source.rglob("*")) if path.is_file()}
    if not source.is_file():
        raise AnnotationError(f"{source}: no such file or directory; name what the annotation tool has written")
    if is_zipfile(source):
        with ZipFile(source) as archive:
            return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
    files = {source.name: source.read_bytes()}
    text = source.with_suffix(".txt")
    return {**files, text.name: text.read_bytes()} if text.is_file() else files
