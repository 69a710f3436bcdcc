"""Releases shown in the terminal, as `forelook show` does.

In: paths. Out: coloured text on standard output, the failures on standard error, and the JSON in a file if asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from forelook.export import find_format
from forelook.export.terminal import render_release
from forelook.records import Release
from forelook.run.each import tag_each, write_releases
from forelook.run.progress import Reporter
from forelook.tagger import load


def show_releases(paths: Sequence[str], *, model: Path | None, out: Path | None) -> int:
    """Show every release of `paths`; return how many inputs failed."""
    format_ = find_format(out) if out is not None else None
    tagger = load(model)
    console = Console(highlight=False)
    shown: list[Release] = []
    with Reporter(paths, bar=False) as reporter:
        for release in tag_each(tagger, paths, reporter):
            console.print(render_release(release, len(shown) + 1))
            shown.append(release)
        if out is not None and format_ is not None:
            write_releases(shown, out, format_)
            reporter.say(f"written to {out}")
    return reporter.failures
