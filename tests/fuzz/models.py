"""Model directories changed at random: each is refused with a ModelError, or works."""

from __future__ import annotations

import json
import random
import shutil
from hashlib import sha256
from pathlib import Path

from forelook.errors import ModelError
from forelook.model.store import METADATA_FILE, MODEL_FILE
from forelook.tagger import load

TEXT = 'Acme expects revenue of $5 million in 2030. It grew by 5%.\n\n"We will build," said Jane Doe.\n'
EDGE = 1500  # bytes at both ends of the file, where everything but numbers stands


def mutate_models(good: Path, work: Path, *, seed: int, count: int, signed: bool) -> int:
    """Return how many of `count` mutations of the model `good` were refused; the others work.

    Signed, the digest is made to fit, so that all checks behind it are met; such a model may predict anything that is a
    probability. Any other that is not refused predicts the same as before. Raises whatever else comes of it.
    """
    chance = random.Random(seed)
    expected = _predict(good)
    data, metadata = (good / MODEL_FILE).read_bytes(), (good / METADATA_FILE).read_bytes()
    directory = work / "mutant"
    refused = 0
    for _ in range(count):
        shutil.rmtree(directory, ignore_errors=True)
        directory.mkdir()
        changes_data = signed or chance.random() < 0.5
        new_data = _mutate(data, chance) if changes_data else data
        (directory / MODEL_FILE).write_bytes(new_data)
        new_metadata = metadata if changes_data else _mutate(metadata, chance)
        if signed:
            new_metadata = json.dumps(json.loads(new_metadata) | {"sha256": sha256(new_data).hexdigest()}).encode()
        (directory / METADATA_FILE).write_bytes(new_metadata)
        try:
            found = _predict(directory)
        except ModelError as error:
            refused += str(directory) in str(error)
        else:
            assert signed or found == expected
            assert all(0 <= score <= 1 for scores in found for score in scores)
            assert all(abs(sum(scores) - 1) < 1e-9 for scores in found)
    return refused


def _predict(directory: Path) -> list[list[float]]:
    statements = json.loads(load(directory)(TEXT).to_json())["statements"]
    return [list(statement["scores"].values()) for statement in statements]


def _mutate(data: bytes, chance: random.Random) -> bytes:
    """Return `data` with one to three changes, most of them near its ends."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 3)):
        size = len(changed)
        edge = min(EDGE, size)
        at = chance.choice([chance.randrange(edge), size - 1 - chance.randrange(edge), chance.randrange(size)]) if size else 0
        length = chance.choice([1, 1, 1, 2, 8, 40])
        match chance.choice(["flip", "set", "cut", "insert", "repeat", "end"]):
            case "flip" if at < size:
                changed[at] ^= 1 << chance.randrange(8)
            case "set":
                changed[at : at + length] = chance.randbytes(min(length, max(0, size - at)))
            case "cut":
                del changed[at : at + length]
            case "insert":
                changed[at:at] = chance.randbytes(length)
            case "repeat":
                changed[at:at] = changed[at : at + length]
            case _:
                del changed[at:]
    return bytes(changed)
