"""The base: the same again from the same data, read back as it was written, refused where it does not fit."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from forelook.errors import ModelError
from forelook.evaluate.metrics import read_metrics
from forelook.model.store import METADATA_FILE
from forelook.tagger import load
from forelook.train.base import ROWS_FILE, Base, choose_rows, load_base
from forelook.train.data import read_data
from forelook.train.freshness import digest_rows
from tools.make_base import make_base


def test_a_base_tags_as_any_model_does(base_directory: Path) -> None:
    assert len(load(base_directory)("Tarn Tile expects to sell more tile next year.").statements) == 1


def test_a_base_knows_what_it_was_made_from(base: Base, corpus: Path) -> None:
    releases = read_data([corpus])
    assert base.known == dict(zip((release.digest for release in releases), digest_rows(releases), strict=True))
    assert len(base.rows.counts) > 700


def test_what_held_out_releases_show_is_kept_beside_it(base_directory: Path, base: Base) -> None:
    section = read_metrics(base_directory)["cross_validated"]
    assert section["digest"] == base.digest
    assert 0.4 < section["content"]["macro_f1"] < 1


def test_the_same_data_in_another_order_give_the_same_bytes(base_directory: Path, corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("forelook.train.first_pass.MOST_ITERATIONS", 60)
    for number, path in enumerate(sorted(corpus.glob("*.ann"), reverse=True)):
        (tmp_path / f"part{number % 3}").mkdir(exist_ok=True)
        shutil.copy(path, tmp_path / f"part{number % 3}" / f"{number:02d}-{path.name}")
    make_base(tmp_path, {}, Path("nowhere"), {}, tmp_path / "again")
    for file in base_directory.iterdir():
        assert (tmp_path / "again" / file.name).read_bytes() == file.read_bytes()


def test_a_base_of_other_features_is_refused(base_directory: Path, tmp_path: Path) -> None:
    directory = shutil.copytree(base_directory, tmp_path / "base")
    metadata = json.loads((directory / METADATA_FILE).read_text(encoding="utf-8"))
    (directory / METADATA_FILE).write_text(json.dumps({**metadata, "features_digest": "0"}), encoding="utf-8")
    with pytest.raises(ModelError, match=r"made with other features than these .*; make it again from the texts: `make base`"):
        load_base(directory)


def test_a_model_is_no_base(small_model: Path, base_directory: Path, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"no base to fit on: rows\.npz is missing"):
        load_base(small_model)
    directory = shutil.copytree(base_directory, tmp_path / "base")
    (directory / ROWS_FILE).unlink()
    with pytest.raises(ModelError, match=r"no base to fit on: rows\.npz is missing"):
        load_base(directory)


def test_stored_rows_come_from_all_strata_alike() -> None:
    strata = np.repeat([0, 1, 2], [1000, 50, 5])
    chosen = choose_rows(strata, 60)
    assert np.bincount(strata[chosen]).tolist() == [20, 20, 5]
    assert chosen.tolist() == choose_rows(strata, 60).tolist() == sorted(set(chosen.tolist()))
