"""The second pass of a transformer is fitted to what is said of releases by those that have not learned from them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch", reason="the extra [teacher] is not installed")
pytest.importorskip("onnx", reason="the group dev is not installed")

from tests.small_transformer import PIECES, make_arrays

from forelook.corpus.gold import GoldRelease, GoldUnit
from forelook.errors import AnnotationError, ModelError
from forelook.model.arrays import TRANSFORMER
from forelook.model.classifier import CLASSES
from forelook.model.softmax import log_softmax
from forelook.model.store import load_arrays
from forelook.records import Label
from forelook.tagger import load
from forelook.train.first_pass import number_of
from forelook.train.transformer import read_state
from tools import make_precise
from tools.held_out import HeldOut, save_held_out
from tools.make_base import make_real, weigh

K = len(CLASSES)
TEXT = "Acme opened a plant.\n\nIt expects growth.\n\nSales rose in May.\n"
IDS = [f"release-{number}" for number in range(24)]


class Named:
    """Says its own number of every unit."""

    def __init__(self, number: int) -> None:
        self.number = number

    def encode(self, _: object, segmentations: list[object], __: object) -> np.ndarray:
        return np.full((len(segmentations[0].units), K), self.number, np.float32)  # type: ignore[attr-defined]


@pytest.fixture
def held_out() -> HeldOut:
    labels = [Label.HISTORICAL_FACT, Label.GUIDANCE, Label.HISTORICAL_FACT]
    places = [(0, 20), (22, 40), (42, 60)]
    units = [GoldUnit(*place, "statement", label, forward_looking=label is Label.GUIDANCE, speaker=None) for place, label in zip(places, labels, strict=True)]
    rows = make_real(dict.fromkeys(IDS, TEXT), [GoldRelease(identity, TEXT, units) for identity in IDS], {})
    chance = np.random.default_rng(0)
    rows = rows._replace(classes=np.arange(len(rows.classes)) % K)
    return HeldOut.of(rows, weigh(rows), log_softmax(chance.normal(size=(len(rows.classes), K))), dict.fromkeys(IDS, TEXT))


def test_each_release_is_read_by_the_half_that_has_not_learned_from_it(held_out: HeldOut) -> None:
    scores = make_precise.read_held_out([Named(0), Named(1)], held_out, dict.fromkeys(IDS, TEXT))  # type: ignore[list-item]
    assert scores[::3, 0].tolist() == [number_of(identity, 2) for identity in held_out.ids]


def test_releases_that_were_not_labelled_whole_or_are_cut_otherwise_are_left_out(held_out: HeldOut) -> None:
    weights, texts = held_out.weights.copy(), dict.fromkeys(IDS, TEXT)
    weights[3:5] = 0.0
    texts[held_out.ids[3]] = TEXT.replace("opened", "shut down")
    kept = make_precise.keep_whole(held_out._replace(weights=weights), texts)
    assert kept.ids == [identity for number, identity in enumerate(held_out.ids) if number not in {1, 3}]
    assert len(kept.logs) == len(kept.places) == kept.sizes.sum() == len(held_out.logs) - 6
    with pytest.raises(AnnotationError, match="no text for release-0; give all the texts that `make base` has had"):
        make_precise.keep_whole(held_out, {})


def test_a_transformer_that_is_right_is_heard(held_out: HeldOut) -> None:
    told = np.where(np.eye(K)[held_out.classes] > 0, 4.0, 0.0)
    without, heard = (make_precise.cross_fit_second(held_out, make_precise.mix_in(held_out, told, share)) for share in (0.0, 0.7))
    own = np.arange(len(told)), held_out.classes
    assert np.log(heard[own]).mean() > np.log(without[own]).mean()


def test_a_directory_is_made(tmp_path: Path, held_out: HeldOut, small_model: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(make_precise, "read_pieces", lambda: list(PIECES))
    monkeypatch.setattr(make_precise, "read_state", lambda _: make_arrays())
    save_held_out(tmp_path / "held-out.npz", held_out)
    for out, file in (("alone", None), ("fitted", tmp_path / "held-out.npz")):
        make_precise.make_precise(tmp_path, dict.fromkeys(IDS, TEXT), file, tmp_path / out)
        assert load(small_model, precise=tmp_path / out)(TEXT).model.precise
    assert "share 0.00: log loss" in capsys.readouterr().out
    shipped, _ = load_arrays(make_precise.default_directory())
    alone, fitted = (load_arrays(tmp_path / name, TRANSFORMER)[0] for name in ("alone", "fitted"))
    np.testing.assert_array_equal(alone["second_weights"], shipped["second_weights"])
    assert (fitted["second_weights"] != shipped["second_weights"]).any()


def test_what_holds_no_weights_is_refused(tmp_path: Path) -> None:
    (tmp_path / "final.pt").write_bytes(b"none")
    with pytest.raises(ModelError, match=r"final.pt: no weights of a transformer .UnpicklingError.; name a directory that `make precise` has written"):
        read_state(tmp_path / "final.pt")
