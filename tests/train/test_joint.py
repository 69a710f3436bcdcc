"""The joint fit: where a text encoder speaks between the passes, the second one learns from what encoders say that have not seen the release."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from forelook.model.classifier import CLASSES
from forelook.segment.segmentation import Segmentation
from forelook.train.first_pass import CrossFit, Linear, number_of
from forelook.train.joint import add_second_pass
from tools import make_base

K = len(CLASSES)
TEXT = "Acme opened a plant.\n\nIt expects growth.\n"


def test_the_second_pass_learns_from_what_the_encoder_says_too() -> None:
    chance = np.random.default_rng(0)
    classes = chance.integers(0, K, 600)
    targets, sizes = np.eye(K)[classes], np.full(60, 10)
    fitted = CrossFit(Linear(np.zeros((4, K)), np.zeros(K)), chance.normal(size=(600, K)) + targets)
    without, knowing = (add_second_pass(fitted, sizes, targets, np.full(600, 5.0), encoded).held_out for encoded in (None, 9 * targets))
    assert (without.argmax(axis=1) == classes).mean() < 0.7
    assert (knowing.argmax(axis=1) == classes).mean() > 0.95


def test_where_there_is_no_doubt_the_encoder_is_not_heard() -> None:
    certain = np.where(np.eye(K)[np.arange(60) % K] > 0, 9.0, 0.0)
    fitted = CrossFit(Linear(np.zeros((4, K)), np.zeros(K)), certain)
    without, other = (add_second_pass(fitted, np.full(6, 10), np.eye(K)[np.arange(60) % K], np.ones(60), encoded).held_out for encoded in (None, -certain))
    np.testing.assert_array_equal(without, other)


def test_each_release_is_read_by_the_encoder_that_has_not_learned_from_it(monkeypatch: pytest.MonkeyPatch) -> None:
    class Named:
        def __init__(self, arrays: Mapping[str, Any]) -> None:
            self.fold = arrays["fold"]

        def encode(self, _: Sequence[str], segmentations: Sequence[Segmentation]) -> np.ndarray:
            return np.full((len(segmentations[0].units), K), self.fold, np.float32)

    monkeypatch.setattr(make_base, "TextEncoder", Named)
    names = [f"release-{number}" for number in range(8)]
    scores = make_base.encode_held_out([(name, TEXT) for name in names], [{"fold": 0}, {"fold": 1}])
    assert scores[::2, 0].tolist() == [number_of(name, 2) for name in names]


def test_the_encoders_of_the_folds_stand_beside_the_whole_one(tmp_path: Path) -> None:
    for name, value in (("text", 7), ("text-0", 0), ("text-1", 1)):
        np.savez(tmp_path / f"{name}.npz", value=np.array([value]))
    encoders = make_base.read_encoders(tmp_path / "text.npz")
    assert [int(arrays["value"][0]) for arrays in (encoders.whole, *encoders.folds)] == [7, 0, 1]
