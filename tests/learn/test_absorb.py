"""Absorbed rows: written and read again as they were, and refused by another version."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from forelook.errors import ModelError
from forelook.learn.absorb import load_absorbed, save_absorbed
from forelook.learn.corpus import read_annotated
from forelook.learn.dataset import Dataset, build_matrix, make_dataset
from forelook.learn.render import render
from forelook.tag.features import WIDTH

FILES = sorted((Path(__file__).resolve().parents[2] / "training_data").glob("*.ann"))[::150]


@pytest.fixture
def rows() -> Dataset:
    return make_dataset([render(read_annotated(path), "lines") for path in FILES])


def test_round_trip(rows: Dataset, tmp_path: Path) -> None:
    save_absorbed(tmp_path / "rows.npz", rows, "a test")
    again = load_absorbed(tmp_path / "rows.npz")
    np.testing.assert_array_equal(again.matrix.indptr, rows.matrix.indptr)
    np.testing.assert_array_equal(again.matrix.indices, rows.matrix.indices)
    np.testing.assert_allclose(again.matrix.data, rows.matrix.data, rtol=1e-3)  # kept in half precision
    np.testing.assert_array_equal(again.classes, rows.classes)
    np.testing.assert_array_equal(again.sizes, rows.sizes)
    np.testing.assert_array_equal(again.weights, rows.weights)


def test_rows_without_features(tmp_path: Path) -> None:
    matrix = build_matrix(np.array([3, WIDTH - 1, 0]), np.ones(3, np.float32), np.array([0, 2, 0, 1, 0]))
    save_absorbed(tmp_path / "rows.npz", Dataset(matrix, np.arange(5), np.array([2, 3]), np.ones(5)), "a test")
    again = load_absorbed(tmp_path / "rows.npz").matrix
    assert (again != matrix).nnz == 0
    assert again.shape == matrix.shape


def test_no_text_can_be_read_from_the_file(rows: Dataset, tmp_path: Path) -> None:
    save_absorbed(tmp_path / "rows.npz", rows, "a test")
    with np.load(tmp_path / "rows.npz", allow_pickle=False) as file:
        assert str(file["origin"]) == "a test"
        assert {file[name].dtype.kind for name in file.files if name != "origin"} <= set("uif")


@pytest.mark.parametrize("version", [[0, 19], [1, 18], [99, 99]])
def test_another_version_is_refused(version: list[int], rows: Dataset, tmp_path: Path) -> None:
    save_absorbed(tmp_path / "rows.npz", rows, "a test")
    with np.load(tmp_path / "rows.npz") as file:
        content = {name: file[name] for name in file.files}
    np.savez(tmp_path / "other.npz", **{**content, "version": np.array(version)})
    with pytest.raises(
        ModelError, match=rf"other\.npz: features of version \[{version[0]}, {version[1]}\], expected \[.*\]; make it again with `forelook corpus absorb`"
    ):
        load_absorbed(tmp_path / "other.npz")
