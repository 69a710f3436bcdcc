"""The user's own columns of a table, and the columns in a partitioned path, that --keep selects.

In: a row and the names of columns ("*": all but id and text). Out: a dict of JSON values: dates and times as ISO 8601,
NaN and infinities as null.
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
NULL_PARTITION = "__HIVE_DEFAULT_PARTITION__"  # the directory of rows without a value, as Hive, Spark and pyarrow name it


def choose_columns(keep: Sequence[str], columns: Iterable[str]) -> list[str]:
    """Return those of `columns` to keep, in the order in which `keep` names them, or with "*" in their own."""
    held = list(columns)
    return [name for name in held if name not in _OWN] if ALL in keep else [name for name in keep if name in held]


def keep_columns(keep: Sequence[str], row: Mapping[str, Any], path: str) -> dict[str, Any]:
    """Return the columns of a row to keep; directories of `path` named like `year=2024` are columns too."""
    if not keep:
        return {}
    whole = read_partition(path) | dict(row)
    return {replace_surrogates(name): _make_plain(whole[name]) for name in choose_columns(keep, whole)}


def read_partition(path: str) -> dict[str, Any]:
    """Return the columns that the directories of a path encode, as Hive, Spark and pyarrow write them: `year=2024/form=8-K/…`."""
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
