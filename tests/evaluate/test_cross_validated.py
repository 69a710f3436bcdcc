"""Cross-validated scores, counted by hand on a toy release, by the rule of decision that ships."""

from __future__ import annotations

import numpy as np
import pytest

from forelook.corpus.gold import GoldRelease, GoldUnit
from forelook.evaluate.cross_validated import cross_validated
from forelook.model.classifier import CLASSES
from forelook.model.decisions import GUIDANCE_ODDS
from forelook.records import Label
from forelook.train.dataset import Dataset, make_dataset

TEXT = "Oats rose once more. Wheat will rise. Barley held. Rye may rise too. Hay is dear."
PLACES = [(0, 20), (21, 37), (38, 50), (51, 68), (69, 81)]
GUIDANCE, FACT, QUOTE, LEGEND = Label
K = len(CLASSES)


def rows(labels: list[Label | None], weights: list[float] | None = None) -> Dataset:
    parts = zip(PLACES, labels, weights or [1.0] * len(labels), strict=True)
    units = [GoldUnit(a, b, "statement" if label else "meta", label, label is GUIDANCE, None, weight) for (a, b), label, weight in parts]
    return make_dataset([GoldRelease("tarn", TEXT, units)])


def said(*classes: str, certain: float = 0.9) -> np.ndarray:
    return np.where(np.eye(K)[[CLASSES.index(name) for name in classes]] > 0, certain, (1 - certain) / (K - 1))


def test_all_right() -> None:
    scores = cross_validated(rows([FACT, GUIDANCE, FACT, LEGEND, None]), said("historical_fact", "guidance", "historical_fact", "safe_harbor", "meta"))
    assert (scores["releases"], scores["units"], scores["macro_f1"], scores["forward_f1"], scores["average_precision"]) == (1, 5, 1, 1, 1)
    assert scores["log_loss"] == pytest.approx(-np.log(0.9), abs=1e-4)
    assert scores["confusion"]["meta"]["meta"] == 1


def test_a_false_alarm_a_miss_and_a_meta() -> None:
    scores = cross_validated(rows([FACT, GUIDANCE, FACT, LEGEND, None]), said("guidance", "historical_fact", "historical_fact", "meta", "meta"))
    assert scores["f1"] == {"guidance": 0, "historical_fact": 0.5, "management_quote": 1, "safe_harbor": 0}
    assert scores["confusion"]["safe_harbor"]["meta"] == 1
    assert scores["forward_f1"] == 0


def test_guidance_has_the_odds_that_ship() -> None:
    probabilities = said("historical_fact", "historical_fact", "historical_fact", "historical_fact", "meta")
    share = 1 / (1 + GUIDANCE_ODDS)
    probabilities[1] = [share + 0.01, 1 - share - 0.01, 0, 0, 0, 0]
    scores = cross_validated(rows([FACT, GUIDANCE, FACT, FACT, None]), probabilities)
    assert (scores["f1"]["guidance"], scores["forward_f1"]) == (1, 1)


def test_what_nobody_says_is_no_quotation() -> None:
    probabilities = said("quote_plain", *["historical_fact"] * 3, "meta")
    probabilities[0] = [0.05, 0.3, 0.05, 0.6, 0, 0]
    scores = cross_validated(rows([FACT, FACT, FACT, FACT, None]), probabilities)
    assert scores["f1"]["historical_fact"] == 1


def test_doubted_labels_are_not_scored() -> None:
    scores = cross_validated(
        rows([FACT, GUIDANCE, FACT, LEGEND, None], [1, 0.3, 1, 1, 1]), said("historical_fact", "historical_fact", "historical_fact", "safe_harbor", "meta")
    )
    assert (scores["units"], scores["macro_f1"]) == (4, 1)
