"""Scores on gold and of each stage, counted by hand on a toy release; and the file that keeps them."""

from __future__ import annotations

from pathlib import Path

import pytest

from forelook.corpus.gold import GoldRelease, GoldUnit
from forelook.evaluate.metrics import on_gold, read_metrics, save_metrics
from forelook.records import Header, Label, Model, Release, Scores, Source, Statement, Summary

TEXT = "Oats rose once more. Wheat will rise. Barley held."
GUIDANCE, FACT, QUOTE, LEGEND = Label
GOLD = GoldRelease(
    "tarn",
    TEXT,
    [
        GoldUnit(0, 20, "statement", FACT, forward_looking=False, speaker=None),
        GoldUnit(21, 37, "statement", GUIDANCE, forward_looking=True, speaker=None),
        GoldUnit(38, 50, "statement", FACT, forward_looking=False, speaker=None),
    ],
)


def tagged(*statements: tuple[int, int, Label]) -> Release:
    made = [
        Statement(
            a, b, TEXT[a:b], label, 0.8, Scores(*(0.8 if each is label else 0.0667 for each in Label)), label is GUIDANCE, 0.5, "sentence", None, None, None
        )
        for a, b, label in statements
    ]
    return Release("forelook/1", "tarn", Source(), Header(), {}, Model("m", "0", "0"), "codepoint", TEXT, made, [], [], Summary(0, 0, 0, 0, 0, 0), [])


def test_a_release_with_one_wrong_label_and_one_wrong_cut() -> None:
    found = on_gold([GOLD], [tagged((0, 20, FACT), (21, 37, FACT), (38, 44, FACT))])
    assert (found["releases"], found["statements"]) == (1, 3)
    assert found["boundary_f1"] == pytest.approx(4 / 6, abs=1e-4)
    assert found["f1"] == {"guidance": 0.0, "historical_fact": 0.8, "management_quote": 1.0, "safe_harbor": 1.0}
    assert found["confusion"]["guidance"]["historical_fact"] == 1
    assert found["causes"]["guidance"] == {"wording": 1}
    assert found["reliability"] == [(0.8, 0.6667, 3)]
    assert found["stages"]["boundaries"] == {"alone, exact": 1.0, "alone, overlap": 1.0, "end to end, exact": 0.6667, "end to end, overlap": 1.0}
    assert found["precision_recall"]["guidance"][-1] == pytest.approx(1 / 3, abs=1e-4)


def test_a_statement_that_none_meets_scores_nothing() -> None:
    found = on_gold([GOLD], [tagged((0, 20, FACT), (38, 50, FACT))])
    assert found["confusion"]["guidance"]["none"] == 1
    assert found["causes"]["guidance"] == {"boundary or meta": 1}
    assert found["stages"]["boundaries"]["end to end, overlap"] == 0.8


def test_sections_of_gold_do_not_outlive_their_model(tmp_path: Path) -> None:
    save_metrics(tmp_path, {"gold": {"ece": 0.1}, "robustness": []}, "one")
    assert save_metrics(tmp_path, {"gold_also": {"ece": 0.2}}, "one").keys() == {"gold", "gold_also", "robustness"}
    assert save_metrics(tmp_path, {}, "other") == {"robustness": {"digest": "one", "content": []}}
    assert read_metrics(tmp_path).keys() == {"robustness"}
