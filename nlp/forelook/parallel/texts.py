"""Tags texts in memory in several processes, for `Tagger.pipe(jobs=…)`.

In: a function that makes a worker's tagger, and documents. Out: Releases in the order of the documents, the same whatever the
number of processes and the size of a batch.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice

from msgspec import Struct

from forelook.errors import InputError
from forelook.parallel.items import Failure, describe_death, describe_defect
from forelook.parallel.pool import Lost, map_batches
from forelook.records import Document, Release

Tag = Callable[[list[Document]], list[Release]]


class _Batch(Struct, frozen=True):
    items: list[Document]


def tag_parallel(make_tag: Callable[[], Tag], documents: Iterable[Document], *, jobs: int, batch_size: int) -> Iterator[Release]:
    """Yield one Release per document, in order; a few batches are under way at a time, whatever the number of documents.

    Raises InputError for a document that cannot be tagged, once those before its batch have been yielded.
    """
    for _, results in map_batches(_make_batches(documents, batch_size), partial(_Worker, make_tag), jobs=jobs):
        for result in results:
            found = describe_death(result.item) if isinstance(result, Lost) else result
            if isinstance(found, Failure):
                raise InputError(found.path, found.reason, found.advice)
            # JSON is faster than pickle for these records, and preserves every value.
            for line in found.splitlines():
                yield Release.from_json(line)


class _Worker:
    """Tags documents, and writes their releases as lines."""

    def __init__(self, make_tag: Callable[[], Tag]) -> None:
        self._tag = make_tag()

    def __call__(self, documents: Sequence[Document]) -> bytes | Failure:
        """Return whole lines, or the first document that cannot be tagged."""
        try:
            return self._write(list(documents))
        except Exception:  # noqa: BLE001 - the loop below finds the document
            lines = b""
            for document in documents:
                try:
                    lines += self._write([document])
                except Exception as error:  # noqa: BLE001 - a defect is reported with the document's name
                    return describe_defect(document, error)
            return lines

    def _write(self, documents: list[Document]) -> bytes:
        return b"".join(release.to_json() + b"\n" for release in self._tag(documents))


def _make_batches(documents: Iterable[Document], batch_size: int) -> Iterator[_Batch]:
    entries = iter(documents)
    while batch := list(islice(entries, batch_size)):
        yield _Batch(batch)
