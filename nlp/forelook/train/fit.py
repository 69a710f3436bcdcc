"""Fits a model to new releases on top of a base, in seconds.

In: a base (base.py), and releases to learn from. Out: the arrays of a model. Only releases that the base does not know are
used. Scikit-learn's logistic regression gets the base's scores as dense columns beside the hashed features of the new rows,
and the base's stored rows with the base's own predictions as targets: so the model changes where the new rows differ and
stays the same elsewhere. The sum of both is again one linear matrix; the second pass is the base's. Without new rows the
model is the base itself.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix, hstack, vstack
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from forelook.arrays import Floats, Mask
from forelook.counting import say_count
from forelook.model.classifier import CLASSES, Classifier, dequantize, quantize
from forelook.model.decisions import decide_units
from forelook.model.refine import predict
from forelook.model.settling import settle
from forelook.model.softmax import softmax
from forelook.segment.segmentation import segment
from forelook.train.base import Base
from forelook.train.data import TrainingRelease
from forelook.train.dataset import Dataset, make_dataset, to_csr
from forelook.train.first_pass import Linear, Progress, spread
from forelook.train.variants import VARIANTS

FIT_C = 1.0  # inverse strength of the penalty on what is added to the base
STORED_WEIGHT = 25.0  # of a stored row, a sample of many. Thirteen authored releases cost 0.006 macro-F1 on dev, with 5 0.009; as many corrections take effect
OWN_WEIGHT = 5.0  # of a new row; with 1, a fifth of the corrections do not take effect
ROUNDS = 10  # of fitting at most; in each, new rows that the model still gets wrong weigh HARDER times as much
HARDER = 3.0  # with ten rounds 111 of 116 corrections of 40 real releases take effect, and macro-F1 on others stays; with four, half of them do
SCALE = 10.0  # of the base's scores beside the hashed features
MOST_ITERATIONS = 200
TOLERANCE = 1e-4


class Fit(NamedTuple):
    """The arrays of a model, and how many releases it has learned from besides those of its base."""

    arrays: dict[str, Any]
    new: int


def fit(base: Base, releases: Sequence[TrainingRelease], progress: Progress = lambda _, __: None) -> Fit:
    """Return the model of a base and some releases; those that the base knows unchanged add nothing."""
    new = [release for release in releases if release.digest not in base.known]
    if not new:
        return Fit(base.arrays, 0)
    progress(f"reading {say_count(len(new), 'new release')}", 0.0)
    variants = [variant for release in new for variant in release.variants()]
    rows = make_dataset(variants)
    texts = [variant.text for variant in variants]
    segmentations = [segment(text) for text in texts]

    def decided(scores: Floats) -> Mask:
        same: Mask = decide_units(rows.kinds, rows.speech, scores).classes(len(scores)) == rows.classes
        return same

    attainable = decided(np.eye(len(CLASSES))[rows.classes]) & (rows.weights > 0)  # rows whose class no score can produce are not counted as wrong

    def find_wrong(arrays: dict[str, Any]) -> Mask:
        return attainable & ~decided(settle(predict(Classifier(arrays), rows.features, texts, segmentations), texts, segmentations))

    return Fit(add_rows(base, rows._replace(weights=rows.weights / VARIANTS), find_wrong, progress), len(new))


def add_rows(base: Base, rows: Dataset, find_wrong: Callable[[dict[str, Any]], Mask], progress: Progress = lambda _, __: None) -> dict[str, Any]:
    """Return the arrays of a model fitted to `rows` on top of a base; `find_wrong` says which rows a model still gets wrong."""
    weights, intercept = dequantize(base.arrays), np.asarray(base.arrays["intercept"], np.float64)
    own, stored = rows.matrix, to_csr(base.rows)
    columns = np.unique(own.indices)
    scores = np.concatenate([own @ weights, stored @ weights]) + intercept
    inputs = csr_matrix(vstack([own[:, columns], stored[:, columns]]))
    targets, own_weights = rows.targets()
    targets = np.concatenate([targets, softmax(scores[len(targets) :])])
    factors = np.ones(len(own_weights))
    arrays = base.arrays
    # The first round starts from the base, each later one from the result of the round before.
    mixing, added = np.eye(len(CLASSES)), Linear(np.zeros((len(columns), len(CLASSES))), np.zeros(len(CLASSES)))
    for number in range(ROUNDS):
        progress(f"fitting {len(own_weights):,} new rows on {len(base.rows.counts):,} stored ones", (number + 1) / (ROUNDS + 1))
        importance = np.concatenate([own_weights * factors * OWN_WEIGHT, np.full(len(base.rows.counts), STORED_WEIGHT)])
        mixing, added = fit_on_top(scores, inputs, targets, importance, (mixing, added))
        summed = weights @ mixing
        summed[columns] += added.coefficients
        arrays = {**base.arrays, **quantize(summed), "intercept": intercept @ mixing + added.intercept}
        wrong = find_wrong(arrays)
        if not wrong.any():
            break
        factors[wrong] *= HARDER
    return arrays


def fit_on_top(scores: Floats, matrix: csr_matrix, targets: Floats, weights: Floats, start: tuple[Floats, Linear]) -> tuple[Floats, Linear]:
    """Return a mixing matrix for the scores of a base, shape (classes, classes), and a linear pass to add to them; `start` is such a pair to start from.

    `scores` are the base's, of shape (rows, classes). The penalty pulls the added coefficients towards zero; the scores are
    scaled up, so that it hardly affects them.
    """
    count = len(CLASSES)
    rows, classes, row_weights = spread(targets, weights)
    inputs = csr_matrix(hstack([csr_matrix(SCALE * scores), matrix]))[rows]
    model = LogisticRegression(C=FIT_C, max_iter=MOST_ITERATIONS, tol=TOLERANCE, warm_start=True)
    mixing, added = start
    model.coef_, model.intercept_ = np.hstack([mixing.T / SCALE, added.coefficients.T]), added.intercept
    # One thread: several wait for each other where the machine is busy, and add in another order.
    with threadpool_limits(1), warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # MOST_ITERATIONS bounds the time
        model.fit(inputs, classes, sample_weight=row_weights)
    return SCALE * model.coef_[:, :count].T, Linear(model.coef_[:, count:].T, model.intercept_)


def settings() -> tuple[float, ...]:
    """Return the settings of a fit, apart from the decision rules that judge its rounds (model/decisions.py, settling.py)."""
    return FIT_C, STORED_WEIGHT, OWN_WEIGHT, ROUNDS, HARDER, SCALE, MOST_ITERATIONS, TOLERANCE
