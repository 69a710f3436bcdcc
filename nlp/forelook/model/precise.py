"""The transformer's directory, which is not part of the wheel: found, checked as a model's is, and put into a classifier.

In: what the user asks for. Out: a Classifier with the transformer (refine.py), with a second pass of its own, and the record that names both.
"""

from __future__ import annotations

import os
from pathlib import Path

from msgspec.structs import replace

from forelook.errors import ModelError
from forelook.model.arrays import TRANSFORMER
from forelook.model.classifier import Classifier
from forelook.model.store import METADATA_FILE, MODEL_FILE, default_directory, load_arrays, load_model
from forelook.records import Model

NAME = "precise"
VARIABLE = "FORELOOK_PRECISE"
_ADVICE = f"take the directory models/{NAME} of forelook's repository again"


def find_precise(choice: bool | str | Path) -> Path | None:  # noqa: FBT001 - what users give to `load`
    """Return the directory that `choice` means: None for False; for True the one that FORELOOK_PRECISE names, or the one beside forelook's model.

    Raises ModelError where there is none.
    """
    if choice is False:
        return None
    named = os.environ.get(VARIABLE)
    directory = Path(choice) if choice is not True else Path(named) if named else default_directory().with_name(NAME)
    if not (directory / METADATA_FILE).is_file():
        raise ModelError(
            f"{directory}: no transformer here, and forelook comes without one; put the directory models/{NAME} of its repository there, "
            f'or let {VARIABLE} or load(precise="DIR") say where it is'
        )
    return directory


def load_precise(directory: Path, precise: Path) -> tuple[Classifier, Model]:
    """Return the classifier of a model directory with the transformer of another, and the record that names both.

    Raises ModelError as `load_model` does, and MissingExtraError without the extra `[precise]`.
    """
    from forelook.features.transformer import Transformer  # noqa: PLC0415 - needs the extra

    classifier, model = load_model(directory)
    arrays, metadata = load_arrays(precise, TRANSFORMER, _ADVICE)
    try:
        classifier.add_transformer(Transformer(arrays), arrays)
    except (KeyError, IndexError, TypeError, ValueError) as error:
        raise ModelError(f"{precise / MODEL_FILE}: refused: {error}; {_ADVICE}") from error
    return classifier, replace(model, precise=str(metadata["sha256"]))
