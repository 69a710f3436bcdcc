"""Which columns of a table are read: those of ids and texts, and the user's own (also in a partitioned path) that --keep selects.

In: `Columns` and a row. Out: a dict of JSON values of the columns to keep: dates and times as ISO 8601, NaN and infinities as null.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import unquote

import msgspec
from msgspec import Struct

from forelook.errors import InputError
from forelook.texts import replace_surrogates

ALL = "*"
NULL_PARTITION = "__HIVE_DEFAULT_PARTITION__"  # the directory of rows without a value, as Hive, Spark and pyarrow name it


class Columns(Struct, frozen=True, gc=False):
    """The names of a table's columns of ids and texts, and of those to keep ("*": all others)."""

    id: str = "id"
    text: str = "text"
    keep: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Raise InputError where one column would be both."""
        if self.id == self.text:
            raise InputError(f"column {self.id}", "it cannot hold both the ids and the texts", "say --id-col and --text-col with two names")


ID_AND_TEXT = Columns()
"""The columns that are read by default: `id` and `text`."""


def choose_columns(columns: Columns, names: Iterable[str]) -> list[str]:
    """Return those of `names` to keep, in the order in which `columns.keep` has them, or with "*" in their own."""
    held = list(names)
    return [name for name in held if name not in (columns.id, columns.text)] if ALL in columns.keep else [name for name in columns.keep if name in held]


def keep_columns(columns: Columns, row: Mapping[str, Any], path: str) -> dict[str, Any]:
    """Return the columns of a row to keep; directories of `path` named like `year=2024` are columns too."""
    if not columns.keep:
        return {}
    whole = read_partition(path) | dict(row)
    return {replace_surrogates(name): _make_plain(whole[name]) for name in choose_columns(columns, whole)}


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
