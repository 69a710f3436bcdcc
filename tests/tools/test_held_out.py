"""Held-out scores go to a file and come back, unit by unit, with their places and no text."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from forelook.corpus.gold import GoldRelease, GoldUnit
from forelook.model.classifier import CLASSES
from forelook.records import Label
from tools.held_out import HeldOut, load_held_out, save_held_out
from tools.make_base import make_real, weigh

TEXT = "Oats rose. Wheat will rise.\n"


def test_there_and_back(tmp_path: Path) -> None:
    unit = GoldUnit(11, 27, "statement", Label.GUIDANCE, forward_looking=True, speaker=None)
    rows = make_real({"a": TEXT}, [GoldRelease("a", TEXT, [unit])], {})
    found = HeldOut.of(rows, weigh(rows), np.log(np.full((len(rows.classes), len(CLASSES)), 1 / len(CLASSES))), {"a": TEXT})
    assert [TEXT[start:end] for start, end in found.places] == ["Oats rose.", "Wheat will rise."]
    assert found.weights.tolist() == [0.0, 1.0]
    save_held_out(tmp_path / "held-out.npz", found)
    again = load_held_out(tmp_path / "held-out.npz")
    assert again.ids == ["a"]
    for before, after in zip(found[1:], again[1:], strict=True):
        np.testing.assert_allclose(before, after, rtol=1e-6)


def test_of_no_release_nothing_is_kept(tmp_path: Path) -> None:
    save_held_out(tmp_path / "none.npz", HeldOut.of(make_real({}, [], {}), np.zeros(0), np.zeros((0, len(CLASSES))), {}))
    assert load_held_out(tmp_path / "none.npz").ids == []
