"""The members of a ZIP file, each as an input of its own.

In: an open ZIP file. Out: its files one after the other, as streams; an `InputError` for one that cannot be opened. The
total of decompressed bytes is bounded, so that no small file fills the memory.
"""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import IO

from forelook.errors import InputError
from forelook.read.paths import Input, printable, stem

EXPANSION_LIMIT = 100
"""How many times its own size an archive may expand to; text and HTML compress to a third or a twentieth, a bomb to 1/1000."""
FREE_BYTES = 64 * 2**20
"""Bytes that any archive may expand to, however small it is."""

DAMAGE: tuple[type[Exception], ...] = (
    OSError,
    EOFError,
    NotImplementedError,
    UnicodeDecodeError,
    lzma.LZMAError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)
"""What the standard library raises for a file that it cannot decompress (found by corrupting files at random)."""

_OFFICE_MEMBERS = frozenset({"[Content_Types].xml", "mimetype", "META-INF/container.xml"})
_ENCRYPTED = 0x1


class ExpansionError(InputError):
    """An archive expands to more than it may; the rest of it is not read."""


class _Budget:
    """Counts the bytes that come out of an archive, over all its members."""

    def __init__(self, limit: int, where: str) -> None:
        self._left = self._limit = limit
        self._where = where

    def take(self, count: int) -> None:
        self._left -= count
        if self._left < 0:
            reason = f"the archive expands to more than {self._limit:,} bytes, which looks like a decompression bomb"
            raise ExpansionError(self._where, reason, "extract it with care, and name the directory")


class _CountedStream(io.RawIOBase):
    """A member whose bytes are charged to a budget as they are read."""

    def __init__(self, member: IO[bytes], budget: _Budget) -> None:
        self._member = member
        self._budget = budget

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # collections.abc.Buffer: 3.12
        data = self._member.read(len(buffer))
        self._budget.take(len(data))
        buffer[: len(data)] = data
        return len(data)


def open_members(stream: IO[bytes], source: Input) -> Iterator[tuple[Input, IO[bytes]] | InputError]:
    """Yield the files of a ZIP archive with the stream of each, which must be read before the next is asked for.

    The id is that of the archive, a slash, and the member's path, without suffix unless two members would share the id.

    Raises InputError where the archive holds no file or is an Office document.
    """
    where = printable(source.path)
    archive_bytes = stream.seek(0, io.SEEK_END)
    stream.seek(0)
    with zipfile.ZipFile(stream) as archive:
        members = [member for member in archive.infolist() if not member.is_dir() and not _is_hidden(member.filename)]
        if _OFFICE_MEMBERS.intersection(member.filename for member in members):
            reason = "this is an Office document or an e-book, not a text"
            raise InputError(where, reason, "save it as .docx, PDF, text or HTML")
        if not members:
            raise InputError(where, "the archive holds no file", "name another one")
        budget = _Budget(max(FREE_BYTES, EXPANSION_LIMIT * archive_bytes), where)
        shared = Counter(_drop_suffix(member.filename) for member in members)
        for member in members:
            short = _drop_suffix(member.filename)
            name = short if shared[short] == 1 else member.filename
            inner = Input(path=f"{source.path}/{member.filename}", id=f"{source.id}/{name}", columns=source.columns)
            if member.flag_bits & _ENCRYPTED:
                yield InputError(printable(inner.path), "the member is encrypted", "extract it with its password")
                continue
            try:
                opened = archive.open(member)
            except DAMAGE as error:
                reason = f"the member cannot be opened: {error}"
                yield InputError(printable(inner.path), reason, "create the archive again")
                continue
            with opened:
                yield inner, io.BufferedReader(_CountedStream(opened, budget))


def _is_hidden(name: str) -> bool:
    return any(part.startswith(".") or part == "__MACOSX" for part in PurePosixPath(name).parts)


def _drop_suffix(name: str) -> str:
    path = PurePosixPath(name)
    return path.with_name(stem(path.name)).as_posix() if path.name else name
