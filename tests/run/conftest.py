"""What ends a worker process."""

from __future__ import annotations

import os
from typing import Any

import pytest

from forelook.records import Document


class Poison(Document, frozen=True):
    """A document that ends the process which unpickles it, as a crash in a library would."""

    def __reduce__(self) -> Any:
        return os.abort, ()


class MidMessage(Document, frozen=True):
    """A document whose worker is killed half-way through the message that holds its result."""

    def __reduce__(self) -> Any:
        connection = "__import__('multiprocessing.connection').connection.Connection"
        die = "__import__('os').kill(__import__('os').getpid(), 9)"
        half = f"lambda self, data, write=None: (__import__('os').write(self.fileno(), bytes(data)[: len(data) // 2]), {die})"
        return eval, (f"setattr({connection}, '_send', {half})",)


@pytest.fixture(scope="session")
def mid_message() -> type[Document]:
    """Return the class of documents whose worker dies while it writes."""
    return MidMessage


@pytest.fixture(scope="session")
def poison() -> type[Document]:
    """Return the class of documents that no worker survives."""
    return Poison
