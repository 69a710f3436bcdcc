"""Labels and a teacher's probabilities find their units again by place."""

from __future__ import annotations

import numpy as np

from forelook.corpus.gold import GoldRelease, GoldUnit
from forelook.model.classifier import CLASSES
from forelook.records import Label
from forelook.train.passages import match_places, read_labelled, read_passage, soften

TEXT = "Acme Reports Results\n\nWe expect growth. Sales rose.\n"


def test_labels_by_place() -> None:
    gold = [GoldUnit(22, 39, "statement", Label.GUIDANCE, True, None), GoldUnit(40, 51, "statement", Label.HISTORICAL_FACT, False, None)]
    passage = read_labelled(GoldRelease("a", TEXT, gold), weight=4.0)
    assert [CLASSES[number] for number in passage.targets.argmax(axis=1)] == ["meta", "guidance", "historical_fact"]
    assert passage.weights.tolist() == [4.0, 4.0, 4.0]
    in_part = read_labelled(GoldRelease("a", TEXT, gold), unmatched=0.0)
    assert in_part.weights.tolist() == [0.0, 1.0, 1.0]


def test_a_teacher_is_mixed_with_labels_and_used_alone_without_them() -> None:
    passage = read_passage("a", TEXT)
    assert len(passage.weights) == 3
    passage.targets[1, 0], passage.weights[1] = 1.0, 4.0
    said = np.full((2, len(CLASSES)), 0.0)
    said[:, 1] = 1.0
    softened = soften(passage, np.array([[20, 39], [40, 49]]), said, label_share=0.75, weight=2.0)
    assert softened.targets[1].tolist() == [0.75, 0.25, 0.0, 0.0, 0.0, 0.0]
    assert softened.targets[2].tolist() == [0.0, 1.0, 0.0, 0.0, 0.0, 0.0]
    assert softened.weights.tolist() == [0.0, 4.0, 2.0]
    assert passage.weights.tolist() == [0.0, 4.0, 0.0]


def test_what_a_teacher_was_not_asked_stays() -> None:
    passage = read_passage("a", TEXT)
    softened = soften(passage, passage.places, np.full((3, len(CLASSES)), np.nan), label_share=0.75, weight=2.0)
    assert not softened.weights.any()


def test_places_match_where_half_is_shared() -> None:
    own, others = np.array([[0, 10], [12, 20], [30, 40]]), np.array([[0, 6], [6, 14], [14, 29], [38, 60]])
    assert match_places(own, others).tolist() == [0, 2, -1]
    assert match_places(own, np.zeros((0, 2), np.int64)).tolist() == [-1, -1, -1]
