"""Compares two versions of a release: `forelook diff`.

In: two paths with one release each. Out: the comparison on standard output, as text or JSON, or as a page in a file.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Literal

import msgspec
from msgspec.structs import replace

from forelook.analyze.audit import audit
from forelook.analyze.diff import diff
from forelook.errors import InputError
from forelook.export.page import render_comparison
from forelook.export.terminal.comparison import render_diff
from forelook.records import Release
from forelook.run.each import tag_each
from forelook.run.pager import write_paged
from forelook.run.progress import Reporter
from forelook.run.show import Colour, make_console, print_lines
from forelook.run.view import check_page, write_page
from forelook.tagger import Tagger, load


def compare_releases(
    old: str, new: str, *, model: Path | None, precise: bool = False, out: Path | None, format_: Literal["text", "json"], colour: Colour
) -> None:
    """Compare the release in `old` with that in `new`; raises InputError where either has none or several."""
    if out is not None:
        check_page(out)
    tagger = load(model, precise=precise)
    before, after = _tell_apart(_tag_one(tagger, old), _tag_one(tagger, new))
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


def _tag_one(tagger: Tagger, path: str) -> Release:
    with Reporter([path], bar=False) as reporter:
        releases = list(tag_each(tagger, [path], reporter))
    if len(releases) != 1:
        raise InputError(path, f"it holds {len(releases)} releases, and two versions of one are compared", "name a file that holds one")
    return replace(releases[0], audit=audit(releases[0]))
