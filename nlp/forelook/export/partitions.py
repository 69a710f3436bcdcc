"""Parquet in a directory partitioned by the values of some columns, in Hive's style: `year=2024/filing_form=8-K/part-0.parquet`.

In: blocks of JSON lines. Out: the directory, in bounded memory; the partitioning columns are only in its names. DuckDB,
Spark, Polars and pyarrow read it as one table. Needs the extra `[parquet]`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from pyarrow import parquet

from forelook.errors import OutputError
from forelook.export.flat import ColumnType, Rows, describe_origin, name_kept
from forelook.export.json import split_lines
from forelook.export.parquet import COMPRESSION, GROUP_BYTES, GROUP_RELEASES, make_rows, make_schema
from forelook.read.keep import NULL_PARTITION
from forelook.records import Release

LIMIT = 1_000  # partitions; each is an open file


class _Partition:
    """One file; lines are buffered until they fill a row group."""

    def __init__(self, path: Path, rows: Rows, kept: Mapping[str, ColumnType], by: Sequence[str]) -> None:
        path.parent.mkdir(parents=True)
        self._rows, self._kept = rows, kept
        names = make_schema(rows, kept).names
        self._names = [name for name in names if name not in by]
        self._writer = parquet.ParquetWriter(path, make_schema(rows, kept).empty_table().select(self._names).schema, compression=COMPRESSION)
        self._lines: list[bytes] = []
        self.waiting = 0

    def add(self, line: bytes) -> None:
        self._lines.append(line)
        self.waiting += len(line)
        if len(self._lines) == GROUP_RELEASES:
            self.flush()

    def flush(self) -> None:
        if self._lines:
            self._writer.write_table(make_rows(self._lines, self._rows, self._kept).select(self._names))
            self._lines, self.waiting = [], 0

    def close(self) -> None:
        self.flush()
        self._writer.close()


def write_partitions(blocks: Iterable[bytes], directory: Path, by: Sequence[str], rows: Rows, kept: Mapping[str, ColumnType]) -> None:
    """Write the rows into files below `directory`, partitioned by the columns `by`; `year` is that of the release, or else of its filing.

    Raises OutputError for a missing column, and for more than LIMIT partitions.
    """
    partitions: dict[str, _Partition] = {}
    try:
        for line in split_lines(blocks):
            name = _name_partition(Release.from_json(line), by)
            if name not in partitions:
                if len(partitions) == LIMIT:
                    raise OutputError(f"{directory}: the columns {', '.join(by)} make more than {LIMIT:,} partitions; partition by fewer")
                partitions[name] = _Partition(directory / name / "part-0.parquet", rows, kept, [name_kept(each, rows) if each in kept else each for each in by])
            partitions[name].add(line)
            if sum(each.waiting for each in partitions.values()) >= GROUP_BYTES:
                for each in partitions.values():
                    each.flush()
    finally:
        for each in partitions.values():
            each.close()


def _name_partition(release: Release, by: Sequence[str]) -> str:
    return "/".join(f"{name}={_write(_find_value(release, name))}" for name in by)


def _find_value(release: Release, name: str) -> Any:
    if name in release.meta:
        return release.meta[name]
    origin = describe_origin(release)
    if name == "year":
        return (origin["date"] or origin["filed"] or "")[:4] or None
    if name not in origin:
        raise OutputError(f"--partition-by {name}: there is no such column; name year, {', '.join(origin)}, or a column that --keep keeps")
    return origin[name]


def _write(value: Any) -> str:
    return NULL_PARTITION if value is None or value == "" else quote(str(value), safe=" ,;@+()[]&!$'")
