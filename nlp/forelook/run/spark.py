"""Tags a Spark DataFrame with ids and texts on the cluster.

In: a DataFrame. Out: a DataFrame with one row per text, typed as in Parquet, then the user's own columns to keep, and a column
`error` that is null unless the text could not be tagged. Needs the extra `[spark]` on the driver and on every worker.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from forelook.errors import MissingExtraError
from forelook.model.store import default_directory
from forelook.parallel import BATCH_SIZE
from forelook.parallel.items import Failure
from forelook.read.keep import ALL
from forelook.records import Document, Offsets, Source
from forelook.run.worker import Job, Worker

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame


def classify(
    df: DataFrame,
    id_col: str = "id",
    text_col: str = "text",
    *,
    keep: Sequence[str] = (),
    model: str | Path | None = None,
    offsets: Offsets = "codepoint",
    text: bool = True,
    figures: bool = True,
) -> DataFrame:
    """Return the texts of `df` tagged, one row for each of its rows, in the order of each partition.

    `keep` names columns of `df` to keep with their types ("*": all others); a name that a release also has gets the prefix `meta_`.
    `model` is a directory on every worker, by default that of the installed forelook. A row whose text is null, blank or cannot be
    tagged has only its id, the kept columns, and the reason in `error`; the rest is null. Raises ValueError for a column that `df` lacks.
    """
    try:
        from pyspark.sql.pandas.types import from_arrow_schema  # noqa: PLC0415 - an extra

        from forelook.export.schema import RELEASE  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise MissingExtraError("tagging on Spark", "spark") from error
    kept = {name: _name_kept(name, RELEASE.names) for name in _choose(keep, df.columns, id_col, text_col)}
    schema = from_arrow_schema(RELEASE)
    for name, shown in kept.items():
        schema = schema.add(shown, df.schema[name].dataType)
    schema = schema.add("error", "string")
    directory = None if model is None else str(model)

    def tag(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        worker = _load_worker(directory, offsets, text, figures)
        for batch in batches:
            yield from _tag_batch(worker, batch)

    columns = [f"{_quote(name)} AS {_quote(shown)}" for name, shown in kept.items()]
    rows = df.selectExpr(f"CAST({_quote(id_col)} AS STRING) AS id", f"CAST({_quote(text_col)} AS STRING) AS text", *columns)
    return rows.mapInArrow(tag, schema)


def _choose(keep: Sequence[str], columns: Sequence[str], *own: str) -> list[str]:
    """Return the columns to keep; raises ValueError for a missing one."""
    if missing := [name for name in keep if name != ALL and name not in columns]:
        raise ValueError(f"keep names {', '.join(missing)}; the DataFrame has {', '.join(columns)}")
    return [name for name in columns if name not in own] if ALL in keep else list(dict.fromkeys(keep))


def _name_kept(name: str, taken: Sequence[str]) -> str:
    return f"meta_{name}" if name in taken or name == "error" else name


@cache
def _load_worker(model: str | None, offsets: Offsets, text: bool, figures: bool) -> Worker:  # noqa: FBT001 - a cache key
    """Return the worker of this process: Spark gives a Python process many partitions, and the model is loaded once."""
    # Spark assigns cores to its executors; NumPy using all cores would slow all of them down.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    return Worker(Job(model if model is not None else str(default_directory()), offsets, text, figures))


def _tag_batch(worker: Worker, batch: pa.RecordBatch) -> Iterator[pa.RecordBatch]:
    """Yield the rows of `batch` tagged, a few at a time: Spark's own batches of 10,000 would fill the memory. Columns after `text` are kept."""
    import pyarrow as pa  # noqa: PLC0415 - an extra

    from forelook.export.parquet import make_table  # noqa: PLC0415 - an extra

    for first in range(0, batch.num_rows, BATCH_SIZE):
        lines: list[bytes] = []
        errors: list[str | None] = []
        rows = batch.slice(first, BATCH_SIZE)
        for line, error in _tag_rows(worker, rows.select(["id", "text"]).to_pylist()):
            lines.append(line)
            errors.append(error)
        table = make_table(lines)
        for name, column in zip(rows.schema.names[2:], rows.columns[2:], strict=True):
            table = table.append_column(name, column)
        table = table.append_column("error", pa.array(errors, pa.string()))
        yield from table.combine_chunks().to_batches()


def _tag_rows(worker: Worker, rows: list[dict[str, str | None]]) -> Iterator[tuple[bytes, str | None]]:
    """Yield the line of JSON of each row, and why it failed or None."""
    items = [_make_item(row["id"], row["text"]) for row in rows]
    together = worker(items)
    if together.releases == len(items):
        yield from ((line, None) for line in together.lines.splitlines())
        return
    for row, item in zip(rows, items, strict=True):
        alone = worker([item])
        if alone.failures:
            failure = alone.failures[0]
            # Fields that a line lacks are null in the table.
            yield msgspec.json.encode({"id": row["id"]}), f"{failure.reason}; {failure.advice}"
        else:
            yield alone.lines.rstrip(b"\n"), None


def _make_item(id_: str | None, text: str | None) -> Document | Failure:
    if id_ is None or text is None or not text.strip():
        return Failure(f"id {id_}", "its id or text is null, or the text is blank", "leave the row out")
    return Document(id_, text, Source(sha256=hashlib.sha256(text.encode()).hexdigest()))


def _quote(column: str) -> str:
    return "`" + column.replace("`", "``") + "`"
