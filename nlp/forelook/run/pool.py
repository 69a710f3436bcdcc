"""Batches over processes: in order, with bounded look-ahead, renewed workers, and a worker's death survived.

In: batches of items and a `Job`. Out: each batch with its `Outcome`, in the order of the input. The processes are joblib's
(loky), forked where that is safe, since a fork has everything imported. When one dies, what was under way is done again in a
fresh process, one item at a time: only the item that kills it twice fails.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import shutil
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import Future

from joblib.externals.loky.process_executor import BrokenProcessPool, ProcessPoolExecutor
from msgspec import Struct

from forelook.errors import ForelookError
from forelook.run.batches import Batch
from forelook.run.parcel import Parcel, make_directory, pack, unpack
from forelook.run.tasks import Failure, Item, Job, Outcome, Worker, name_item

LOOK_AHEAD = 3  # batches under way for each worker: one in work, one waiting, one for the unevenness of releases
BATCHES_A_WORKER = 4_000  # after so many, workers are replaced: whatever a library leaks ends there
_PARENT_CHECK_SECONDS = 0.1
_DEATH_CHECK_SECONDS = 1.0
# Two processes with two threads each on two cores lose time to each other; and one thread adds in one order.
_ENVIRONMENT = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"), "1")

# ruff: noqa: SLF001 - loky leaves a pipe half read or half written when a worker is killed in mid-message, as the standard
# library did before cpython#94777; only its private ends of the pipes can be closed to free it.

_Sent = Outcome | Parcel

_worker: Worker | None = None


class _Task(Struct):
    """A batch under way; a long outcome comes through the file `place`."""

    batch: Batch
    future: Future[_Sent]
    place: str


def map_batches(batches: Iterator[Batch], job: Job, *, jobs: int) -> Generator[tuple[Batch, Outcome], None, None]:
    """Yield every batch with its outcome, in order; with one job in this process, else in `jobs` others."""
    if jobs == 1:
        worker = Worker(job)
        for batch in batches:
            yield batch, worker.work(batch.items)
        return
    pool = _Pool(job, jobs)
    pending: deque[_Task] = deque()
    done = False
    try:
        for batch in batches:
            pending.append(pool.submit(batch))
            if len(pending) >= LOOK_AHEAD * jobs:
                yield pool.take(pending)
        while pending:
            yield pool.take(pending)
        done = True
    finally:
        pool.close(kill=not done)


class _Pool:
    """Worker processes that are replaced when they have done enough, or died."""

    def __init__(self, job: Job, jobs: int) -> None:
        self._job = job
        self._jobs = jobs
        self._directory = make_directory()
        self._places = [f"{self._directory.name}/{number}" for number in range(LOOK_AHEAD * jobs)]
        self._retired: list[ProcessPoolExecutor] = []
        self._executor = self._start(jobs)
        self._submitted = 0

    def _start(self, jobs: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            max_workers=jobs,
            initializer=_initialize,
            initargs=(self._job, os.getpid(), self._directory.name),
            context=multiprocessing.get_context("fork") if _can_fork() else None,
            env=_ENVIRONMENT,
        )

    def submit(self, batch: Batch) -> _Task:
        """Hand a batch to the workers."""
        if self._submitted >= BATCHES_A_WORKER * self._jobs:
            self._executor.shutdown(wait=False)  # finishes what it holds
            self._retired.append(self._executor)
            self._executor = self._start(self._jobs)
            self._submitted = 0
        self._submitted += 1
        place = self._places.pop()
        try:
            future: Future[_Sent] = self._executor.submit(_work, batch.items, place)
        except BrokenProcessPool as error:  # a worker died since the last batch; `take` sees to it
            future = Future()
            future.set_exception(error)
        return _Task(batch, future, place)

    def take(self, pending: deque[_Task]) -> tuple[Batch, Outcome]:
        """Return the first pending batch and its outcome, having waited for it."""
        task = pending[0]
        try:
            sent = _wait(task.future, (*self._retired, self._executor))
        except BrokenProcessPool:
            self._recover(pending)
            sent = task.future.result()
        outcome = unpack(sent, task.place)
        pending.popleft()
        self._places.append(task.place)
        return task.batch, outcome

    def _recover(self, pending: deque[_Task]) -> None:
        """Replace the dead workers, and every lost outcome by one that single-item batches in a fresh process give."""
        self._end(kill=True)
        lone = _LoneWorker(self)
        for task in pending:
            if task.future.done() and task.future.exception() is None:
                continue
            retried: Future[_Sent] = Future()
            retried.set_result(_join([lone.work(item, task.place) for item in task.batch.items]))
            task.future = retried
        lone.close()
        self._executor = self._start(self._jobs)
        self._submitted = 0

    def start_one(self) -> ProcessPoolExecutor:
        """Return a fresh process that is known to work."""
        executor = self._start(1)
        try:
            executor.submit(_work, [], "").result()
        except BrokenProcessPool as error:
            _kill(executor)
            raise ForelookError("worker processes die as soon as they start (see above why); free memory, or use one job") from error
        return executor

    def close(self, *, kill: bool) -> None:
        """End the processes; with `kill`, at once, whatever they are doing."""
        self._end(kill=kill)
        self._directory.cleanup()

    def _end(self, *, kill: bool) -> None:
        for executor in (*self._retired, self._executor):
            _kill(executor) if kill else executor.shutdown(wait=True)
        self._retired.clear()


class _LoneWorker:
    """One process that gets one item at a time, so that its death has one cause."""

    def __init__(self, pool: _Pool) -> None:
        self._pool = pool
        self._executor = pool.start_one()

    def work(self, item: Item, place: str) -> Outcome:
        """Return the outcome of one item; a `Failure` when it ends the process."""
        try:
            sent = _wait(self._executor.submit(_work, [item], place), [self._executor])
        except BrokenProcessPool:
            self.close()
            self._executor = self._pool.start_one()
            reason = "the worker process died of it, twice (out of memory, or a crash in a library)"
            return Outcome(b"", 0, [Failure(name_item(item), reason, "look at its size; report it as a defect, with the file")])
        return unpack(sent, place)

    def close(self) -> None:
        """End the process."""
        _kill(self._executor)


def _can_fork() -> bool:
    """Tell whether a fork is safe: in a process with other threads, it may copy a lock that nobody is left to open."""
    return sys.platform == "linux" and threading.active_count() == 1


def _wait(future: Future[_Sent], executors: Sequence[ProcessPoolExecutor]) -> _Sent:
    """Return a future's result; BrokenProcessPool when a worker has died, also where loky does not notice.

    A worker killed in the middle of a message leaves loky's thread reading on, since the parent's own end keeps the pipe open.
    """
    dead: set[int] = set()
    while True:
        try:
            return future.result(timeout=_DEATH_CHECK_SECONDS)
        except TimeoutError:
            if future.done():
                raise
        before, dead = dead, set()
        for executor in executors:
            found = {pid for pid, process in list(executor._processes.items()) if not process.is_alive()}
            if found & before:
                _cut_off(executor)
            dead |= found


def _cut_off(executor: ProcessPoolExecutor) -> None:
    """End the processes and the parent's writing end of their results, so that loky reads the end of the file."""
    for pid in list(executor._processes):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    if executor._result_queue is not None:
        executor._result_queue._writer.close()


def _kill(executor: ProcessPoolExecutor) -> None:
    """End an executor at once, also one whose thread is handing a task over: with no reader left, it gives up."""
    _cut_off(executor)
    if executor._call_queue is not None:
        executor._call_queue._reader.close()
    executor.shutdown(wait=True, kill_workers=True)


def _join(outcomes: list[Outcome]) -> Outcome:
    return Outcome(
        b"".join(outcome.lines for outcome in outcomes),
        sum(outcome.releases for outcome in outcomes),
        [failure for outcome in outcomes for failure in outcome.failures],
    )


def _initialize(job: Job, parent: int, directory: str) -> None:
    global _worker  # noqa: PLW0603 - a process has one worker, and loky's tasks find it here only
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent decides what happens
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # a fork has the parent's handler
    threading.Thread(target=_follow, args=(parent, directory), daemon=True).start()
    _worker = Worker(job)
    gc.freeze()  # loky collects garbage every second, and need not look at what stays


def _follow(parent: int, directory: str) -> None:
    """End this process when its parent is gone: killed, it could neither say so nor clean up."""
    while os.getppid() == parent:
        time.sleep(_PARENT_CHECK_SECONDS)
    shutil.rmtree(directory, ignore_errors=True)
    os._exit(1)


def _work(items: Sequence[Item], place: str) -> _Sent:
    if _worker is None:
        raise RuntimeError("the worker process was not initialized")
    return pack(_worker.work(items), place)
