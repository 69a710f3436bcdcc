"""Texts in memory over several processes: what `Tagger.pipe(jobs=…)` calls.

In: a model directory and documents. Out: Releases in the order of the documents, the same whatever the number of processes
and the size of a batch.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from forelook.errors import InputError
from forelook.records import Document, Release
from forelook.run.batches import make_batches
from forelook.run.pool import map_batches
from forelook.run.tasks import Job


def tag_parallel(directory: Path, documents: Iterable[Document], *, jobs: int, batch_size: int) -> Iterator[Release]:
    """Yield one Release a document, in order; a few batches are under way at a time, whatever the number of documents.

    Raises InputError for a document that cannot be tagged, once those before its batch have been handed out.
    """
    if jobs < 1:
        raise ValueError(f"jobs is {jobs}; expected 1 or more")
    batches = make_batches(((document, len(document.text)) for document in documents), batch_size)
    for _, outcome in map_batches(batches, Job(str(directory)), jobs=jobs):
        for failure in outcome.failures:
            raise InputError(failure.path, failure.reason, failure.advice)
        # JSON is quicker than pickle for these records, and keeps every value.
        for line in outcome.lines.splitlines():
            yield Release.from_json(line)
