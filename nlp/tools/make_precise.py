"""Makes the transformer of the extra `[precise]` from real releases, whose texts are not in the repository, and the authored corpus: `make precise TEXTS=…`.

In: a directory of fine-tuned transformers: `final.pt`, trained on every labelled release, and `0.pt` and `1.pt`, trained without one half of these each;
any that is missing is trained (an hour and a half on one core each). Texts of real releases and their labels, and the file that `make base` has written
with `--held-out`. Out: `models/precise`: the quantized network, its vocabulary, and a second pass fitted to held-out scores. It also shows the scores
with other shares of the transformer; the share in use is in `forelook.model.refine`. Needs the extra `[teacher]`; without `--held-out` the second pass
is that of forelook's model.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from forelook import __version__
from forelook.arrays import Floats, Ints
from forelook.corpus.gold import GoldRelease
from forelook.errors import AnnotationError
from forelook.evaluate.cross_validated import cross_validated
from forelook.evaluate.metrics import save_metrics
from forelook.features.transformer import Transformer
from forelook.model.classifier import CLASSES, context_matrix
from forelook.model.refine import TRANSFORMER_SHARE, find_doubted, mix
from forelook.model.store import default_directory, load_arrays, save_model
from forelook.segment.segmentation import segment
from forelook.train.distill import ENCODERS, gather, learn, state_name
from forelook.train.first_pass import fold_units, number_of
from forelook.train.onnx_network import pack
from forelook.train.second_pass import fit_second
from forelook.train.transformer import read_pieces, read_state
from tools.arguments import add_sources
from tools.held_out import HeldOut, load_held_out
from tools.progress import report
from tools.real_labels import COVERED, read_labels, read_texts

SHARES = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1.0)  # of the transformer, compared with each other


def train_missing(directory: Path, texts: Mapping[str, str], data: Path, labelled: Sequence[GoldRelease]) -> None:
    """Train the transformers that are missing in `directory`."""
    missing = [number for number in (*range(ENCODERS), None) if not (directory / state_name(number)).is_file()]
    material = gather(texts, data, labelled) if missing else None
    for number in missing:
        learn(material, number, directory, lambda step, number=number: report(f"{state_name(number)}: {step}"))  # type: ignore[arg-type, misc]


def read_held_out(halves: Sequence[Transformer], held_out: HeldOut, texts: Mapping[str, str]) -> Floats:
    """Return held-out scores of transformers for each unit in doubt, shape (units, classes)."""
    doubted, parts, first = find_doubted(held_out.logs), [np.zeros((0, len(CLASSES)))], 0
    for identity, size in zip(held_out.ids, held_out.sizes.tolist(), strict=True):
        text, half = texts[identity], halves[number_of(identity, len(halves))]
        parts.append(half.encode([text], [segment(text)], doubted[first : first + size]).astype(np.float64))
        first += size
    return np.concatenate(parts)


def keep_whole(held_out: HeldOut, texts: Mapping[str, str]) -> HeldOut:
    """Return the releases that were labelled completely; in others only the hard units have labels, those that an earlier model doubted.

    Releases whose segmentation has changed since `make base` are left out, too. Raises AnnotationError where a text is missing.
    """
    kept, first = [], 0
    for number, (identity, size) in enumerate(zip(held_out.ids, held_out.sizes.tolist(), strict=True)):
        own = slice(first, first + size)
        labelled = np.count_nonzero(held_out.weights[own])
        if labelled and labelled >= COVERED * size and _is_cut_so(identity, held_out.places[own], texts):
            kept.append(number)
        first += size
    rows = np.isin(np.repeat(np.arange(len(held_out.ids)), held_out.sizes), kept)
    arrays = {name: array[rows] for name, array in held_out._asdict().items() if name not in {"ids", "sizes"}}
    return HeldOut(ids=[held_out.ids[number] for number in kept], sizes=held_out.sizes[kept], **arrays)


def _is_cut_so(identity: str, places: Ints, texts: Mapping[str, str]) -> bool:
    if identity not in texts:
        raise AnnotationError(f"no text for {identity}; give all the texts that `make base` has had")
    found = segment(texts[identity])
    return np.array_equal(np.stack([found.starts, found.ends], axis=1), places)


def mix_in(held_out: HeldOut, scores: Floats, share: float) -> Floats:
    """Return the inputs of the second pass with the transformer's `scores`, shape (units, classes), mixed in for the units in doubt."""
    logs, doubted = held_out.logs.copy(), find_doubted(held_out.logs)
    logs[doubted] = mix(logs[doubted], scores[doubted], share)
    return context_matrix(logs, held_out.kinds, held_out.sizes)


def cross_fit_second(held_out: HeldOut, context: Floats) -> Floats:
    """Return held-out probabilities of the second pass for each unit, shape (units, classes)."""
    folds = fold_units(held_out.ids, held_out.sizes)
    found = np.zeros((len(context), len(CLASSES)))
    for fold in np.unique(folds).tolist():
        own = folds == fold
        found[own] = _fit(held_out, context, ~own).predict_proba(context[own])
    return found


def _fit(held_out: HeldOut, context: Floats, rows: Any) -> Any:
    return fit_second(context[rows], np.eye(len(CLASSES))[held_out.classes[rows]], (held_out.weights * held_out.importance)[rows])


def fit_precise(halves: Sequence[Transformer], held_out: HeldOut, texts: Mapping[str, str]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the arrays of a second pass and its scores; prints the scores of each share.

    Raises AnnotationError for a release without its text.
    """
    held_out = keep_whole(held_out, texts)
    print(f"{len(held_out.ids):,} releases, {len(held_out.classes):,} units, {find_doubted(held_out.logs).mean():.0%} of them in doubt", flush=True)
    scores = read_held_out(halves, held_out, texts)
    measured: dict[str, Any] = {}
    for share in sorted({*SHARES, TRANSFORMER_SHARE}):
        found = cross_validated(held_out, cross_fit_second(held_out, mix_in(held_out, scores, share)))  # type: ignore[arg-type]  # the fields it reads are there
        print(f"share {share:.2f}: {_describe(found)}")
        if share in {0.0, TRANSFORMER_SHARE}:
            measured["without" if share == 0.0 else "cross_validated_real"] = found
    context = mix_in(held_out, scores, TRANSFORMER_SHARE)
    second = _fit(held_out, context, np.arange(len(context)))
    return {"second_weights": second.coef_.T.copy(), "second_intercept": second.intercept_}, measured


def _describe(found: Mapping[str, Any]) -> str:
    ranking = f"log loss {found['log_loss']:.4f}, average precision of guidance {found['average_precision']:.4f}"
    return f"{ranking}, F1 {found['macro_f1']:.4f}, guidance {found['f1']['guidance']:.4f}, forward {found['forward_f1']:.4f}, ECE {found['ece']:.4f}"


def make_precise(states: Path, texts: Mapping[str, str], held_out: Path | None, out: Path) -> None:
    """Make the directory of the transformer from trained ones; raises AnnotationError for a release without its text."""
    pieces = read_pieces()
    arrays: dict[str, Any] = pack(read_state(states / state_name(None)), pieces)
    measured: dict[str, Any] = {}
    if held_out is None:
        shipped, _ = load_arrays(default_directory())
        arrays |= {name: shipped[name] for name in ("second_weights", "second_intercept")}
    else:
        halves = [Transformer(pack(read_state(states / state_name(number)), pieces)) for number in range(ENCODERS)]
        second, measured = fit_precise(halves, load_held_out(held_out), texts)
        arrays |= second
    digest = save_model(out, arrays, {"name": "precise", "version": __version__})
    save_metrics(out, measured, digest)


def main() -> None:
    """Parse arguments and make the transformer's directory."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("states", type=Path, help="the directory of trained transformers; those that are missing are trained and put there")
    add_sources(parser)
    parser.add_argument("--held-out", type=Path, help="what `make base` has written with --held-out")
    parser.add_argument("-o", "--out", type=Path, default=default_directory().with_name("precise"))
    options = parser.parse_args()
    texts = read_texts(options.texts)
    train_missing(options.states, texts, options.data, read_labels(options.labels, texts) if texts else [])
    make_precise(options.states, texts, options.held_out, options.out)


if __name__ == "__main__":
    main()
