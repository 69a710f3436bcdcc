"""A model that is its base is a link to it, and neither is ever written through the other."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from forelook.model.linked import part_from, put_model
from forelook.model.store import BASE_LINK, METADATA_FILE, MODEL_FILE, default_directory, load_model


def write(directory: Path, arrays: bytes) -> Path:
    directory.mkdir(parents=True, exist_ok=True)
    (directory / MODEL_FILE).write_bytes(arrays)
    (directory / METADATA_FILE).write_text("{}")
    return directory


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return write(tmp_path / "models" / "base", b"base")


@pytest.fixture
def model(base: Path) -> Path:
    return base.with_name("press-release")


def test_a_model_that_is_its_base_is_a_link(base: Path, model: Path, tmp_path: Path) -> None:
    put_model(write(tmp_path / "made", b"base"), model)
    assert (model / MODEL_FILE).is_symlink()
    assert (model / MODEL_FILE).read_bytes() == b"base"
    assert not (model / METADATA_FILE).is_symlink()


def test_a_model_that_has_learned_more_leaves_the_base_alone(base: Path, model: Path, tmp_path: Path) -> None:
    put_model(write(tmp_path / "made", b"base"), model)
    put_model(write(tmp_path / "made", b"more"), model)
    assert not (model / MODEL_FILE).is_symlink()
    assert (model / MODEL_FILE).read_bytes() == b"more"
    assert (base / MODEL_FILE).read_bytes() == b"base"


def test_a_base_made_anew_leaves_its_model_alone(base: Path, model: Path, tmp_path: Path) -> None:
    put_model(write(tmp_path / "made", b"base"), model)
    part_from(base)
    write(base, b"new base")
    assert (model / MODEL_FILE).read_bytes() == b"base"


def test_where_links_are_not_allowed_a_model_is_a_copy(base: Path, model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(1314, "a required privilege is not held by the client")

    monkeypatch.setattr(Path, "symlink_to", refuse)
    put_model(write(tmp_path / "made", b"base"), model)
    assert not (model / MODEL_FILE).is_symlink()
    assert (model / MODEL_FILE).read_bytes() == b"base"


def test_a_model_elsewhere_is_a_copy(base: Path, tmp_path: Path) -> None:
    put_model(write(tmp_path / "made", b"base"), tmp_path / "mine" / "model")
    assert not (tmp_path / "mine" / "model" / MODEL_FILE).is_symlink()


def test_the_model_that_comes_with_forelook_can_be_read() -> None:
    assert load_model(default_directory())[1].name == "press-release"


def test_a_link_that_a_checkout_holds_as_text_is_followed(base: Path, model: Path) -> None:
    own = default_directory()
    shutil.copy(own.parent / "base" / MODEL_FILE, base)
    write(model, BASE_LINK.encode())
    shutil.copy(own / METADATA_FILE, model)
    assert load_model(model)[1] == load_model(own)[1]
