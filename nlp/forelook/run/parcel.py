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
KEPT_BYTES = 1 << 22  # the size of a file that is used again
_MEMORY = Path("/dev/shm")  # noqa: S108 - files go to a directory below it, made for its owner alone


class Parcel(Struct, frozen=True):
    """An outcome whose lines lie in a file, of which they are the first `size` bytes."""

    outcome: Outcome
    size: int


def make_directory() -> tempfile.TemporaryDirectory[str]:
    """Return a new directory for parcels, in memory where the system has such a place."""
    in_memory = _MEMORY.is_dir() and os.access(_MEMORY, os.W_OK)
    return tempfile.TemporaryDirectory(prefix="forelook-", dir=_MEMORY if in_memory else None, ignore_cleanup_errors=True)


def pack(outcome: Outcome, place: str) -> Outcome | Parcel:
    """Return what goes through the pipe: a short outcome as it is, and a long one where the file `place` cannot be written."""
    size = len(outcome.lines)
    if size <= PIPE_BYTES:
        return outcome
    try:
        # What the file holds is overwritten: its memory is there already.
        with os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT, 0o600), "wb", buffering=0) as file:
            complete = file.write(outcome.lines) == size
    except OSError:  # no room left, or no directory
        complete = False
    if complete:
        return Parcel(replace(outcome, lines=b""), size)
    with contextlib.suppress(OSError):
        Path(place).unlink()
    return outcome


def unpack(received: Outcome | Parcel, place: str) -> Outcome:
    """Return the outcome; a very long file is deleted, any other is left for the next outcome."""
    if isinstance(received, Outcome):
        return received
    path = Path(place)
    with path.open("rb", buffering=0) as file:
        lines = file.read(received.size)
    if received.size > KEPT_BYTES:
        path.unlink()
    return replace(received.outcome, lines=lines)
