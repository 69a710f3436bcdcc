"""One worker process and the channel to it: batches in, results out; its death is an event.

In: a function that makes a worker, and tasks. Out: their results, in order. The process is forked where that is safe, since a fork
has everything imported, and spawned elsewhere.
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
    """The items of a batch and, once it has been processed, its results."""

    items: Sequence[Any]
    results: list[Any] | None = None


class Died(Exception):  # noqa: N818 - an event, not an error: the pool continues
    """A worker process is gone."""


class Process:
    """A worker process, and this end of the channel to it."""

    def __init__(self, make_worker: Callable[[], Work[Any, Any]], share: int) -> None:
        context: ForkContext | SpawnContext = multiprocessing.get_context("fork") if can_fork() else multiprocessing.get_context("spawn")
        here, there = context.Pipe()
        self._process = context.Process(target=_serve, args=(there, make_worker), daemon=True)
        with warnings.catch_warnings():
            # Python warns of the idle threads of NumPy's libraries, which hold no lock that a worker needs.
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
        """Send `task` if that is possible without blocking; return whether it was sent. Raises Died where the process is gone."""
        try:
            # A long message that does not fit into a file waits until the worker is idle and reads it at once.
            if not self.channel.send(task.items, wait=not self.tasks):
                return False
        except OSError as error:
            raise Died from error
        self.tasks.append(task)
        self._offered += 1
        return True

    def receive(self) -> None:
        """Receive the next answer: that the process is ready, or the result of the first task.

        Raises Died where the process is gone, and any exception of the work.
        """
        result = self._take_answer()
        if self.is_ready:
            self.tasks.popleft().results = [result]
        self.is_ready = True

    def ask(self, items: Sequence[Any]) -> Any:
        """Send `items`, wait for their result and return it; raises Died where the process is gone, and any exception of the work."""
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
        """Kill the process; a second call does nothing."""
        if self._is_ended:
            return
        self._is_ended = True
        self._process.kill()
        self._process.join()
        self._process.close()
        self.channel.close()


def can_fork() -> bool:
    """Return whether a fork is safe: in a process with other threads, it may copy a lock that no thread is left to release."""
    return sys.platform == "linux" and threading.active_count() == 1


def _serve(end: connection.Connection, make_worker: Callable[[], Work[Any, Any]]) -> None:
    """Process the batches that come through a pipe, in a process of its own; the first answer says that it is ready."""
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
    """Return the result of `function`, or the exception that it raises, which the parent raises again."""
    try:
        return function(*arguments), None
    except Exception as error:  # noqa: BLE001 - see above
        try:
            pickle.loads(pickle.dumps(error))
        except Exception:  # noqa: BLE001 - exceptions whose constructors take more than a message cannot be unpickled
            return None, RuntimeError(f"{type(error).__name__}: {error}")
        return None, error


def _follow_parent() -> None:
    """End this process when its parent is gone: a killed parent cannot end it."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
    os._exit(1)
