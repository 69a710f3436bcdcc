"""Items: paragraphs that are items of a list although they have no mark.

In: blocks in order. Out: the same blocks, of which those that a lead-in with a colon announces and that
all open with a label, but with no title that a sentence follows, are items, and so are those of an event ("What: …", "When: …").
"""

from __future__ import annotations

import re

from forelook.segment.blocks import CONTACT, HEADING, LIST_ITEM, PARAGRAPH, Block
from forelook.segment.breaks import FEWEST_LABELS, LABEL
from forelook.segment.signs import find_title_signs
from forelook.segment.titles import match_title

LONGEST_ITEM = 700  # characters
LONGEST_EVENT_LABEL = 50  # characters of "Telephone number" or "Participant registration", the longest with what may follow it
FEWEST_ITEMS = 2  # labelled paragraphs in a row that make a list
_TITLES = ("What It", "What it", "Why It", "Why it", "How It", "How it", "Who Is", "Who is", "Why This", "Why this")  # "Why It Matters: The mill …"
_LABELLED = re.compile(r"(?!About\b|ABOUT\b|Disclaimer\b|DISCLAIMER\b)[A-Z0-9][\w’'&,/()®™ +-]{1,60}?(?::\s|\s?[–—]\s?|\s-{1,2}\s)(?=\S)")


def mark_items(text: str, blocks: list[Block]) -> list[Block]:
    """Return `blocks` with paragraphs turned into items where a lead-in announces two or more that open with a label, or say what, when and where."""
    out = _mark_event_lines(text, blocks)
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


def _mark_event_lines(text: str, blocks: list[Block]) -> list[Block]:
    """Return `blocks` with paragraphs turned into items where several in a row give the details of an event: what, when, where."""
    out = blocks
    last = 0
    for index, block in enumerate(blocks):
        if index < last or not _is_event_detail(text, block):
            continue
        last = index + 1
        while last < len(blocks) and _is_event_detail(text, blocks[last]):
            last += 1
        if last - index >= FEWEST_LABELS and any(each.kind == PARAGRAPH for each in blocks[index:last]):
            out = [*blocks] if out is blocks else out
            out[index:last] = [Block(each.start, each.end, LIST_ITEM) if each.kind == PARAGRAPH else each for each in blocks[index:last]]
    return out


def _is_event_detail(text: str, block: Block) -> bool:
    if block.kind not in (PARAGRAPH, HEADING, CONTACT) or text.find(":", block.start, min(block.end, block.start + LONGEST_EVENT_LABEL)) < 0:
        return False
    if block.end - block.start > LONGEST_ITEM or text[block.end - 1] == ":":
        return False
    label = LABEL.match(text, block.start, block.end)
    return label is not None and not text.startswith(_TITLES, block.start)
