"""The files that forelook itself writes, so that no run reads its own growing output.

In: the output files of a run, or the stream that it writes to. Out: whether a path is one of them, under whatever name,
and which paths were left out.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from forelook.errors import OutputError

UNFINISHED = ".partial"


class Outputs:
    """The files that a run writes, identified by their real paths, or the file behind a stream, identified by its descriptor."""

    def __init__(self, paths: Iterable[Path] = (), stream: int | None = None) -> None:
        self._paths = {os.path.realpath(path) for path in paths}
        self._names = {Path(path).name for path in self._paths}
        self._stream = os.fstat(stream) if stream is not None else None
        self._left_out: dict[str, None] = {}

    @property
    def left_out(self) -> list[str]:
        """The paths that were left out."""
        return list(self._left_out)

    def leave_out(self, path: str) -> bool:
        """Return whether to leave `path` out of a directory or glob, and record it if so."""
        is_own = self._has(path) or is_unfinished_run(path)
        if is_own:
            self._left_out[path] = None
        return is_own

    def check(self, paths: Sequence[str]) -> None:
        """Raise OutputError where one of the PATH arguments is itself an output."""
        for path in paths:
            if path and self._has(path):
                raise OutputError(f"{path}: this is an input, and would be written over; name another output")

    def _has(self, path: str) -> bool:
        if self._stream is not None and (found := _stat(path)) is not None and os.path.samestat(found, self._stream):
            return True
        # Resolving a path costs a look at every directory on the way; only a link can have another name.
        place = Path(path)
        try:
            return (place.name in self._names or place.is_symlink()) and os.path.realpath(path) in self._paths
        except (OSError, ValueError):  # too long a name, a NUL in it
            return False


def is_unfinished_run(path: str) -> bool:
    """Return whether `path` is the directory of an unfinished run, of this output or another."""
    return path.endswith(UNFINISHED) and (Path(path) / "journal.jsonl").is_file()


def _stat(path: str) -> os.stat_result | None:
    try:
        return Path(path).stat()
    except (OSError, ValueError):
        return None
