"""The standard streams where they are closed or full: one line says so, and the exit status is right.

In: the streams as the shell has left them. Out: streams that can be used, and messages fit for a terminal.
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
    """A standard output that is not there: what is first written to it fails, and so is reported; the rest goes nowhere when the program ends."""

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
    """Put the null device where a standard stream is closed, so that no file opened later takes its place."""
    while (number := os.open(os.devnull, os.O_RDWR)) <= 2:
        os.set_inheritable(number, True)
    os.close(number)
    if sys.stdout is None:
        sys.stdout = io.TextIOWrapper(io.BufferedWriter(_Closed()), encoding="utf-8")
    if sys.stderr is None:
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - a descriptor, open to the end


def complain(message: str) -> int:
    """Say on standard error, if it can be written, why the program ends; return the exit status."""
    with suppress(OSError, ValueError):
        print(f"forelook: {make_line(message)}", file=sys.stderr, flush=True)  # noqa: T201 - speaks for the program
    return WRONG


def print_row(*columns: object) -> None:
    """Print one line of columns with tabs between, fit for a terminal whatever they hold."""
    typer.echo("\t".join(make_line(str(column)) for column in columns))


def print_message(message: object) -> None:
    """Print one line on standard error, fit for a terminal whatever it holds."""
    typer.echo(make_line(str(message)), err=True)


def print_note(message: object) -> None:
    """Print one line on standard error that nobody must act on, unless --quiet."""
    if not is_quiet():
        print_message(message)


def flush_results() -> None:
    """Bring the results out now, where a failure can still be reported."""
    sys.stdout.flush()


def give_up_results() -> None:
    """Let what is left for a standard output that cannot be written go nowhere, or Python would complain as it ends."""
    _point_nowhere(1)
    if isinstance(getattr(sys.stdout.buffer, "raw", None), _Closed):
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - a descriptor, open to the end


def flush_messages() -> None:
    """Bring the messages out; where they cannot be written, nobody is left to report to."""
    try:
        sys.stderr.flush()
    except (OSError, ValueError):
        _point_nowhere(2)


def _point_nowhere(number: int) -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, number)
    os.close(nowhere)
