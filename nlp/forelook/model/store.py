"""The model directory: written by training, checked and read by everyone else.

In: a directory with `model.joblib` (plain arrays, strings and numbers) and `metadata.json` (its SHA-256 and where it came
from). Out: a Classifier and the record that names it. A file that holds anything but plain data is refused before any of
it can run.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import joblib

from forelook.errors import ModelError
from forelook.features.extract import FEATURE_VERSION
from forelook.model.arrays import ARRAYS, ENCODER, Expected, check_arrays
from forelook.model.classifier import CLASSES, Classifier
from forelook.model.plain import PlainDataError, read_plain
from forelook.records import SCHEMA_VERSION, Model

MODEL_FILE = "model.joblib"
METADATA_FILE = "metadata.json"
BASE_NAME = "base"
BASE_LINK = f"../{BASE_NAME}/{MODEL_FILE}"
"""What `model.joblib` links to where nothing was added to the base (linked.py)."""

_ADVICE = "run `make train` or reinstall forelook"


def default_directory() -> Path:
    """Return the directory of the model that comes with forelook."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "models" / "press-release"
    return installed if installed.is_dir() else package.parents[1] / "models" / "press-release"


def load_model(directory: Path) -> tuple[Classifier, Model]:
    """Return the classifier of a model directory and the record that names it.

    Raises ModelError when the directory or a file of it is missing, when the model is damaged, when it belongs to another
    version, and when it holds anything but plain data.
    """
    arrays, metadata = load_arrays(directory)
    try:
        classifier = Classifier(arrays)
    except (KeyError, IndexError, TypeError, ValueError, OverflowError) as error:
        raise ModelError(f"{directory / MODEL_FILE}: refused: {error}; use a model that `forelook train` has written") from error
    return classifier, Model(str(metadata["name"]), str(metadata["version"]), str(metadata["sha256"]))


def load_arrays(directory: Path, expected: Mapping[str, Expected] = ARRAYS, advice: str = _ADVICE) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the arrays of a model directory, which are those expected, and its metadata; raises ModelError as `load_model` does, with some advice."""
    metadata = read_metadata(directory, advice)
    path = find_arrays(directory)
    if not path.is_file():
        raise ModelError(f"{directory}: no {MODEL_FILE} in it; {advice}")
    _check_version(directory, metadata)
    digest = sha256(_read_bytes(path)).hexdigest()
    if digest != metadata.get("sha256"):
        written = str(metadata.get("sha256"))
        raise ModelError(f"{path}: damaged: its SHA-256 is {digest[:12]}…, {METADATA_FILE} says {written[:12]}…; {advice}")
    try:
        arrays = read_plain(path)
        check_arrays(arrays, expected)
    except (PlainDataError, TypeError, ValueError) as error:
        raise ModelError(f"{path}: refused: {error}; use a model that `forelook train` has written") from error
    encoder = {name.removeprefix(ENCODER): array for name, array in arrays.items() if name.startswith(ENCODER)}
    plain = {name: array for name, array in arrays.items() if not name.startswith(ENCODER)}
    return ({**plain, "encoder": encoder} if encoder else plain), metadata


def read_metadata(directory: Path, advice: str = _ADVICE) -> dict[str, Any]:
    """Return `metadata.json` of a model directory; raises ModelError where it is missing or no JSON object."""
    path = directory / METADATA_FILE
    if not path.is_file():
        raise ModelError(f"{directory}: no model here ({METADATA_FILE} is missing); run `make train`, or name a directory that `forelook train` wrote")
    try:
        metadata = json.loads(_read_bytes(path).decode())
    except (ValueError, RecursionError) as error:
        raise ModelError(f"{path}: damaged: {error}; {advice}") from error
    if not isinstance(metadata, dict) or not {"name", "version", "sha256", "schema", "features"} <= set(metadata):
        raise ModelError(f"{path}: not the metadata of a forelook model; name a directory that `forelook train` has written")
    for key in ("name", "version", "sha256"):
        if not isinstance(value := metadata[key], str) or not value.isprintable():
            raise ModelError(f"{path}: damaged: its {key} is {value!r:.60}, not a line of text; {advice}")
    return metadata


def find_arrays(directory: Path) -> Path:
    """Return the file of the arrays: the base's, too, where a checkout without symbolic links holds the link to it as text."""
    path = directory / MODEL_FILE
    is_text = path.is_file() and path.stat().st_size == len(BASE_LINK) and _read_bytes(path) == BASE_LINK.encode()
    return directory / BASE_LINK if is_text else path


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ModelError(f"{path}: cannot be read: {error.strerror or error}; mend its permissions, or reinstall forelook") from error


def _check_version(directory: Path, metadata: dict[str, Any]) -> None:
    own = {"schema": SCHEMA_VERSION, "features": FEATURE_VERSION, "classes": list(CLASSES)}
    for key, value in own.items():
        if (found := metadata.get(key)) != value:
            raise ModelError(f"{directory}: made for another version of forelook: its {key} are {found!r}, expected {value!r}; train it again (`make train`)")


def save_model(directory: Path, arrays: dict[str, Any], metadata: dict[str, Any]) -> str:
    """Write a model directory; returns the SHA-256 of its `model.joblib`, which `metadata.json` then carries."""
    directory.mkdir(parents=True, exist_ok=True)
    path = directory / MODEL_FILE
    encoder = {f"{ENCODER}{name}": array for name, array in arrays.get("encoder", {}).items()}
    joblib.dump({**{name: array for name, array in arrays.items() if name != "encoder"}, **encoder}, path)
    digest = sha256(path.read_bytes()).hexdigest()
    content = {**metadata, "sha256": digest, "schema": SCHEMA_VERSION, "features": FEATURE_VERSION, "classes": list(CLASSES)}
    (directory / METADATA_FILE).write_text(json.dumps(content, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    return digest
