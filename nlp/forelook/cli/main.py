"""The command line: parse, call one function of the library, write. Nothing else in forelook prints or exits.

In: arguments. Out: results on standard output or in a file, everything else on standard error. Exit status 0: done;
1: some inputs failed, the rest is written; 2: wrong usage, or the run could not be completed.
"""

from __future__ import annotations

import json
import signal
import sys
from pathlib import Path
from types import FrameType
from typing import Annotated, NoReturn

import typer

from forelook import __version__
from forelook.cli import audit, explain, figures, learn, look
from forelook.cli.streams import complain, flush_messages, flush_results, give_up_results, open_missing_streams
from forelook.errors import ForelookError
from forelook.export import Format, find_format, is_gzip
from forelook.export.flat import Rows
from forelook.records import Offsets, json_schema
from forelook.run.inputs import BATCH_SIZE

SOME_FAILED = 1
_SIGNALLED = 128  # a shell's status for a signal is this and its number

app = typer.Typer(
    help="Tag every sentence of a press release as guidance, historical fact, management quote or safe-harbor legend.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Paths = Annotated[list[str], typer.Argument(metavar="PATH…", help="Files, directories, quoted globs, or - for standard input.", show_default=False)]
ModelOption = Annotated[Path | None, typer.Option("--model", metavar="DIR", help="A model directory; the one that comes with forelook by default.")]


def main() -> None:
    """Run the command line; errors that forelook reports on purpose end it with one line and status 2."""
    signal.signal(signal.SIGTERM, _end)
    open_missing_streams()
    try:
        try:
            app()
        finally:
            flush_results()
    except ForelookError as error:
        sys.exit(complain(str(error)))
    except OSError as error:
        give_up_results()
        sys.exit(complain(f"cannot be read or written: {error}; check the place and the space that is left"))
    finally:
        flush_messages()


def _end(number: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(_SIGNALLED + number)


def _show_version(wanted: bool) -> None:  # noqa: FBT001 - Typer's way to call back
    if wanted:
        typer.echo(f"forelook {__version__}")
        raise typer.Exit


@app.callback()
def forelook(
    *,
    _version: Annotated[bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version.")] = False,
) -> None:
    """Tag every sentence of a press release."""


@app.command()
def classify(
    paths: Paths,
    *,
    out: Annotated[str, typer.Option("-o", "--out", metavar="OUT", help="The file to write, or - for standard output.")] = "-",
    format_: Annotated[Format | None, typer.Option("--format", help="The output's format; by OUT's suffix, or jsonl, by default.", show_default=False)] = None,
    jobs: Annotated[int, typer.Option(min=1, help="How many processes tag.")] = 1,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with a run that was interrupted.")] = False,
    model: ModelOption = None,
    no_text: Annotated[bool, typer.Option("--no-text", help="Leave out the text of the release; statements keep theirs.")] = False,
    no_figures: Annotated[bool, typer.Option("--no-figures", help="Leave out the guidance records.")] = False,
    offsets: Annotated[Offsets, typer.Option(help="What positions count.")] = "codepoint",
    batch_size: Annotated[int, typer.Option(min=1, help="How many inputs a process gets at once.")] = BATCH_SIZE,
    rows: Annotated[Rows | None, typer.Option(help="What a row, or line, is; statements in CSV and releases elsewhere by default.", show_default=False)] = None,
    keep: Annotated[str, typer.Option(metavar="COLUMNS", help="Columns of the input to keep, as `meta`: names with commas between, or * for all.")] = "",
    partition_by: Annotated[str, typer.Option(metavar="COLUMNS", help="Make OUT a directory of Parquet files, parted by year, sic, … or kept columns.")] = "",
) -> None:
    """Tag releases, and write them as JSON, JSON Lines, Parquet, CSV or a spaCy DocBin."""
    from forelook.run.classify import Options, classify_to_file, classify_to_stream  # noqa: PLC0415 - help does without joblib

    target = Path(out)
    parts = _split_names(partition_by)
    chosen = format_ or ("parquet" if parts else "jsonl" if _is_stream(out) else find_format(target))
    options = Options(
        chosen, jobs, resume, model, not no_text, offsets, batch_size, not no_figures, rows, _split_names(keep), parts, is_gzip(target) and not parts
    )
    if out == "-":
        report = classify_to_stream(paths, sys.stdout.buffer, options)
    elif _is_stream(out):
        with target.open("wb") as stream:
            report = classify_to_stream(paths, stream, options)
    else:
        report = classify_to_file(paths, target, options)
    if report.failures:
        raise typer.Exit(SOME_FAILED)


def _split_names(names: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in names.split(",") if name.strip())


def _is_stream(out: str) -> bool:
    """Tell whether OUT is standard output, a device or a named pipe, which cannot be renamed into its place."""
    return out == "-" or (Path(out).exists() and not Path(out).is_file() and not Path(out).is_dir())


@app.command()
def schema() -> None:
    """Print the JSON Schema of a release."""
    typer.echo(json.dumps(json_schema(), indent=2))


for group in (look, audit, figures, explain, learn):
    group.add_commands(app)
