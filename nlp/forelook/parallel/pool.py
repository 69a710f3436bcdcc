"""Maps batches over processes: in order, with bounded look-ahead, replacing workers that are worn out or have died.

In: batches of items, and a picklable function that makes a worker: a function from the items of a batch to its result.
Out: each batch with its results, in the order of the input. When a process dies, its batch is processed again in a fresh one, one
item at a time: only an item that kills a process twice is lost.

Why not an executor of the standard library or of joblib: it has one pipe for all results, and reads forever if a worker is killed
in the middle of a message (cpython#94777 fixed only the other direction); it can be stopped at once only through private
attributes, ends all workers when one dies, and forks beside its own threads. Here each process has a pipe, which breaks when it dies.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Sequence
from multiprocessing import connection
from typing import Any, Generic, Protocol, TypeVar, cast

from msgspec import Struct

from forelook.errors import ForelookError
from forelook.parallel.process import Died, ItemT, Process, Result, Task, Work

LOOK_AHEAD = 3  # batches under way per worker: one in progress, one waiting, one because releases differ in length
BATCHES_A_WORKER = 4_000  # after so many a worker is replaced, which frees whatever memory libraries leak
START_TRIES = 3

Item_co = TypeVar("Item_co", covariant=True)


class HasItems(Protocol[Item_co]):
    """A batch: anything with items."""

    @property
    def items(self) -> Sequence[Item_co]:
        """The items, in order."""


AnyBatch = TypeVar("AnyBatch", bound=HasItems[Any])


class Lost(Struct, Generic[ItemT], frozen=True):
    """An item without a result, because it has killed its process twice."""

    item: ItemT


def map_batches(
    batches: Iterable[AnyBatch], make_worker: Callable[[], Work[ItemT, Result]], *, jobs: int
) -> Generator[tuple[AnyBatch, list[Result | Lost[ItemT]]], None, None]:
    """Yield every batch with its results, in order; with one job in this process, else in `jobs` others.

    A batch has one result, or one per item if a process died of it. Exceptions of a worker are raised here.
    """
    if jobs == 1:
        work = make_worker()
        for batch in batches:
            yield batch, [work(batch.items)]
        return
    pool = _Pool(make_worker, jobs)
    pending: deque[tuple[AnyBatch, Task]] = deque()
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
    """Worker processes, replaced after their share of batches or when they die."""

    def __init__(self, make_worker: Callable[[], Work[Any, Any]], jobs: int) -> None:
        self._make_worker = make_worker
        self._backlog: deque[Task] = deque()
        self._failed_starts = 0
        self._workers = [self._start() for _ in range(jobs)]

    def _start(self) -> Process:
        return Process(self._make_worker, BATCHES_A_WORKER)

    def submit(self, batch: HasItems[Any]) -> Task:
        """Give a batch to a worker, or queue it until one has room."""
        task = Task(batch.items)
        self._backlog.append(task)
        self._listen_all(seconds=0)
        return task

    def finish(self, task: Task) -> list[Any]:
        """Wait for the results of a task and return them."""
        while task.results is None:
            self._listen_all(seconds=None)
        return task.results

    def close(self) -> None:
        """End the processes at once, whatever they are doing."""
        for worker in self._workers:
            worker.end()

    def _listen_all(self, *, seconds: float | None) -> None:
        """Take the available answers, or wait at most `seconds` for one (None: without limit), then give queued tasks to workers with room."""
        by_connection = {worker.channel.connection: worker for worker in self._workers}
        for ready in connection.wait(list(by_connection), seconds):
            self._listen(by_connection[cast("connection.Connection", ready)])
        self._hand_out()

    def _hand_out(self) -> None:
        while self._backlog and (free := [worker for worker in self._workers if worker.has_room]):
            worker = min(free, key=lambda worker: len(worker.tasks))
            try:
                if not worker.offer(self._backlog[0]):
                    return
                self._backlog.popleft()
            except Died:
                self._replace(worker)

    def _listen(self, worker: Process) -> None:
        try:
            worker.receive()
        except Died:
            self._replace(worker)
        else:
            self._failed_starts = 0
            if worker.is_done:
                worker.end()
                self._workers[self._workers.index(worker)] = self._start()

    def _replace(self, worker: Process) -> None:
        """Replace a dead process, and process its batch again, one item at a time."""
        number = self._workers.index(worker)
        worker.end()
        begun = worker.tasks.popleft() if worker.is_ready and worker.tasks else None
        self._backlog.extendleft(reversed(worker.tasks))
        if not worker.is_ready:
            self._count_failed_start()
        self._workers[number] = self._start()
        if begun is not None:
            begun.results = [self._process_alone(number, item) for item in begun.items]

    def _process_alone(self, number: int, item: Any) -> Any:
        """Return the result of one item from the otherwise idle worker `number`; `Lost` if that dies of it."""
        while True:
            worker = self._workers[number]
            try:
                return worker.ask([item])
            except Died:
                worker.end()
                self._workers[number] = self._start()
                if worker.is_ready:
                    return Lost(item)
                self._count_failed_start()

    def _count_failed_start(self) -> None:
        self._failed_starts += 1
        if self._failed_starts == START_TRIES:
            raise ForelookError("worker processes die as soon as they start (see above why); free memory, or use one job")
