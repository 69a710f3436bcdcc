"""Lists on plain lines: a statement of several lines, each of which gives a figure of its own, as "Revenue: $10 million" over "Gross margin: 35%".

In: a statement. Out: its items, or the statement as it is where its lines are those of a sentence or a table.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from forelook.figures.tables.grid import LINE
from forelook.figures.yielding import looks_tabular
from forelook.records import Statement

_LABELLED = re.compile(r"[^\w\s]{0,2}\s*[A-Z][^\d:;.]{2,70}:\s+\S")
_DATED = re.compile(r"(?:Q[1-4]|[1-4]Q|[HF]Y?\s?\d|(?:First|Second|Third|Fourth)\s+[Qq]uarter|Full[\s-][Yy]ear|Fiscal)[^:;.]{0,30}:\s+\S")
_BEGINS = re.compile(r"[^\w\s]{0,2}\s*[A-Z]\D{3,}\d")
_ENDED = re.compile(r"(?:[\d%);]|\b(?:million|billion|percent|shares?|points|range|units))(?:[;,.]|[;,]?\s+and)?$")
_MANY = 4  # lines, each of which begins with a capital and bears a figure, as those of no sentence do
_STOPS = ("", *".:;!?")
_NEAR = 100  # characters beside a statement in which its line begins or ends
_LONGEST_LEAD = 120
_LONGEST = 300  # characters of an item


def split_lines(statement: Statement) -> list[Statement]:
    """Return the items of a statement, each a line."""
    if "\n" not in statement.text or statement.kind == "table" or looks_tabular(statement.text):
        return [statement]
    lines = [line for line in LINE.finditer(statement.text) if line.group().strip()]
    led = len(lines) > 1 and len(lines[0].group()) < _LONGEST_LEAD and lines[0].group().rstrip().endswith(":")
    items = lines[1:] if led else lines
    alike = len(lines) >= _MANY and all(_BEGINS.match(line.group().strip()) for line in lines)
    if len(lines) < 2 or not (alike or all(_is_item(line.group().strip()) for line in items)):
        return [statement]
    start = statement.start
    return [replace(statement, text=line.group(), start=start + line.start(), end=start + line.end(), kind="list_item") for line in lines]


def stands_alone(text: str, statement: Statement) -> bool:
    """Return whether a statement fills lines of its own in a text and ends without a stop, as an item of a list without marks does."""
    before = text[max(0, statement.start - _NEAR) : statement.start].rstrip(" \t")
    after = text[statement.end : statement.end + _NEAR].lstrip(" \t")
    return before[-1:] in ("", "\n") and after[:1] in ("", "\n") and statement.text.rstrip()[-1:] not in _STOPS


def _is_item(line: str) -> bool:
    """Return whether a line is whole: a label with what it is, or words that begin and end as an item with a figure does."""
    if len(line) > _LONGEST:
        return False
    return _LABELLED.match(line) is not None or _DATED.match(line) is not None or (_BEGINS.match(line) is not None and _ENDED.search(line) is not None)
