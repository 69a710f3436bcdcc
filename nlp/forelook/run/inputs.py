"""Makes batches for the workers, and the running digest by which a resumed run recognizes its inputs.

In: PATH arguments, or documents. Out: `Batch`es of bounded size. Files with one or a few texts are read by the workers;
archives and tables, which may hold millions, are read here, row by row, but decoded by the workers where possible.
"""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

import msgspec
from msgspec import Struct

from forelook.errors import InputError, MissingExtraError
from forelook.parallel.items import Failure, Item
from forelook.read import Input, JsonLine, read_undecoded
from forelook.read.keep import ID_AND_TEXT, Columns
from forelook.read.outputs import Outputs
from forelook.read.paths import STDIN, expand_all
from forelook.read.sniff import HEAD_BYTES, sniff_bytes, sniff_name

BATCH_BYTES = 1 << 20  # bytes of a batch, so that a batch of long texts has few items
FIRST_BATCH = 8  # items of the first batch, doubled for each later one, so that a few inputs, or slow ones, are shared by all workers


class Batch(Struct, frozen=True):
    """Some items in order; `digest` is that of all inputs up to the last of them, `bytes_read` the size of those inputs."""

    items: list[Item]
    digest: str = ""
    bytes_read: int = 0


class Items:
    """The items that PATH arguments name, in order.

    `digest` changes with every item (the path, size and time of a file, or the content of a row); `bytes_read` is how much of
    the files has been read.
    """

    def __init__(self, paths: Iterable[str], outputs: Outputs | None = None, *, columns: Columns = ID_AND_TEXT) -> None:
        """Take the PATH arguments, the outputs of the run, and the columns of tables to read."""
        self._paths = list(paths)
        self._columns = columns
        self.outputs = outputs or Outputs()
        self._digest = b""
        self._finished_bytes = 0
        self._open: IO[bytes] | None = None

    @property
    def digest(self) -> str:
        """The digest of all items so far."""
        return self._digest.hex()

    @property
    def bytes_read(self) -> int:
        """How many bytes of the inputs have been read, or given to a worker to read."""
        opened = self._open
        return self._finished_bytes + (opened.tell() if opened is not None and not opened.closed else 0)

    def __iter__(self) -> Iterator[tuple[Item, int]]:
        """Yield each item with its size in bytes."""
        sources, refused = expand_all(self._paths, self.outputs)
        for error in refused:
            yield self._note(Failure.from_error(error), error.where, error.reason), 0
        for named in sources:
            source = msgspec.structs.replace(named, columns=self._columns)
            size, time = _stat(source)
            if _holds_one_text(source):
                self._finished_bytes += size
                yield self._note(source, source.path, source.id, str(size), str(time)), size
            else:
                try:
                    yield from self._read_rows(source)
                except MissingExtraError as error:
                    yield self._note(Failure.from_missing(source.path, error), source.path, str(error)), 0
                self._open = None
                self._finished_bytes += size

    def _read_rows(self, source: Input) -> Iterator[tuple[Item, int]]:
        for entry in read_undecoded(source, watch=self._watch):
            if isinstance(entry, JsonLine):
                yield self._note(entry, entry.where, entry.content), len(entry.content)
            elif isinstance(entry, InputError):
                yield self._note(Failure.from_error(entry), entry.where, entry.reason), 0
            else:
                yield self._note(entry, entry.id, entry.source.path or "", entry.source.sha256 or ""), len(entry.text)

    def _watch(self, stream: IO[bytes]) -> None:
        self._open = stream if stream.seekable() else None

    def _note(self, item: Item, *marks: str | bytes) -> Item:
        content = b"\0".join(mark if isinstance(mark, bytes) else mark.encode("utf-8", "surrogatepass") for mark in marks)
        self._digest = hashlib.blake2b(self._digest + content, digest_size=16).digest()
        return item


def make_batches(entries: Iterable[tuple[Item, int]], batch_size: int, items: Items | None = None) -> Iterator[Batch]:
    """Yield batches of at most `batch_size` items and about `BATCH_BYTES` bytes; with the state of `items`, if that is where they come from."""
    batch: list[Item] = []
    filled, room = 0, min(batch_size, FIRST_BATCH)
    for item, size in entries:
        batch.append(item)
        filled += size
        if len(batch) >= room or filled >= BATCH_BYTES:
            yield Batch(batch, items.digest, items.bytes_read) if items else Batch(batch)
            batch, filled, room = [], 0, min(batch_size, 2 * room)
    if batch:
        yield Batch(batch, items.digest, items.bytes_read) if items else Batch(batch)


def _stat(source: Input) -> tuple[int, int]:
    try:
        found = Path(source.path).stat()
    except (OSError, ValueError):  # standard input, or a file that has been deleted: reading it reports that
        return 0, 0
    return found.st_size, found.st_mtime_ns


def _holds_one_text(source: Input) -> bool:
    """Return whether a worker can read `source` as a whole: it is not an archive, a table, or a stream that can be read only once."""
    # /dev/stdin of a worker is not that of this process, even where that is a file.
    if source.path == STDIN or source.path.startswith(("/dev/", "/proc/")):
        return False
    try:
        if not stat.S_ISREG(Path(source.path).stat().st_mode):
            return False
        with Path(source.path).open("rb", buffering=0) as file:
            head = file.read(HEAD_BYTES)
        return sniff_bytes(head, "") == "text" == sniff_name(source.path, head)
    except (OSError, ValueError, InputError):
        return True  # the worker gets the same error, and reports it
