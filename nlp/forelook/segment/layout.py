"""Layout: where the blocks of a release are and what each is.

In: a text, and the tables that its reader knows of. Out: blocks in reading order, each a stretch of the text with a kind: paragraph, heading, list_item, table,
contact or artifact. Hard-wrapped lines are joined into one block, one-line paragraphs stay as they are. Sentences are
not looked for here. Linear in the length of the text.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from forelook.characters import skip_blank
from forelook.segment.blocks import ARTIFACT, BLOCK_KINDS, CONTACT, HEADING, LIST_ITEM, PARAGRAPH, TABLE, Block
from forelook.segment.breaks import TERMINAL, has_labels, is_break
from forelook.segment.headings import find_kind, is_contact_group
from forelook.segment.items import mark_items
from forelook.segment.joins import join_over_gaps, join_tables
from forelook.segment.lines import END_MARK, LONGEST_END_MARK, Line, find_lines
from forelook.segment.page_heads import mark_page_heads
from forelook.segment.spacing import close_gaps
from forelook.segment.tables import CELL_GAP, has_figures

__all__ = ["ARTIFACT", "BLOCK_KINDS", "CONTACT", "HEADING", "LIST_ITEM", "PARAGRAPH", "TABLE", "Block", "find_blocks"]

_LOST = "\x0f"  # one character is found many times as fast as two
_LOST_DASH = f"{_LOST}="
NOWHERE = sys.maxsize  # where a table begins that there is not
LONGEST_DASH = 2  # characters; more of them are a rule
_KINDS = {ARTIFACT: ARTIFACT, TABLE: TABLE, "rule": ARTIFACT}  # of blocks, by the role of their lines alone
LONGEST_WRAPPED = 24  # characters of a line that holds a wrapped word or two
SHORTEST_PROSE = 30  # characters of a line of prose inside which a figure alone on its line is a wrapped word


def find_blocks(text: str, tables: Sequence[tuple[int, int]] = ()) -> list[Block]:
    """Return the blocks of `text`, in order, without overlap, covering all that is not blank.

    `tables` are spans of rows, in order, that are known to be such; those without figures are taken for text all the same.
    """
    lines = close_gaps(text, find_lines(text))
    known = [span for span in tables if has_figures(text[slice(*span)])]
    blocks: list[Block] = []
    for first, last, is_table in _group(lines, known):
        if is_table:
            blocks.append(Block(lines[first].start, lines[last - 1].end, TABLE))
        else:
            _cut_group(text, lines[first:last], blocks)
    blocks = join_tables(text, mark_page_heads(text, blocks), {start for start, _ in known})
    blocks = mark_items(text, join_over_gaps(text, blocks))
    return blocks if _LOST not in text else [part for block in blocks for part in _part_at_lost_dashes(text, block)]


def _part_at_lost_dashes(text: str, block: Block) -> Iterator[Block]:
    """Yield the parts of a headline in which a dash, of which a mailer left two characters, precedes the sub-headline."""
    start = block.start
    while (place := text.find(_LOST_DASH, start, block.end)) >= 0 and block.kind in (HEADING, PARAGRAPH):
        end = place + len(_LOST_DASH)
        if end == block.end:
            break
        yield Block(start, end, find_kind(text, start, end))
        start = skip_blank(text, end, block.end)
    yield block if start == block.start else Block(start, block.end, find_kind(text, start, block.end))


def _group(lines: list[Line], known: list[tuple[int, int]]) -> Iterator[tuple[int, int, bool]]:
    """Yield the runs of lines without a blank line inside, and of those that make a known table: first, last (excluded), which."""
    first = 0
    table = iter(known)
    start, end = next(table, (NOWHERE, NOWHERE))
    inside = False
    for k, line in enumerate(lines):
        if line.start >= end:
            start, end = next((span for span in table if span[1] > line.start), (NOWHERE, NOWHERE))
        enters = line.start >= start
        if k > first and (enters != inside or (line.gap and not inside)):
            yield first, k, inside
            first = k
        inside = enters
    if first < len(lines):
        yield first, len(lines), inside


def _cut_group(text: str, lines: list[Line], blocks: list[Block]) -> None:
    """Add the blocks into which a run of lines without a blank line inside it is cut."""
    if len(lines) == 1:
        _add_block(text, lines[0], lines[0].end, blocks)
        return
    if not any(line.role in (LIST_ITEM, ARTIFACT) for line in lines) and not has_labels(text, lines):
        longest = max(line.end - line.start for line in lines)
        if is_contact_group(text[lines[0].start : lines[-1].end], longest):
            blocks.append(Block(lines[0].start, lines[-1].end, CONTACT))
            return
    rows = sum(line.role == TABLE for line in lines)
    if rows >= 2 and rows * 3 >= len(lines):
        _cut_table_group(text, lines, blocks)
        return
    lines = _mend_prose(text, lines)
    width = max(line.indent + line.end - line.start for line in lines)
    start = 0
    for k in range(1, len(lines) + 1):
        if k == len(lines) or is_break(text, lines[k - 1], lines[k], width, lines[start]):
            _add_block(text, lines[start], lines[k - 1].end, blocks)
            start = k


def _mend_prose(text: str, lines: list[Line]) -> list[Line]:
    """Turn a word that a mailer wrapped onto a line of its own ("10", "--", "more") from an artifact back into prose."""
    mended = lines
    for k in range(1, len(lines) - 1):
        dash = lines[k].role == "rule" and lines[k].end - lines[k].start <= LONGEST_DASH
        if (lines[k].role == ARTIFACT or dash) and _is_wrapped_word(text, lines[k - 1], lines[k], lines[k + 1]):
            mended = [*lines] if mended is lines else mended
            mended[k] = replace(lines[k], role="text")
    return mended


def _is_wrapped_word(text: str, before: Line, line: Line, following: Line) -> bool:
    if line.end - line.start > LONGEST_WRAPPED or before.role not in ("text", LIST_ITEM) or following.role != "text" or line.indent > before.indent + 8:
        return False
    if before.end - before.start < SHORTEST_PROSE and not text[line.start].islower():
        return False
    return not TERMINAL.search(text[max(before.start, before.end - 12) : before.end]) and text[line.start] not in "<#*_"


def _cut_table_group(text: str, lines: list[Line], blocks: list[Block]) -> None:
    """Add a table, with prose that touches it cut off its upper and lower edge."""
    first = next(k for k, line in enumerate(lines) if line.role == TABLE)
    last = max(k for k, line in enumerate(lines) if line.role == TABLE)
    while first and _belongs_to_table(text, lines[first - 1]):
        first -= 1
    while last + 1 < len(lines) and lines[last + 1].role == "rule":
        last += 1
    if first:
        _cut_group(text, lines[:first], blocks)
    blocks.append(Block(lines[first].start, lines[last].end, TABLE))
    if last + 1 < len(lines):
        _cut_group(text, lines[last + 1 :], blocks)


def _belongs_to_table(text: str, line: Line) -> bool:
    content = text[line.start : line.end]
    return (
        line.role == "rule"
        or content[:1] == "<"
        or bool(CELL_GAP.search(content))
        or (line.indent > 25 and len(content) < 60)
        or (len(content) < 40 and content.endswith(":"))
    )


def _add_block(text: str, first: Line, end: int, blocks: list[Block]) -> None:
    """Add the block that the lines from `first` to `end` make, and the end mark after it as one of its own."""
    start, role = first.start, first.role
    if role in _KINDS:
        blocks.append(Block(start, end, _KINDS[role]))
        return
    mark = END_MARK.search(text, max(start, end - LONGEST_END_MARK), end) if text[end - 1] in "#-*)" else None
    stop = mark.start() if mark is not None else end
    blocks.append(Block(start, stop, LIST_ITEM if role == LIST_ITEM else find_kind(text, start, stop)))
    if mark is not None:
        blocks.append(Block(mark.end("blank"), end, ARTIFACT))
