"""The command `figures`: what releases predict, one record a row.

In: paths. Out: a table for reading on a terminal, or JSON Lines, JSON or CSV; failures on standard error.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class FigureFormat(StrEnum):
    """How `forelook figures` writes."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


def add_commands(app: typer.Typer) -> None:
    """Add the commands of this module to the command line."""
    app.command()(figures)


def figures(
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="Files, directories, quoted globs, or - for standard input.", show_default=False)],
    *,
    format_: Annotated[FigureFormat, typer.Option("--format", help="A table to read, or rows for programs.")] = FigureFormat.TABLE,
    model: Annotated[Path | None, typer.Option("--model", metavar="DIR", help="A model directory; the one that comes with forelook by default.")] = None,
) -> None:
    """Show what releases predict: metric, period, low, high, unit and direction."""
    from forelook.run.figures import show_figures  # noqa: PLC0415 - help does without Rich's console

    if show_figures(paths, format_=format_.value, model=model):
        raise typer.Exit(1)
