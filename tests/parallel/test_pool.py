"""Batches over processes: order, bounded look-ahead, renewed and dying workers. Items are words here, some of them deadly."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

import pytest
from msgspec import Struct

from forelook.errors import ForelookError
from forelook.parallel import channel, pool
from forelook.parallel.pool import LOOK_AHEAD, START_TRIES, Lost, map_batches
from forelook.parallel.process import can_fork

# Fresh processes do not have the tests' modules, so that what they run is spelled out. A worker gives items back in capitals.
DIE = "__import__('os').kill(__import__('os').getpid(), 9)"
CONNECTION = "__import__('multiprocessing.connection').connection.Connection"
HALF = f"setattr({CONNECTION}, '_send', lambda self, data, write=None: (__import__('os').write(self.fileno(), bytes(data)[: len(data) // 2]), {DIE}))"
WORK = f"lambda items: [{DIE} if item[:3] == 'die' else {HALF} if item == 'half' else 1 / 0 if item == 'raise' else item.upper() for item in items]"
make_worker = partial(eval, WORK)
LONG = "x" * 100_000  # more than a pipe holds


class Batch(Struct):
    items: list[str]


def cut(words: list[str], size: int) -> Iterator[Batch]:
    return (Batch(words[start : start + size]) for start in range(0, len(words), size))


def flatten(found: Any) -> list[str]:
    """Return the results of all batches, those of lost items in brackets."""
    return [f"[{result.item}]" if isinstance(result, Lost) else word for _, results in found for result in results for word in _words(result)]


def _words(result: Any) -> list[str]:
    return [""] if isinstance(result, Lost) else result


@pytest.fixture(params=["forked", "fresh"])
def processes(request: pytest.FixtureRequest) -> Iterator[None]:
    """Have both kinds of worker process: beside another thread, this one is not forked."""
    deadline = time.monotonic() + 10
    while threading.active_count() > 1:  # those of the test before
        assert time.monotonic() < deadline, threading.enumerate()
        time.sleep(0.01)
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    if request.param == "fresh":
        thread.start()
    assert can_fork() == (request.param == "forked")
    yield
    done.set()
    if request.param == "fresh":
        thread.join()


@contextmanager
def in_time() -> Iterator[None]:
    """Fail where a run never ends."""

    def fail(*_: object) -> None:
        pytest.fail("the run hangs")

    before = signal.signal(signal.SIGALRM, fail)
    signal.alarm(90)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


WORDS = [f"{'long' + LONG if number % 17 == 5 else 'word'} {number}" for number in range(60)]


@pytest.mark.parametrize(("jobs", "size"), [(1, 7), (2, 1), (2, 5), (3, 100)])
def test_results_come_in_the_order_of_the_batches(jobs: int, size: int) -> None:
    with in_time():
        found = list(map_batches(cut(WORDS, size), make_worker, jobs=jobs))
    assert [batch.items for batch, _ in found] == [batch.items for batch in cut(WORDS, size)]
    assert flatten(found) == [word.upper() for word in WORDS]


def test_no_more_is_taken_ahead_than_is_said() -> None:
    taken = []
    batches = (taken.append(batch) or batch for batch in cut(WORDS, 2))
    results = map_batches(batches, make_worker, jobs=2)
    next(results)
    assert len(taken) == 2 * LOOK_AHEAD
    results.close()


def test_workers_are_renewed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "BATCHES_A_WORKER", 4)
    make = partial(eval, "lambda items: [str(__import__('os').getpid())]")
    numbers = flatten(map_batches(cut(WORDS, 4), make, jobs=2))
    assert len(set(numbers)) >= 4
    assert all(numbers.count(number) <= 4 for number in numbers)


@pytest.mark.usefixtures("processes")
@pytest.mark.parametrize("deadly", ["die", "half", "die " + LONG], ids=["while it works", "half-way through a message", "of a long message"])
def test_a_dying_worker_takes_only_its_own_item_with_it(deadly: str) -> None:
    words = WORDS[:30]
    words[9] = words[21] = deadly
    with in_time():
        found = flatten(map_batches(cut(words, 4), make_worker, jobs=2))
    assert found == [f"[{deadly}]" if word == deadly else word.upper() for word in words]


def test_a_worker_killed_from_outside_loses_nothing() -> None:
    make = partial(eval, "lambda items: [str(__import__('os').getpid())]")
    results = map_batches(cut(WORDS, 2), make, jobs=2)
    _, ((worker,),) = next(results)
    os.kill(int(worker), signal.SIGKILL)
    with in_time():
        rest = list(results)
    assert len(rest) == 29
    assert not any(isinstance(result, Lost) for _, found in rest for result in found)


def test_what_a_worker_raises_is_raised_here() -> None:
    with pytest.raises(ZeroDivisionError):
        list(map_batches(cut(["raise"], 1), make_worker, jobs=2))
    with pytest.raises(ZeroDivisionError):
        list(map_batches(cut(["word"], 1), partial(eval, "1 / 0"), jobs=2))


def test_workers_that_cannot_start_are_reported() -> None:
    with in_time(), pytest.raises(ForelookError, match=r"worker processes die as soon as they start .*; free memory, or use one job"):
        list(map_batches(cut(WORDS, 2), partial(eval, DIE), jobs=2))
    assert START_TRIES > 1  # one that was killed by chance as it started is no reason to give up


def test_long_messages_find_their_way_where_no_file_has_room(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(channel.os, "pwrite", refuse)  # the forked workers have it, too
    words = [f"{LONG}{LONG}{number}" for number in range(12)]
    with in_time():
        assert flatten(map_batches(cut(words, 1), make_worker, jobs=2)) == [word.upper() for word in words]
