"""Items: paragraphs that are the items of a list although no mark stands before them.

In: blocks in order. Out: the same blocks, of which those that a lead-in with a colon announces and that
all open with a label, but with no title that a sentence follows, are items.
"""

from __future__ import annotations

import re

from forelook.segment.blocks import HEADING, LIST_ITEM, PARAGRAPH, Block
from forelook.segment.signs import find_title_signs
from forelook.segment.titles import match_title

LONGEST_ITEM = 700  # characters
FEWEST_ITEMS = 2  # labelled paragraphs in a row that make a list
_LABELLED = re.compile(r"(?!About\b|ABOUT\b|Disclaimer\b|DISCLAIMER\b)[A-Z0-9][\w’'&,/()®™ +-]{1,60}?(?::\s|\s?[–—]\s?|\s-{1,2}\s)(?=\S)")


def mark_items(text: str, blocks: list[Block]) -> list[Block]:
    """Return `blocks` with paragraphs turned into items where a lead-in announces two or more that open with a label."""
    out = blocks
    last = 0
    for index in [k for k, block in enumerate(blocks, 1) if text[block.end - 1] == ":" and block.kind in (PARAGRAPH, HEADING)]:
        if index <= last:
            continue
        last = index
        while last < len(out) and _is_labelled(text, out[last]):
            last += 1
        if last - index >= FEWEST_ITEMS:
            out = [*blocks] if out is blocks else out
            out[index:last] = [Block(block.start, block.end, LIST_ITEM) for block in out[index:last]]
    return out


def _is_labelled(text: str, block: Block) -> bool:
    if block.kind != PARAGRAPH or block.end - block.start > LONGEST_ITEM or text[block.end - 1] == ":":
        return False
    if _LABELLED.match(text, block.start, block.end) is None:
        return False
    return not match_title(text, block.start, block.end, find_title_signs(text, block.start, block.end))
