"""Rows of a table that lack a column: one message for all of them, with their number, instead of one for each.

In: failures, in order. Out: lines for people. What is written to OUT.errors.jsonl still names every row.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from forelook.counting import say_count
from forelook.parallel.items import Failure
from forelook.read.rows import NAME_COLUMNS

_ROW = re.compile(r"(?P<table>.*), line \d+", re.DOTALL)


@dataclass
class _Group:
    """Rows alike: the first of them, where it stands, and how many there are."""

    table: str
    first: Failure
    rows: int = 1


class AlikeRows:
    """Holds back the rows that lack a column until the run has seen them all."""

    def __init__(self) -> None:
        self._groups: dict[tuple[str, str], _Group] = {}

    def hold(self, failure: Failure) -> bool:
        """Return whether a failure is that of a row without a needed column; it is then held."""
        found = _ROW.fullmatch(failure.path) if failure.advice == NAME_COLUMNS else None
        if found is None:
            return False
        key = found["table"], failure.reason.partition(";")[0]  # which column; what other columns a row has may differ
        if key in self._groups:
            self._groups[key].rows += 1
        else:
            self._groups[key] = _Group(found["table"], failure)
        return True

    def release(self) -> list[str]:
        """Return a line for each table and column, and hold nothing any more."""
        groups = list(self._groups.values())
        self._groups.clear()
        return [describe_failure(each.first) if each.rows == 1 else _describe(each) for each in groups]


def describe_failure(failure: Failure) -> str:
    """Return the line that names a failure."""
    return f"failed: {failure.path}: {failure.reason}; {failure.advice}"


def _describe(group: _Group) -> str:
    first = group.first
    return f"failed: {group.table}, {say_count(group.rows, 'row')} from {first.path.rpartition(', ')[2]} on: {first.reason}; {first.advice}"
