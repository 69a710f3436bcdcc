"""Streams whose first bytes can be inspected, and that can be made seekable, whatever they come from.

In: an open file, a pipe, or a decompressor. Out: its first bytes, with a stream that begins with them again; how many
bytes it has left; a seekable file for formats with a directory at the end.
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
    """A stream from its beginning again: the bytes taken from it, then the rest."""

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
    """Return how many bytes a file has left, at most `most`, and `most` for any other stream: a read of that size allocates no more than it needs."""
    if not isinstance(stream, io.BufferedReader) or not isinstance(stream.raw, io.FileIO):
        return most
    left = os.fstat(stream.fileno()).st_size - stream.tell() if stream.seekable() else most
    return max(0, min(left, most))


@contextmanager
def make_seekable(stream: IO[bytes]) -> Iterator[IO[bytes]]:
    """Yield `stream`, or a temporary file with its content where it is not seekable."""
    if stream.seekable():
        yield stream
        return
    with tempfile.TemporaryFile() as file:
        shutil.copyfileobj(stream, file)
        file.seek(0)
        yield file
