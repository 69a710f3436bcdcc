"""The unfinished run beside its output: OUT.partial/ with the releases so far, the failures, and a journal of both.

In: lines as they come. Out: a directory from which a killed run goes on. Every checkpoint brings the data to the disk
first, then one line of the journal, so that the last whole line says what can be relied on; the rest is cut off.
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

_LOCK_SECONDS = 1.0  # the workers of a killed run hold its lock until they notice, a tenth of a second at most


class JournalHeading(Struct, frozen=True):
    """What a run does: a run goes on only where all of this is the same."""

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


class Checkpoint(Struct, frozen=True):
    """How far a run is: items and their digest, what they gave, and the sizes of the two files."""

    items: int = 0
    digest: str = ""
    releases: int = 0
    failures: int = 0
    release_bytes: int = 0
    failure_bytes: int = 0
    complete: bool = False


class Journal:
    """The open state of one run; the lock on it keeps a second run away."""

    def __init__(self, out: Path, heading: JournalHeading, *, resume: bool) -> None:
        """Open the run for `out`; raises OutputError where an unfinished one is in the way, or cannot be gone on with."""
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
            stack.pop_all()  # all went well: the files stay open

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
        """Return the heading and the last whole checkpoint, with the journal cut after it."""
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
        """Raise OutputError where this run cannot go on with what is here."""
        if not resume:
            raise OutputError(f"{self.directory}: an unfinished run for {out} is here; add --resume to go on with it, or delete the directory to start again")
        for field in JournalHeading.__struct_fields__:
            before, now = getattr(found, field), getattr(heading, field)
            if before != now:
                raise OutputError(
                    f"{self.directory}: cannot go on with this run: its {field} was {_shorten(before)}, and is {_shorten(now)} now; "
                    f"run the same command as before, or delete the directory to start again"
                )

    @property
    def is_placed(self) -> bool:
        """Whether the output is in its place already, and only this directory is left over."""
        return self.last.complete and not self.releases_path.is_file()

    def write(self, lines: bytes, failures: bytes) -> None:
        """Add whole lines; they count from the next checkpoint on.

        Raises OutputError where the disk is full.
        """
        with explain_full_disk(self.directory):
            for file, data in ((self._releases, lines), (self._failures, failures)):
                if file is not None and data:
                    file.write(data)

    def checkpoint(self, checkpoint: Checkpoint) -> None:
        """Bring everything written to the disk, and note that it is there; raises OutputError where the disk is full."""
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
        """Close the files; what the last checkpoint does not cover is cut off by the next run."""
        for file in (self._releases, self._failures, self._file):
            if file is not None:
                with suppress(OSError):  # a full disk was reported when it was met
                    file.close()

    def delete(self) -> None:
        """Remove the directory: the run is over. The releases go first, which marks the output as placed."""
        self.releases_path.unlink(missing_ok=True)
        shutil.rmtree(self.directory)


def partial_directory(out: Path) -> Path:
    """Return where the run for `out` is kept until it is complete."""
    return out.with_name(out.name + UNFINISHED)


def place(path: Path, target: Path) -> None:
    """Give the finished file `path` its final name, at once and for good."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
    path.replace(target)
    sync_directory(target.parent)


def place_directory(path: Path, target: Path) -> None:
    """Give the finished directory `path` its final name; `target` may be an empty directory."""
    for file in sorted(path.rglob("*")):
        if file.is_file():
            with file.open("rb") as stream:
                os.fsync(stream.fileno())
        else:
            sync_directory(file)
    path.replace(target)
    sync_directory(target.parent)


def sync_directory(path: Path) -> None:
    """Bring the names in a directory to the disk; Windows does so by itself, and lets nobody open one."""
    if os.name == "nt":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def explain_full_disk(where: Path) -> Iterator[None]:
    """Turn a failure to write into an OutputError that says what to do."""
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
