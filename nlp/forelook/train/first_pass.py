"""The first pass: multinomial logistic regression over hashed features, fitted to probabilities.

In: rows, targets and weights. Out: coefficients and intercepts; and, by cross-fitting, the scores of rows from fits that
have not seen their release. Deterministic.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import NamedTuple

import numpy as np
from joblib import Parallel, delayed
from scipy.sparse import csr_matrix
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from forelook.arrays import Floats, Ints
from forelook.errors import AnnotationError
from forelook.model.classifier import CLASSES

FOLDS = 3
FIRST_C = 0.5  # inverse strength of the penalty; chosen on labelled real releases, see the model card
MOST_ITERATIONS = 500
TOLERANCE = 1e-4  # of the gradient
LEAST_SHARE = 0.02  # less probable classes are ignored

Progress = Callable[[str, float], None]
"""Receives the current step and the share (0 to 1) that is done."""


class Linear(NamedTuple):
    """One linear pass: scores are `features @ coefficients + intercept`."""

    coefficients: Floats  # shape (features, classes)
    intercept: Floats


class CrossFit(NamedTuple):
    """A first pass, and held-out scores: those of rows from fits that have not seen their release."""

    linear: Linear
    held_out: Floats  # shape (rows, classes), before any link function


def number_of(identity: str, modulus: int) -> int:
    """Return a number below `modulus` that depends only on an id."""
    return int.from_bytes(sha256(identity.encode()).digest()[:8], "big") % modulus


def fold_units(ids: Sequence[str], sizes: Ints, folds: int = FOLDS) -> Ints:
    """Return the fold of each unit; all units of a release are in the same fold."""
    return np.repeat(np.array([number_of(identity, folds) for identity in ids], np.int64), sizes)


def cross_fit(matrix: csr_matrix, targets: Floats, weights: Floats, folds: Ints, *, jobs: int = 1, progress: Progress = lambda _, __: None) -> CrossFit:
    """Return a first pass, and held-out scores from fits that leave out one fold each.

    The pass is the mean of these fits and of one to all rows, which starts at their mean: fits vary by chance, and their mean
    varies much less than a single fit to all rows.
    """
    numbers = np.unique(folds).tolist()
    parts = [folds != fold for fold in numbers]
    for part in parts:
        _check_classes(targets[part], weights[part], len(numbers))
    fitted: list[Linear] = []
    for linear in Parallel(n_jobs=jobs, return_as="generator")(delayed(fit_first)(matrix[part], targets[part], weights[part]) for part in parts):
        fitted.append(linear)
        progress(f"fitting {len(weights):,} units, {len(parts) + 1} times", len(fitted) / (len(parts) + 1))
    held_out = np.zeros_like(targets)
    for fold, linear in zip(numbers, fitted, strict=True):
        own = folds == fold
        held_out[own] = matrix[own] @ linear.coefficients + linear.intercept
    fitted.append(fit_first(matrix, targets, weights, _mean(fitted)))
    return CrossFit(_mean(fitted), held_out)


def _mean(fitted: Sequence[Linear]) -> Linear:
    return Linear(*(np.mean(part, axis=0) for part in zip(*fitted, strict=True)))


def fit_first(matrix: csr_matrix, targets: Floats, weights: Floats, start: Linear | None = None) -> Linear:
    """Return a first pass fitted to rows of probabilities; `start` is the initial value, zero by default."""
    rows, classes, row_weights = spread(targets, weights)
    columns = np.unique(matrix.indices)  # the others have coefficients of zero
    inputs = csr_matrix(matrix[:, columns], dtype=np.float32)[rows]
    model = LogisticRegression(C=FIRST_C, max_iter=MOST_ITERATIONS, tol=TOLERANCE, warm_start=True)
    if start is not None:
        model.coef_, model.intercept_ = start.coefficients[columns].T.astype(np.float32), start.intercept.astype(np.float32)
    # One thread: several would wait for each other on a busy machine, and add in a different order.
    with threadpool_limits(1), warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # MOST_ITERATIONS bounds the time
        model.fit(inputs, classes, sample_weight=row_weights)
    coefficients = np.zeros((matrix.shape[1], len(CLASSES)))
    coefficients[columns] = model.coef_.T
    return Linear(coefficients, model.intercept_.astype(np.float64))


def spread(targets: Floats, weights: Floats) -> tuple[Ints, Ints, Floats]:
    """Return rows, classes and weights that express the probabilities of `targets` as weighted labels: a row may occur several times.

    `targets` has shape (rows, classes), `weights` (rows,); the three results have the same length.
    """
    rows, classes = np.nonzero((targets > LEAST_SHARE) & (weights > 0)[:, None])
    return rows, classes, targets[rows, classes] * weights[rows]


def _check_classes(targets: Floats, weights: Floats, folds: int) -> None:
    """Raise AnnotationError where a class has no unit to learn from."""
    _, classes, _ = spread(targets, weights)
    missing = [name for number, name in enumerate(CLASSES) if number not in classes]
    if missing:
        raise AnnotationError(
            f"too few training units of class {', '.join(missing)}: each of {folds} folds of releases is left out in turn, and every class must occur in "
            f"the rest; add releases with such units (`forelook corpus stats` counts them)"
        )
