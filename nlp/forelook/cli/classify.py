"""The command `classify`: tags releases and writes them to one file of any format, or to standard output.

In: arguments. Out: releases. Exit status 0, or 1 where some inputs failed.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from forelook.cli.options import ModelOption, Paths, PreciseOption, QuietOption, compose_epilog
from forelook.export import STATEMENTS, Format, Layout, find_format, is_gzip
from forelook.export.flat import Rows
from forelook.parallel import BATCH_SIZE
from forelook.records import Offsets

_EPILOG = compose_epilog(
    "forelook classify filings/ -o tagged.jsonl --jobs 2",
    "forelook classify filings/ -o tagged.jsonl --jobs 2 --resume",
    "forelook classify releases.parquet -o tagged.parquet --rows statements --keep ticker,date",
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
    from forelook.run.classify import Options, classify_to_file, classify_to_stream  # noqa: PLC0415 - --help does not need joblib

    target = Path(out)
    parts = _split_names(partition_by)
    chosen = format_ or ("parquet" if parts else "jsonl" if _is_stream(out) else find_format(target))
    layout = Layout(chosen, rows, _split_names(keep), parts, is_gzip(target) and not parts, spans_key)
    options = Options(layout, jobs, resume, model, text=not no_text, offsets=offsets, batch_size=batch_size, figures=not no_figures, precise=precise)
    if out == "-":
        report = classify_to_stream(paths, sys.stdout.buffer, options)
    elif _is_stream(out):
        with target.open("wb") as stream:
            report = classify_to_stream(paths, stream, options)
    else:
        report = classify_to_file(paths, target, options)
    if report.failures:
        raise typer.Exit(1)


def _split_names(names: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in names.split(",") if name.strip())


def _is_stream(out: str) -> bool:
    """Return whether OUT is standard output, a device or a named pipe, which cannot be replaced by renaming a file."""
    return out == "-" or (Path(out).exists() and not Path(out).is_file() and not Path(out).is_dir())
