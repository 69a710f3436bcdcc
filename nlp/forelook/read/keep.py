"""The user's own columns of a table, and the parts of a partitioned path: what --keep keeps.

In: a row and the names of columns ("*": all but id and text). Out: a dict of what JSON can hold: days and times as ISO 8601,
numbers that are none as null.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import unquote

import msgspec

from forelook.texts import replace_surrogates

ALL = "*"
_OWN = frozenset({"id", "text"})
NULL_PARTITION = "__HIVE_DEFAULT_PARTITION__"  # what Hive, Spark and pyarrow call the directory of rows without a value


def choose_columns(keep: Sequence[str], columns: Iterable[str]) -> list[str]:
    """Return those of `columns` that are to be kept, in the order in which they are named, or all in their own."""
    held = list(columns)
    return [name for name in held if name not in _OWN] if ALL in keep else [name for name in keep if name in held]


def keep_columns(keep: Sequence[str], row: Mapping[str, Any], path: str) -> dict[str, Any]:
    """Return the columns of a row that are to be kept; `path` gives those of a directory named like `year=2024`."""
    if not keep:
        return {}
    whole = read_partition(path) | dict(row)
    return {replace_surrogates(name): _make_plain(whole[name]) for name in choose_columns(keep, whole)}


def read_partition(path: str) -> dict[str, Any]:
    """Return the columns that the directories of a path name, as Hive, Spark and pyarrow write them: `year=2024/form=8-K/…`."""
    parts = (part.partition("=") for part in path.split("/")[:-1])
    return {unquote(name): None if value == NULL_PARTITION else unquote(value) for name, equals, value in parts if equals and name}


def _make_plain(value: Any) -> Any:
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, str):
        return replace_surrogates(value)
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, dict):
        return {replace_surrogates(str(name)): _make_plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_make_plain(each) for each in value]
    try:
        return msgspec.to_builtins(value)
    except TypeError:
        return str(value)
