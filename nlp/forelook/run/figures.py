"""Writes the guidance records of releases to standard output: `forelook figures`.

In: paths. Out: a table per release, or rows as JSON Lines, one JSON array, or CSV; failures on standard error.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
from rich.text import Text

from forelook.export.terminal import META_COLOUR, render_figures
from forelook.export.visible import make_line
from forelook.figures.rows import COLUMNS, Cells, figure_rows
from forelook.read.keep import ID_AND_TEXT, Columns
from forelook.run.each import tag_each
from forelook.run.progress import Reporter
from forelook.run.show import make_console, print_lines
from forelook.tagger import load


def show_figures(paths: Sequence[str], *, format_: str, model: Path | None, precise: bool = False, columns: Columns = ID_AND_TEXT) -> int:
    """Write the figures of every release of `paths` in order; return how many inputs failed."""
    tagger = load(model, precise=precise)
    with Reporter(paths, bar=False) as reporter:
        releases = tag_each(tagger, paths, reporter, columns)
        if format_ == "table":
            console = make_console("auto")
            for number, release in enumerate(releases):
                name = make_line(release.id)
                lines = list(render_figures(release, console.width, name)) or [Text(f"{name}: no figures", META_COLOUR)]
                lines += [Text(f"warning: {make_line(warning)}", "bold") for warning in release.warnings]
                sys.stdout.write("\n" * (number > 0) + print_lines(lines, console))
        else:
            _write_rows(figure_rows(releases), format_)
    return reporter.failures


def _write_rows(rows: Iterator[Cells], format_: str) -> None:
    if format_ == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(rows)
        return
    lines = (msgspec.json.encode(dict(zip(COLUMNS, row, strict=True))).decode() for row in rows)
    if format_ == "jsonl":
        for line in lines:
            sys.stdout.write(line + "\n")
    else:
        sys.stdout.write("[" + ",\n ".join(lines) + "]\n")
