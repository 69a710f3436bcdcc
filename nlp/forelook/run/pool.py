"""Batches over processes: in order, with bounded look-ahead, renewed workers, and a worker's death survived.

In: batches of items, and what makes a worker: a function that can be pickled and returns what turns a batch's items into its result.
Out: each batch with its results, in the order of the input. When a process dies, what it was at is done again in a fresh one, one
item at a time: only the item that ends a process twice is lost.

Own pool: an executor of the standard library, or of joblib, has one pipe for all results, and reads on for ever where a worker is
killed in the middle of a message (cpython#94777 mended the other direction alone); it can be ended at once by its private parts only,
ends every worker with the first, and forks beside its own threads. Here each process has a pipe, which breaks when it dies.
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
from collections.abc import Callable, Generator, Iterable, Sequence
from multiprocessing import connection
from multiprocessing.context import ForkContext, SpawnContext
from typing import Any, Generic, Protocol, TypeVar, cast

from msgspec import Struct

from forelook.errors import ForelookError
from forelook.run.channel import UNDER_WAY, give_files, make_files, take_files

LOOK_AHEAD = 3  # batches under way for each worker: one in work, one waiting, one for the unevenness of releases
BATCHES_A_WORKER = 4_000  # after so many, a worker is replaced: whatever a library leaks ends there
START_TRIES = 3

Item = TypeVar("Item")
Result = TypeVar("Result")
Item_co = TypeVar("Item_co", covariant=True)


class HasItems(Protocol[Item_co]):
    """A batch: whatever has items."""

    @property
    def items(self) -> Sequence[Item_co]:
        """The items, in order."""


AnyBatch = TypeVar("AnyBatch", bound=HasItems[Any])
Work = Callable[[Sequence[Item]], Result]


class Lost(Struct, Generic[Item], frozen=True):
    """An item that has no result, because it ended the process that worked at it, twice."""

    item: Item


class _Died(Exception):  # noqa: N818 - an event, no error: the pool goes on
    """A worker process is gone."""


class _Task(Struct):
    batch: HasItems[Any]
    results: list[Any] | None = None


def map_batches(
    batches: Iterable[AnyBatch], make_worker: Callable[[], Work[Item, Result]], *, jobs: int
) -> Generator[tuple[AnyBatch, list[Result | Lost[Item]]], None, None]:
    """Yield every batch with its results, in order; with one job in this process, else in `jobs` others.

    A batch has one result, or one an item where a process died of it. What a worker raises is raised here.
    """
    if jobs == 1:
        work = make_worker()
        for batch in batches:
            yield batch, [work(batch.items)]
        return
    pool = _Pool(make_worker, jobs)
    pending: deque[tuple[AnyBatch, _Task]] = deque()
    try:
        for batch in batches:
            pending.append((batch, pool.submit(batch)))
            if len(pending) >= LOOK_AHEAD * jobs:
                first, task = pending.popleft()
                yield first, pool.finish(task)
        while pending:
            first, task = pending.popleft()
            yield first, pool.finish(task)
    finally:
        pool.close()


class _Pool:
    """Worker processes that are replaced when they have done enough, or died."""

    def __init__(self, make_worker: Callable[[], Work[Any, Any]], jobs: int) -> None:
        self._make_worker = make_worker
        self._backlog: deque[_Task] = deque()
        self._failed_starts = 0
        self._workers = [_Process(make_worker) for _ in range(jobs)]

    def submit(self, batch: HasItems[Any]) -> _Task:
        """Hand a batch to the workers, or keep it until one has room."""
        task = _Task(batch)
        self._backlog.append(task)
        self._hand_out()
        return task

    def finish(self, task: _Task) -> list[Any]:
        """Return the results of a task, having waited for them."""
        while task.results is None:
            by_connection = {worker.channel.connection: worker for worker in self._workers}
            for ready in connection.wait(list(by_connection)):
                self._listen(by_connection[cast("connection.Connection", ready)])
            self._hand_out()
        return task.results

    def close(self) -> None:
        """End the processes at once, whatever they are doing."""
        for worker in self._workers:
            worker.end()

    def _hand_out(self) -> None:
        while self._backlog and (free := [worker for worker in self._workers if worker.has_room]):
            worker = min(free, key=lambda worker: len(worker.tasks))
            try:
                if not worker.offer(self._backlog[0]):
                    return
                self._backlog.popleft()
            except _Died:
                self._replace(worker)

    def _listen(self, worker: _Process) -> None:
        try:
            worker.receive()
        except _Died:
            self._replace(worker)
        else:
            self._failed_starts = 0
            if worker.is_done:
                worker.end()
                self._workers[self._workers.index(worker)] = _Process(self._make_worker)

    def _replace(self, worker: _Process) -> None:
        """Put another process in a dead one's place, and do again what that was at, one item at a time."""
        number = self._workers.index(worker)
        worker.end()
        begun = worker.tasks.popleft() if worker.is_ready and worker.tasks else None
        self._backlog.extendleft(reversed(worker.tasks))
        if not worker.is_ready:
            self._count_failed_start()
        self._workers[number] = _Process(self._make_worker)
        if begun is not None:
            begun.results = [self._do_alone(number, item) for item in begun.batch.items]

    def _do_alone(self, number: int, item: Any) -> Any:
        """Return the result of one item, which the otherwise idle worker `number` works at; `Lost` where that dies of it."""
        while True:
            worker = self._workers[number]
            try:
                return worker.ask([item])
            except _Died:
                worker.end()
                self._workers[number] = _Process(self._make_worker)
                if worker.is_ready:
                    return Lost(item)
                self._count_failed_start()

    def _count_failed_start(self) -> None:
        self._failed_starts += 1
        if self._failed_starts == START_TRIES:
            raise ForelookError("worker processes die as soon as they start (see above why); free memory, or use one job")


class _Process:
    """A worker process, and this end of the channel to it."""

    def __init__(self, make_worker: Callable[[], Work[Any, Any]]) -> None:
        context: ForkContext | SpawnContext = multiprocessing.get_context("fork") if _can_fork() else multiprocessing.get_context("spawn")
        here, there = context.Pipe()
        self._process = context.Process(target=_serve, args=(there, make_worker), daemon=True)
        with warnings.catch_warnings():
            # Python counts the idle threads of NumPy's libraries, which hold no lock that a worker wants.
            warnings.simplefilter("ignore", DeprecationWarning)
            self._process.start()
        there.close()  # so that the pipe breaks when the process dies
        self.channel = give_files(here, make_files())
        self.tasks: deque[_Task] = deque()
        self.is_ready = self._is_ended = False
        self._offered = 0

    @property
    def is_done(self) -> bool:
        """Whether it has done its share, and can be replaced."""
        return self._offered >= BATCHES_A_WORKER and not self.tasks

    @property
    def has_room(self) -> bool:
        """Whether it may be given another batch."""
        return len(self.tasks) < UNDER_WAY and self._offered < BATCHES_A_WORKER

    def offer(self, task: _Task) -> bool:
        """Hand `task` over, and tell whether that was possible."""
        try:
            # A long message for which there is no file waits until the worker is idle, and so reads it at once.
            if not self.channel.send(task.batch.items, wait=not self.tasks):
                return False
        except OSError as error:
            raise _Died from error
        self.tasks.append(task)
        self._offered += 1
        return True

    def receive(self) -> None:
        """Take the next answer: that the process is ready, or the result of the first task."""
        result = self._take_answer()
        if self.is_ready:
            self.tasks.popleft().results = [result]
        self.is_ready = True

    def ask(self, items: Sequence[Any]) -> Any:
        """Return the result of `items`, having waited for it."""
        try:
            self.channel.send(items)
        except OSError as error:
            raise _Died from error
        if not self.is_ready:
            self.receive()
        return self._take_answer()

    def _take_answer(self) -> Any:
        try:
            result, error = self.channel.receive()
        except (EOFError, OSError) as broken:
            raise _Died from broken
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


def _can_fork() -> bool:
    """Tell whether a fork is safe: in a process with other threads, it may copy a lock that nobody is left to open."""
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
