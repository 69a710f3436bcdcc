"""The user's own columns (`meta`) in tables, and their types.

In: blocks of JSON lines, which are read twice: first for the columns, then to be written. Out: the columns in the order in
which they first occur, each with a type that fits all its values.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import IO, Any

import msgspec
from msgspec import Struct

from forelook.export.flat import ColumnType

_LONGEST_INT = 1 << 63
_BLOCK_BYTES = 1 << 20


class _Line(Struct):
    meta: dict[str, Any] = {}


_DECODER = msgspec.json.Decoder(_Line)


@contextmanager
def find_columns(blocks: Iterable[bytes]) -> Iterator[tuple[Iterator[bytes], dict[str, ColumnType]]]:
    """Yield the same blocks again, from a temporary file, and the kept columns with their types."""
    found: dict[str, ColumnType | None] = {}
    with tempfile.TemporaryFile() as file:
        for block in blocks:
            file.write(block)
            for line in block.splitlines():
                for name, value in _DECODER.decode(line).meta.items():
                    found[name] = _join(found.get(name), _find_kind(value))
        file.seek(0)
        yield read_blocks(file), {name: kind or "string" for name, kind in found.items()}


def fit(value: Any, kind: ColumnType) -> Any:
    """Return `value` converted to a column of type `kind`; in a column of strings, other values are written as JSON."""
    if value is None:
        return None
    if kind == "string" and not isinstance(value, str):
        return msgspec.json.encode(value).decode()
    return float(value) if kind == "float" else value


def _find_kind(value: Any) -> ColumnType | None:
    match value:
        case None:
            return None
        case bool():
            return "bool"
        case int():
            return "int" if -_LONGEST_INT <= value < _LONGEST_INT else "string"
        case float():
            return "float"
        case _:
            return "string"


def _join(one: ColumnType | None, other: ColumnType | None) -> ColumnType | None:
    if one is None or other is None or one == other:
        return one or other
    return "float" if {one, other} == {"int", "float"} else "string"


def read_blocks(file: IO[bytes]) -> Iterator[bytes]:
    """Yield the lines of a file in blocks of whole lines, about a megabyte each."""
    while lines := file.readlines(_BLOCK_BYTES):
        yield b"".join(lines)
