"""Streams whose first bytes can be looked at, and that can be rewound, whatever they come from.

In: an open file, a pipe, or what decompresses one. Out: its first bytes beside a stream that begins with them again;
how many it has; a seekable file for the formats whose directory stands at their end.
"""

from __future__ import annotations

import gzip
import io
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO


class _Replay(io.RawIOBase):
    """A stream again from its beginning: the bytes taken from it, then the rest."""

    def __init__(self, head: bytes, rest: IO[bytes]) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # collections.abc.Buffer: 3.12
        if self._head:
            data, self._head = self._head[: len(buffer)], self._head[len(buffer) :]
        else:
            data = self._rest.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def take_head(stream: IO[bytes], size: int) -> tuple[bytes, IO[bytes]]:
    """Return the first `size` bytes of `stream` (fewer if it has no more), and a stream that begins with them."""
    # GzipFile calls itself seekable even over a pipe.
    if stream.seekable() and not isinstance(stream, gzip.GzipFile):
        begin = stream.tell()
        head = stream.read(size)
        stream.seek(begin)
        return head, stream
    head = stream.read(size)
    return head, io.BufferedReader(_Replay(head, stream))


def count_left(stream: IO[bytes], most: int) -> int:
    """Return how many bytes a file has left, `most` where it is none or has more: reading no more takes room for no more."""
    if not isinstance(stream, io.BufferedReader) or not isinstance(stream.raw, io.FileIO):
        return most
    left = os.fstat(stream.fileno()).st_size - stream.tell() if stream.seekable() else most
    return max(0, min(left, most))


@contextmanager
def make_seekable(stream: IO[bytes]) -> Iterator[IO[bytes]]:
    """Give `stream`, or a temporary file with its content where it is a pipe."""
    if stream.seekable():
        yield stream
        return
    with tempfile.TemporaryFile() as file:
        shutil.copyfileobj(stream, file)
        file.seek(0)
        yield file
