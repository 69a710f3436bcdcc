"""Compares two versions of a release: `forelook diff`.

In: two paths with one release each. Out: the comparison on standard output, as text or JSON, or as a page in a file.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Literal

import msgspec
from msgspec.structs import astuple, replace

from forelook.analyze.audit import audit
from forelook.analyze.diff import diff
from forelook.errors import InputError
from forelook.export.page import render_comparison
from forelook.export.terminal.comparison import render_diff
from forelook.parallel.items import Failure
from forelook.read.keep import ID_AND_TEXT, Columns
from forelook.records import Release
from forelook.run.inputs import Items
from forelook.run.pager import write_paged
from forelook.run.progress import Reporter
from forelook.run.show import Colour, make_console, print_lines
from forelook.run.view import check_page, write_page
from forelook.run.worker import open_item
from forelook.tagger import Tagger, load


def compare_releases(
    old: str,
    new: str,
    *,
    model: Path | None,
    precise: bool = False,
    columns: Columns = ID_AND_TEXT,
    out: Path | None,
    format_: Literal["text", "json"],
    colour: Colour,
) -> None:
    """Compare the release in `old` with that in `new`; raises InputError where either has none or several."""
    if out is not None:
        check_page(out)
    tagger = load(model, precise=precise)
    before, after = _tell_apart(_tag_one(tagger, old, columns), _tag_one(tagger, new, columns))
    found = diff(before, after)
    if out is not None:
        with Reporter([old, new], bar=False) as reporter:
            write_page(render_comparison(before, after, found), out, reporter)
    elif format_ == "json":
        sys.stdout.buffer.write(msgspec.json.format(found.to_json(), indent=2) + b"\n")
    else:
        console = make_console(colour)
        text = print_lines(render_diff(found, before, after, console.width), console)
        write_paged(iter([text]), console.height, terminal=sys.stdout.isatty())


def _tell_apart(old: Release, new: Release) -> tuple[Release, Release]:
    """Return the releases, with their paths as ids where they have the same id, such as draft.docx and draft.pdf."""
    if old.id != new.id or old.source.path is None or new.source.path is None:
        return old, new
    return replace(old, id=old.source.path), replace(new, id=new.source.path)


def _tag_one(tagger: Tagger, path: str, columns: Columns) -> Release:
    """Return the one release of `path`, audited; what cannot be read beside it is named."""
    found = [entry for item, _ in Items([path], columns=columns) for entry in open_item(item)]
    documents = [entry for entry in found if not isinstance(entry, Failure)]
    failures = [entry for entry in found if isinstance(entry, Failure)]
    if failures and not documents:
        raise InputError(*astuple(failures[0]))
    with Reporter([path], bar=False) as reporter:
        reporter.advance([document.id for document in documents], failures, 0)
    if len(documents) != 1:
        raise InputError(path, f"it holds {len(documents)} releases, and two versions of one are compared", "name a file that holds one")
    release = tagger(documents[0])
    return replace(release, audit=audit(release))
