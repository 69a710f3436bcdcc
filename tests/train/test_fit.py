"""Fitting on top of a base: nothing new changes nothing, corrections take and the rest stays."""

from __future__ import annotations

from pathlib import Path

import msgspec
import numpy as np
import pytest
from scipy.sparse import csr_matrix

from forelook.evaluate.before_after import find_corrections
from forelook.features.extract import WIDTH
from forelook.model.classifier import CLASSES, Classifier, dequantize
from forelook.model.store import default_directory, save_model
from forelook.records import Document
from forelook.tagger import Tagger
from forelook.train.base import Base, default_base, load_base
from forelook.train.data import TrainingRelease, read_data
from forelook.train.dataset import make_dataset
from forelook.train.first_pass import Linear
from forelook.train.fit import fit, fit_on_top

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
    before = Classifier(base.arrays).predict(rows.features, rows.kinds, rows.sizes).argmax(axis=1)
    assert (before != rows.classes).any()
    fitted = fit(base, [*own, *read_data([corpus])])
    assert fitted.new == 1
    after = Classifier(fitted.arrays).predict(rows.features, rows.kinds, rows.sizes).argmax(axis=1)
    assert [CLASSES[number] for number in after] == [CLASSES[number] for number in rows.classes]
    known = make_dataset([release.variants()[0] for release in read_data([corpus])])
    one, other = (Classifier(arrays).predict(known.features, known.kinds, known.sizes).argmax(axis=1) for arrays in (base.arrays, fitted.arrays))
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
    start = np.eye(len(CLASSES)), Linear(np.zeros((9, len(CLASSES))), np.zeros(len(CLASSES)))
    mixing, added = fit_on_top(np.log(np.maximum(probabilities, 1e-4)), csr_matrix(np.eye(60)[:, :9]), probabilities, np.ones(60), start)
    np.testing.assert_allclose(mixing - mixing.mean(axis=1, keepdims=True), np.eye(len(CLASSES)) - 1 / len(CLASSES), atol=0.05)
    assert abs(added.coefficients).max() < 0.05


def test_labelled_jsonl_is_learned_from_too(base: Base, own: list[TrainingRelease], tmp_path: Path) -> None:
    gold = own[0].variants()[0]
    line = {"id": gold.id, "text": gold.text, "units": [{name: getattr(unit, name) for name in ("start", "end", "kind", "label")} for unit in gold.units]}
    (tmp_path / "own.jsonl").write_bytes(msgspec.json.encode(line) + b"\n")
    rows = make_dataset([gold])
    arrays = fit(base, read_data([tmp_path / "own.jsonl"])).arrays
    assert (Classifier(arrays).predict(rows.features, rows.kinds, rows.sizes).argmax(axis=1) == rows.classes).all()


CORRECTED = """id: corrected
---
H\tTarn Tile Opens Kiln

H\tTarn Tile expects to open a second kiln in Lima next spring.

G\tTarn Tile sells roof tiles in all of the nine counties that border on the lake.

QN|Ada Quist\t"We expect to sell twice as many tiles next year," said Ada Quist, chief executive officer.

QF|Ada Quist\t"Every kiln was lit on time," said Ada Quist.

S\tThe kiln was built by Harlow Works.

H\tThese statements are subject to risks and uncertainties, and actual results may differ materially.
"""


def test_corrections_of_every_kind_take_on_the_base_that_ships(tmp_path: Path) -> None:
    (tmp_path / "own.ann").write_text(CORRECTED, encoding="utf-8")
    own = read_data([tmp_path])
    base = load_base(default_base())
    save_model(tmp_path / "model", fit(base, own).arrays, {"name": "own", "version": "0", "digest": "0"})
    gold = own[0].variants()[0]
    document = Document(id=gold.id, text=gold.text)
    before, after = (Tagger(directory)(document) for directory in (default_directory(), tmp_path / "model"))
    corrections = find_corrections(gold, before, after)
    assert len(corrections) >= 5
    assert [each.after for each in corrections] == [each.wanted for each in corrections]
