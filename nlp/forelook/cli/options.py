"""Options and arguments that several commands share, and the epilogs of their help: examples and exit statuses.

In: nothing. Out: annotations for Typer, and epilogs.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from forelook.run.voice import be_quiet

if TYPE_CHECKING:
    from forelook.read.keep import Columns

ENDS = {0: "done", 1: "some inputs failed; each is named, the rest is done", 2: "wrong usage, or it could not be completed"}
"""The meanings of exit statuses, by default."""


def _hush(wanted: bool) -> None:  # noqa: FBT001 - a callback of Typer
    if wanted:
        be_quiet()


Paths = Annotated[list[str], typer.Argument(metavar="PATH", help="Files, directories, quoted globs, or - for standard input.", show_default=False)]
ModelOption = Annotated[Path | None, typer.Option("--model", metavar="DIR", help="A model directory; by default the one that comes with forelook.")]
PreciseOption = Annotated[
    bool,
    typer.Option("--precise", help="Let a transformer read doubtful statements: more accurate, much slower (extra [precise]).", show_default=False),
]
IdColumn = Annotated[str, typer.Option("--id-col", metavar="COLUMN", help="The column of ids in CSV, JSON Lines and Parquet files.")]
TextColumn = Annotated[str, typer.Option("--text-col", metavar="COLUMN", help="The column of texts in CSV, JSON Lines and Parquet files.")]
QuietOption = Annotated[
    bool, typer.Option("-q", "--quiet", callback=_hush, expose_value=False, help="Write only failures to standard error.", show_default=False)
]


def choose_columns(id_col: str, text_col: str) -> Columns:
    """Return the columns of tables to read; raises InputError where both are the same."""
    from forelook.read.keep import Columns  # noqa: PLC0415 - --help does not need the readers

    return Columns(id_col, text_col)


def compose_epilog(*examples: str, ends: Mapping[int, str] = ENDS) -> str:
    """Return the epilog of a command's help: examples, one a line, and the meanings of its exit statuses."""
    # \b keeps the lines of a paragraph unwrapped.
    statuses = "\n".join(f"  {number}  {meaning}" for number, meaning in ends.items())
    lines = "\n".join(f"  {example}" for example in examples)
    return f"\b\nExamples:\n{lines}\n\n\b\nExit status:\n{statuses}"
