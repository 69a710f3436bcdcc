"""The command `audit`: checks whether the legend of a release covers what it promises.

In: arguments. Out: a table or JSON on standard output, or a file. Exit status 0 whatever is found, unless --fail-on is given.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from forelook.cli.options import ENDS, IdColumn, ModelOption, Paths, PreciseOption, QuietOption, TextColumn, choose_columns, compose_epilog

_EPILOG = compose_epilog(
    "forelook audit draft.docx",
    "forelook audit draft.txt --format json",
    "forelook audit drafts/ -o audits.jsonl --fail-on missing",
    ends={**ENDS, 1: "some inputs failed, or --fail-on was given and a finding is at least as serious"},
)


def add_commands(app: typer.Typer) -> None:
    """Add the commands of this module to the command line."""
    app.command(short_help="Check what the safe-harbor legend leaves open.", epilog=_EPILOG)(audit)


def audit(
    paths: Paths,
    *,
    format_: Annotated[Literal["text", "json"], typer.Option("--format", help="A table for the terminal, or the release with its audit as JSON.")] = "text",
    fail_on: Annotated[
        Literal["weak", "missing"] | None, typer.Option(help="Exit with status 1 if a finding is at least this serious.", show_default=False)
    ] = None,
    out: Annotated[
        Path | None, typer.Option("-o", "--out", metavar="OUT", help="Write the releases with their audits here; the suffix names the format.")
    ] = None,
    id_col: IdColumn = "id",
    text_col: TextColumn = "text",
    model: ModelOption = None,
    precise: PreciseOption = False,
    _quiet: QuietOption = False,
) -> None:
    """Check whether the safe-harbor legend covers what a release promises: a reviewer's checklist, not legal advice."""
    from forelook.run.audit import audit_releases  # noqa: PLC0415 - --help does not need Rich's console

    if audit_releases(paths, model=model, precise=precise, columns=choose_columns(id_col, text_col), out=out, format_=format_, fail_on=fail_on):
        raise typer.Exit(1)
