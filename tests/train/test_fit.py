"""Fitting on top of a base: nothing new changes nothing, corrections take, the digest depends on all that a model is made from."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec
import numpy as np
import pytest
from scipy.sparse import csr_matrix

from forelook.corpus.annotated import read_annotated
from forelook.features.extract import WIDTH
from forelook.model.classifier import CLASSES, Classifier, dequantize
from forelook.train.base import Base
from forelook.train.data import TrainingRelease, read_data
from forelook.train.dataset import make_dataset
from forelook.train.fit import digest, fit, fit_on_top

DATA = Path(__file__).resolve().parents[2] / "training_data"
OWN = """id: own
---
H\tTarn Tile opened a kiln in Lima.
S\tTarn Tile makes kilns for tile works and sells them under the name of Quist.
S\tOats rose once more in all of the three counties that border on the lake.
"""


@pytest.fixture
def own(tmp_path: Path) -> list[TrainingRelease]:
    (tmp_path / "own.ann").write_text(OWN, encoding="utf-8")
    return read_data([tmp_path])


def test_without_new_releases_the_model_is_the_base(base: Base, corpus: Path) -> None:
    fitted = fit(base, read_data([corpus]))
    assert fitted.new == 0
    assert fitted.arrays is base.arrays


def test_corrections_take_and_the_rest_stays(base: Base, own: list[TrainingRelease], corpus: Path) -> None:
    rows = make_dataset([own[0].variants()[0]])
    before = Classifier(base.arrays).predict(rows.features, rows.sizes).argmax(axis=1)
    assert (before != rows.classes).any()
    fitted = fit(base, [*own, *read_data([corpus])])
    assert fitted.new == 1
    after = Classifier(fitted.arrays).predict(rows.features, rows.sizes).argmax(axis=1)
    assert [CLASSES[number] for number in after] == [CLASSES[number] for number in rows.classes]
    known = make_dataset([release.variants()[0] for release in read_data([corpus])])
    one, other = (Classifier(arrays).predict(known.features, known.sizes).argmax(axis=1) for arrays in (base.arrays, fitted.arrays))
    assert (one != other).mean() < 0.03


def test_the_same_releases_give_the_same_arrays(base: Base, own: list[TrainingRelease]) -> None:
    one, other = fit(base, own).arrays, fit(base, own).arrays
    assert one.keys() == other.keys() == base.arrays.keys()
    assert all(np.array_equal(one[name], other[name]) for name in one)
    assert dequantize(one).shape == (WIDTH, len(CLASSES))


def test_a_fit_to_what_the_base_says_stays_where_it_is() -> None:
    chance = np.random.default_rng(0)
    scores = chance.normal(0, 2, (60, len(CLASSES)))
    probabilities = np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)
    probabilities[probabilities < 0.02] = 0  # which training leaves out
    probabilities /= probabilities.sum(axis=1, keepdims=True)
    mixing, added = fit_on_top(np.log(np.maximum(probabilities, 1e-4)), csr_matrix(np.eye(60)[:, :9]), probabilities, np.ones(60))
    np.testing.assert_allclose(mixing - mixing.mean(axis=1, keepdims=True), np.eye(len(CLASSES)) - 1 / len(CLASSES), atol=0.05)
    assert abs(added.coefficients).max() < 0.05


def test_the_digest_depends_on_words_codes_raw_text_and_base(base: Base, corpus: Path, tmp_path: Path) -> None:
    before = digest(base, read_data([corpus]))
    assert digest(base, read_data([corpus])) == before
    assert digest(base._replace(digest="0"), read_data([corpus])) != before
    path = max(corpus.glob("*.ann"))
    for number, (old, new) in enumerate([("\nH\t", "\nG\t"), (" the ", " a "), ("\n\n", "\n# a remark\n\n")]):
        directory = shutil.copytree(corpus, tmp_path / str(number))
        (directory / path.name).write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
        assert (digest(base, read_data([directory])) != before) is (number < 2)
    directory = shutil.copytree(corpus, tmp_path / "raw")  # the last of ten: no sample of features would show it
    (directory / path.with_suffix(".txt").name).write_text(" ".join(unit.text for unit in read_annotated(path).units), encoding="utf-8")
    assert digest(base, read_data([directory])) != before
    assert digest(base, read_data([corpus])[:-1]) != before


def test_the_digest_depends_on_settings(base: Base, corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = digest(base, read_data([corpus]))
    monkeypatch.setattr("forelook.train.fit.OWN_WEIGHT", 7.0)
    assert digest(base, read_data([corpus])) != before


def test_labelled_jsonl_is_learned_from_too(base: Base, own: list[TrainingRelease], tmp_path: Path) -> None:
    gold = own[0].variants()[0]
    line = {"id": gold.id, "text": gold.text, "units": [{name: getattr(unit, name) for name in ("start", "end", "kind", "label")} for unit in gold.units]}
    (tmp_path / "own.jsonl").write_bytes(msgspec.json.encode(line) + b"\n")
    rows = make_dataset([gold])
    arrays = fit(base, read_data([tmp_path / "own.jsonl"])).arrays
    assert (Classifier(arrays).predict(rows.features, rows.sizes).argmax(axis=1) == rows.classes).all()
