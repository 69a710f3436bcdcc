"""Page heads: the line that a release repeats at the top of each page, under the mark of the page before ("Tarn Foods/Page 2", "Tarn - Add 1").

In: blocks in order. Out: the same blocks, with those lines as artifacts, so that a sentence or a quotation continues after them. A line without a page
number counts only in the middle of a sentence, and only if it also occurs on an earlier page.
"""

from __future__ import annotations

import re
from itertools import pairwise

from forelook.segment.blocks import ARTIFACT, HEADING, PARAGRAPH, Block
from forelook.segment.breaks import LOWER_START, TERMINAL

LONGEST_HEAD = 80  # characters
REPEATED_WITHIN = 12_000  # characters before a head in which the same line must occur, about three pages
_NUMBER = r"(?:\d{1,2}|one|two|three|four|five|six)"
_HEAD = re.compile(
    rf"(?:page|add)\s?{_NUMBER}\b\s*[-–—:/,].*$|.*(?:[/,–—-]|\s)\s?(?:page|add|p\.)\s?{_NUMBER}(?:\sof\s\d{{1,2}})?\W*$", re.IGNORECASE | re.DOTALL
)


def mark_page_heads(text: str, blocks: list[Block]) -> list[Block]:
    """Return `blocks` with page heads turned into artifacts: lines right after another artifact, or inside a sentence, that name a page or occur again."""
    out = blocks
    for index, (before, head) in enumerate(pairwise(blocks), 1):
        if before.kind not in (ARTIFACT, PARAGRAPH) or head.kind not in (HEADING, PARAGRAPH) or head.end - head.start > LONGEST_HEAD:
            continue
        if before.kind == PARAGRAPH and not (_splits_sentence(text, blocks, index) or _stands_over_number(text, blocks, index)):
            continue
        if _HEAD.match(text, head.start, head.end) or _interrupts(text, blocks, index) or _stands_over_number(text, blocks, index):
            out = [*blocks] if out is blocks else out
            out[index] = Block(head.start, head.end, ARTIFACT)
    return out


def _splits_sentence(text: str, blocks: list[Block], index: int) -> bool:
    """Return whether a block after a paragraph ends in a number, in the middle of a sentence."""
    if not text[blocks[index].end - 1].isdigit() or index == len(blocks) - 1:
        return False
    before, after = blocks[index - 1], blocks[index + 1]
    return LOWER_START.match(text, after.start, after.end) is not None and TERMINAL.search(text, before.start, before.end) is None


def _stands_over_number(text: str, blocks: list[Block], index: int) -> bool:
    """Return whether a heading inside a sentence stands on the line above the number of a page."""
    if not 0 < index < len(blocks) - 2 or blocks[index].kind != HEADING or blocks[index + 1].kind != ARTIFACT:
        return False
    before, after = blocks[index - 1], blocks[index + 2]
    if blocks[index + 1].start - blocks[index].end != 1 or before.kind != PARAGRAPH or TERMINAL.search(text, before.start, before.end):
        return False
    return LOWER_START.match(text, after.start, after.end) is not None


def _interrupts(text: str, blocks: list[Block], index: int) -> bool:
    """Return whether a line that also occurs on an earlier page splits a sentence, together with the artifact before it."""
    if not 1 < index < len(blocks) - 1:
        return False
    before, head, after = blocks[index - 2], blocks[index], blocks[index + 1]
    if before.kind != PARAGRAPH or LOWER_START.match(text, after.start, after.end) is None or TERMINAL.search(text, before.start, before.end):
        return False
    return text.find(text[head.start : head.end], max(0, head.start - REPEATED_WITHIN), head.start) >= 0
