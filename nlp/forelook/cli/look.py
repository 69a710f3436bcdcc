"""The commands that show releases to people: show, view and diff.

In: arguments. Out: text on standard output, or a page. Exit status 0, or 1 where some inputs failed.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from forelook.cli.options import ENDS, IdColumn, ModelOption, Paths, PreciseOption, QuietOption, TextColumn, choose_columns, compose_epilog

ColourOption = Annotated[
    Literal["auto", "always", "never"], typer.Option("--color", help="Whether to use colours; auto: on a terminal, unless NO_COLOR is set.")
]

_SHOW = compose_epilog("forelook show release.txt", "forelook show release.txt --only guidance,management_quote --forward", "cat release.htm | forelook show -")
_VIEW = compose_epilog("forelook view release.txt -o page.html", "forelook view 'filings/*.htm' -o page.html")
_DIFF = compose_epilog(
    "forelook diff draft1.docx draft2.docx",
    "forelook diff draft1.txt draft2.txt -o changes.html",
    ends={0: "done, whatever the differences", 2: ENDS[2]},
)


def add_commands(app: typer.Typer) -> None:
    """Add the commands of this module to the command line."""
    app.command(short_help="Show releases in the terminal.", epilog=_SHOW)(show)
    app.command(short_help="Write releases as one page to read, send and print.", epilog=_VIEW)(view)
    app.command(short_help="Compare two versions of a release.", epilog=_DIFF)(diff)


def show(
    paths: Paths,
    *,
    only: Annotated[str | None, typer.Option(metavar="LABELS", help="Show only statements with these labels: guidance,safe_harbor", show_default=False)] = None,
    forward: Annotated[bool, typer.Option("--forward", help="Show only forward-looking statements.")] = False,
    colour: ColourOption = "auto",
    out: Annotated[Path | None, typer.Option("-o", "--out", metavar="OUT.json", help="Write the JSON as well.")] = None,
    id_col: IdColumn = "id",
    text_col: TextColumn = "text",
    model: ModelOption = None,
    precise: PreciseOption = False,
    _quiet: QuietOption = False,
) -> None:
    """Show releases in the terminal: each statement with its label and score, the figures below."""
    from forelook.export.terminal import Choice  # noqa: PLC0415 - --help does not need Rich's console
    from forelook.run.show import show_releases  # noqa: PLC0415

    if show_releases(
        paths, model=model, precise=precise, columns=choose_columns(id_col, text_col), out=out, choice=Choice.of(only, forward=forward), colour=colour
    ):
        raise typer.Exit(1)


def view(
    paths: Paths,
    *,
    out: Annotated[Path, typer.Option("-o", "--out", metavar="PAGE.html", help="The page to write, or - for standard output.")],
    id_col: IdColumn = "id",
    text_col: TextColumn = "text",
    model: ModelOption = None,
    precise: PreciseOption = False,
    _quiet: QuietOption = False,
) -> None:
    """Write releases as one page to read, send and print: labels in the margin, filters, figures, audit, quotes."""
    from forelook.run.view import view_releases  # noqa: PLC0415 - --help does not need templates

    if view_releases(paths, out, model=model, precise=precise, columns=choose_columns(id_col, text_col)):
        raise typer.Exit(1)


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="A file with the old version.", show_default=False)],
    new: Annotated[str, typer.Argument(metavar="NEW", help="A file with the new version.", show_default=False)],
    *,
    out: Annotated[Path | None, typer.Option("-o", "--out", metavar="PAGE.html", help="Write both versions side by side as a page.")] = None,
    format_: Annotated[Literal["text", "json"], typer.Option("--format", help="Text for the terminal, or JSON.")] = "text",
    colour: ColourOption = "auto",
    id_col: IdColumn = "id",
    text_col: TextColumn = "text",
    model: ModelOption = None,
    precise: PreciseOption = False,
    _quiet: QuietOption = False,
) -> None:
    """Compare two versions of a release: statements, labels, figures, speakers, audit findings."""
    from forelook.run.diff import compare_releases  # noqa: PLC0415 - --help does not need templates

    compare_releases(old, new, model=model, precise=precise, columns=choose_columns(id_col, text_col), out=out, format_=format_, colour=colour)
