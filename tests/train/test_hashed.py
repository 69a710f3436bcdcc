"""Hashed rows and soft targets: written and read again as they were."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from forelook.errors import AnnotationError
from forelook.features.extract import WIDTH, Features
from forelook.train.dataset import to_csr
from forelook.train.hashed import pack, select, unpack
from forelook.train.soft import SoftTargets, load_soft, save_soft

RUN = st.lists(st.integers(0, WIDTH - 1), max_size=6)


@st.composite
def features(draw: st.DrawFn) -> Features:
    units = draw(st.lists(st.tuples(RUN, RUN, RUN), max_size=8))
    columns = [column for unit in units for run in unit for column in run]
    return Features(np.array(columns, np.int32), np.array([[len(run) for run in unit] for unit in units], np.int32).reshape(-1, 3))


@given(features())
def test_packed_rows_have_the_same_values(rows: Features) -> None:
    found = unpack(pack(rows))
    assert (to_csr(found) != to_csr(rows)).nnz == 0
    assert found.counts.tolist() == rows.counts.tolist()


@given(features(), st.data())
def test_selected_rows(rows: Features, data: st.DataObject) -> None:
    count = len(rows.counts)
    units = np.array(data.draw(st.lists(st.integers(0, count - 1), max_size=5) if count else st.just([])), np.int64)
    assert (to_csr(select(rows, units)) != to_csr(rows)[units]).nnz == 0


def test_soft_targets_come_back(tmp_path: Path) -> None:
    targets = {
        "a/1": SoftTargets(np.array([[0, 5], [6, 9]]), np.array([[0.5, 0.5, 0, 0, 0, 0], [0, 0, 0, 0, 0, 1.0]])),
        "b": SoftTargets(np.array([[2, 4]]), np.array([[0, 0, 0.2, 0.8, 0, 0]])),
    }
    save_soft(tmp_path / "soft.npz", targets)
    found = load_soft(tmp_path / "soft.npz")
    assert list(found) == list(targets)
    for identity, each in targets.items():
        assert found[identity].places.tolist() == each.places.tolist()
        np.testing.assert_allclose(found[identity].probabilities, each.probabilities, atol=0.003)
    assert [unit.weight for unit in found["a/1"].as_units()] == [0, 0]


def test_other_files_are_no_soft_targets(tmp_path: Path) -> None:
    np.savez(tmp_path / "soft.npz", ids=np.array(["a"]))
    with pytest.raises(AnnotationError, match=r"soft\.npz: .*; expected soft targets"):
        load_soft(tmp_path / "soft.npz")
