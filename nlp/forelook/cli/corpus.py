"""The commands around annotated text: `forelook corpus check|stats|import|export`.

In: arguments. Out: findings and tables on standard output, files where asked for.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from forelook.cli.options import ENDS, ModelOption, QuietOption, compose_epilog
from forelook.cli.streams import print_message, print_note
from forelook.corpus.exchange.tools import Tool
from forelook.counting import say_count

DataArgument = Annotated[Path, typer.Argument(metavar="DATA", help="A directory of annotated text.")]
ExportArgument = Annotated[Path, typer.Argument(metavar="DATA", help="A directory of annotated text, or the .jsonl that `forelook classify` has written.")]
_ENDS = {0: ENDS[0], 2: ENDS[2]}
_CHECK = compose_epilog("forelook corpus check mine", ends={0: "nothing found", 1: "something found; each a line", 2: ENDS[2]})
_STATS = compose_epilog("forelook corpus stats training_data", ends=_ENDS)
_EXPORT = compose_epilog(
    "forelook corpus export mine --to label-studio -o to-label", "forelook corpus export tagged.jsonl --to label-studio -o to-label", ends=_ENDS
)
_IMPORT = compose_epilog(
    "forelook corpus import project-1.json --from label-studio -o mine",
    "forelook corpus import project-1.json --from label-studio -o mine --accept-predictions",
    "forelook corpus import tagged.spacy --from docbin -o mine",
    ends={**ENDS, 1: "some records are wrong; each is named, the rest is written"},
)

corpus_app = typer.Typer(help="Check, describe, import and export annotated text.", no_args_is_help=True, rich_markup_mode=None)


@corpus_app.command("check", epilog=_CHECK)
def corpus_check(data: DataArgument = Path("training_data")) -> None:
    """Check annotated text: format, headers, speakers, repetitions, the raw text beside it."""
    from forelook.corpus.annotated import read_corpus  # noqa: PLC0415
    from forelook.corpus.check import check  # noqa: PLC0415

    releases = read_corpus(data)
    findings = check(releases)
    for finding in findings:
        typer.echo(finding)
    typer.echo(f"{say_count(len(releases), 'release')}, {say_count(len(findings), 'finding')}")
    if findings:
        raise typer.Exit(1)


@corpus_app.command("stats", epilog=_STATS)
def corpus_stats(data: DataArgument = Path("training_data")) -> None:
    """Print the tables of the data card."""
    from forelook.corpus.annotated import read_corpus  # noqa: PLC0415
    from forelook.corpus.stats import coverage, render_coverage  # noqa: PLC0415

    typer.echo(render_coverage(coverage(read_corpus(data))))


@corpus_app.command("export", epilog=_EXPORT)
def corpus_export(
    data: ExportArgument = Path("training_data"),
    *,
    to: Annotated[Tool, typer.Option("--to", help="The annotation tool.")],
    out: Annotated[Path, typer.Option("-o", "--out", metavar="DIR", help="The directory to write.")],
    _quiet: QuietOption = False,
) -> None:
    """Write annotated text, or tagged releases with their scores, for an annotation tool, with offsets in the tool's own unit."""
    from forelook.corpus.exchange.convert import export_corpus  # noqa: PLC0415

    for path in export_corpus(data, to, out):
        print_note(path)


@corpus_app.command("import", epilog=_IMPORT)
def corpus_import(
    source: Annotated[Path, typer.Argument(metavar="PATH", help="What the annotation tool has written: a file, a zip archive or a directory.")],
    *,
    from_: Annotated[Tool, typer.Option("--from", help="The annotation tool.")],
    out: Annotated[Path, typer.Option("-o", "--out", metavar="DIR", help="The directory to write pairs of .txt and .ann to.")],
    accept_predictions: Annotated[bool, typer.Option("--accept-predictions", help="Take the prediction of a task that nobody has submitted.")] = False,
    model: ModelOption = None,
    _quiet: QuietOption = False,
) -> None:
    """Read an annotation tool's files back into annotated text; text that nobody has marked gets the model's codes, each with a comment."""
    from forelook.corpus.exchange.convert import import_corpus  # noqa: PLC0415
    from forelook.corpus.exchange.gather import LeftOutError  # noqa: PLC0415

    failed = False
    for entry in import_corpus(source, from_, out, accept_predictions=accept_predictions, model=model):
        if isinstance(entry, Path):
            print_note(entry)
            continue
        failed = failed or not isinstance(entry, LeftOutError)
        print_message(f"forelook: {entry}")
    if failed:
        raise typer.Exit(1)
