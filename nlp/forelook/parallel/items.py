"""What goes to the workers, one by one, and what comes of an input that gives no release.

In: errors. Out: `Item`s with the names that messages call them by, and `Failure`s, which are the lines of OUT.errors.jsonl.
"""

from __future__ import annotations

from msgspec import Struct

from forelook.errors import InputError, MissingExtraError
from forelook.read import Input, JsonLine
from forelook.records import Document


class Failure(Struct, frozen=True):
    """An input that gave no release: a line of OUT.errors.jsonl."""

    path: str
    reason: str
    advice: str

    @classmethod
    def from_error(cls, error: InputError) -> Failure:
        """Return the record of an error."""
        return cls(error.where, error.reason, error.advice)

    @classmethod
    def from_missing(cls, path: str, error: MissingExtraError) -> Failure:
        """Return the record of an input for which a library is missing; those of other kinds are not touched."""
        reason, _, advice = str(error).partition("; ")
        return cls(path, reason, advice)


Item = Input | JsonLine | Document | Failure
"""A file that a worker reads, a line that it decodes, a row that the parent has read, or what it could not read."""


def name_item(item: Item) -> str:
    """Return what an item is called in messages."""
    if isinstance(item, Document):
        path = item.source.path
        return f"{path}, id {item.id}" if path is not None else f"text {item.id}"
    return item.where if isinstance(item, JsonLine) else item.path


def describe_defect(document: Document, error: Exception) -> Failure:
    """Return what is told of a document whose tagging failed."""
    reason = f"tagging failed: {type(error).__name__}: {error}"
    return Failure(name_item(document), reason, "report it as a defect, with the text; the other releases are not touched")


def describe_death(item: Item) -> Failure:
    """Return what is told of an item that has ended the process which worked at it, twice."""
    reason = "the worker process died of it, twice (out of memory, or a crash in a library)"
    return Failure(name_item(item), reason, "look at its size; report it as a defect, with the file")
