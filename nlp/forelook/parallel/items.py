"""The items that workers process, and the failures of inputs without a release.

In: errors. Out: `Item`s with their names in messages, and `Failure`s, which are the lines of OUT.errors.jsonl.
"""

from __future__ import annotations

from msgspec import Struct

from forelook.errors import InputError, MissingExtraError
from forelook.read import Input, JsonLine
from forelook.records import Document


class Failure(Struct, frozen=True):
    """An input without a release: a line of OUT.errors.jsonl."""

    path: str
    reason: str
    advice: str

    @classmethod
    def from_error(cls, error: InputError) -> Failure:
        """Return the record of an error."""
        return cls(error.where, error.reason, error.advice)

    @classmethod
    def from_missing(cls, path: str, error: MissingExtraError) -> Failure:
        """Return the record of an input for which a library is missing; inputs of other kinds are not affected."""
        reason, _, advice = str(error).partition("; ")
        return cls(path, reason, advice)


Item = Input | JsonLine | Document | Failure
"""A file that a worker reads, a line that it decodes, a row that the parent has read, or a failure of the parent."""


def name_item(item: Item) -> str:
    """Return the name of an item in messages."""
    if isinstance(item, Document):
        path = item.source.path
        return f"{path}, id {item.id}" if path is not None else f"text {item.id}"
    return item.where if isinstance(item, JsonLine) else item.path


def describe_defect(document: Document, error: Exception) -> Failure:
    """Return the failure of a document that could not be tagged because of a defect."""
    reason = f"tagging failed: {type(error).__name__}: {error}"
    return Failure(name_item(document), reason, "report it as a defect, with the text; the other releases are not touched")


def describe_death(item: Item) -> Failure:
    """Return the failure of an item that has killed its worker process twice."""
    reason = "the worker process died of it, twice (out of memory, or a crash in a library)"
    return Failure(name_item(item), reason, "look at its size; report it as a defect, with the file")
