"""Absorbed rows: written and read again as they were, and refused by another version."""

from __future__ import annotations

from pathlib import Path

import msgspec
import numpy as np
import pytest
from scipy.sparse import csr_matrix

from forelook.corpus.annotated import read_annotated
from forelook.corpus.gold import GoldRelease
from forelook.corpus.layouts import render
from forelook.errors import AnnotationError, ModelError
from forelook.features.extract import WIDTH
from forelook.model.classifier import CLASSES
from forelook.train.dataset import Dataset
from forelook.train.hashed import Absorbed, absorb, absorb_again, load_absorbed, save_absorbed

FILES = sorted((Path(__file__).resolve().parents[2] / "training_data").glob("*.ann"))[::150]


@pytest.fixture
def releases() -> list[GoldRelease]:
    return [render(read_annotated(path), "lines") for path in FILES]


@pytest.fixture
def rows(releases: list[GoldRelease]) -> Absorbed:
    return absorb(releases)


def assert_same(one: Absorbed, other: Absorbed) -> None:
    np.testing.assert_array_equal(one.rows.matrix.indptr, other.rows.matrix.indptr)
    np.testing.assert_array_equal(one.rows.matrix.indices, other.rows.matrix.indices)
    np.testing.assert_allclose(one.rows.matrix.data, other.rows.matrix.data, rtol=1e-3)  # kept in half precision
    np.testing.assert_array_equal(one.rows.classes, other.rows.classes)
    np.testing.assert_array_equal(one.rows.sizes, other.rows.sizes)
    np.testing.assert_array_equal(one.rows.weights, other.rows.weights)
    np.testing.assert_allclose(one.rows.soft, other.rows.soft, atol=0.005)  # kept in a byte
    np.testing.assert_array_equal(one.places, other.places)
    assert one.ids == other.ids


def test_round_trip(rows: Absorbed, tmp_path: Path) -> None:
    save_absorbed(tmp_path / "rows.npz", rows, "a test")
    assert_same(load_absorbed(tmp_path / "rows.npz"), rows)


def test_rows_without_features(tmp_path: Path) -> None:
    matrix = csr_matrix((np.ones(3, np.float32), [3, WIDTH - 1, 0], [0, 0, 2, 2, 3, 3]), shape=(5, WIDTH))
    rows = Dataset(matrix, np.arange(5), np.array([2, 3]), np.ones(5), np.zeros((5, len(CLASSES))))
    save_absorbed(tmp_path / "rows.npz", Absorbed(rows, ["a", "b"], np.zeros((5, 2), np.int64)), "a test")
    again = load_absorbed(tmp_path / "rows.npz").rows.matrix
    assert (again != matrix).nnz == 0
    assert again.shape == matrix.shape


def test_made_again_from_the_texts(rows: Absorbed, releases: list[GoldRelease], tmp_path: Path) -> None:
    save_absorbed(tmp_path / "rows.npz", rows, "a test")
    with np.load(tmp_path / "rows.npz") as file:
        content = {name: file[name] for name in file.files}
    np.savez(tmp_path / "old.npz", **{**content, "version": np.array([0, 12]), "steps": content["steps"] % 4})
    texts = {release.id: release.text for release in releases}
    again = absorb_again(tmp_path / "old.npz", texts)
    assert again.rows.sizes.tolist() == rows.rows.sizes.tolist()
    assert again.rows.classes.tolist() == rows.rows.classes.tolist()
    assert (again.rows.matrix != rows.rows.matrix).nnz < 0.01 * rows.rows.matrix.nnz  # the text ends with the last unit now
    with pytest.raises(AnnotationError, match=rf"old\.npz: no text for {releases[0].id}; give all the releases"):
        absorb_again(tmp_path / "old.npz", {})


def test_units_count_by_their_weight(releases: list[GoldRelease]) -> None:
    units = [msgspec.structs.replace(unit, weight=0.25) for unit in releases[0].units]
    assert set(absorb([msgspec.structs.replace(releases[0], units=units)]).rows.weights.tolist()) == {0.25}


def test_what_a_teacher_says_is_kept(releases: list[GoldRelease], tmp_path: Path) -> None:
    said = (0.5, 0.25, 0.25, 0.0, 0.0, 0.0)
    units = [msgspec.structs.replace(releases[0].units[0], soft=said), *releases[0].units[1:]]
    rows = absorb([msgspec.structs.replace(releases[0], units=units)])
    assert rows.rows.soft[0].tolist() == list(said)
    assert not rows.rows.soft[-1].any()
    save_absorbed(tmp_path / "rows.npz", rows, "a test")
    found = load_absorbed(tmp_path / "rows.npz")
    assert_same(found, rows)
    np.testing.assert_allclose(found.rows.soft[0].sum(), 1.0)
    again = absorb_again(tmp_path / "rows.npz", {releases[0].id: releases[0].text})
    np.testing.assert_allclose(again.rows.soft[0], said, atol=0.005)


def test_no_text_can_be_read_from_the_file(rows: Absorbed, tmp_path: Path) -> None:
    save_absorbed(tmp_path / "rows.npz", rows, "a test")
    with np.load(tmp_path / "rows.npz", allow_pickle=False) as file:
        assert str(file["origin"]) == "a test"
        assert {file[name].dtype.kind for name in file.files if name not in {"origin", "ids"}} <= set("uif")


@pytest.mark.parametrize("version", [[0, 19], [1, 18], [99, 99]])
def test_another_version_is_refused(version: list[int], rows: Absorbed, tmp_path: Path) -> None:
    save_absorbed(tmp_path / "rows.npz", rows, "a test")
    with np.load(tmp_path / "rows.npz") as file:
        content = {name: file[name] for name in file.files}
    np.savez(tmp_path / "other.npz", **{**content, "version": np.array(version)})
    with pytest.raises(
        ModelError,
        match=rf"other\.npz: features of version \[{version[0]}, {version[1]}\], expected \[.*\]; make it again with `forelook corpus absorb --again`",
    ):
        load_absorbed(tmp_path / "other.npz")
