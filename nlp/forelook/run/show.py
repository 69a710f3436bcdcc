"""Shows releases in the terminal: `forelook show`.

In: paths. Out: text on standard output, in a pager if that is a terminal and the text does not fit; failures on standard error;
and the JSON in a file if asked for.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal

from msgspec.structs import replace
from rich.console import Console
from rich.text import Text

from forelook.analyze.audit import audit
from forelook.export import find_format
from forelook.export.terminal import EVERYTHING, Choice, render_release
from forelook.read.keep import ID_AND_TEXT, Columns
from forelook.records import Release
from forelook.run.each import tag_each, write_releases
from forelook.run.pager import write_paged
from forelook.run.progress import Reporter
from forelook.tagger import load

Colour = Literal["auto", "always", "never"]


def show_releases(
    paths: Sequence[str],
    *,
    model: Path | None,
    precise: bool = False,
    columns: Columns = ID_AND_TEXT,
    out: Path | None,
    choice: Choice = EVERYTHING,
    colour: Colour = "auto",
) -> int:
    """Show every release of `paths`; return how many inputs failed."""
    format_ = find_format(out) if out is not None else None
    tagger = load(model, precise=precise)
    console = make_console(colour)
    shown: list[Release] = []

    def render_each() -> Iterator[str]:
        for release in tag_each(tagger, paths, reporter, columns):
            yield ("\n" if shown else "") + render_text(replace(release, audit=audit(release)), console, choice)
            shown.append(release)

    with Reporter(paths, bar=False) as reporter:
        write_paged(render_each(), console.height, terminal=sys.stdout.isatty())
        if out is not None and format_ is not None:
            write_releases(shown, out, format_)
            reporter.say(f"written to {out}")
    return reporter.failures


def make_console(colour: Colour) -> Console:
    """Return a console for standard output; `auto` uses colours only on a terminal, and not if NO_COLOR is set."""
    if colour == "auto":
        return Console(highlight=False)
    if colour == "never":
        return Console(highlight=False, color_system=None)
    plain = os.environ.get("COLORTERM", "truecolor") not in ("truecolor", "24bit")
    return Console(highlight=False, force_terminal=True, no_color=False, color_system="256" if plain else "truecolor")


def render_text(release: Release, console: Console, choice: Choice = EVERYTHING) -> str:
    """Return a release as `console` would print it."""
    return print_lines(render_release(release, console.width, choice), console)


def print_lines(lines: Iterable[Text], console: Console) -> str:
    """Return lines as `console` would print them, unbroken."""
    stream = io.StringIO()
    system: Literal["standard", "256", "truecolor", "windows"] | None = None if console.no_color else console.color_system  # type: ignore[assignment]
    inner = Console(file=stream, width=console.width, force_terminal=system is not None, color_system=system, no_color=False, highlight=False)
    for line in lines:
        inner.print(line, soft_wrap=True)
    return stream.getvalue()
