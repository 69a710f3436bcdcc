"""An encoder learns, predicts the releases that it has not learned from, and its probabilities are kept beside the labels."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch", reason="the extra [teacher] is not installed")

from forelook.corpus.annotated import read_annotated
from forelook.corpus.layouts import render
from forelook.errors import AnnotationError, ModelError
from forelook.features.windows import LONGEST_UNIT
from forelook.segment.segmentation import segment
from forelook.train import distill, transformer
from forelook.train.dataset import class_of, match_units
from forelook.train.first_pass import number_of

FILES = sorted((Path(__file__).resolve().parents[2] / "training_data").glob("*.ann"))


@pytest.fixture(autouse=True)
def _one_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transformer, "EPOCHS", 1)


def test_windows_tell_each_unit_once() -> None:
    chance = np.random.default_rng(0)
    tokens = [[[7] * int(length) for length in chance.integers(1, LONGEST_UNIT, size=count)] for count in (1, 40, 7)]
    told = [(window.passage, unit) for window in transformer._cut(tokens) for unit in range(window.first, window.last)]
    assert told == [(number, unit) for number, units in enumerate(tokens) for unit in range(len(units))]


def test_what_is_said_of_releases_is_mostly_right(tmp_path: Path) -> None:
    for path in FILES[:60:2]:
        shutil.copy(path, tmp_path)
    labelled = [render(read_annotated(path), "lines") for path in FILES[1:61:2]]
    others = [render(read_annotated(path), "lines") for path in FILES[61:64]]
    texts = {release.id: release.text for release in [*labelled, *others]}
    found = distill.distill(texts, tmp_path, labelled, jobs=1).soft
    assert list(found) == list(texts)
    for release in others:
        targets = found[release.id]
        np.testing.assert_allclose(targets.probabilities.sum(axis=1), 1.0)
        truth = [class_of(unit) for unit in match_units(segment(release.text), release.units)]
        assert (targets.probabilities.argmax(axis=1) == truth).mean() > 0.5


def test_labels_without_their_texts_are_refused(tmp_path: Path) -> None:
    shutil.copy(FILES[0], tmp_path)
    release = render(read_annotated(FILES[1]), "lines")
    with pytest.raises(AnnotationError, match=f"no text for 1 labelled releases .{release.id} is the first"):
        distill.distill({}, tmp_path, [release])


def test_no_release_is_predicted_by_an_encoder_that_has_learned_from_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(FILES[0], tmp_path)
    labelled = [render(read_annotated(path), "lines") for path in FILES[1:9]]
    learned: list[set[str]] = []
    told: list[set[str]] = []
    copied: list[int] = []

    class Spy:
        def __init__(self, seed: int) -> None:
            self.seed = seed

        def fit(self, passages: list[transformer.LabelledUnits], _: object) -> None:
            learned.append({passage.texts[0] for passage in passages if passage.weights.any()})

        def predict(self, passages: list[transformer.LabelledUnits]) -> list[object]:
            told.append({passage.texts[0] for passage in passages})
            copied.append(len(passages))
            return [passage.targets for passage in passages]

    monkeypatch.setattr(distill, "Encoder", Spy)
    texts = {release.id: release.text for release in labelled}
    found = distill.distill(texts, tmp_path, labelled, copies=2, jobs=1)
    assert all(not learned[number // 2] & other for number, other in enumerate(told))  # each speaks twice
    assert {number_of(identity, distill.ENCODERS) for identity in texts} == set(range(distill.ENCODERS))
    halves = [sum(number_of(identity, distill.ENCODERS) == number for identity in texts) for number in range(distill.ENCODERS)]
    assert copied == [halves[0], 2 * halves[0], halves[1], 2 * halves[1]]  # each tells its half, then the copies of these
    assert [made.id for made in found.made_over] == [i for n in range(distill.ENCODERS) for _ in range(2) for i in texts if number_of(i, distill.ENCODERS) == n]
    assert all(len(made.probabilities) == len(made.places) for made in found.made_over)


def test_transformers_are_kept_and_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(FILES[0], tmp_path)
    material = distill.gather({}, tmp_path, [])
    first = distill.learn(material, 0, tmp_path / "states")
    monkeypatch.setattr(transformer.Encoder, "fit", lambda *_: pytest.fail("trained again"))
    again = distill.learn(material, 0, tmp_path / "states")
    one, other = (encoder.predict(material.corpus) for encoder in (first, again))
    np.testing.assert_array_equal(one[0], other[0])
    (tmp_path / "states" / "1.pt").write_bytes(b"nothing")
    with pytest.raises(ModelError, match="no weights of a transformer"):
        distill.learn(material, 1, tmp_path / "states")
