"""The joint fit: both passes, fitted to all rows at once.

In: the rows of many releases. Out: the arrays of a model, and its held-out probabilities for each row. The second pass learns
from held-out scores of the first (cross-fitting by release), which calibrates it; where a text encoder comes between the two,
its scores are held out in the same way. Takes minutes for the corpus, longer for real releases: it makes bases (base.py);
models are fitted on top of them (fit.py).
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from forelook.arrays import Floats, Ints
from forelook.model.classifier import context_matrix, quantize
from forelook.model.refine import find_doubted, mix
from forelook.model.softmax import log_softmax
from forelook.train.dataset import Dataset
from forelook.train.first_pass import FOLDS, CrossFit, Progress, cross_fit, fold_units
from forelook.train.second_pass import fit_second


class JointFit(NamedTuple):
    """The arrays of a model, held-out probabilities, and the held-out log-probabilities before the second pass."""

    arrays: dict[str, Any]
    held_out: Floats  # shape (rows, classes)
    logs: Floats  # of the same shape; the second pass is fitted to them


def fit_joint(
    rows: Dataset,
    importance: Floats | float = 1.0,
    *,
    encoded: Floats | None = None,
    folds: int = FOLDS,
    jobs: int = 1,
    progress: Progress = lambda _, __: None,
) -> JointFit:
    """Return a model of `rows`; `importance` multiplies their weights.

    `encoded` are held-out scores of text encoders, shape (rows, classes), for a model with an encoder.
    """
    targets, weights = rows.targets()
    weights = weights * importance
    fitted = cross_fit(rows.matrix, targets, weights, fold_units(rows.ids, rows.sizes, folds), jobs=jobs, progress=progress)
    return add_second_pass(fitted, rows.kinds, rows.sizes, targets, weights, encoded)


def add_second_pass(fitted: CrossFit, kinds: npt.NDArray[np.uint8], sizes: Ints, targets: Floats, weights: Floats, encoded: Floats | None = None) -> JointFit:
    """Return a model from its first pass: the second is fitted to the held-out scores of the first, mixed with the encoder's as in prediction.

    `kinds` are the KIND_CODES of the units, `sizes` counts those of each release.
    """
    logs = log_softmax(fitted.held_out)
    if encoded is not None:
        doubted = find_doubted(logs)
        logs[doubted] = mix(logs[doubted], encoded[doubted])
    context = context_matrix(logs, kinds, sizes)
    second = fit_second(context, targets, weights)
    arrays = {
        **quantize(fitted.linear.coefficients),
        "intercept": np.asarray(fitted.linear.intercept, np.float64),
        "second_weights": second.coef_.T.copy(),
        "second_intercept": second.intercept_,
    }
    return JointFit(arrays, second.predict_proba(context), logs)
