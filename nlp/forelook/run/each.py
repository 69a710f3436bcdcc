"""Shared by the commands that handle releases one by one: tags the releases of paths, and writes releases to a file.

In: paths. Out: releases in order, with failures on standard error; or one file in any of the formats.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from forelook.export import Format, Layout, is_gzip, write_blocks
from forelook.parallel.items import Failure
from forelook.read.keep import ID_AND_TEXT, Columns
from forelook.records import Document, Release
from forelook.run.inputs import Items
from forelook.run.journal import explain_full_disk, place
from forelook.run.progress import Reporter
from forelook.run.worker import open_item
from forelook.tagger import Tagger


def read_each(paths: Sequence[str], reporter: Reporter, columns: Columns = ID_AND_TEXT) -> Iterator[Document]:
    """Yield every release of `paths` untagged; the reporter counts and names the failures."""
    for item, _ in Items(paths, columns=columns):
        found = open_item(item)
        documents = [entry for entry in found if not isinstance(entry, Failure)]
        reporter.advance([document.id for document in documents], [entry for entry in found if isinstance(entry, Failure)], 0)
        yield from documents


def tag_each(tagger: Tagger, paths: Sequence[str], reporter: Reporter, columns: Columns = ID_AND_TEXT) -> Iterator[Release]:
    """Yield every release of `paths` tagged; the reporter counts and names the failures."""
    for document in read_each(paths, reporter, columns):
        yield tagger(document)


def write_releases(releases: Iterable[Release], out: Path, format_: Format) -> None:
    """Write releases to the file `out` atomically."""
    with open_whole(out) as file:
        write_blocks((release.to_json() + b"\n" for release in releases), file, Layout(format_, is_gzip=is_gzip(out)))


@contextmanager
def open_whole(out: Path) -> Iterator[IO[bytes]]:
    """Open the file `out` for writing atomically: it gets its name when everything has been written."""
    with explain_full_disk(out):
        out.parent.mkdir(parents=True, exist_ok=True)
        unfinished = out.with_name(out.name + ".unfinished")
        with unfinished.open("wb") as file:
            yield file
        place(unfinished, out)
