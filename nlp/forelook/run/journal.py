"""The state of an unfinished run beside its output: OUT.partial/ with the releases so far, the failures, and a journal of both.

In: lines as they come. Out: a directory from which a killed run can be resumed. Every checkpoint syncs the data to disk
first, then appends one line to the journal, so that data is valid up to the last whole line; the rest is truncated.
"""

from __future__ import annotations

import errno
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO

import msgspec
from msgspec import Struct

from forelook.errors import OutputError
from forelook.export import STATEMENTS
from forelook.read.outputs import UNFINISHED
from forelook.run.lock import lock

_LOCK_SECONDS = 1.0  # the workers of a killed run keep its lock until they notice, for at most a tenth of a second


class JournalHeading(Struct, frozen=True):
    """The settings of a run; a run can be resumed only if all of them are the same."""

    forelook: str
    schema: str
    model: str
    paths: list[str]
    format: str
    offsets: str
    text: bool
    figures: bool
    rows: str = "releases"
    keep: list[str] = []
    partition_by: list[str] = []
    is_gzip: bool = False
    spans_key: str = STATEMENTS
    id_col: str = "id"
    text_col: str = "text"


class Checkpoint(Struct, frozen=True):
    """The progress of a run: items and their digest, counts of releases and failures, and the sizes of the two files."""

    items: int = 0
    digest: str = ""
    releases: int = 0
    failures: int = 0
    release_bytes: int = 0
    failure_bytes: int = 0
    complete: bool = False


class Journal:
    """The open state of one run; a lock keeps a second run away."""

    def __init__(self, out: Path, heading: JournalHeading, *, resume: bool) -> None:
        """Open the run for `out`; raises OutputError where an unfinished run is in the way, or cannot be resumed."""
        self.directory = partial_directory(out)
        self.releases_path = self.directory / "releases.jsonl"
        self.failures_path = self.directory / "errors.jsonl"
        self._path = self.directory / "journal.jsonl"
        self.last = Checkpoint()
        self._releases: IO[bytes] | None = None
        self._failures: IO[bytes] | None = None
        with explain_full_disk(self.directory), ExitStack() as stack:
            self.directory.mkdir(parents=True, exist_ok=True)
            self._file = stack.enter_context(self._path.open("a+b"))
            self._lock(out)
            found, last = self._read_back()
            if last.items:
                self._check(out, found, heading, resume=resume)
                self.last = last
            else:
                self._file.truncate(0)
                self._append(heading)
            if not self.is_placed:
                self._releases = stack.enter_context(_open_at(self.releases_path, self.last.release_bytes))
                self._failures = stack.enter_context(_open_at(self.failures_path, self.last.failure_bytes))
            sync_directory(self.directory)
            stack.pop_all()  # no error: the files stay open

    def _lock(self, out: Path) -> None:
        deadline = time.monotonic() + _LOCK_SECONDS
        while True:
            try:
                lock(self._file)
            except (BlockingIOError, PermissionError) as error:
                if time.monotonic() > deadline:
                    raise OutputError(f"{self.directory}: another run is writing {out} now; wait for it, or name another output") from error
                time.sleep(_LOCK_SECONDS / 20)
            else:
                return

    def _read_back(self) -> tuple[JournalHeading | None, Checkpoint]:
        """Return the heading and the last whole checkpoint, and truncate the journal after it."""
        self._file.seek(0)
        content = self._file.read()
        whole = content[: content.rfind(b"\n") + 1]
        self._file.truncate(len(whole))
        lines = whole.splitlines()
        try:
            found = msgspec.json.decode(lines[0], type=JournalHeading) if lines else None
            return found, msgspec.json.decode(lines[-1], type=Checkpoint) if lines[1:] else Checkpoint()
        except msgspec.DecodeError as error:
            raise OutputError(f"{self._path}: damaged: {error}; delete {self.directory} to start again") from error

    def _check(self, out: Path, found: JournalHeading | None, heading: JournalHeading, *, resume: bool) -> None:
        """Raise OutputError where the unfinished run cannot be resumed by this one."""
        if not resume:
            raise OutputError(f"{self.directory}: an unfinished run for {out} is here; add --resume to continue it, or delete the directory to start again")
        for field in JournalHeading.__struct_fields__:
            before, now = getattr(found, field), getattr(heading, field)
            if before != now:
                raise OutputError(
                    f"{self.directory}: cannot resume this run: its {field} was {_shorten(before)}, and is {_shorten(now)} now; "
                    f"run the same command as before, or delete the directory to start again"
                )

    @property
    def is_placed(self) -> bool:
        """Whether the output is already in place, and only this directory is left."""
        return self.last.complete and not self.releases_path.is_file()

    def write(self, lines: bytes, failures: bytes) -> None:
        """Add whole lines; they are kept from the next checkpoint on.

        Raises OutputError where the disk is full.
        """
        with explain_full_disk(self.directory):
            for file, data in ((self._releases, lines), (self._failures, failures)):
                if file is not None and data:
                    file.write(data)

    def checkpoint(self, checkpoint: Checkpoint) -> None:
        """Sync everything written to disk, and record that; raises OutputError where the disk is full."""
        with explain_full_disk(self.directory):
            for file in (self._releases, self._failures):
                if file is not None:
                    file.flush()
                    os.fsync(file.fileno())
            self._append(checkpoint)
            self.last = checkpoint

    def _append(self, record: JournalHeading | Checkpoint) -> None:
        self._file.write(msgspec.json.encode(record) + b"\n")
        self._file.flush()
        os.fsync(self._file.fileno())

    def close(self) -> None:
        """Close the files; data after the last checkpoint is truncated by the next run."""
        for file in (self._releases, self._failures, self._file):
            if file is not None:
                with suppress(OSError):  # a full disk has been reported already
                    file.close()

    def delete(self) -> None:
        """Remove the directory of a finished run. The releases are removed first, which marks the output as placed."""
        self.releases_path.unlink(missing_ok=True)
        shutil.rmtree(self.directory)


def partial_directory(out: Path) -> Path:
    """Return the directory of the run for `out` until it is complete."""
    return out.with_name(out.name + UNFINISHED)


def place(path: Path, target: Path) -> None:
    """Rename the finished file `path` to its final name, atomically and durably."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
    path.replace(target)
    sync_directory(target.parent)


def place_directory(path: Path, target: Path) -> None:
    """Rename the finished directory `path` to its final name, durably; `target` may be an empty directory."""
    for file in sorted(path.rglob("*")):
        if file.is_file():
            with file.open("rb") as stream:
                os.fsync(stream.fileno())
        else:
            sync_directory(file)
    path.replace(target)
    sync_directory(target.parent)


def sync_directory(path: Path) -> None:
    """Sync the names in a directory to disk; Windows does so by itself, and does not let directories be opened."""
    if os.name == "nt":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def explain_full_disk(where: Path) -> Iterator[None]:
    """Turn an OSError into an OutputError that says what to do."""
    try:
        yield
    except OSError as error:
        full = error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
        advice = "free some space, then run the same command with --resume: what is finished is kept" if full else "choose a place that can be written"
        raise OutputError(f"{where}: cannot be written: {error.strerror or error}; {advice}") from error


def _open_at(path: Path, size: int) -> IO[bytes]:
    file = path.open("ab")
    if file.tell() < size:
        file.close()
        raise OutputError(f"{path}: {size:,} bytes were written, and some are gone; delete {path.parent} to start again")
    file.truncate(size)
    file.seek(size)
    return file


def _shorten(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 100 else text[:99] + "…"
