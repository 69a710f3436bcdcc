"""Standard streams that are closed or full: one line reports it, and the exit status is right.

In: the streams as the shell has left them. Out: usable streams, and messages that are safe for a terminal.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from contextlib import suppress
from typing import Any

import typer

from forelook.export.visible import make_line
from forelook.run.voice import is_quiet

WRONG = 2


class _Closed(io.RawIOBase):
    """A closed standard output: the first write fails, and so is reported; later ones, when the program ends, are discarded."""

    def __init__(self) -> None:
        self._reported = False

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        if not self._reported:
            self._reported = True
            raise OSError(errno.EBADF, "standard output is closed")
        return memoryview(data).nbytes


def open_missing_streams() -> None:
    """Open the null device in place of closed standard streams, so that no file opened later gets their descriptors."""
    while (number := os.open(os.devnull, os.O_RDWR)) <= 2:
        os.set_inheritable(number, True)
    os.close(number)
    if sys.stdout is None:
        sys.stdout = io.TextIOWrapper(io.BufferedWriter(_Closed()), encoding="utf-8")
    if sys.stderr is None:
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - stays open until the program ends


def complain(message: str) -> int:
    """Write to standard error, if possible, why the program ends; return the exit status."""
    with suppress(OSError, ValueError):
        print(f"forelook: {make_line(message)}", file=sys.stderr, flush=True)  # noqa: T201 - a message of the command line
    return WRONG


def print_row(*columns: object) -> None:
    """Print one line of columns separated by tabs, made safe for a terminal."""
    typer.echo("\t".join(make_line(str(column)) for column in columns))


def print_message(message: object) -> None:
    """Print one line on standard error, made safe for a terminal."""
    typer.echo(make_line(str(message)), err=True)


def print_note(message: object) -> None:
    """Print one line on standard error that needs no action, unless --quiet."""
    if not is_quiet():
        print_message(message)


def flush_results() -> None:
    """Flush standard output while a failure can still be reported."""
    sys.stdout.flush()


def give_up_results() -> None:
    """Discard what is left for a standard output that cannot be written, or Python would report another error as it exits."""
    _discard(1)
    if isinstance(getattr(sys.stdout.buffer, "raw", None), _Closed):
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - stays open until the program ends


def flush_messages() -> None:
    """Flush standard error; a failure cannot be reported anywhere."""
    try:
        sys.stderr.flush()
    except (OSError, ValueError):
        _discard(2)


def _discard(number: int) -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, number)
    os.close(nowhere)
