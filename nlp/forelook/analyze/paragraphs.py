"""A release as paragraphs: its statements and the other text around them.

In: a Release with its text. Out: Paragraphs, whose pieces cover every visible character of the text once, in order. Everything that shows
a release to people (terminal, page, comparison of two versions) is built from them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from forelook.errors import InputError
from forelook.records import Release, Statement, check_release
from forelook.spans import trim

ParagraphKind = Literal["text", "heading", "list", "table", "other"]

# A line this long was not broken to fit a page: its end is the end of a paragraph.
_UNBROKEN_CHARACTERS = 110
# A line this long may have been broken to fit a page, so the next one continues it; shorter ones are lines of an address.
_FILLED_CHARACTERS = 50
_LINE_END = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_COLUMNS = re.compile(r"\S(?: {3,}|\t)\s*\S")


class Stretch(NamedTuple):
    """A stretch of text: a statement, by its index, or other text (None)."""

    start: int
    end: int
    statement: int | None


class Paragraph(NamedTuple):
    """Pieces that belong together; `kind` is that of their statements, `other` where there are none."""

    kind: ParagraphKind
    pieces: list[Stretch]


class _Line(NamedTuple):
    start: int
    end: int
    opens: bool  # a line begins here; False for text on the line of the statement before
    closes: bool  # the line ends here; False for text on the line of the statement after


def find_paragraphs(release: Release) -> list[Paragraph]:
    """Return the paragraphs of a release.

    Raises InputError for a release without its text, or whose offsets do not count code points.
    """
    text = read_text(release)
    paragraphs: list[Paragraph] = []
    leading: list[Stretch] = []
    place = 0
    for index, statement in enumerate(release.statements):
        apart = index > 0 and _stands_apart(text, release.statements[index - 1], statement)
        for block in _blocks(text, place, statement.start):
            if not block[0].opens and paragraphs and place:
                paragraphs[-1].pieces.append(_piece(block))
                apart = apart or block[-1].closes
            elif not block[-1].closes:
                leading.append(_piece(block))
            else:
                paragraphs.append(Paragraph("other", _other_pieces(text, block)))
                apart = True
        kind = _kind(statement)
        if apart or leading or not paragraphs or kind not in ("text", "list") or paragraphs[-1].kind not in ("text", "list"):
            paragraphs.append(Paragraph(kind, leading))
            leading = []
        paragraphs[-1].pieces.append(Stretch(statement.start, statement.end, index))
        place = statement.end
    for block in _blocks(text, place, len(text)):
        if not block[0].opens and paragraphs:
            paragraphs[-1].pieces.append(_piece(block))
        else:
            paragraphs.append(Paragraph("other", _other_pieces(text, block)))
    return paragraphs


def read_text(release: Release) -> str:
    """Return the text of a release; raises InputError where it has none or its offsets do not count code points, TypeError for anything but a Release."""
    check_release(release)
    if not isinstance(release.text, str):
        raise InputError(f"release {release.id}", "it was written without its text", "classify it again without --no-text")
    if release.offsets != "codepoint":
        raise InputError(f"release {release.id}", f"its positions count {release.offsets}", "classify it again without --offsets")
    return release.text


def _kind(statement: Statement) -> ParagraphKind:
    match statement.kind:
        case "heading":
            return "heading"
        case "table":
            return "table"
        case "list_item":
            return "list"
        case _:
            return "text"


def _stands_apart(text: str, before: Statement, statement: Statement) -> bool:
    """Return whether a new paragraph begins between two statements; other text between them is handled by the caller."""
    gap = text[before.end : statement.start]
    ends = _LINE_END.findall(gap)
    if not ends:
        return False
    if len(ends) > 1 or statement.kind != before.kind:
        return True
    begin = max(text.rfind("\n", 0, before.end), text.rfind("\r", 0, before.end)) + 1
    found = _LINE_END.search(text, statement.start)
    end = found.start() if found else len(text)
    return statement.kind == "list_item" or max(before.end - begin, end - statement.start) > _UNBROKEN_CHARACTERS


def _blocks(text: str, start: int, end: int) -> Iterator[list[_Line]]:
    """Yield the visible lines of `text[start:end]`, grouped by the blank lines between them."""
    block: list[_Line] = []
    for line in _lines(text, start, end):
        if line.start == line.end:
            if block:
                yield block
            block = []
        else:
            block.append(line)
            if not line.opens:  # the rest of a statement's line never continues below it
                yield block
                block = []
    if block and not block[-1].closes and len(block) > 1:  # the text before a statement on its line is a block of its own
        yield block[:-1]
        block = block[-1:]
    if block:
        yield block


def _lines(text: str, start: int, end: int) -> Iterator[_Line]:
    place, opens = start, start == 0
    for found in _LINE_END.finditer(text, start, end):
        yield _Line(*trim(text, place, found.start()), opens, closes=True)
        place, opens = found.end(), True
    last = _Line(*trim(text, place, end), opens, closes=end == len(text))
    if last.start < last.end:
        yield last


def _piece(block: list[_Line]) -> Stretch:
    return Stretch(block[0].start, block[-1].end, None)


def _other_pieces(text: str, block: list[_Line]) -> list[Stretch]:
    """Return the pieces of other text: broken lines joined, rows of columns and lines of an address a piece each."""
    pieces: list[Stretch] = []
    goes_on = False
    for line in block:
        columns = _COLUMNS.search(text, line.start, line.end) is not None
        if goes_on and not columns:
            pieces[-1] = Stretch(pieces[-1].start, line.end, None)
        else:
            pieces.append(Stretch(line.start, line.end, None))
        goes_on = not columns and line.end - line.start >= _FILLED_CHARACTERS
    return pieces
