"""Texts over processes: identity, order, bounded look-ahead, and the error for a text that cannot be tagged."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import forelook.tagger
from forelook.errors import InputError, ModelError
from forelook.model.statements import build_release
from forelook.parallel.pool import LOOK_AHEAD
from forelook.parallel.texts import tag_parallel
from forelook.records import Document, Release, Source
from forelook.run.inputs import make_batches
from forelook.run.worker import Job, tag_batches
from forelook.tagger import Tagger


def tag_of(directory: Path) -> Callable[[list[Document]], list[Release]]:
    return Tagger(directory).tag


def maker(directory: Path) -> Callable[[], Callable[[list[Document]], list[Release]]]:
    return partial(tag_of, directory)


def make_documents(texts: list[str]) -> list[Document]:
    return [Document(f"release {number}", text, Source()) for number, text in enumerate(texts)]


@pytest.fixture(scope="module")
def expected(small_model: Path, texts: list[str]) -> list[bytes]:
    tagger = forelook.load(small_model)
    return [tagger(document).to_json() for document in make_documents(texts)]


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

    releases = tag_parallel(maker(small_model), count(), jobs=2, batch_size=2)
    next(releases)
    assert taken == 2 * 2 * LOOK_AHEAD
    releases.close()  # type: ignore[attr-defined]


def test_a_dying_worker_takes_only_its_own_input_with_it(small_model: Path, texts: list[str], expected: list[bytes], poison: type[Document]) -> None:
    documents = make_documents(texts)
    for place in (9, 41):
        documents[place] = poison(f"poison {place}", "…", Source())
    batches = make_batches(((document, 1) for document in documents), 8)
    outcomes = [outcome for _, outcome in tag_batches(batches, Job(str(small_model)), jobs=2)]
    assert b"".join(outcome.lines for outcome in outcomes).splitlines() == [line for place, line in enumerate(expected) if place not in {9, 41}]
    failures = [failure for outcome in outcomes for failure in outcome.failures]
    assert [failure.path for failure in failures] == ["text poison 9", "text poison 41"]
    assert all("died of it, twice" in failure.reason for failure in failures)


def test_the_library_raises_for_a_document_that_cannot_be_tagged(small_model: Path, texts: list[str], poison: type[Document]) -> None:
    documents = [*make_documents(texts[:3]), poison("poison", "…", Source())]
    with pytest.raises(InputError, match=r"text poison: the worker process died of it, twice .*; look at its size"):
        list(tag_parallel(maker(small_model), documents, jobs=2, batch_size=2))


def test_what_a_worker_lacks_is_reported(tmp_path: Path, texts: list[str]) -> None:
    with pytest.raises(ModelError, match="no model here"):
        list(tag_parallel(maker(tmp_path / "no model"), make_documents(texts[:2]), jobs=2, batch_size=1))


def test_a_defect_costs_its_own_release(small_model: Path, texts: list[str], expected: list[bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    def fail_on_one(document: Document, *rest: Any) -> Release:
        if document.id == "broken":
            raise ZeroDivisionError("a defect")
        return build_release(document, *rest)

    monkeypatch.setattr(forelook.tagger, "build_release", fail_on_one)
    documents = make_documents(texts[:5])
    documents[2] = Document("broken", "Oats rose.", Source())
    batches = make_batches(((document, 1) for document in documents), 8)
    ((_, outcome),) = tag_batches(batches, Job(str(small_model)), jobs=1)
    assert outcome.lines.splitlines() == [*expected[:2], *expected[3:5]]
    assert [failure.path for failure in outcome.failures] == ["text broken"]
    assert outcome.failures[0].reason.startswith("tagging failed: ZeroDivisionError: a defect")
