"""The scikit-learn transformer: its rows are the statements that a Tagger finds, and scikit-learn takes it for one of its own."""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from sklearn.base import clone
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.utils import estimator_checks

import forelook
from forelook import Featurizer
from forelook.features.extract import WIDTH, extract
from forelook.segment.segmentation import segment
from forelook.train.dataset import to_csr

# check_estimator stops at once where samples are texts; these are its checks that need no numbers.
CHECKS = (
    "check_estimator_cloneable",
    "check_estimator_repr",
    "check_estimator_tags_renamed",
    "check_valid_tag_types",
    "check_mixin_order",
    "check_no_attributes_set_in_init",
    "check_parameters_default_constructible",
    "check_get_params_invariance",
    "check_set_params",
)


@pytest.mark.filterwarnings("ignore:Can't test estimator")
def test_scikit_learn_takes_it_for_an_estimator() -> None:
    assert {each["status"] for each in estimator_checks.check_estimator(Featurizer(), on_fail=None)} == {"passed"}


@pytest.mark.parametrize("check", [pytest.param(check, id=check) for check in CHECKS])
def test_it_passes_the_checks_of_scikit_learn(check: str) -> None:
    getattr(estimator_checks, check)("Featurizer", Featurizer())


def test_a_row_is_a_statement(texts: list[str], small_model: Path) -> None:
    matrix, spans = Featurizer(model=small_model).transform_with_spans(texts)
    releases = list(forelook.load(small_model).pipe(texts))
    assert [(span.text, span.start, span.end) for span in spans] == [
        (number, statement.start, statement.end) for number, release in enumerate(releases) for statement in release.statements
    ]
    assert matrix.shape == (len(spans), WIDTH)
    assert (matrix.format, matrix.dtype) == ("csr", np.float32)
    assert spans == Featurizer(model=small_model).find_spans(iter(texts))


def test_a_row_is_a_unit_where_no_model_is_asked(texts: list[str]) -> None:
    matrix, spans = Featurizer(rows="units", model="/nowhere").transform_with_spans(texts[:5])
    segmentations = [segment(text) for text in texts[:5]]
    assert [(span.text, span.start, span.end, span.kind) for span in spans] == [
        (number, unit.start, unit.end, unit.kind) for number, found in enumerate(segmentations) for unit in found.units
    ]
    assert (matrix != to_csr(extract(texts[:5], segmentations))).nnz == 0


def test_scores_come_after_the_hashed_columns(texts: list[str], small_model: Path) -> None:
    plain = Featurizer(model=small_model).transform(texts[:3])
    scored = Featurizer(model=small_model, scores=True).transform(texts[:3])
    assert scored.shape == (plain.shape[0], WIDTH + 6)
    assert (scored[:, :WIDTH] != plain).nnz == 0
    assert scored[:, WIDTH:].sum(axis=1) == pytest.approx(1)


def test_rows_are_the_same_in_any_batch(texts: list[str], small_model: Path) -> None:
    featurizer = Featurizer(model=small_model, scores=True)
    together, spans = featurizer.transform_with_spans(texts)
    alone = featurizer.transform(texts[40:41])
    assert (together[[span.text == 40 for span in spans]] != alone).nnz == 0


@pytest.mark.parametrize("found", [pytest.param([], id="no texts"), pytest.param(["", " "], id="texts that say nothing")])
def test_nothing_gives_no_rows(found: list[str], small_model: Path) -> None:
    matrix, spans = Featurizer(model=small_model).transform_with_spans(found)
    assert (matrix.shape, spans) == ((0, WIDTH), [])


def test_it_works_in_a_pipeline_and_is_pickled_without_a_model(texts: list[str], small_model: Path) -> None:
    featurizer = Featurizer(model=small_model)
    topics = ["results" if "reported" in texts[span.text][span.start : span.end] else "other" for span in featurizer.find_spans(texts)]
    pipeline = make_pipeline(featurizer, LogisticRegression(C=100)).fit(texts, topics)
    content = pickle.dumps(pipeline[0])
    assert len(content) < 1000
    assert pickle.loads(pickle.dumps(pipeline)).predict(texts).tolist() == topics


def test_rows_are_cross_validated_by_text(texts: list[str]) -> None:
    matrix, spans = Featurizer(rows="units").transform_with_spans(texts)
    found = cross_val_score(LogisticRegression(), matrix, [span.kind for span in spans], groups=[span.text for span in spans], cv=GroupKFold(5))
    assert found.min() > 0.9


@pytest.mark.parametrize(
    ("parameters", "given", "error", "message"),
    [
        pytest.param({}, "one text", TypeError, "pipe takes many texts, and got one str", id="one text"),
        pytest.param({}, [b"bytes"], TypeError, "text 0 is bytes; expected str or forelook.Document", id="bytes"),
        pytest.param({"rows": "sentences"}, ["A text."], ValueError, "rows is 'sentences'; expected one of statements, units", id="rows of no kind"),
    ],
)
def test_what_is_refused(parameters: dict[str, str], given: object, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        clone(Featurizer(**parameters)).transform(given)
    with pytest.raises(error, match=message):
        Featurizer(**parameters).fit_transform(given)


def test_scikit_learn_is_looked_up_when_it_is_used() -> None:
    code = "import sys, forelook; print('sklearn' in sys.modules); forelook.Featurizer; print('sklearn' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split() == ["False", "True"]
