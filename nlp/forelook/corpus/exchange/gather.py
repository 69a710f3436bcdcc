"""Makes gold releases of the units in a tool's file: in order, inside the text, without overlap; one record at a time.

In: units as a tool returns them, in any order. Out: a gold release, or an AnnotationError that names file, record and place, so that
the other records of the file can still be read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from pathlib import PurePosixPath
from typing import TypeVar

from forelook.corpus.exchange import Files
from forelook.corpus.gold import GoldRelease, GoldUnit
from forelook.errors import AnnotationError

SHOWN = 40  # characters that an error quotes

Record = TypeVar("Record")


class LeftOutError(AnnotationError):
    """A record that was left out on purpose: not submitted, rejected."""


Found = GoldRelease | AnnotationError
"""The result of a record of a tool's file: a release, or why there is none."""


def gather(identity: str, text: str, units: Iterable[GoldUnit], where: str) -> GoldRelease:
    """Return the release of `units`; raises AnnotationError naming `where` for a unit outside the text or overlapping another."""
    ordered = sorted(units, key=lambda unit: (unit.start, unit.end))
    for unit in ordered:
        if not 0 <= unit.start < unit.end <= len(text):
            raise AnnotationError(f"{where}: span {unit.start}-{unit.end} of a text of {len(text)} characters; expected start before end, inside the text")
    for one, other in pairwise(ordered):
        if one.end > other.start:
            raise AnnotationError(f"{where}: spans overlap at {other.start}: {text[other.start : one.end][:SHOWN]!r}; leave one of them")
    return GoldRelease(identity, text, ordered)


def attempt(read: Callable[[Record, str], GoldRelease], record: Record, where: str) -> Found:
    """Return the release of a record, or the AnnotationError that reading it raises."""
    try:
        return read(record, where)
    except AnnotationError as error:
        return error


def attempt_rows(read: Callable[[bytes, str], GoldRelease], files: Files) -> Iterator[Found]:
    """Yield the result of `read(line, where)` for every line of every file that is not blank."""
    for name, content in files.items():
        for number, line in enumerate(content.splitlines(), 1):
            if line.strip():
                yield attempt(read, line, f"{name}:{number}")


def attempt_pairs(read: Callable[[str, bytes, str], GoldRelease], files: Files, suffix: str) -> Iterator[Found]:
    """Yield the result of `read(text, content, name)` for every file that ends in `suffix` and the `.txt` beside it.

    Yields the AnnotationError of a pair that cannot be read.
    """

    def read_pair(content: bytes, name: str) -> GoldRelease:
        beside = f"{name.removesuffix(suffix)}.txt"
        if beside not in files:
            raise AnnotationError(f"{name}: no {PurePosixPath(beside).name} beside it, which holds the text")
        return read(decode(files[beside], beside), content, name)

    for name, content in files.items():
        if name.endswith(suffix):
            yield attempt(read_pair, content, name)


def decode(content: bytes, name: str) -> str:
    """Return the text of a file; raises AnnotationError where it is not UTF-8."""
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        raise AnnotationError(f"{name}: not UTF-8 at byte {error.start}; save the file as UTF-8") from error
