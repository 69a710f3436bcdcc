"""The work of one worker on one batch (read the inputs, tag them, return JSON lines), and batches over many workers.

In: `Input`s (files to read here), `JsonLine`s (to decode here) and `Document`s (rows that the parent has read). Out: an `Outcome`, in which inputs
that could not be read or tagged are `Failure`s, so that one bad input never loses its neighbours.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

from msgspec import Struct

from forelook.errors import InputError, MissingExtraError
from forelook.export.offsets import convert_offsets
from forelook.parallel import BATCH_SIZE
from forelook.parallel.items import Failure, Item, describe_death, describe_defect
from forelook.parallel.pool import AnyBatch, Lost, map_batches
from forelook.read import Input, JsonLine, decode_line, read
from forelook.records import Document, Offsets, Release
from forelook.tagger import Tagger


class Job(Struct, frozen=True):
    """The settings of a worker: the directories of model and transformer, and how to write a release."""

    directory: str
    offsets: Offsets = "codepoint"
    text: bool = True
    figures: bool = True
    precise: str | None = None


class Outcome(Struct, frozen=True):
    """The result of a batch: whole lines of JSON, the ids of their releases, and the failures, each in the order of the input."""

    lines: bytes
    ids: list[str]
    failures: list[Failure]

    @property
    def releases(self) -> int:
        """The number of releases."""
        return len(self.ids)


class Worker:
    """A Tagger with settings for its releases; one per process."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._tagger = Tagger(Path(job.directory), figures=job.figures, precise=Path(job.precise) if job.precise else None)

    def __call__(self, items: Sequence[Item]) -> Outcome:
        """Return the outcome of a batch; outcomes do not depend on how items are batched."""
        lines: list[tuple[str, bytes]] = []
        failures: list[Failure] = []
        documents: list[Document] = []
        for item in items:
            for found in open_item(item):
                if isinstance(found, Failure):
                    failures += self._tag(documents, lines)
                    failures.append(found)
                    continue
                documents.append(found)
                if len(documents) == BATCH_SIZE:  # a single input (a submission, an archive) may hold thousands
                    failures += self._tag(documents, lines)
        failures += self._tag(documents, lines)
        return Outcome(b"".join(line + b"\n" for _, line in lines), [id_ for id_, _ in lines], failures)

    def _tag(self, documents: list[Document], lines: list[tuple[str, bytes]]) -> list[Failure]:
        """Add the lines of `documents` to `lines` and empty the list; return the failures."""
        batch = documents.copy()
        documents.clear()
        try:
            lines += [(release.id, self._write(release)) for release in self._tagger.tag(batch)] if batch else []
        except Exception as error:  # noqa: BLE001 - a defect of forelook loses one release, not the run
            if len(batch) == 1:
                return [describe_defect(batch[0], error)]
            return [failure for document in batch for failure in self._tag([document], lines)]
        return []

    def _write(self, release: Release) -> bytes:
        release = convert_offsets(release, self._job.offsets)
        return (release if self._job.text else release.without_text()).to_json()


def open_item(item: Item) -> list[Document | Failure]:
    """Return the documents of an item, with a failure in place of each that cannot be read."""
    if isinstance(item, JsonLine):
        found = decode_line(item)
        return [Failure.from_error(found) if isinstance(found, InputError) else found]
    if not isinstance(item, Input):
        return [item]
    try:
        entries = list(read(item))
    except MissingExtraError as error:
        return [Failure.from_missing(item.path, error)]
    if not entries:
        return [Failure(item.path, "it holds no release", "leave it out")]
    return [Failure.from_error(entry) if isinstance(entry, InputError) else entry for entry in entries]


def tag_batches(batches: Iterable[AnyBatch], job: Job, *, jobs: int) -> Generator[tuple[AnyBatch, Outcome], None, None]:
    """Yield every batch of `Item`s with its outcome, in order, whatever the number of jobs."""
    with closing(map_batches(batches, partial(Worker, job), jobs=jobs)) as results:
        for batch, found in results:
            yield batch, _join([Outcome(b"", [], [describe_death(each.item)]) if isinstance(each, Lost) else each for each in found])


def _join(outcomes: list[Outcome]) -> Outcome:
    if len(outcomes) == 1:
        return outcomes[0]
    return Outcome(
        b"".join(outcome.lines for outcome in outcomes),
        [id_ for outcome in outcomes for id_ in outcome.ids],
        [failure for outcome in outcomes for failure in outcome.failures],
    )
