"""Baselines: what a list of keywords says of a unit, and what is learned from words alone."""

from __future__ import annotations

import numpy as np
import pytest

from forelook.corpus.gold import GoldRelease, GoldUnit
from forelook.evaluate.baselines import everything_is_fact, keywords, read_units, tf_idf
from forelook.model.classifier import CLASSES
from forelook.records import Label
from forelook.segment.segmentation import segment


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        pytest.param("Tarn expects sales to rise.", "guidance", id="a verb of expecting"),
        pytest.param("Sales rose in May.", "historical_fact", id="no keyword"),
        pytest.param("“We lit a second kiln,” said Nora Quist.", "quote_plain", id="a quotation"),
        pytest.param("Results may differ materially from what Tarn expects.", "safe_harbor", id="the legend comes first"),
        pytest.param("The “kiln” was lit.", "historical_fact", id="a term in quotation marks"),
    ],
)
def test_keywords(unit: str, expected: str) -> None:
    assert CLASSES[int(keywords([unit]).argmax())] == expected


def test_probabilities_are_certain() -> None:
    for found in (keywords(["Sales rose.", "Sales will rise."]), everything_is_fact(["Sales will rise."])):
        assert found.shape[1] == len(CLASSES)
        assert (found.sum(axis=1) == 1).all()


def test_without_units_there_are_no_rows() -> None:
    assert everything_is_fact([]).shape == keywords([]).shape == (0, len(CLASSES))


def test_words_that_are_learned_decide() -> None:
    text = "Sales rose in May.\n\nSales will rise in June.\n\nCosts rose in May.\n\nCosts will rise in June.\n"
    found = segment(text)
    labels = [Label.HISTORICAL_FACT, Label.GUIDANCE] * 2
    units = [GoldUnit(unit.start, unit.end, "statement", label, label is Label.GUIDANCE, None) for unit, label in zip(found.units, labels, strict=True)]
    known = [GoldRelease("tarn", text, units)]
    assert read_units(known, [found]) == text.strip().split("\n\n")
    scores = tf_idf(known, [found], ["Oats will rise in June.", "Oats rose in May."])
    assert np.allclose(scores.sum(axis=1), 1)
    assert [CLASSES[index] for index in scores.argmax(axis=1)] == ["guidance", "historical_fact"]
