"""Texts over processes: order, identity, bounded look-ahead, renewed and dying workers."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import forelook
from forelook.errors import ForelookError, InputError
from forelook.records import Document, Source
from forelook.run import pool
from forelook.run.batch import tag_parallel
from forelook.run.batches import make_batches
from forelook.run.pool import LOOK_AHEAD, map_batches
from forelook.run.tasks import Job


def make_documents(texts: list[str]) -> list[Document]:
    return [Document(f"release {number}", text, Source()) for number, text in enumerate(texts)]


@pytest.fixture(scope="module")
def expected(small_model: Path, texts: list[str]) -> list[bytes]:
    tagger = forelook.load(small_model)
    return [tagger(document).to_json() for document in make_documents(texts)]


@pytest.fixture(params=["forked", "fresh"])
def processes(request: pytest.FixtureRequest) -> Iterator[None]:
    """Have both kinds of worker process: beside another thread, this one is not forked."""
    deadline = time.monotonic() + 10
    while threading.active_count() > 1:  # those of the pool before
        assert time.monotonic() < deadline, threading.enumerate()
        time.sleep(0.01)
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    if request.param == "fresh":
        thread.start()
    assert pool._can_fork() == (request.param == "forked")
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


@pytest.mark.usefixtures("processes")
@pytest.mark.parametrize(("jobs", "batch_size"), [(1, 1), (1, 7), (1, 1000), (2, 5)])
def test_pipe_gives_the_same_bytes_in_the_same_order(small_model: Path, texts: list[str], expected: list[bytes], jobs: int, batch_size: int) -> None:
    tagger = forelook.load(small_model)
    found = [release.to_json() for release in tagger.pipe(make_documents(texts), jobs=jobs, batch_size=batch_size)]
    assert found == expected


def test_pipe_reads_no_further_ahead_than_it_says(small_model: Path, texts: list[str]) -> None:
    taken = 0

    def count() -> Iterator[Document]:
        nonlocal taken
        for document in make_documents(texts):
            taken += 1
            yield document

    releases = tag_parallel(small_model, count(), jobs=2, batch_size=2)
    next(releases)
    assert taken == 2 * 2 * LOOK_AHEAD
    releases.close()  # type: ignore[attr-defined]


@pytest.mark.usefixtures("processes")
def test_workers_are_renewed(monkeypatch: pytest.MonkeyPatch, small_model: Path, texts: list[str], expected: list[bytes]) -> None:
    monkeypatch.setattr(pool, "BATCHES_A_WORKER", 4)
    found = [release.to_json() for release in tag_parallel(small_model, make_documents(texts), jobs=2, batch_size=4)]
    assert found == expected


@pytest.mark.usefixtures("processes")
def test_a_dying_worker_takes_only_its_own_input_with_it(small_model: Path, texts: list[str], expected: list[bytes], poison: type[Document]) -> None:
    documents = make_documents(texts)
    for place in (9, 41):
        documents[place] = poison(f"poison {place}", "…", Source())
    batches = make_batches(((document, 1) for document in documents), 8)
    outcomes = [outcome for _, outcome in map_batches(batches, Job(str(small_model)), jobs=2)]
    assert b"".join(outcome.lines for outcome in outcomes).splitlines() == [line for place, line in enumerate(expected) if place not in {9, 41}]
    failures = [failure for outcome in outcomes for failure in outcome.failures]
    assert [failure.path for failure in failures] == ["text poison 9", "text poison 41"]
    assert all("died of it, twice" in failure.reason for failure in failures)


@pytest.mark.usefixtures("processes")
def test_a_worker_that_dies_in_the_middle_of_a_message_does_not_stop_the_run(
    small_model: Path, texts: list[str], expected: list[bytes], mid_message: type[Document]
) -> None:
    documents = make_documents(texts)
    documents[9] = mid_message("poison", "…", Source())
    batches = make_batches(((document, 1) for document in documents), 8)
    with in_time():
        outcomes = [outcome for _, outcome in map_batches(batches, Job(str(small_model)), jobs=2)]
    assert b"".join(outcome.lines for outcome in outcomes).splitlines() == [line for place, line in enumerate(expected) if place != 9]
    assert [failure.path for outcome in outcomes for failure in outcome.failures] == ["text poison"]


@pytest.mark.usefixtures("processes")
def test_workers_that_die_while_a_long_message_is_on_its_way_do_not_stop_the_run(small_model: Path, poison: type[Document]) -> None:
    long = "Acme sold pumps. " * 20_000  # more than a pipe holds
    documents = [poison("poison", long, Source()), *(Document(f"long {number}", long, Source()) for number in range(5))]
    batches = make_batches(((document, 1) for document in documents), 1)
    with in_time():
        outcomes = [outcome for _, outcome in map_batches(batches, Job(str(small_model)), jobs=2)]
    assert [outcome.releases for outcome in outcomes] == [0, 1, 1, 1, 1, 1]


def test_the_library_raises_for_a_document_that_cannot_be_tagged(small_model: Path, texts: list[str], poison: type[Document]) -> None:
    documents = [*make_documents(texts[:3]), poison("poison", "…", Source())]
    with pytest.raises(InputError, match=r"text poison: the worker process died of it, twice .*; look at its size"):
        list(tag_parallel(small_model, documents, jobs=2, batch_size=2))


@pytest.mark.usefixtures("processes")
def test_workers_that_cannot_start_are_told(tmp_path: Path, texts: list[str]) -> None:
    with pytest.raises(ForelookError, match=r"worker processes die as soon as they start .*; free memory, or use one job"):
        list(tag_parallel(tmp_path / "no model", make_documents(texts[:2]), jobs=2, batch_size=1))


def test_a_defect_costs_its_own_release(small_model: Path, texts: list[str], expected: list[bytes]) -> None:
    documents = make_documents(texts[:5])
    documents[2] = Document("broken", "A lone \ud800 surrogate.", Source())
    batches = make_batches(((document, 1) for document in documents), 8)
    ((_, outcome),) = map_batches(batches, Job(str(small_model)), jobs=1)
    assert outcome.lines.splitlines() == [*expected[:2], *expected[3:5]]
    assert [failure.path for failure in outcome.failures] == ["text broken"]
    assert outcome.failures[0].reason.startswith("tagging failed: UnicodeEncodeError")


@pytest.mark.parametrize("jobs", [0, -1])
def test_jobs_must_be_positive(small_model: Path, jobs: int) -> None:
    with pytest.raises(ValueError, match=f"jobs is {jobs}; expected 1 or more"):
        list(tag_parallel(small_model, [], jobs=jobs, batch_size=1))
