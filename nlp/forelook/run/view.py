"""Writes releases as one HTML page: `forelook view`.

In: paths. Out: an HTML file, written atomically; failures on standard error.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from forelook.analyze.audit import audit
from forelook.errors import OutputError
from forelook.export.page import render_page
from forelook.read.keep import ID_AND_TEXT, Columns
from forelook.run.each import open_whole, tag_each
from forelook.run.progress import Reporter
from forelook.tagger import load

STDOUT = Path("-")


def view_releases(paths: Sequence[str], out: Path, *, model: Path | None, precise: bool = False, columns: Columns = ID_AND_TEXT) -> int:
    """Write a page of all releases of `paths`, audited; return how many inputs failed.

    Raises OutputError for an `out` that is not an HTML file.
    """
    check_page(out)
    tagger = load(model, precise=precise)
    with Reporter(paths, bar=False) as reporter:
        releases = [replace(release, audit=audit(release)) for release in tag_each(tagger, paths, reporter, columns)]
        if releases:
            write_page(render_page(releases), out, reporter)
    return reporter.failures


def check_page(out: Path) -> None:
    """Raise OutputError where `out` is not the name of an HTML file."""
    if out != STDOUT and out.suffix.lower() not in (".html", ".htm"):
        raise OutputError(f"{out}: a page is written as HTML; let the name end in .html, or name - for standard output")


def write_page(page: str, out: Path, reporter: Reporter) -> None:
    """Write a page to a file, or to standard output."""
    if out == STDOUT:
        sys.stdout.write(page)
        return
    with open_whole(out) as file:
        file.write(page.encode())
    reporter.say(f"written to {out}")
