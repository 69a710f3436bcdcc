"""The command `explain`: why statements have their labels, and why lines are headings, list items, tables or no statements.

In: arguments. Out: text or JSON on standard output.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import msgspec
import typer

from forelook.cli.options import IdColumn, ModelOption, PreciseOption, QuietOption, TextColumn, choose_columns, compose_epilog

if TYPE_CHECKING:
    from forelook.analyze.explain import Known
    from forelook.records import Explanation, LineReason

_EPILOG = compose_epilog("forelook explain draft.txt", "forelook explain draft.txt --statement 4", "forelook explain draft.txt --format json > lines.json")
_BESIDE = Path(__file__).resolve().parents[3] / "training_data"  # in a checkout of the repository


def add_commands(app: typer.Typer) -> None:
    """Add the commands of this module to the command line."""
    app.command(short_help="Explain why statements have their labels.", epilog=_EPILOG)(explain)


def explain(
    path: Annotated[str, typer.Argument(metavar="PATH", help="A file, or - for standard input.", show_default=False)],
    *,
    statement: Annotated[int | None, typer.Option(min=0, metavar="N", help="Explain why statement N has its label; an overview by default.")] = None,
    format_: Annotated[Literal["text", "json"], typer.Option("--format", help="Text for the terminal, or JSON.")] = "text",
    data: Annotated[Path, typer.Option(metavar="DATA", help="Authored releases, to show the most similar statements.")] = _BESIDE,
    id_col: IdColumn = "id",
    text_col: TextColumn = "text",
    model: ModelOption = None,
    precise: PreciseOption = False,
    _quiet: QuietOption = False,
) -> None:
    """Explain why statements have their labels: words, heading, neighbours, marks; and why lines are headings, tables, or no statements."""
    from rich.console import Console  # noqa: PLC0415 - not needed for --help

    from forelook.analyze.explain import Case, Nearest, explain_lines  # noqa: PLC0415
    from forelook.analyze.explain import explain as explain_document  # noqa: PLC0415
    from forelook.export.explain import render_explanation, render_overview  # noqa: PLC0415
    from forelook.run.each import read_each  # noqa: PLC0415
    from forelook.run.progress import Reporter  # noqa: PLC0415
    from forelook.tagger import load  # noqa: PLC0415

    tagger, console = load(model, precise=precise), Console(highlight=False)
    nearest = Nearest(_authored(data)) if statement is not None else None
    with Reporter([path], bar=False) as reporter:
        for document in read_each([path], reporter, choose_columns(id_col, text_col)):
            case = Case(document, tagger.predict)
            if statement is None or nearest is None:
                lines = explain_lines(case)
                _write(lines) if format_ == "json" else console.print(render_overview(tagger(document), lines))
            else:
                found = explain_document(case, statement)
                found = msgspec.structs.replace(found, examples=nearest.find(found.text))
                _write(found) if format_ == "json" else console.print(render_explanation(document.id, found))
    if reporter.failures:
        raise typer.Exit(1)


def _write(found: Explanation | list[LineReason]) -> None:
    sys.stdout.buffer.write(msgspec.json.encode(found) + b"\n")


def _authored(data: Path) -> list[Known]:
    """Return the statements of authored releases, none where there are no releases."""
    from forelook.analyze.explain import Known  # noqa: PLC0415 - imports scikit-learn, which --help does not need
    from forelook.corpus.annotated import read_corpus  # noqa: PLC0415

    if not data.is_dir():
        return []
    return [Known(release.id, unit.label, unit.text) for release in read_corpus(data) for unit in release.units if unit.label is not None]
