"""The command `classify`: tags releases and writes them to one file of any format, or to standard output.

In: arguments. Out: releases. Exit status 0, or 1 where some inputs failed.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from forelook.cli.options import IdColumn, ModelOption, Paths, PreciseOption, QuietOption, TextColumn, compose_epilog
from forelook.export import STATEMENTS, Format, Layout, find_format, is_gzip
from forelook.export.flat import Rows
from forelook.parallel import BATCH_SIZE
from forelook.records import Offsets

if TYPE_CHECKING:
    from forelook.run.classify import Options, Report

_EPILOG = compose_epilog(
    "forelook classify filings/ -o tagged.jsonl --jobs 2",
    "forelook classify filings/ -o tagged.jsonl --jobs 2 --resume",
    "forelook classify releases.parquet -o tagged.parquet --rows statements --keep ticker,date",
    "forelook classify rows.csv -o tagged.jsonl --id-col accession --text-col body",
    "forelook classify filings/ -o tagged --partition-by year",
    "forelook classify filings/ -o train.spacy --spans-key sc",
    "cat release.htm | forelook classify - > release.jsonl",
)


def add_commands(app: typer.Typer) -> None:
    """Add the commands of this module to the command line."""
    app.command(short_help="Tag releases, and write them in any format.", epilog=_EPILOG)(classify)


def classify(
    paths: Paths,
    *,
    out: Annotated[str, typer.Option("-o", "--out", metavar="OUT", help="The file to write, or - for standard output.")] = "-",
    format_: Annotated[Format | None, typer.Option("--format", help="The output's format; by default from OUT's suffix, or jsonl.", show_default=False)] = None,
    jobs: Annotated[int, typer.Option(min=1, help="How many processes to use.")] = 1,
    resume: Annotated[bool, typer.Option("--resume", help="Resume an interrupted run.")] = False,
    id_col: IdColumn = "id",
    text_col: TextColumn = "text",
    model: ModelOption = None,
    precise: PreciseOption = False,
    no_text: Annotated[bool, typer.Option("--no-text", help="Leave out the text of the release; statements keep theirs.")] = False,
    no_figures: Annotated[bool, typer.Option("--no-figures", help="Leave out the guidance records.")] = False,
    offsets: Annotated[Offsets, typer.Option(help="What offsets count.")] = "codepoint",
    batch_size: Annotated[int, typer.Option(min=1, help="The most inputs that a process gets at once.")] = BATCH_SIZE,
    rows: Annotated[Rows | None, typer.Option(help="What a row, or line, is; by default statements in CSV, releases elsewhere.", show_default=False)] = None,
    keep: Annotated[str, typer.Option(metavar="COLUMNS", help="Columns of the input to keep, as `meta`: names separated by commas, or * for all.")] = "",
    partition_by: Annotated[
        str, typer.Option(metavar="COLUMNS", help="Make OUT a directory of Parquet files, partitioned by year, sic, … or kept columns.")
    ] = "",
    spans_key: Annotated[str, typer.Option(metavar="KEY", help="The key of the statements in the Docs of a DocBin: sc for spaCy's spancat.")] = STATEMENTS,
    _quiet: QuietOption = False,
) -> None:
    """Tag releases, and write them as JSON, JSON Lines, Parquet, CSV or a spaCy DocBin."""
    from forelook.run.classify import Options  # noqa: PLC0415 - --help does not need joblib

    parts = _split_names(partition_by)
    chosen = format_ or ("parquet" if parts else "jsonl" if _is_stream(out) else find_format(Path(out)))
    layout = Layout(chosen, rows, _split_names(keep), parts, is_gzip(Path(out)) and not parts, spans_key)
    options = Options(layout, jobs, resume, model, not no_text, offsets, batch_size, figures=not no_figures, precise=precise, id_col=id_col, text_col=text_col)
    if _run(paths, out, options).failures:
        raise typer.Exit(1)


def _run(paths: Sequence[str], out: str, options: Options) -> Report:
    """Write the releases of `paths` to OUT; return the counts."""
    from forelook.run.classify import classify_to_file, classify_to_stream  # noqa: PLC0415 - --help does not need joblib

    if out == "-":
        return classify_to_stream(paths, sys.stdout.buffer, options)
    if _is_stream(out):
        with Path(out).open("wb") as stream:
            return classify_to_stream(paths, stream, options)
    return classify_to_file(paths, Path(out), options)


def _split_names(names: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in names.split(",") if name.strip())


def _is_stream(out: str) -> bool:
    """Return whether OUT is standard output, a device or a named pipe, which cannot be replaced by renaming a file."""
    return out == "-" or (Path(out).exists() and not Path(out).is_file() and not Path(out).is_dir())
