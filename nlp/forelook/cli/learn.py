"""The commands around training: train, evaluate, annotate, review.

In: arguments. Out: tables on standard output, files where asked for, everything else on standard error.
"""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from forelook import __version__
from forelook.cli.corpus import corpus_app
from forelook.cli.options import ENDS, IdColumn, ModelOption, Paths, PreciseOption, QuietOption, TextColumn, choose_columns, compose_epilog
from forelook.cli.streams import print_message, print_note, print_row
from forelook.errors import InputError
from forelook.records import Document

_ENDS = {0: ENDS[0], 2: ENDS[2]}
_TRAIN = compose_epilog(
    "forelook train mine",
    "forelook train mine labelled.jsonl --model my-model --gold held-out.jsonl",
    "forelook train training_data --check",
    ends=_ENDS,
)
_EVALUATE = compose_epilog(
    "forelook evaluate gold.jsonl",
    "forelook evaluate gold.jsonl --model my-model --errors",
    "forelook evaluate sentences.csv --mapping mapping.toml",
    ends=_ENDS,
)
_ANNOTATE = compose_epilog(
    "forelook annotate release.txt -o mine",
    "forelook annotate 'filings/*.htm' -o mine --model my-model",
    "forelook annotate drafts/ -o mine --serve",
    ends={**ENDS, 1: "some inputs failed, or are annotated already; each is named, the rest is done"},
)
_REVIEW = compose_epilog("forelook review tagged.jsonl", "forelook review tagged.jsonl --limit 100", ends=_ENDS)


def add_commands(app: typer.Typer) -> None:
    """Add the commands of this module to the command line."""
    app.command(short_help="Train on top of the base.", epilog=_TRAIN)(train)
    app.command(epilog=_EVALUATE)(evaluate)
    app.command(short_help="Write releases as annotated text, to be corrected.", epilog=_ANNOTATE)(annotate)
    app.command(short_help="List the statements most worth checking.", epilog=_REVIEW)(review)
    app.add_typer(corpus_app, name="corpus")


def train(
    data: Annotated[
        list[Path] | None,
        typer.Argument(metavar="DATA", help="Directories of annotated text, and .jsonl of labelled releases.", show_default="training_data"),
    ] = None,
    *,
    base: Annotated[Path | None, typer.Option(metavar="DIR", help="The base to train on top of; by default the one that comes with forelook.")] = None,
    model: Annotated[Path | None, typer.Option("--model", metavar="DIR", help="Where to write the model; by default it replaces the one in use.")] = None,
    gold: Annotated[Path | None, typer.Option(metavar="GOLD", help="Labelled releases to measure on, as DATA; never trained on.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Put the new model in place even if it is clearly worse.")] = False,
    check: Annotated[bool, typer.Option("--check", help="Only check that the model is fresh: made from the current DATA and base.")] = False,
    _quiet: QuietOption = False,
) -> None:
    """Train on top of the base, show what changes, and put the model in place unless it is clearly worse."""
    from forelook.cli.progress import show_progress  # noqa: PLC0415 - --help does not need scikit-learn
    from forelook.evaluate.before_after import describe  # noqa: PLC0415
    from forelook.evaluate.replace import check_fresh, retrain  # noqa: PLC0415
    from forelook.model.store import default_directory  # noqa: PLC0415
    from forelook.train.base import default_base, load_base  # noqa: PLC0415
    from forelook.train.data import read_data, read_scored  # noqa: PLC0415

    directory = model or default_directory()
    releases = read_data(data or [Path("training_data")])
    loaded = load_base(base or default_base())
    if check:
        typer.echo(check_fresh(loaded, releases, directory))
        return
    with show_progress() as progress:
        result = retrain(
            loaded, releases, directory, version=__version__, before=default_directory(), gold=read_scored(gold) if gold else [], force=force, progress=progress
        )
    typer.echo(describe(result))
    print_note(f"forelook: written to {directory}" + (f"; the commands take it as --model {directory}" if directory != default_directory() else ""))


def evaluate(
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD", help="Annotated text, or .jsonl of labelled releases: id, text, units; with --mapping .csv, .tsv or .jsonl.")
    ],
    *,
    mapping: Annotated[
        Path | None, typer.Option(metavar="FILE.toml", help="The columns (text, label) of a set of sentences, and what its [labels] stand for.")
    ] = None,
    model: ModelOption = None,
    precise: PreciseOption = False,
    _quiet: QuietOption = False,
    errors: Annotated[bool, typer.Option("--errors", help="List every wrong statement, its likely cause and the reasons for the decision.")] = False,
) -> None:
    """Score a model on labelled releases, or on rows (sentence, label) as in public data sets."""
    if mapping is not None:
        from forelook.evaluate.rows import describe_rows, read_mapping, score_rows  # noqa: PLC0415
        from forelook.tagger import load as load_tagger  # noqa: PLC0415

        for line in describe_rows(score_rows(gold, read_mapping(mapping), load_tagger(model, figures=False, precise=precise))):
            typer.echo(line)
        return
    from forelook.evaluate.scores import as_documents, compare, describe_scores  # noqa: PLC0415
    from forelook.tagger import load  # noqa: PLC0415
    from forelook.train.data import read_scored  # noqa: PLC0415

    releases = read_scored(gold)
    tagger = load(model, precise=precise)
    counts = compare(releases, tagger.tag_all(as_documents(releases)))
    for line in describe_scores(counts):
        typer.echo(line)
    if errors:
        from forelook.analyze.explain import explain_span  # noqa: PLC0415

        texts = {release.id: release.text for release in releases}
        for error in (error for one in counts for error in one.errors):
            words = " ".join(texts[error.release][error.start : error.end].split())
            pulls = ", ".join(explain_span(tagger, texts[error.release], error.start, error.predicted))
            print_row(error.release, error.cause, f"{error.expected} → {error.predicted}", words[:160], pulls)


def annotate(
    paths: Paths,
    *,
    out: Annotated[
        Path | None,
        typer.Option("-o", "--out", metavar="DIR", help="Write NAME.ann and NAME.txt here; otherwise to standard output, or with --serve here: corrections"),
    ] = None,
    serve: Annotated[bool, typer.Option("--serve", help="Correct them in the browser, on a page for this machine alone.")] = False,
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port of --serve; by default any free one.", show_default=False)] = 0,
    host: Annotated[str, typer.Option(help="The host of --serve: 127.0.0.1, localhost or ::1.")] = "127.0.0.1",
    force: Annotated[bool, typer.Option("--force", help="Overwrite existing annotations in DIR.")] = False,
    id_col: IdColumn = "id",
    text_col: TextColumn = "text",
    model: ModelOption = None,
    precise: PreciseOption = False,
    _quiet: QuietOption = False,
) -> None:
    """Write releases as annotated text with the model's codes, to be corrected in any editor or, with --serve, in the browser."""
    columns = choose_columns(id_col, text_col)
    if serve:
        from forelook.serve.server import serve as serve_page  # noqa: PLC0415 - --help does not need scikit-learn

        failures = serve_page(
            paths,
            out or Path("corrections"),
            model=model,
            precise=precise,
            columns=columns,
            host=host,
            port=port,
            say=lambda words: print_message(f"forelook: {words}"),
        )
        if failures:
            raise typer.Exit(1)
        return
    from forelook.corpus.annotate import annotate_paths  # noqa: PLC0415

    written = [_write_annotated(entry, out, force=force) for entry in annotate_paths(paths, model=model, precise=precise, columns=columns)]
    if not all(written):
        raise typer.Exit(1)


def _write_annotated(entry: tuple[Document, str] | InputError, out: Path | None, *, force: bool) -> bool:
    """Write an annotated release to `out`, or standard output; return whether it was written: not for a failed input, or over an existing one."""
    from forelook.corpus.alignment import locate, write_pair  # noqa: PLC0415

    if isinstance(entry, InputError):
        print_message(f"forelook: {entry}")
        return False
    document, content = entry
    if out is None:
        typer.echo(content, nl=False)
    elif not force and (out / locate(document.id)).is_file():
        print_message(f"forelook: {out / locate(document.id)}: annotated already, and left as it is; name another folder, or say --force")
        return False
    else:
        print_note(write_pair(out, document.text, content))
    return True


def review(
    paths: Annotated[list[Path], typer.Argument(metavar="OUT.jsonl", help="What `forelook classify` wrote as JSON Lines.")],
    *,
    limit: Annotated[int, typer.Option(min=1, help="How many statements to list.")] = 30,
) -> None:
    """List the statements of a batch that are most worth checking, the least certain first."""
    from forelook.evaluate.review import review as find  # noqa: PLC0415
    from forelook.export.json import read_releases  # noqa: PLC0415

    for candidate in find(chain.from_iterable(read_releases(path) for path in paths), limit):
        words = " ".join(candidate.text.split())
        again = f" (×{candidate.count})" if candidate.count > 1 else ""
        print_row(f"{candidate.score:.2f} {candidate.label} or {candidate.runner_up}{again}", words[:160], f"[{candidate.id}:{candidate.start}]")
