"""The joint fit: where a text encoder speaks between the passes, the second one learns from what encoders say that have not seen the release."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from forelook.model.classifier import CLASSES
from forelook.segment.segmentation import KIND_CODES, Segmentation
from forelook.train.first_pass import CrossFit, Linear, number_of
from forelook.train.joint import add_second_pass
from tools import make_base

K = len(CLASSES)
KINDS = np.full(600, KIND_CODES["sentence"], np.uint8)
TEXT = "Acme opened a plant.\n\nIt expects growth.\n"


def test_the_second_pass_learns_from_what_the_encoder_says_too() -> None:
    chance = np.random.default_rng(0)
    classes = chance.integers(0, K, 600)
    targets, sizes = np.eye(K)[classes], np.full(60, 10)
    fitted = CrossFit(Linear(np.zeros((4, K)), np.zeros(K)), chance.normal(size=(600, K)) + targets)
    without, knowing = (add_second_pass(fitted, KINDS[:600], sizes, targets, np.full(600, 5.0), encoded).held_out for encoded in (None, 9 * targets))
    assert (without.argmax(axis=1) == classes).mean() < 0.7
    assert (knowing.argmax(axis=1) == classes).mean() > 0.95


def test_where_there_is_no_doubt_the_encoder_is_not_heard() -> None:
    targets = np.eye(K)[np.arange(60) % K]
    certain = np.where(targets > 0, 9.0, 0.0)
    fitted = CrossFit(Linear(np.zeros((4, K)), np.zeros(K)), certain)
    without, other = (add_second_pass(fitted, KINDS[:60], np.full(6, 10), targets, np.ones(60), encoded).held_out for encoded in (None, -certain))
    np.testing.assert_array_equal(without, other)


def test_an_item_goes_by_its_lead_in_and_a_sentence_there_does_not() -> None:
    released = [KIND_CODES[kind] for kind in ("sentence", "list_item", "list_item", "list_item", "list_item", "sentence")]
    guidance = np.arange(100) % 2 == 0  # what the lead-in of each release is, and so its items
    classes = np.repeat(np.where(guidance, 0, 1), 6)
    classes[5::6] = 1
    scores = np.zeros((600, K))
    scores[::6] = 9 * np.eye(K)[classes[::6]]
    fitted = CrossFit(Linear(np.zeros((4, K)), np.zeros(K)), scores)
    found = add_second_pass(fitted, np.array(released * 100, np.uint8), np.full(100, 6), np.eye(K)[classes], np.full(600, 9.0)).held_out
    fourth, after = found[4::6, 0], found[5::6, 0]  # both are further from the lead-in than neighbours reach
    assert fourth[guidance].min() > 0.6
    assert max(fourth[~guidance].max(), after.max()) < 0.4


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


def test_the_encoders_of_the_folds_are_written_beside_the_whole_one(tmp_path: Path) -> None:
    for name, value in (("text", 7), ("text-0", 0), ("text-1", 1)):
        np.savez(tmp_path / f"{name}.npz", value=np.array([value]))
    encoders = make_base.read_encoders(tmp_path / "text.npz")
    assert [int(arrays["value"][0]) for arrays in (encoders.whole, *encoders.folds)] == [7, 0, 1]
