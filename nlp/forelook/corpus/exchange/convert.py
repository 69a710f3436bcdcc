"""The corpus to an annotation tool and back, as `forelook corpus export` and `forelook corpus import` do.

In: a directory of annotated text, or a tool's files. Out: a tool's files, or pairs of `.txt` and `.ann`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from forelook.corpus.alignment import as_gold, write_gold
from forelook.corpus.annotated import BRAT_CONFIG, find_annotated, read_corpus
from forelook.corpus.exchange import Files, brat, docbin, doccano, label_studio, prodigy, web_annotation
from forelook.corpus.exchange.tools import Tool
from forelook.corpus.gold import GoldRelease
from forelook.errors import AnnotationError

Export = Callable[[list[GoldRelease]], Files]
Load = Callable[[Files], list[GoldRelease]]

_FORMATS: dict[Tool, tuple[Export, Load]] = {
    Tool.LABEL_STUDIO: (label_studio.export, label_studio.load),
    Tool.PRODIGY: (prodigy.export, prodigy.load),
    Tool.DOCCANO: (doccano.export, doccano.load),
    Tool.BRAT: (brat.export, brat.load),
    Tool.DOCBIN: (docbin.export, docbin.load),
    Tool.WEB_ANNOTATION: (web_annotation.export, web_annotation.load),
}


def export_corpus(data: Path, tool: Tool, out: Path) -> list[Path]:
    """Write every release of a directory of annotated text into the directory `out`; return the files that were written.

    A pair goes out with its raw text, an `.ann` that stands alone as a plain page, a paragraph a line.
    """
    return export_gold(read_gold_corpus(data), tool, out)


def export_gold(releases: list[GoldRelease], tool: Tool, out: Path) -> list[Path]:
    """Write gold releases into the directory `out`; return the files that were written.

    Raises AnnotationError where brat's files would take the place of annotated text.
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


def import_corpus(source: Path, tool: Tool, out: Path) -> list[Path]:
    """Write the releases of a tool's file, or directory of files, into `out` as pairs; return the `.ann` files.

    Where `out` holds an `.ann` of the same id, its header is kept.
    """
    if any((directory / BRAT_CONFIG).is_file() for directory in (out, *out.parents)):
        raise AnnotationError(f"{out}: a collection of brat's, in which annotated text would not be found; name another directory")
    return [write_gold(out, release) for release in load_gold(source, tool)]


def load_gold(source: Path, tool: Tool) -> list[GoldRelease]:
    """Return the releases of a tool's file, or directory of files."""
    _, load = _FORMATS[tool]
    releases = load(_read_files(source))
    if not releases:
        raise AnnotationError(f"{source}: no release of {tool.value} in it; name the file that the tool has written, or its directory")
    return releases


def read_gold_corpus(data: Path) -> list[GoldRelease]:
    """Return every release of a directory of annotated text with a text and offsets, sorted by id."""
    return [as_gold(release) for release in read_corpus(data)]


def _read_files(source: Path) -> Files:
    if source.is_dir():
        return {path.relative_to(source).as_posix(): path.read_bytes() for path in sorted(source.rglob("*")) if path.is_file()}
    if not source.is_file():
        raise AnnotationError(f"{source}: no such file or directory; name what the annotation tool has written")
    files = {source.name: source.read_bytes()}
    text = source.with_suffix(".txt")
    return {**files, text.name: text.read_bytes()} if text.is_file() else files
