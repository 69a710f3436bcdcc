"""The first pass: probabilities as rows, folds by release, scores from fits that have not seen a row's release."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from forelook.errors import AnnotationError
from forelook.model.classifier import CLASSES
from forelook.train.first_pass import FOLDS, cross_fit, fit_first, fold_units, number_of, spread

K = len(CLASSES)


def test_probabilities_are_spread_over_rows() -> None:
    targets = np.array([[0.6, 0.39, 0.01], [0.0, 1.0, 0.0], [1.0, 0.0, 0.0]])
    rows, classes, weights = spread(targets, np.array([2.0, 1.0, 0.0]))
    assert rows.tolist() == [0, 0, 1]
    assert classes.tolist() == [0, 1, 1]
    np.testing.assert_allclose(weights, [1.2, 0.78, 1.0])


def test_a_number_depends_on_the_id_alone() -> None:
    assert [number_of(name, FOLDS) for name in ("a", "b", "c", "a")] == [number_of(name, FOLDS) for name in ("a", "b", "c", "a")]
    assert {number_of(f"release-{k}", FOLDS) for k in range(50)} == set(range(FOLDS))


def test_all_units_of_a_release_are_in_one_fold() -> None:
    folds = fold_units(["a", "b", "a"], np.array([2, 3, 1]))
    assert folds.tolist() == [number_of(name, FOLDS) for name in ("a", "a", "b", "b", "b", "a")]


def test_held_out_scores_do_not_know_their_own_fold() -> None:
    """Each row has a column of its own beside that of its class: only a fit which has seen the row can use the former."""
    classes = np.tile(np.arange(K), 8)
    count = len(classes)
    own = csr_matrix(np.hstack([np.eye(K)[classes], 5 * np.eye(count)]))
    folds = np.repeat(np.arange(4), count // 4)
    wrong = classes.copy()
    wrong[0] = (classes[0] + 1) % K
    fitted = cross_fit(own, np.eye(K)[wrong], np.ones(count), folds)
    assert fitted.held_out[0].argmax() == classes[0]
    whole = fit_first(own, np.eye(K)[wrong], np.ones(count))
    assert (own[0] @ whole.coefficients + whole.intercept).argmax() == wrong[0]


def test_columns_that_never_occur_are_worth_nothing() -> None:
    matrix = csr_matrix((np.ones(K), (np.arange(K), np.arange(K))), shape=(K, 100))
    linear = fit_first(matrix, np.eye(K), np.ones(K))
    assert linear.coefficients.shape == (100, K)
    assert not linear.coefficients[K:].any()
    assert linear.coefficients[:K].any()


def test_too_little_to_learn_from() -> None:
    with pytest.raises(AnnotationError, match=r"too few training units of class quote_forward, .*meta: each of 2 folds .*; add releases with such units"):
        cross_fit(csr_matrix(np.eye(4)), np.eye(K)[[0, 1, 0, 1]], np.ones(4), np.array([0, 0, 1, 1]))
