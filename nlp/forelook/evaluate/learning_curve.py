"""The learning curve: how scores rise with the number of real releases that were labelled.

In: the rows of the corpus, and those of labelled real releases. Out: rows for the model card. Always the same fifth of the real
releases is measured on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from forelook.evaluate.cross_validated import cross_validated
from forelook.features.extract import Features
from forelook.model.classifier import Classifier
from forelook.train.dataset import Dataset, join_datasets
from forelook.train.first_pass import Progress, number_of
from forelook.train.hashed import select
from forelook.train.joint import fit_joint

SIZES = (0, 250, 500, 1000)
TESTED = 5  # one release in so many


def learning_curve(
    corpus: Dataset, real: Dataset, *, weight: float = 1.0, sizes: Sequence[int] = SIZES, progress: Progress = lambda _, __: None
) -> Iterator[dict[str, Any]]:
    """Yield the scores of models of the corpus and of ever more labelled real releases, on a fifth that none has learned from.

    Each number of releases includes the smaller ones; which come first depends on their ids. Takes a joint fit a row.
    """
    order = sorted(range(len(real.ids)), key=lambda k: number_of(f"curve {real.ids[k]}", 1 << 30))
    tested, rest = order[: len(order) // TESTED], order[len(order) // TESTED :]
    test = take_releases(real, tested)
    steps = [*(size for size in sizes if size < len(rest)), len(rest)]
    for number, size in enumerate(steps):
        progress(f"learning curve: {size} real releases", number / len(steps))
        own = take_releases(real, rest[:size])
        rows = join_datasets([corpus, own])
        importance = np.concatenate([np.ones(len(corpus.classes)), np.full(len(own.classes), weight)])
        fitted = fit_joint(rows, importance, folds=2)
        scores = cross_validated(test, Classifier(fitted.arrays).predict(test.features, test.sizes))
        yield {"real releases": size, **{key: scores[key] for key in ("log_loss", "average_precision", "macro_f1", "forward_f1")}, **scores["f1"]}


def take_releases(rows: Dataset, releases: Sequence[int]) -> Dataset:
    """Return the rows of some releases, in the order of `releases`."""
    ends = np.cumsum(rows.sizes)
    units = np.concatenate([np.zeros(0, np.int64), *(np.arange(ends[k] - rows.sizes[k], ends[k]) for k in releases)])
    chosen = np.array(releases, np.int64)
    features: Features = select(rows.features, units)
    return Dataset(
        features,
        rows.classes[units],
        rows.weights[units],
        rows.soft[units],
        rows.kinds[units],
        rows.speech[units],
        rows.sizes[chosen],
        [rows.ids[k] for k in releases],
    )
