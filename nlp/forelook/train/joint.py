"""The joint fit: both passes, fitted to all rows at once.

In: the rows of many releases. Out: the arrays of a model, and what it says of each row without having seen its release. The
second pass learns from scores that the first gives to releases it has not seen (cross-fitting by release), which calibrates
it; where a text encoder speaks between the two, so do encoders that have not seen the release. Minutes for the corpus, more for
real releases: it makes bases (base.py); models are fitted on top of them (fit.py).
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from forelook.arrays import Floats, Ints
from forelook.model.classifier import context_matrix, quantize
from forelook.model.refine import find_doubted, mix
from forelook.model.softmax import log_softmax
from forelook.train.dataset import Dataset
from forelook.train.first_pass import FOLDS, CrossFit, Progress, cross_fit, fold_units
from forelook.train.second_pass import fit_second


class JointFit(NamedTuple):
    """The arrays of a model, and what fits that have not seen a row's release say of it: probabilities, and the log-probabilities before the second pass."""

    arrays: dict[str, Any]
    held_out: Floats  # shape (rows, classes)
    logs: Floats  # of the same shape; what the second pass is fitted to


def fit_joint(
    rows: Dataset,
    importance: Floats | float = 1.0,
    *,
    encoded: Floats | None = None,
    folds: int = FOLDS,
    jobs: int = 1,
    progress: Progress = lambda _, __: None,
) -> JointFit:
    """Return a model of `rows`; `importance` says how much each counts beside its weight.

    `encoded` holds the scores of text encoders that have not seen a row's release, shape (rows, classes), where the model is to have an encoder.
    """
    targets, weights = rows.targets()
    weights = weights * importance
    fitted = cross_fit(rows.matrix, targets, weights, fold_units(rows.ids, rows.sizes, folds), jobs=jobs, progress=progress)
    return add_second_pass(fitted, rows.sizes, targets, weights, encoded)


def add_second_pass(fitted: CrossFit, sizes: Ints, targets: Floats, weights: Floats, encoded: Floats | None = None) -> JointFit:
    """Return a model from its first pass: the second is fitted to the first one's held-out scores, mixed with the encoder's as they will be."""
    logs = log_softmax(fitted.held_out)
    if encoded is not None:
        doubted = find_doubted(logs)
        logs[doubted] = mix(logs[doubted], encoded[doubted])
    context = context_matrix(logs, sizes)
    second = fit_second(context, targets, weights)
    arrays = {
        **quantize(fitted.linear.coefficients),
        "intercept": np.asarray(fitted.linear.intercept, np.float64),
        "second_weights": second.coef_.T.copy(),
        "second_intercept": second.intercept_,
    }
    return JointFit(arrays, second.predict_proba(context), logs)
