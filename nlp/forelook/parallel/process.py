"""One worker process and the channel to it: batches in, results out; its death is an event.

In: what makes a worker, and tasks. Out: their results, in order. The process is forked where that is safe, since a fork has
everything imported, and started afresh elsewhere.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import pickle
import signal
import sys
import threading
import warnings
from collections import deque
from collections.abc import Callable, Sequence
from multiprocessing import connection
from multiprocessing.context import ForkContext, SpawnContext
from typing import Any, TypeVar

from msgspec import Struct

from forelook.parallel.channel import UNDER_WAY, give_files, make_files, take_files

ItemT = TypeVar("ItemT")
Result = TypeVar("Result")
Work = Callable[[Sequence[ItemT]], Result]


class Task(Struct):
    """The items of a batch and, once they are there, its results."""

    items: Sequence[Any]
    results: list[Any] | None = None


class Died(Exception):  # noqa: N818 - an event, no error: the pool goes on
    """A worker process is gone."""


class Process:
    """A worker process, and this end of the channel to it."""

    def __init__(self, make_worker: Callable[[], Work[Any, Any]], share: int) -> None:
        context: ForkContext | SpawnContext = multiprocessing.get_context("fork") if can_fork() else multiprocessing.get_context("spawn")
        here, there = context.Pipe()
        self._process = context.Process(target=_serve, args=(there, make_worker), daemon=True)
        with warnings.catch_warnings():
            # Python counts the idle threads of NumPy's libraries, which hold no lock that a worker wants.
            warnings.simplefilter("ignore", DeprecationWarning)
            self._process.start()
        there.close()  # so that the pipe breaks when the process dies
        self.channel = give_files(here, make_files())
        self.tasks: deque[Task] = deque()
        self.is_ready = self._is_ended = False
        self._offered = 0
        self._share = share

    @property
    def is_done(self) -> bool:
        """Whether it has done its share, and can be replaced."""
        return self._offered >= self._share and not self.tasks

    @property
    def has_room(self) -> bool:
        """Whether it may be given another batch."""
        return len(self.tasks) < UNDER_WAY and self._offered < self._share

    def offer(self, task: Task) -> bool:
        """Hand `task` over, and return whether that was possible; raises Died where the process is gone."""
        try:
            # A long message for which there is no file waits until the worker is idle, and so reads it at once.
            if not self.channel.send(task.items, wait=not self.tasks):
                return False
        except OSError as error:
            raise Died from error
        self.tasks.append(task)
        self._offered += 1
        return True

    def receive(self) -> None:
        """Take the next answer: that the process is ready, or the result of the first task.

        Raises Died where the process is gone, and what the work has raised.
        """
        result = self._take_answer()
        if self.is_ready:
            self.tasks.popleft().results = [result]
        self.is_ready = True

    def ask(self, items: Sequence[Any]) -> Any:
        """Return the result of `items`, having waited for it; raises Died where the process is gone, and what the work has raised."""
        try:
            self.channel.send(items)
        except OSError as error:
            raise Died from error
        if not self.is_ready:
            self.receive()
        return self._take_answer()

    def _take_answer(self) -> Any:
        try:
            result, error = self.channel.receive()
        except (EOFError, OSError) as broken:
            raise Died from broken
        if error is not None:
            raise error
        return result

    def end(self) -> None:
        """End the process at once; ended twice, it stays so."""
        if self._is_ended:
            return
        self._is_ended = True
        self._process.kill()
        self._process.join()
        self._process.close()
        self.channel.close()


def can_fork() -> bool:
    """Return whether a fork is safe: in a process with other threads, it may copy a lock that nobody is left to open."""
    return sys.platform == "linux" and threading.active_count() == 1


def _serve(end: connection.Connection, make_worker: Callable[[], Work[Any, Any]]) -> None:
    """Work at what comes through a pipe, in a process of its own; its first answer says that it is ready."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent decides what happens
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # a fork has the parent's handler
    threading.Thread(target=_follow_parent, daemon=True).start()
    channel = take_files(end)
    with contextlib.suppress(EOFError, ConnectionError):  # the parent is gone
        work, error = _attempt(make_worker)
        channel.send((None, error))
        while error is None:
            channel.send(_attempt(work, channel.receive()))


def _attempt(function: Callable[..., Any], *arguments: Any) -> tuple[Any, Exception | None]:
    """Return what `function` returns, or what it raises, which is the parent's to raise."""
    try:
        return function(*arguments), None
    except Exception as error:  # noqa: BLE001 - see above
        try:
            pickle.loads(pickle.dumps(error))
        except Exception:  # noqa: BLE001 - exceptions whose constructor takes more than a message are common
            return None, RuntimeError(f"{type(error).__name__}: {error}")
        return None, error


def _follow_parent() -> None:
    """End this process when its parent is gone: killed, it could not say so."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
    os._exit(1)
