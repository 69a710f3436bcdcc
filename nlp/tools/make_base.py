"""Makes the base from real releases, whose texts are not in the repository, and the authored corpus: `make base TEXTS=…`.

In: texts of real releases (files that forelook reads, ids as in `training_data/real_labels.tsv`), the labels, soft targets if
there are any (`--soft`, as `forelook.train.soft` writes them). Out: `models/base`, with scores on held-out releases in its
`metrics.json`; and, with `--held-out FILE`, the held-out scores of the first pass and the encoder for real releases, which
`make precise` fits to. Takes half an hour of CPU.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from forelook import __version__
from forelook.arrays import Floats
from forelook.corpus.annotated import read_corpus
from forelook.corpus.gold import GoldRelease, GoldUnit
from forelook.evaluate.cross_validated import cross_validated
from forelook.evaluate.metrics import save_metrics
from forelook.features.encoder import TextEncoder
from forelook.segment.segmentation import segment
from forelook.train.base import choose_rows, default_base, load_base, save_base
from forelook.train.data import TrainingRelease, digest_of
from forelook.train.dataset import Dataset, join_datasets, make_dataset, match_units
from forelook.train.first_pass import number_of
from forelook.train.freshness import digest_rows
from forelook.train.hashed import select
from forelook.train.joint import fit_joint
from forelook.train.soft import SoftTargets
from forelook.train.variants import render_corpus, render_variants
from tools.arguments import add_soft, add_sources, read_soft
from tools.held_out import HeldOut, save_held_out
from tools.progress import report
from tools.real_labels import read_labels, read_texts

REAL_WEIGHT = 3.0  # of rows of real releases, beside authored ones
WHOLE_WEIGHT = 5.0  # of rows of real releases that were labelled completely
PROMOTIONAL_WEIGHT = 0.3  # a factor for releases that are not corporate news: lists of stocks, lifestyle copy, interviews
PROMOTIONAL = frozenset(["247PressRelease", "ibn", "citybiz", "newsworthy", "pressservices", "prism", "newsusa", "keycrew", "evertiseaipr", "prkarma"])


def make_real(texts: Mapping[str, str], labelled: Iterable[GoldRelease], soft: Mapping[str, SoftTargets]) -> Dataset:
    """Return the rows of real releases that have labels or soft targets; units without either have weight 0."""
    labels = {release.id: release.units for release in labelled}
    releases = []
    for identity in sorted(labels.keys() | (soft.keys() & texts.keys())):
        text = texts[identity]
        found = segment(text)
        own = match_units(found, labels.get(identity, []))
        predicted = match_units(found, soft[identity].as_units() if identity in soft else [])
        releases.append(GoldRelease(identity, text, [_merge(*parts) for parts in zip(found.units, own, predicted, strict=True)]))
    return make_dataset(releases, unmatched=0.0)


def _merge(unit: Any, own: GoldUnit | None, predicted: GoldUnit | None) -> GoldUnit:
    soft = predicted.soft if predicted is not None else None
    if own is None:
        return GoldUnit(unit.start, unit.end, "meta", None, forward_looking=False, speaker=None, weight=0.0, soft=soft)
    return GoldUnit(unit.start, unit.end, own.kind, own.label, own.forward_looking, None, own.weight, soft)


def weigh(rows: Dataset) -> Floats:
    """Return a further weight for each row of real releases; shape (units,)."""
    ends = np.cumsum(rows.sizes)
    whole = [rows.weights[end - size : end].all() for end, size in zip(ends, rows.sizes, strict=True)]
    kinds = [
        PROMOTIONAL_WEIGHT * REAL_WEIGHT if identity.split("/")[0] in PROMOTIONAL else WHOLE_WEIGHT if all_labelled else REAL_WEIGHT
        for identity, all_labelled in zip(rows.ids, whole, strict=True)
    ]
    return np.repeat(np.array(kinds), rows.sizes)


class Encoders(NamedTuple):
    """The arrays of the text encoder, and of encoders trained without one fold of the releases each."""

    whole: Mapping[str, Any]
    folds: Sequence[Mapping[str, Any]]


def make_base(
    data: Path,
    texts: Mapping[str, str],
    labels: Path,
    soft: Mapping[str, SoftTargets],
    out: Path,
    *,
    encoders: Encoders | None = None,
    held_out: Path | None = None,
    jobs: int = 1,
) -> None:
    """Make the base and write it, with the text encoder if given; `held_out` is a file for held-out scores of real releases."""
    authored = read_corpus(data)
    corpus = render_corpus(authored)
    labelled = read_labels(labels, texts) if texts else []
    real = make_real(texts, labelled, soft)
    rows = join_datasets([corpus, real])
    importance = np.concatenate([np.ones(len(corpus.classes)), weigh(real)])
    encoded = None
    if encoders is not None:
        named = [(f"authored/{release.id}", gold.text) for release in authored for gold in render_variants(release)]
        encoded = encode_held_out([*named, *((identity, texts[identity]) for identity in real.ids)], encoders.folds)
    fitted = fit_joint(rows, importance, encoded=encoded, jobs=jobs, progress=report)
    first = len(corpus.classes)
    strata = np.concatenate([np.zeros(first, np.int64), 1 + (real.weights > 0)])
    metadata = {
        "version": __version__,
        "authored": {"releases": len(authored), "statements": sum(unit.label is not None for release in authored for unit in release.units)},
        "real": {"releases": len(real.ids), "units": len(real.classes), "labelled": int((real.weights > 0).sum()), "soft": int(real.soft.any(axis=1).sum())},
    }
    arrays = fitted.arrays if encoders is None else {**fitted.arrays, "encoder": dict(encoders.whole)}
    known = [TrainingRelease(release.id, release, digest_of(release)) for release in authored]
    digests = dict(zip((release.digest for release in known), digest_rows(known), strict=True))
    save_base(out, arrays, select(rows.features, choose_rows(strata)), digests, metadata)
    measured = {"cross_validated": cross_validated(corpus, fitted.held_out[:first])}
    if held_out is not None:
        save_held_out(held_out, HeldOut.of(real, weigh(real), fitted.logs[first:], texts))
    if labelled:
        measured["cross_validated_real"] = cross_validated(real, fitted.held_out[first:])
    save_metrics(out, measured, load_base(out).digest)


def read_encoders(path: Path) -> Encoders:
    """Return the encoders that `make_encoder` has written to `path` and next to it."""
    folds = sorted(path.parent.glob(f"{path.stem}-[0-9].npz"))
    whole, *rest = ({name: file[name] for name in file.files} for file in (np.load(each, allow_pickle=False) for each in (path, *folds)))
    return Encoders(whole, rest)


def encode_held_out(releases: Iterable[tuple[str, str]], folds: Sequence[Mapping[str, Any]]) -> Floats:
    """Return held-out scores for all units of releases (ids as in `make_encoder`, and texts); shape (units, classes), float64."""
    fitted = [TextEncoder(arrays) for arrays in folds]
    scores = [fitted[number_of(identity, len(fitted))].encode([text], [segment(text)]) for identity, text in releases]
    return np.concatenate(scores).astype(np.float64)


def main() -> None:
    """Parse arguments and make the base."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_sources(parser)
    add_soft(parser)
    parser.add_argument(
        "--encoder", type=Path, help="the arrays of the text encoder (.npz), as tools.make_encoder writes them, with those of the folds beside it"
    )
    parser.add_argument("--held-out", type=Path, help="a file (.npz) for held-out scores of real releases")
    parser.add_argument("-o", "--out", type=Path, default=default_base())
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_args()
    texts = read_texts(options.texts)
    soft = read_soft(options.soft)
    encoders = read_encoders(options.encoder) if options.encoder else None
    make_base(options.data, texts, options.labels, soft, options.out, encoders=encoders, held_out=options.held_out, jobs=options.jobs)


if __name__ == "__main__":
    main()
