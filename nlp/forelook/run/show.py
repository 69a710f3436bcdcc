"""Releases shown in the terminal, as `forelook show` does.

In: paths. Out: coloured text on standard output, the failures on standard error, and the JSON in a file if asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from forelook.export import find_format, write_blocks
from forelook.export.terminal import render_release
from forelook.records import Release
from forelook.run.inputs import Items
from forelook.run.items import Failure, Item
from forelook.run.journal import explain_full_disk, place
from forelook.run.progress import Reporter
from forelook.run.worker import open_item
from forelook.tagger import Tagger, load


def show_releases(paths: Sequence[str], *, model: Path | None, out: Path | None) -> int:
    """Show every release of `paths`; return how many inputs failed."""
    format_ = find_format(out) if out is not None else None
    tagger = load(model)
    console = Console(highlight=False)
    shown: list[Release] = []
    with Reporter(paths, bar=False) as reporter:
        for item, _ in Items(paths):
            releases, failures = _tag(tagger, item)
            for release in releases:
                console.print(render_release(release, len(shown) + 1))
                shown.append(release)
            reporter.advance(len(releases), failures, 0)
        if out is not None and format_ is not None:
            with explain_full_disk(out):
                out.parent.mkdir(parents=True, exist_ok=True)
                unfinished = out.with_name(out.name + ".unfinished")
                with unfinished.open("wb") as file:
                    write_blocks((release.to_json() + b"\n" for release in shown), file, format_)
                place(unfinished, out)
            reporter.say(f"written to {out}")
    return reporter.failures


def _tag(tagger: Tagger, item: Item) -> tuple[list[Release], list[Failure]]:
    found = open_item(item)
    failures = [entry for entry in found if isinstance(entry, Failure)]
    return [tagger(entry) for entry in found if not isinstance(entry, Failure)], failures
