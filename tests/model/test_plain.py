"""Plain data: what a file of joblib may hold, and what is refused before any of it runs."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import joblib
import numpy as np
import pytest

from forelook.model.plain import DTYPES, PlainDataError, read_plain


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "model.joblib"


@pytest.mark.parametrize("name", sorted(DTYPES))
@pytest.mark.parametrize("order", ["<", ">"])
def test_arrays_of_plain_numbers_come_back(path: Path, name: str, order: str) -> None:
    array = np.arange(6).reshape(2, 3).astype(np.dtype(name).newbyteorder(order))
    joblib.dump({"array": array}, path)
    found = read_plain(path)["array"]
    assert found.dtype == np.dtype(name)
    assert (found == array).all()


@pytest.mark.parametrize("value", ["tarn", 7, 0.5, True], ids=["a string", "a whole number", "a number", "a truth"])
def test_strings_and_numbers_come_back(path: Path, value: object) -> None:
    joblib.dump({"value": value}, path)
    assert read_plain(path) == {"value": value}


@pytest.mark.parametrize("shape", [(), (0,), (0, 3), (2, 2, 2, 2)], ids=str)
@pytest.mark.parametrize("layout", ["C", "F"])
def test_shapes_come_back(path: Path, shape: tuple[int, ...], layout: Any) -> None:
    joblib.dump({"array": np.zeros(shape, np.float32, order=layout)}, path)
    assert read_plain(path)["array"].shape == shape


class Calls:
    """Runs a function where it is unpickled."""

    def __reduce__(self) -> tuple[Callable[..., object], tuple[str]]:
        return exec, ("raise SystemExit('it has run')",)


REFUSED = [
    pytest.param([1, 2], "no dictionary of arrays", id="a list"),
    pytest.param({1: 2}, "no dictionary of arrays", id="names that are no strings"),
    pytest.param({"value": [1]}, "value is a list", id="a list inside"),
    pytest.param({"value": None}, "value is a NoneType", id="nothing inside"),
    pytest.param({"value": np.array(["a"])}, "not of plain numbers", id="an array of strings"),
    pytest.param({"value": np.array([None])}, "it holds", id="an array of objects"),
    pytest.param({"value": np.zeros(2, np.complex128)}, "not of plain numbers", id="an array of complex numbers"),
    pytest.param({"value": np.zeros((1,) * 5)}, "of the shape", id="five dimensions"),
    pytest.param({"value": Calls()}, r"it holds builtins\.exec", id="a call"),
    pytest.param({"value": Path("/")}, "it holds pathlib", id="an object"),
]


@pytest.mark.parametrize(("content", "message"), REFUSED)
def test_anything_else_is_refused(path: Path, content: object, message: str) -> None:
    joblib.dump(content, path)
    with pytest.raises(PlainDataError, match=message):
        read_plain(path)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"no pickle", id="no pickle"),
        pytest.param(pickle.dumps({"a": "tarn"})[:-3], id="cut"),
    ],
)
def test_damage_is_named(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    with pytest.raises(PlainDataError, match="damaged: "):
        read_plain(path)


def test_an_array_that_promises_more_than_the_file_holds_is_refused(path: Path) -> None:
    joblib.dump({"array": np.zeros(1000)}, path)
    path.write_bytes(path.read_bytes()[:-4000])
    with pytest.raises(PlainDataError, match="promises an array of 8,000 bytes, more than it holds"):
        read_plain(path)
