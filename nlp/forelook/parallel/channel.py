"""One end of a channel between two processes, on which neither blocks the other.

In: any object that can be pickled. Out: the same in the other process, in order. A pipe holds some 200 KB, and a process that sends
more blocks until the other has read it; so long messages go through files, and the pipe carries their sizes. The files have no
name: they disappear with the processes, however these end.
"""

from __future__ import annotations

import os
import pickle
import socket
import struct
import tempfile
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

UNDER_WAY = 2
"""How many messages may be under way in one direction: the reader answers the first before the writer sends a third."""
PIPE_BYTES = 1 << 13
KEPT_BYTES = 1 << 22  # a larger file is truncated after use

_MEMORY = Path("/dev/shm")  # noqa: S108 - the files have no name there
_SIZE = struct.Struct("<cQ")
_IN_FILE = b"F"  # no pickle begins with it


class Channel:
    """Sends and receives messages; `outgoing` and `incoming` are file descriptors, swapped at the other end."""

    def __init__(self, connection: Connection, outgoing: Sequence[int] = (), incoming: Sequence[int] = ()) -> None:
        self.connection = connection
        self._outgoing = outgoing
        self._incoming = incoming
        self._sent = self._received = 0

    def send(self, message: object, *, wait: bool = True) -> bool:
        """Send `message`, without `wait` only if that cannot block; return whether it was sent."""
        data: bytes = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
        if len(data) > PIPE_BYTES:
            if _write(self._outgoing[self._sent % UNDER_WAY], data):
                data = _SIZE.pack(_IN_FILE, len(data))
            elif not wait:
                return False
        self.connection.send_bytes(data)
        self._sent += 1
        return True

    def receive(self) -> Any:
        """Wait for the next message and return it; raises EOFError or OSError when the other end is gone."""
        data = self.connection.recv_bytes()
        if data[:1] == _IN_FILE:
            _, size = _SIZE.unpack(data)
            data = _read(self._incoming[self._received % UNDER_WAY], size)
        self._received += 1
        return pickle.loads(data)

    def close(self) -> None:
        """Close the pipe and the files."""
        self.connection.close()
        for file in (*self._outgoing, *self._incoming):
            os.close(file)


def make_files() -> list[int]:
    """Return the descriptors of new files for the messages of both directions, in memory where the system allows."""
    in_memory = _MEMORY.is_dir() and os.access(_MEMORY, os.W_OK)
    files: list[int] = []
    for _ in range(2 * UNDER_WAY):
        with tempfile.TemporaryFile(dir=_MEMORY if in_memory else None) as file:
            files.append(os.dup(file.fileno()))
    return files


def give_files(connection: Connection, files: list[int]) -> Channel:
    """Send `files` to the other end, which receives them with `take_files`, and return this end of the channel."""
    with socket.socket(fileno=os.dup(connection.fileno())) as end:
        socket.send_fds(end, [_IN_FILE], files)
    return Channel(connection, files[:UNDER_WAY], files[UNDER_WAY:])


def take_files(connection: Connection) -> Channel:
    """Receive the files from `give_files`, and return the other end of the channel."""
    with socket.socket(fileno=os.dup(connection.fileno())) as end:
        _, files, _, _ = socket.recv_fds(end, len(_IN_FILE), 2 * UNDER_WAY)
    return Channel(connection, files[UNDER_WAY:], files[:UNDER_WAY])


def _write(file: int, data: bytes) -> bool:
    """Write `data` to the beginning of `file`, whose memory is reused; return whether there was room."""
    try:
        return os.pwrite(file, data, 0) == len(data)
    except OSError:
        return False


def _read(file: int, size: int) -> bytes:
    data = os.pread(file, size, 0)
    while len(data) < size:  # the system reads at most 2 GiB at once
        data += os.pread(file, size - len(data), len(data))
    if size > KEPT_BYTES:
        os.ftruncate(file, 0)
    return data
