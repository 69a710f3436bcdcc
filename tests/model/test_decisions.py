"""Decisions: the rules that no probability overrules."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forelook.model.classifier import CLASSES
from forelook.model.decisions import GUIDANCE_ODDS, SURE, Decisions, decide
from forelook.records import LABELS, Label
from forelook.segment.segmentation import Segmentation, segment

TEXT = """Outlook

LIMA, Ohio, March 5 /PRNewswire/ -- Tarn Tile, Inc. sold more tile than ever before in its history.

"Tile is what we do and we are glad to do it for you."

Nora Quist, president, said, "Our kilns ran day and night."

  Net sales          $41,206     $38,117
  Cost of sales       22,140      21,006

# # #
"""
UNITS = ["heading", "dateline", "sentence", "unnamed", "spoken", "table", "artifact"]


@pytest.fixture(scope="module")
def found() -> Segmentation:
    made = segment(TEXT)
    kinds = [unit.kind for unit in made.units]
    assert kinds == ["heading", "dateline", "sentence", "sentence", "sentence", "table", "artifact"]
    return made


def told(found: Segmentation, **probabilities: float) -> Decisions:
    """Return the decisions when the classifier gives every unit the same probabilities."""
    row = np.array([probabilities.get(name, 0.0) for name in CLASSES])
    return decide([found], np.tile(row / row.sum(), (len(found.units), 1)))[0]


def labels(decisions: Decisions) -> dict[str, Label]:
    return {UNITS[unit]: LABELS[label] for unit, label in zip(decisions.units, decisions.labels, strict=True)}


def test_datelines_and_artifacts_state_nothing(found: Segmentation) -> None:
    for name in CLASSES:
        assert {"dateline", "artifact"}.isdisjoint(labels(told(found, **{name: 1.0})))


def test_what_is_surely_meta_states_nothing_but_tables_and_named_speakers_always_do(found: Segmentation) -> None:
    assert labels(told(found, meta=0.9, historical_fact=0.1)) == {"spoken": Label.MANAGEMENT_QUOTE, "table": Label.HISTORICAL_FACT}


def test_guidance_always_looks_forward(found: Segmentation) -> None:
    decisions = told(found, guidance=0.9, historical_fact=0.1)
    for label, forward in zip(decisions.labels, decisions.forward, strict=True):
        assert forward == (LABELS[label] is Label.GUIDANCE)
    assert labels(decisions)["sentence"] is Label.GUIDANCE


@pytest.mark.parametrize("name", CLASSES)
def test_a_sentence_of_a_named_speaker_is_a_quote(found: Segmentation, name: str) -> None:
    decisions = told(found, **{name: 1.0})
    assert labels(decisions)["spoken"] is Label.MANAGEMENT_QUOTE
    row = decisions.units.tolist().index(UNITS.index("spoken"))
    assert decisions.scores[row, LABELS.index(Label.MANAGEMENT_QUOTE)] >= SURE


@pytest.mark.parametrize("name", ["quote_forward", "quote_plain"])
def test_what_stands_in_no_quotation_is_never_a_quote(found: Segmentation, name: str) -> None:
    decisions = labels(told(found, **{name: 0.9, "historical_fact": 0.1}))
    assert decisions["heading"] is decisions["sentence"] is decisions["table"] is Label.HISTORICAL_FACT


def test_words_in_marks_that_nobody_says_may_be_a_quote_or_not(found: Segmentation) -> None:
    assert labels(told(found, quote_plain=0.9, historical_fact=0.1))["unnamed"] is Label.MANAGEMENT_QUOTE
    assert labels(told(found, quote_plain=0.1, historical_fact=0.9))["unnamed"] is Label.HISTORICAL_FACT


def test_a_table_is_no_legend(found: Segmentation) -> None:
    decisions = labels(told(found, safe_harbor=0.9, guidance=0.08, historical_fact=0.02))
    assert decisions["sentence"] is Label.SAFE_HARBOR
    assert decisions["table"] is Label.GUIDANCE


@pytest.mark.parametrize(("forward", "plain", "expected"), [(0.6, 0.2, True), (0.2, 0.6, False)])
def test_a_quote_looks_forward_when_enough_of_its_probability_does(found: Segmentation, forward: float, plain: float, expected: bool) -> None:
    decisions = told(found, quote_forward=forward, quote_plain=plain, historical_fact=0.2)
    row = decisions.units.tolist().index(UNITS.index("spoken"))
    assert decisions.forward[row] == expected


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(st.floats(1e-9, 1), min_size=6, max_size=6), min_size=7, max_size=7))
def test_whatever_the_classifier_says(given_rows: list[list[float]]) -> None:
    found = segment(TEXT)
    scores = np.array(given_rows)
    (decisions,) = decide([found], scores / scores.sum(axis=1, keepdims=True))
    np.testing.assert_allclose(decisions.scores.sum(axis=1), 1, atol=1e-9)
    assert ((decisions.scores >= 0) & (decisions.scores <= 1)).all()
    assert ((decisions.forward_scores >= -1e-12) & (decisions.forward_scores <= 1 + 1e-9)).all()
    weighed = decisions.scores.copy()
    weighed[:, LABELS.index(Label.GUIDANCE)] *= GUIDANCE_ODDS
    assert (weighed[np.arange(len(decisions.labels)), decisions.labels] >= weighed.max(axis=1) - 1e-3).all()  # scores are rounded
    assert decisions.forward[decisions.labels == LABELS.index(Label.GUIDANCE)].all()
    assert not decisions.forward[np.isin(decisions.labels, [LABELS.index(Label.HISTORICAL_FACT), LABELS.index(Label.SAFE_HARBOR)])].any()
    quotes = decisions.labels == LABELS.index(Label.MANAGEMENT_QUOTE)
    assert {UNITS[unit] for unit in decisions.units[quotes]} <= {"spoken", "unnamed"}
    assert (np.diff(decisions.units) > 0).all()


def test_a_text_without_units() -> None:
    (decisions,) = decide([segment("")], np.zeros((0, len(CLASSES))))
    assert (len(decisions.units), decisions.scores.shape) == (0, (0, 4))
