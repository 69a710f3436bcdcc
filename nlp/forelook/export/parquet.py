"""Parquet: one row per release, nested as in JSON; or one flat row per statement or figure.

In: blocks of JSON lines. Out: a Parquet file whose row groups depend only on the releases, so that the same releases make
the same bytes. Needs the extra `[parquet]`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import IO

import pyarrow as pa
from pyarrow import json as arrow_json
from pyarrow import parquet

from forelook.export.flat import COLUMNS, ColumnType, Rows, flatten, name_kept
from forelook.export.json import decode_lines, split_lines
from forelook.export.kept import fit
from forelook.export.schema import RELEASE
from forelook.records import Release

GROUP_RELEASES = 1_000  # releases in a row group
GROUP_BYTES = 64 << 20  # or fewer releases, if their JSON reaches this size
COMPRESSION = "zstd"
_TYPES: dict[ColumnType, pa.DataType] = {"string": pa.string(), "int": pa.int64(), "float": pa.float64(), "bool": pa.bool_()}
_META_PLACE = RELEASE.names.index("header") + 1


def write_parquet(blocks: Iterable[bytes], stream: IO[bytes], rows: Rows = "releases", kept: Mapping[str, ColumnType] | None = None) -> None:
    """Write one row per release, statement or figure; `kept` are the user's own columns."""
    with parquet.ParquetWriter(stream, make_schema(rows, kept or {}), compression=COMPRESSION) as writer:
        for group in cut_groups(split_lines(blocks)):
            writer.write_table(make_rows(group, rows, kept or {}))


def cut_groups(lines: Iterable[bytes]) -> Iterator[list[bytes]]:
    """Yield the lines of each row group."""
    group: list[bytes] = []
    size = 0
    for line in lines:
        group.append(line)
        size += len(line)
        if len(group) == GROUP_RELEASES or size >= GROUP_BYTES:
            yield group
            group, size = [], 0
    if group:
        yield group


def make_schema(rows: Rows, kept: Mapping[str, ColumnType]) -> pa.Schema:
    """Return the columns of a file; the user's own are a struct `meta` in nested rows, and the last columns of flat rows."""
    if rows != "releases":
        return pa.schema([(name, _TYPES[kind]) for name, kind in {**COLUMNS[rows], **{name_kept(name, rows): kind for name, kind in kept.items()}}.items()])
    return RELEASE.insert(_META_PLACE, pa.field("meta", _make_meta_type(kept))) if kept else RELEASE


def make_rows(lines: list[bytes], rows: Rows, kept: Mapping[str, ColumnType]) -> pa.Table:
    """Return the rows of some releases as one Arrow table; `lines` must not be empty."""
    if rows == "releases":
        table = make_table(lines)
        return table.add_column(_META_PLACE, "meta", make_meta(decode_lines(lines), kept)) if kept else table
    schema = make_schema(rows, kept)
    kinds = {name_kept(name, rows): kind for name, kind in kept.items()}
    flat = [row for release in decode_lines(lines) for row in flatten(release, rows)]
    for row in flat:
        row |= {name: fit(row.get(name), kind) for name, kind in kinds.items()}
    return pa.Table.from_pylist(flat, schema)


def make_meta(releases: Iterable[Release], kept: Mapping[str, ColumnType]) -> pa.Array:
    """Return the user's own columns of some releases as one column of structs."""
    return pa.array([{name: fit(release.meta.get(name), kind) for name, kind in kept.items()} for release in releases], _make_meta_type(kept))


def _make_meta_type(kept: Mapping[str, ColumnType]) -> pa.DataType:
    return pa.struct([(name, _TYPES[kind]) for name, kind in kept.items()])


def make_table(lines: list[bytes]) -> pa.Table:
    """Return the releases as one Arrow table; `lines` must not be empty."""
    data = b"\n".join(lines)
    # One block for everything: the reader refuses a row that does not fit into a block.
    reading = arrow_json.ReadOptions(block_size=len(data) + 1, use_threads=False)
    parsing = arrow_json.ParseOptions(explicit_schema=RELEASE, unexpected_field_behavior="ignore")
    return arrow_json.read_json(pa.BufferReader(data), reading, parsing).select(RELEASE.names).combine_chunks()
