"""What forelook itself writes, so that no run reads its own growing output.

In: the files of a run, or the stream that it writes to. Out: whether a path is one of them, under whatever name, and which
were met and left out.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from forelook.errors import OutputError

UNFINISHED = ".partial"


class Outputs:
    """The files that a run writes, told by their real paths; or the file that a stream goes to, told by its number."""

    def __init__(self, paths: Iterable[Path] = (), stream: int | None = None) -> None:
        self._paths = {os.path.realpath(path) for path in paths}
        self._names = {Path(path).name for path in self._paths}
        self._stream = os.fstat(stream) if stream is not None else None
        self._left_out: dict[str, None] = {}

    @property
    def left_out(self) -> list[str]:
        """The paths that were met and left out."""
        return list(self._left_out)

    def leave_out(self, path: str) -> bool:
        """Return whether `path` is to be left out of a directory or glob, and note it if so."""
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
        # Real paths cost a look at every directory on the way: only a link may have another name.
        place = Path(path)
        try:
            return (place.name in self._names or place.is_symlink()) and os.path.realpath(path) in self._paths
        except (OSError, ValueError):  # too long a name, a NUL in it
            return False


def is_unfinished_run(path: str) -> bool:
    """Return whether `path` is the directory of a run that has not ended, of this output or of another."""
    return path.endswith(UNFINISHED) and (Path(path) / "journal.jsonl").is_file()


def _stat(path: str) -> os.stat_result | None:
    try:
        return Path(path).stat()
    except (OSError, ValueError):
        return None
