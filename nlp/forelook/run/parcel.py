"""Long results on their way from a worker to the parent: through a file in memory, so that neither waits for the other.

In: an `Outcome`. Out: the same in the other process. A pipe holds 64 KiB; a worker with more to send would stand still until
the parent, which shares the cores with the workers, has read the rest.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from forelook.run.tasks import Outcome

PIPE_BYTES = 1 << 16
_MEMORY = Path("/dev/shm")  # noqa: S108 - files go to a directory below it, made for its owner alone


class Parcel(Struct, frozen=True):
    """An outcome whose lines lie in a file."""

    outcome: Outcome
    path: str


def make_directory() -> tempfile.TemporaryDirectory[str]:
    """Return a new directory for parcels, in memory where the system has such a place."""
    in_memory = _MEMORY.is_dir() and os.access(_MEMORY, os.W_OK)
    return tempfile.TemporaryDirectory(prefix="forelook-", dir=_MEMORY if in_memory else None, ignore_cleanup_errors=True)


def pack(outcome: Outcome, directory: str) -> Outcome | Parcel:
    """Return what goes through the pipe: a short outcome as it is, and a long one where no file can be written."""
    if len(outcome.lines) <= PIPE_BYTES:
        return outcome
    try:
        descriptor, path = tempfile.mkstemp(dir=directory)
    except OSError:
        return outcome
    try:
        with os.fdopen(descriptor, "wb", buffering=0) as file:
            complete = file.write(outcome.lines) == len(outcome.lines)
    except OSError:  # no room left
        complete = False
    if complete:
        return Parcel(replace(outcome, lines=b""), path)
    with contextlib.suppress(OSError):
        Path(path).unlink()
    return outcome


def unpack(received: Outcome | Parcel) -> Outcome:
    """Return the outcome, and delete its file."""
    if isinstance(received, Outcome):
        return received
    path = Path(received.path)
    lines = path.read_bytes()
    path.unlink()
    return replace(received.outcome, lines=lines)
