"""The commands around training: train, evaluate, annotate, review, corpus and card.

In: arguments. Out: tables on standard output, files where asked for, everything else on standard error.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from forelook import __version__
from forelook.cli.streams import print_message, print_row
from forelook.corpus.exchange.tools import Tool
from forelook.errors import AnnotationError, InputError

if TYPE_CHECKING:
    from forelook.train.hashed import Absorbed  # needs scikit-learn, which help does without

DataArgument = Annotated[Path, typer.Argument(metavar="DATA", help="A directory of annotated text.")]
ModelOption = Annotated[Path | None, typer.Option("--model", metavar="DIR", help="A model directory; the one that comes with forelook by default.")]
Paths = Annotated[list[str], typer.Argument(metavar="PATH…", help="Files, directories, quoted globs, or - for standard input.", show_default=False)]

corpus_app = typer.Typer(help="Check, describe, import and export annotated text.", no_args_is_help=True, rich_markup_mode=None)


def add_commands(app: typer.Typer) -> None:
    """Add the commands of this module to the command line."""
    for command in (train, evaluate, annotate, review, card):
        app.command()(command)
    app.add_typer(corpus_app, name="corpus")


def train(
    data: DataArgument = Path("training_data"),
    *,
    model: ModelOption = None,
    gold: Annotated[Path | None, typer.Option(metavar="GOLD.jsonl", help="Labelled releases to measure on; never trained on.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Put the new model in place even if it is clearly worse.")] = False,
    check: Annotated[bool, typer.Option("--check", help="Only tell whether the model is fresh: trained on DATA as it is.")] = False,
    jobs: Annotated[int, typer.Option(min=1, help="How many processes fit.")] = 2,
) -> None:
    """Train on annotated text, show what changes, and put the model in place unless it is clearly worse."""
    from forelook.corpus.gold import read_gold  # noqa: PLC0415 - help does without scikit-learn
    from forelook.model.store import default_directory  # noqa: PLC0415
    from forelook.train.replace import check_fresh, describe, retrain  # noqa: PLC0415

    directory = model or default_directory()
    if check:
        check_fresh(data, directory)
        typer.echo(f"{directory} is fresh")
        return
    releases = read_gold(gold) if gold else []
    result = retrain(data, directory, version=__version__, gold=releases, force=force, jobs=jobs, progress=lambda step: typer.echo(step, err=True))
    typer.echo(describe(result))


def card(
    data: DataArgument = Path("training_data"),
    *,
    model: ModelOption = None,
    readme: Annotated[Path | None, typer.Option(help="A README with markers to fill as well.")] = Path("README.md"),
    gold: Annotated[Path | None, typer.Option(metavar="GOLD.jsonl", help="With --full: labelled releases to measure on.")] = None,
    full: Annotated[bool, typer.Option("--full", help="Measure ablations, the learning curve and robustness first: some twenty minutes.")] = False,
) -> None:
    """Write the measured numbers into the README and the cards, and draw the plots."""
    from forelook.evaluate import card as cards  # noqa: PLC0415
    from forelook.evaluate.plots import draw  # noqa: PLC0415
    from forelook.model.store import default_directory  # noqa: PLC0415

    directory = model or default_directory()
    if full:
        from forelook.evaluate.measure import measure_all  # noqa: PLC0415

        measure_all(data, directory, gold, progress=lambda step: typer.echo(step, err=True))
    draw(cards.read_metrics(directory), directory)
    for path in cards.write(readme, directory / "README.md", data / "README.md", data=data):
        print_message(path)


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD.jsonl", help="Labelled releases: id, text and units a line.")],
    *,
    model: ModelOption = None,
    errors: Annotated[bool, typer.Option("--errors", help="List every wrong statement, its cause and the features that pulled the decision.")] = False,
) -> None:
    """Score a model on labelled releases."""
    from forelook.corpus.gold import read_gold  # noqa: PLC0415
    from forelook.evaluate.scores import as_documents, bootstrap, compare, score  # noqa: PLC0415
    from forelook.tagger import load  # noqa: PLC0415

    releases = read_gold(gold)
    tagger = load(model)
    counts = compare(releases, tagger.tag_all(as_documents(releases)))
    scores, intervals = score(counts), bootstrap(counts)
    typer.echo(f"{scores.releases} releases, {scores.statements} statements")
    for name in ("boundary_f1", "macro_f1", "forward_f1", "speaker", "table", "ece"):
        between = f"   95 % between {intervals[name][0]:.3f} and {intervals[name][1]:.3f}" if name in intervals else ""
        typer.echo(f"{name:22}{getattr(scores, name):.4f}{between}")
    for label, value in scores.f1.items():
        typer.echo(f"f1 {label:19}{value:.4f}")
    causes = Counter((error.cause, error.expected, error.predicted) for one in counts for error in one.errors)
    for (cause, expected, predicted), number in causes.most_common():
        typer.echo(f"{number:4} {cause:18} {expected} → {predicted}")
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
    out: Annotated[Path | None, typer.Option("-o", "--out", metavar="DIR", help="Write NAME.ann and NAME.txt here; otherwise to standard output.")] = None,
    model: ModelOption = None,
) -> None:
    """Write releases as annotated text with the model's codes, to be corrected in any editor."""
    from forelook.corpus.alignment import write_pair  # noqa: PLC0415
    from forelook.corpus.annotate import annotate_paths  # noqa: PLC0415

    failed = False
    for entry in annotate_paths(paths, model=model):
        if isinstance(entry, InputError):
            print_message(f"forelook: {entry}")
            failed = True
            continue
        document, content = entry
        if out is None:
            typer.echo(content, nl=False)
        else:
            print_message(write_pair(out, document.text, content))
    if failed:
        raise typer.Exit(1)


def review(
    paths: Annotated[list[Path], typer.Argument(metavar="OUT.jsonl…", help="What `forelook classify` wrote as JSON Lines.")],
    *,
    limit: Annotated[int, typer.Option(min=1, help="How many statements to list.")] = 30,
) -> None:
    """List the statements of a batch that are most worth a look, the least certain first."""
    from forelook.evaluate.review import review as find  # noqa: PLC0415
    from forelook.export.json import read_releases  # noqa: PLC0415

    for candidate in find(chain.from_iterable(read_releases(path) for path in paths), limit):
        words = " ".join(candidate.text.split())
        again = f" (×{candidate.count})" if candidate.count > 1 else ""
        print_row(f"{candidate.score:.2f} {candidate.label} or {candidate.runner_up}{again}", words[:160], f"[{candidate.id}:{candidate.start}]")


@corpus_app.command("check")
def corpus_check(data: DataArgument = Path("training_data")) -> None:
    """Check annotated text: format, headers, speakers, repetitions, the text beside it."""
    from forelook.corpus.annotated import read_corpus  # noqa: PLC0415
    from forelook.corpus.check import check  # noqa: PLC0415

    releases = read_corpus(data)
    findings = check(releases)
    for finding in findings:
        print_row(finding)
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
        print_message(path)


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
        print_message(path)


@corpus_app.command("teach")
def corpus_teach(
    paths: Paths,
    *,
    out: Annotated[Path, typer.Option("-o", "--out", metavar="FILE.npz", help="The file of hashed features, labels and probabilities to write.")],
    labels: Annotated[Path | None, typer.Option(metavar="OLD.npz", help="Labels that some of the releases have, as `absorb` wrote them.")] = None,
    data: Annotated[Path, typer.Option(metavar="DATA", help="The annotated text that the encoders learn from as well.")] = Path("training_data"),
    origin: Annotated[str, typer.Option(help="Where the releases come from, in words.")] = "unknown",
) -> None:
    """Let an encoder tell real releases, labelled or not, for training to learn from; no text is kept (extra `[teacher]`)."""
    from forelook.train.distill import teach  # noqa: PLC0415
    from forelook.train.hashed import load_absorbed  # noqa: PLC0415

    _check_npz(out)
    known = load_absorbed(labels) if labels is not None else None
    _save(out, teach(_read_texts(paths), data, known, progress=lambda step: typer.echo(step, err=True)), origin)


@corpus_app.command("absorb")
def corpus_absorb(
    gold: Annotated[Path, typer.Argument(metavar="GOLD.jsonl", help="Labelled releases whose text shall not be kept; with --again, texts alone.")],
    out: Annotated[Path, typer.Option("-o", "--out", metavar="FILE.npz", help="The file of hashed features and labels to write.")],
    origin: Annotated[str, typer.Option(help="Where the releases come from, in words.")] = "unknown",
    again: Annotated[Path | None, typer.Option(metavar="OLD.npz", help="Take the labels from this file: after a change of features.")] = None,
) -> None:
    """Turn labelled releases into hashed features that training reads, from which no text can be had."""
    from forelook.corpus.gold import read_gold  # noqa: PLC0415
    from forelook.train.hashed import absorb, absorb_again  # noqa: PLC0415

    _check_npz(out)
    _save(out, absorb(read_gold(gold)) if again is None else absorb_again(again, _read_texts([str(gold)])), origin)


def _read_texts(paths: list[str]) -> dict[str, str]:
    """Return the text of each release by its id; what cannot be read is told on standard error."""
    from forelook.read import expand, read  # noqa: PLC0415

    texts: dict[str, str] = {}
    for entry in chain.from_iterable(read(source) for source in expand(paths)):
        if isinstance(entry, InputError):
            print_message(f"forelook: {entry}")
        else:
            texts[entry.id] = entry.text
    return texts


def _check_npz(out: Path) -> None:
    if out.suffix != ".npz":
        raise AnnotationError(f"{out}: training reads only files that end in .npz; name one")


def _save(out: Path, absorbed: Absorbed, origin: str) -> None:
    from forelook.train.hashed import save_absorbed  # noqa: PLC0415

    save_absorbed(out, absorbed, origin)
    typer.echo(f"{len(absorbed.rows.sizes)} releases, {len(absorbed.rows.classes)} units written to {out}", err=True)
