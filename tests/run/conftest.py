"""What ends a worker process."""

from __future__ import annotations

import os
from typing import Any

import pytest

from forelook.records import Document


class Poison(Document, frozen=True):
    """A document that ends the process which unpickles it, as a crash in a library would."""

    def __reduce__(self) -> Any:
        return os._exit, (1,)


@pytest.fixture(scope="session")
def poison() -> type[Document]:
    """Return the class of documents that no worker survives."""
    return Poison
