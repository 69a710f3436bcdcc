"""The model directory: what is refused, with which words, and that nothing runs before it is refused."""

from __future__ import annotations

import json
import pickle
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import joblib
import numpy as np
import pytest
from joblib.numpy_pickle import NumpyArrayWrapper
from tests.fuzz.models import mutate_models

from forelook.errors import ModelError
from forelook.features.extract import FEATURE_VERSION
from forelook.model.classifier import CLASSES
from forelook.model.store import METADATA_FILE, MODEL_FILE, default_directory, load_model, read_metadata, save_model
from forelook.tagger import load


@pytest.fixture
def model(small_model: Path, tmp_path: Path) -> Path:
    """Return a copy of the small model, to be damaged."""
    return Path(shutil.copytree(small_model, tmp_path / "model"))


def sign(directory: Path) -> None:
    """Write the digest of the model as it now is into its metadata."""
    metadata = json.loads((directory / METADATA_FILE).read_text(encoding="utf-8"))
    metadata["sha256"] = sha256((directory / MODEL_FILE).read_bytes()).hexdigest()
    (directory / METADATA_FILE).write_text(json.dumps(metadata), encoding="utf-8")


def set_metadata(directory: Path, **values: Any) -> None:
    metadata = json.loads((directory / METADATA_FILE).read_text(encoding="utf-8"))
    (directory / METADATA_FILE).write_text(json.dumps({**metadata, **values}), encoding="utf-8")


def drop_arrays(directory: Path) -> None:
    joblib.dump({"weights": np.zeros(3)}, directory / MODEL_FILE)
    sign(directory)


def dump(directory: Path, content: object) -> None:
    joblib.dump(content, directory / MODEL_FILE)
    sign(directory)


def flip_a_bit(directory: Path) -> None:
    data = bytearray((directory / MODEL_FILE).read_bytes())
    data[len(data) // 2] ^= 1
    (directory / MODEL_FILE).write_bytes(data)


def cut_short(directory: Path) -> None:
    (directory / MODEL_FILE).write_bytes((directory / MODEL_FILE).read_bytes()[:100])
    sign(directory)


def empty(directory: Path) -> None:
    (directory / MODEL_FILE).write_bytes(b"")
    sign(directory)


def write_text(directory: Path) -> None:
    (directory / MODEL_FILE).write_bytes(b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n")
    sign(directory)


def set_arrays(directory: Path, **arrays: object) -> None:
    dump(directory, {**joblib.load(directory / MODEL_FILE), **arrays})


class _ForgedType:
    """The type of a record with a field of objects, and flags that deny it: NumPy would take the file's bytes for addresses."""

    def __reduce__(self) -> tuple[Any, ...]:
        return np.dtype, ("V8", False, True), (3, "|", None, ("a",), {"a": (np.dtype("O"), 0)}, 8, 1, 0)


class _ForgedState(_ForgedType):
    """The same under the name of a plain type."""

    def __reduce__(self) -> tuple[Any, ...]:
        return np.dtype, ("f8", False, True), (3, "<", None, None, None, -1, -1, 63)


def wrap(directory: Path, dtype: object, shape: tuple[int, ...]) -> None:
    array = NumpyArrayWrapper(np.ndarray, shape, "C", np.dtype("f4"), allow_mmap=False)
    array.dtype = dtype
    pickled = [pickle.dumps(value, 2)[2:-1] for value in ("weights", array)]
    (directory / MODEL_FILE).write_bytes(b"\x80\x02}" + b"".join(pickled) + b"\x01\0" + b"\x41" * 8 + b"s.")
    sign(directory)


def forge_a_type(directory: Path) -> None:
    wrap(directory, _ForgedType(), (1,))
    with pytest.raises(ModelError, match="it holds an array of 'V8', not of plain numbers"):
        load(directory)
    wrap(directory, _ForgedState(), (1,))


def promise_too_much(directory: Path) -> None:
    wrap(directory, np.dtype("f8"), (1 << 40,))


DAMAGES = [
    pytest.param(shutil.rmtree, r"no model here \(metadata\.json is missing\); run `make train`, or name a directory", id="no directory"),
    pytest.param(lambda d: (d / METADATA_FILE).unlink(), r"no model here \(metadata\.json is missing\)", id="no metadata"),
    pytest.param(lambda d: (d / MODEL_FILE).unlink(), r"no model\.joblib in it; run `make train` or reinstall", id="no arrays"),
    pytest.param(lambda d: (d / METADATA_FILE).write_text("{"), r"metadata\.json: damaged: .*; run `make train` or reinstall", id="metadata is no JSON"),
    pytest.param(
        lambda d: (d / METADATA_FILE).write_bytes(b"\xff\xfe{"), r"metadata\.json: damaged: .*; run `make train` or reinstall", id="metadata is not UTF-8"
    ),
    pytest.param(lambda d: (d / METADATA_FILE).write_text('["spacy"]'), "not the metadata of a forelook model; name a directory", id="metadata is a list"),
    pytest.param(
        lambda d: (d / METADATA_FILE).write_text('{"lang": "en", "name": "core_web_sm"}'),
        "not the metadata of a forelook model",
        id="another program's metadata",
    ),
    pytest.param(flip_a_bit, r"model\.joblib: damaged: its SHA-256 is \w{12}…, metadata\.json says \w{12}…; run `make train`", id="one bit is wrong"),
    pytest.param(
        lambda d: set_metadata(d, schema="forelook/0"),
        r"made for another version of forelook: its schema are 'forelook/0', expected 'forelook/1'; .*`make train`",
        id="another schema",
    ),
    pytest.param(
        lambda d: set_metadata(d, features=FEATURE_VERSION + 1),
        rf"made for another version of forelook: its features are {FEATURE_VERSION + 1}, expected {FEATURE_VERSION}; .*`make train`",
        id="another feature version",
    ),
    pytest.param(
        lambda d: set_metadata(d, classes=list(CLASSES)[::-1]), r"made for another version of forelook: its classes are \['meta'", id="classes in another order"
    ),
    pytest.param(cut_short, r"model\.joblib: refused: .*; use a model that `forelook train` has written", id="cut short, digest right"),
    pytest.param(empty, r"model\.joblib: refused: .*; use a model that `forelook train` has written", id="empty, digest right"),
    pytest.param(write_text, r"model\.joblib: refused: .*; use a model that `forelook train` has written", id="a pointer of Git LFS, digest right"),
    pytest.param(drop_arrays, r"model\.joblib: refused: .*; use a model that `forelook train` has written", id="arrays are missing"),
    pytest.param(lambda d: set_arrays(d, weights=np.zeros((3, 6))), r"refused: weights of shape \(3, 6\); expected \(\d+, 6\)", id="another width"),
    pytest.param(lambda d: set_arrays(d, intercept=np.zeros(7)), r"refused: intercept of shape \(7,\); expected \(6,\)", id="another number of classes"),
    pytest.param(lambda d: set_arrays(d, second_weights=np.zeros(6)), r"refused: second_weights of shape \(6,\); expected", id="other dimensions"),
    pytest.param(lambda d: set_arrays(d, intercept=np.full(6, np.nan)), "refused: intercept holds numbers that are not finite", id="not a number"),
    pytest.param(lambda d: set_arrays(d, intercept=np.full(6, 1e300)), "refused: intercept holds numbers that are .* larger than 1,000,000", id="too large"),
    pytest.param(
        lambda d: set_arrays(d, intercept=np.zeros(6, np.int64)), "refused: intercept is of type int64; expected one of f2, f4, f8", id="whole numbers"
    ),
    pytest.param(lambda d: set_arrays(d, intercept="0"), "refused: intercept is a str, not an array", id="a string for an array"),
    pytest.param(lambda d: set_arrays(d, intercept=[0.0] * 6), "refused: intercept is a list, not an array, a string or a number", id="a list for an array"),
    pytest.param(lambda d: set_arrays(d, intercept=np.array(["a"] * 6)), "refused: it holds an array of 'U1', not of plain numbers", id="an array of strings"),
    pytest.param(lambda d: set_arrays(d, intercept=np.zeros(6, [("a", "f8")])), "refused: it holds an array of ", id="an array of records"),
    pytest.param(lambda d: set_arrays(d, more=np.zeros(6)), "refused: it holds more, which this version of forelook does not know", id="more than is known"),
    pytest.param(forge_a_type, "refused: it holds an array of a forged type", id="bytes that shall be addresses"),
    pytest.param(promise_too_much, r"refused: it promises an array of [\d,]+ bytes, more than it holds", id="an array larger than the file"),
    pytest.param(lambda d: set_metadata(d, name=[1]), r"metadata.json: damaged: its name is \[1\], not a line of text", id="a name that is none"),
    pytest.param(lambda d: set_metadata(d, version="\ud800"), r"metadata.json: damaged: its version is .*, not a line of text", id="half a character"),
    pytest.param(lambda d: (d / METADATA_FILE).write_text("[" * 100_000), r"metadata\.json: damaged: ", id="metadata nested too deep"),
    pytest.param(lambda d: dump(d, [1, 2]), r"model\.joblib: refused: it holds no dictionary of arrays", id="a list"),
    pytest.param(lambda d: dump(d, {"weights": Path("x")}), r"model\.joblib: refused: it holds pathlib.*, not plain arrays", id="an object"),
    pytest.param(lambda d: dump(d, {"weights": np.array([Path("x")], object)}), r"model\.joblib: refused: .*; use a model", id="an array of objects"),
]


@pytest.mark.parametrize(("damage", "message"), DAMAGES)
def test_a_damaged_model_is_refused(model: Path, damage: Callable[[Path], object], message: str) -> None:
    damage(model)
    with pytest.raises(ModelError, match=message) as caught:
        load(model)
    assert str(model) in str(caught.value)


class _Touch:
    """A pickle that makes a file when it is read."""

    def __init__(self, path: Path) -> None:
        self.path = str(path)

    def __reduce__(self) -> tuple[Any, ...]:
        return Path.touch, (Path(self.path),)


@pytest.mark.parametrize("place", ["at the top", "in the dictionary", "in an array of objects"])
def test_malice_is_refused_before_it_runs(model: Path, tmp_path: Path, place: str) -> None:
    mark = tmp_path / "was-here"
    evil = _Touch(mark)
    content: Any = {"at the top": evil, "in the dictionary": {"weights": evil}, "in an array of objects": {"weights": np.array([evil, 1], object)}}[place]
    dump(model, content)
    with pytest.raises(ModelError, match=r"model\.joblib: refused: .*; use a model that `forelook train` has written"):
        load_model(model)
    assert not mark.exists()
    joblib.load(model / MODEL_FILE)  # whoever reads it without care runs it
    assert mark.exists()


def test_a_plain_pickle_is_refused_before_it_runs(model: Path, tmp_path: Path) -> None:
    mark = tmp_path / "was-here"
    (model / MODEL_FILE).write_bytes(pickle.dumps(_Touch(mark)))
    sign(model)
    with pytest.raises(ModelError, match="not plain arrays"):
        load_model(model)
    assert not mark.exists()


def test_a_compressed_file_is_refused_before_it_runs(model: Path, tmp_path: Path) -> None:
    mark = tmp_path / "was-here"
    joblib.dump(_Touch(mark), model / MODEL_FILE, compress=("zlib", 3))
    sign(model)
    with pytest.raises(ModelError, match=r"model\.joblib: refused: "):
        load_model(model)
    assert not mark.exists()


def test_what_was_saved_is_read(model: Path) -> None:
    _, record = load_model(model)
    metadata = read_metadata(model)
    assert (record.name, record.version, record.sha256) == ("small", "0", metadata["sha256"])
    assert metadata["sha256"] == sha256((model / MODEL_FILE).read_bytes()).hexdigest()


def test_saving_is_the_same_every_time(tmp_path: Path) -> None:
    arrays = {"weights": np.arange(12.0).reshape(3, 4), "intercept": np.zeros(4)}
    digests = {save_model(tmp_path / name, arrays, {"name": "small", "version": "0"}) for name in ("one", "other")}
    assert len(digests) == 1
    assert (tmp_path / "one" / METADATA_FILE).read_bytes() == (tmp_path / "other" / METADATA_FILE).read_bytes()


def test_the_model_that_comes_with_forelook_is_whole() -> None:
    load_model(default_directory())


@pytest.mark.parametrize("order", ["<", ">"])
def test_the_order_of_the_bytes_changes_nothing(model: Path, order: str) -> None:
    before = load(model)("Acme expects growth in 2030. It grew.").to_json()
    arrays = joblib.load(model / MODEL_FILE)
    set_arrays(model, **{name: np.asfortranarray(array.astype(array.dtype.newbyteorder(order))) for name, array in arrays.items()})
    after = load(model)("Acme expects growth in 2030. It grew.").to_json()
    assert scores_of(after) == scores_of(before)


def scores_of(release: bytes) -> list[Any]:
    return [statement["scores"] for statement in json.loads(release)["statements"]]


@pytest.mark.parametrize("signed", [False, True], ids=["the digest tells", "the digest is forged, too"])
def test_no_mutation_gives_anything_but_an_error_or_a_working_model(small_model: Path, tmp_path: Path, signed: bool) -> None:
    assert mutate_models(small_model, tmp_path, seed=0, count=25, signed=signed) > 15


def test_a_file_that_cannot_be_read_is_told(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(ModelError, match=r"metadata\.json: cannot be read: Permission denied; mend its permissions"):
        load_model(model)
