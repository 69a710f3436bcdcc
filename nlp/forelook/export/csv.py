"""CSV, for spreadsheets: one row per statement, figure or release.

In: blocks of JSON lines. Out: UTF-8 with a byte-order mark, by which Excel recognizes it (read it with `encoding="utf-8-sig"`; pandas,
DuckDB and R's readr skip the mark by themselves). A text that a spreadsheet would take for a formula gets an apostrophe
before it; the other formats have the exact text.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from typing import IO, Any

import msgspec

from forelook.export.flat import COLUMNS, ColumnType, Rows, flatten, name_kept
from forelook.export.json import decode_lines

# The start of a formula in spreadsheets, also after blanks, and in the full-width forms that Excel treats the same.
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")


def write_csv(blocks: Iterable[bytes], stream: IO[bytes], rows: Rows = "statements", kept: Mapping[str, ColumnType] | None = None) -> None:
    """Write one row per statement, figure or release; `kept` are the user's own columns, which come last."""
    names = [*COLUMNS[rows], *(name_kept(name, rows) for name in kept or ())]
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
    try:
        text.write("\ufeff")
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow(names)
        for release in decode_lines(blocks):
            writer.writerows([_write(row.get(name)) for name in names] for row in flatten(release, rows))
    finally:
        text.detach()


def _write(value: Any) -> Any:
    match value:
        case str():
            return "'" + value if _FORMULA.match(value) else value
        case bool():
            return str(value).lower()
        case dict() | list():
            return msgspec.json.encode(value).decode()
        case _:
            return value
