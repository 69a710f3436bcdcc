"""The commands around annotated text: `forelook corpus check|stats|import|export`.

In: arguments. Out: findings and tables on standard output, files where asked for.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from forelook.corpus.exchange.tools import Tool

DataArgument = Annotated[Path, typer.Argument(metavar="DATA", help="A directory of annotated text.")]

corpus_app = typer.Typer(help="Check, describe, import and export annotated text.", no_args_is_help=True, rich_markup_mode=None)


@corpus_app.command("check")
def corpus_check(data: DataArgument = Path("training_data")) -> None:
    """Check annotated text: format, headers, speakers, repetitions, the text beside it."""
    from forelook.corpus.annotated import read_corpus  # noqa: PLC0415
    from forelook.corpus.check import check  # noqa: PLC0415

    releases = read_corpus(data)
    findings = check(releases)
    for finding in findings:
        typer.echo(finding)
    typer.echo(f"{len(releases)} releases, {len(findings)} findings")
    if findings:
        raise typer.Exit(1)


@corpus_app.command("stats")
def corpus_stats(data: DataArgument = Path("training_data")) -> None:
    """Print the tables of the data card."""
    from forelook.corpus.annotated import read_corpus  # noqa: PLC0415
    from forelook.corpus.stats import coverage, render_coverage  # noqa: PLC0415

    typer.echo(render_coverage(coverage(read_corpus(data))))


@corpus_app.command("export")
def corpus_export(
    data: DataArgument = Path("training_data"),
    *,
    to: Annotated[Tool, typer.Option("--to", help="The annotation tool.")],
    out: Annotated[Path, typer.Option("-o", "--out", metavar="DIR", help="The directory to write.")],
) -> None:
    """Write annotated text for an annotation tool, with offsets in the tool's own unit."""
    from forelook.corpus.exchange.convert import export_corpus  # noqa: PLC0415

    for path in export_corpus(data, to, out):
        typer.echo(str(path), err=True)


@corpus_app.command("import")
def corpus_import(
    source: Annotated[Path, typer.Argument(metavar="PATH", help="What the annotation tool has written.")],
    *,
    from_: Annotated[Tool, typer.Option("--from", help="The annotation tool.")],
    out: Annotated[Path, typer.Option("-o", "--out", metavar="DIR", help="The directory to write pairs of .txt and .ann to.")],
) -> None:
    """Read an annotation tool's files back into annotated text."""
    from forelook.corpus.exchange.convert import import_corpus  # noqa: PLC0415

    for path in import_corpus(source, from_, out):
        typer.echo(str(path), err=True)
