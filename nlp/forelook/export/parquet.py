"""Parquet: one release a row, nested as in JSON.

In: blocks of JSON lines. Out: a Parquet file whose row groups depend on the releases alone, so that the same releases make
the same bytes. Needs the extra `[parquet]`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO

import pyarrow as pa
from pyarrow import json as arrow_json
from pyarrow import parquet

from forelook.export.json import split_lines
from forelook.export.schema import RELEASE

GROUP_RELEASES = 1_000  # releases in a row group
GROUP_BYTES = 64 << 20  # or fewer: as much JSON as is in memory at once


def write_parquet(blocks: Iterable[bytes], stream: IO[bytes]) -> None:
    """Write one row a release."""
    with parquet.ParquetWriter(stream, RELEASE, compression="zstd") as writer:
        group: list[bytes] = []
        size = 0
        for line in split_lines(blocks):
            group.append(line)
            size += len(line)
            if len(group) == GROUP_RELEASES or size >= GROUP_BYTES:
                writer.write_table(make_table(group))
                group, size = [], 0
        if group:
            writer.write_table(make_table(group))


def make_table(lines: list[bytes]) -> pa.Table:
    """Return the releases as one Arrow table; `lines` must not be empty."""
    data = b"\n".join(lines)
    # A block that holds everything: the reader refuses a row that does not fit into one.
    reading = arrow_json.ReadOptions(block_size=len(data) + 1, use_threads=False)
    parsing = arrow_json.ParseOptions(explicit_schema=RELEASE, unexpected_field_behavior="ignore")
    return arrow_json.read_json(pa.BufferReader(data), reading, parsing).select(RELEASE.names).combine_chunks()
