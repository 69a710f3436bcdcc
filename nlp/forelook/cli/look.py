"""The commands for people who look: show and view.

In: arguments. Out: text on standard output, or a page. Exit status 0, or 1 where some inputs failed.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

ModelOption = Annotated[Path | None, typer.Option("--model", metavar="DIR", help="A model directory; the one that comes with forelook by default.")]
Paths = Annotated[list[str], typer.Argument(metavar="PATH…", help="Files, directories, quoted globs, or - for standard input.", show_default=False)]
ColourOption = Annotated[Literal["auto", "always", "never"], typer.Option("--color", help="Whether to colour; auto: on a terminal, unless NO_COLOR is set.")]


def add_commands(app: typer.Typer) -> None:
    """Add the commands of this module to the command line."""
    for command in (show, view):
        app.command()(command)


def show(
    paths: Paths,
    *,
    only: Annotated[str | None, typer.Option(metavar="LABELS", help="Show statements of these labels alone: guidance,safe_harbor", show_default=False)] = None,
    forward: Annotated[bool, typer.Option("--forward", help="Show forward-looking statements alone.")] = False,
    colour: ColourOption = "auto",
    out: Annotated[Path | None, typer.Option("-o", "--out", metavar="OUT.json", help="Write the JSON as well.")] = None,
    model: ModelOption = None,
) -> None:
    """Show releases in the terminal: each statement with its label and score, the figures below."""
    from forelook.export.terminal import Choice  # noqa: PLC0415 - help does without Rich's console
    from forelook.run.show import show_releases  # noqa: PLC0415

    if show_releases(paths, model=model, out=out, choice=Choice.of(only, forward=forward), colour=colour):
        raise typer.Exit(1)


def view(
    paths: Paths,
    *,
    out: Annotated[Path, typer.Option("-o", "--out", metavar="PAGE.html", help="The page to write, or - for standard output.")],
    model: ModelOption = None,
) -> None:
    """Write releases as one page to read, send and print: labels in the margin, filters, figures, audit, quotes."""
    from forelook.run.view import view_releases  # noqa: PLC0415 - help does without templates

    if view_releases(paths, out, model=model):
        raise typer.Exit(1)
