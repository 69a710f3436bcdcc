"""The command `figures`: the guidance of releases, one record a row.

In: paths. Out: a table for the terminal, or JSON Lines, JSON or CSV; failures on standard error.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from forelook.cli.options import IdColumn, ModelOption, Paths, PreciseOption, QuietOption, TextColumn, choose_columns, compose_epilog

_EPILOG = compose_epilog("forelook figures release.htm", "forelook figures filings/ --format csv > figures.csv")


class FigureFormat(StrEnum):
    """The output formats of `forelook figures`."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


def add_commands(app: typer.Typer) -> None:
    """Add the commands of this module to the command line."""
    app.command(short_help="Show what releases predict, as figures.", epilog=_EPILOG)(figures)


def figures(
    paths: Paths,
    *,
    format_: Annotated[FigureFormat, typer.Option("--format", help="A table to read, or rows for programs.")] = FigureFormat.TABLE,
    id_col: IdColumn = "id",
    text_col: TextColumn = "text",
    model: ModelOption = None,
    precise: PreciseOption = False,
    _quiet: QuietOption = False,
) -> None:
    """Show what releases predict: metric, period, low, high, unit and direction."""
    from forelook.run.figures import show_figures  # noqa: PLC0415 - --help does not need Rich's console

    if show_figures(paths, format_=format_.value, model=model, precise=precise, columns=choose_columns(id_col, text_col)):
        raise typer.Exit(1)
