"""Blocks of visible text, and the text that they make.

In: the paragraphs, list items and tables that a reader has found, in order. Out: one text in which blocks are separated
by blank lines, with the spans of its tabular rows.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from msgspec import Struct

from forelook.counting import say_count
from forelook.spans import Span

# Two centred blocks are lines of one heading only if neither is longer than this.
_HEADING_CHARACTERS = 160


class VisibleKind(Enum):
    """What a block is."""

    PARAGRAPH = auto()
    ITEM = auto()
    TABLE = auto()


class VisibleBlock(Struct, frozen=True, gc=False):
    """A block of visible text; `gap` says that there is vertical space above it on the page."""

    text: str
    kind: VisibleKind
    centred: bool = False
    gap: bool = True


class VisibleText(NamedTuple):
    """The visible text of a document, and the spans of the tabular rows in it."""

    text: str
    tables: tuple[Span, ...]


class OfficeText(NamedTuple):
    """The text of an office document, the spans of the tabular rows in it, and warnings about what the reader had to decide."""

    text: str
    tables: tuple[Span, ...]
    warnings: tuple[str, ...]


def tell_revisions(inserted: int, deleted: int) -> tuple[str, ...]:
    """Return a line that says how many tracked changes were taken as accepted; none where there are none."""
    counts = [say_count(count, name) for count, name in ((inserted, "insertion"), (deleted, "deletion")) if count]
    return (f"tracked changes taken as accepted ({', '.join(counts)})",) if counts else ()


def join(blocks: list[VisibleBlock]) -> VisibleText:
    """Return the text of `blocks`; list items, and lines of one centred heading, follow each other without a blank line."""
    pieces: list[str] = []
    tables: list[Span] = []
    length = 0
    for number, block in enumerate(blocks):
        if number:
            pieces.append("\n" if _stay_together(blocks[number - 1], block) else "\n\n")
            length += len(pieces[-1])
        if block.kind is VisibleKind.TABLE:
            tables.append((length, length + len(block.text)))
        pieces.append(block.text)
        length += len(block.text)
    return VisibleText("".join(pieces), tuple(tables))


def _stay_together(before: VisibleBlock, block: VisibleBlock) -> bool:
    if before.kind is VisibleKind.ITEM and block.kind is VisibleKind.ITEM:
        return True
    heading = before.kind is block.kind is VisibleKind.PARAGRAPH and before.centred and block.centred and not block.gap
    return heading and max(len(before.text), len(block.text)) <= _HEADING_CHARACTERS
