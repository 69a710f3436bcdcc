"""Sentences: the units of a release, cut from its blocks.

In: a text and its blocks. Out: units in order, each a sentence, heading, list item or table (which are tagged), or a
dateline, title, contact or artifact (which are not). Linear in the length of the text.
"""

from __future__ import annotations

import re

from msgspec import Struct

from forelook.characters import skip_blank, trim_blank
from forelook.segment.datelines import find_glued_dateline, match_dateline
from forelook.segment.ends import find_ends
from forelook.segment.forms import find_form_signs
from forelook.segment.headings import LONGEST_HEADING, is_capitalised, is_heading
from forelook.segment.joints import find_joints
from forelook.segment.layout import HEADING, PARAGRAPH, Block
from forelook.segment.mojibake import mend_marks
from forelook.segment.seams import states
from forelook.segment.signs import CREDIT, find_opening_signs, find_title_signs
from forelook.segment.titles import is_about, match_title

SENTENCE, DATELINE, TITLE = "sentence", "dateline", "title"

DATELINE_BLOCKS = 40  # a dateline is among the first blocks of a release
SECOND_DATELINE_BLOCKS = 6  # blocks after the first dateline in which the company's own follows that of the wire
LONGEST_CAPTION = 300  # characters of a table's caption, company and statement named
LONGEST_CREDIT = 80  # characters of the credit that a picture's caption ends in
LATE = 0.6  # share of a text after which pictures and their captions come
SHORTEST_HEADLINE = 25  # characters of a headline that is repeated as a picture's caption
HEADLINE_BLOCKS = 6  # blocks at the beginning of a release among which its headline is
_PROSE = frozenset((PARAGRAPH, HEADING))
_UNDERLINE = ("------", "======", "______")
_CAPTION = re.compile(r"\((?:[^()]{0,60}\b)?(?:in|of)\s+(?:U\.?S\.?\s+|Canadian\s+)?(?:thousands|millions|billions)\b|\(unaudited[);,]", re.IGNORECASE)
_CREDIT = re.compile(r"(?P<credit>\((?:Photo|Graphic|Image|Logo|Video)[^()]{0,60}\))\s*")
_CREDIT_LAST = re.compile(r"\((?P<whose>Credit|Photo|Graphic|Image): [^()\n]{1,60}\)$")
_MULTIMEDIA = ("This press release features multimedia.", "This news release features multimedia.")


class Unit(Struct, frozen=True, gc=False):
    """A stretch of text that is cut no further; `block` is the index of its block."""

    start: int
    end: int
    kind: str
    block: int


def cut_units(text: str, blocks: list[Block]) -> list[Unit]:
    """Return the units of `text`, in order; every non-blank character of every block is in exactly one."""
    text = mend_marks(text)
    units: list[Unit] = []
    last = DATELINE_BLOCKS  # block in which a dateline is looked for
    late = LATE * len(text)
    found = False
    for index, block in enumerate(blocks):
        start, end, kind = block.start, block.end, block.kind
        if kind not in _PROSE:
            units.append(Unit(start, end, kind, index))
            continue
        named = text[end - 1] == ")" and ((end - start < LONGEST_CAPTION and _CAPTION.search(text, start, end)) or _is_credited(text, block))
        if named or (start > late and _is_caption(text, blocks, index)):
            units.append(Unit(start, end, TITLE, index))
            continue
        if index <= last:
            start, final = _cut_dateline(text, block, index, units, found=found)
            if final and not found:
                found, last = True, min(last, index + SECOND_DATELINE_BLOCKS)
        if kind == HEADING and start == block.start and (text[start] != "A" or not is_about(text, start, end)):
            units.append(Unit(start, end, HEADING, index))
        elif start < end:
            _cut_paragraph(text, start, end, index, units)
    return units


def _is_caption(text: str, blocks: list[Block], index: int) -> bool:
    """Tell a picture's title or caption in the last part of a release: a rule underlines it, or it repeats an earlier heading."""
    block = blocks[index]
    if index + 1 < len(blocks) and blocks[index + 1].start - block.end == 1 and text.startswith(_UNDERLINE, blocks[index + 1].start):
        return True
    size = block.end - block.start
    if block.kind != HEADING or size < SHORTEST_HEADLINE:
        return False
    alike = [other for other in blocks[: min(index, HEADLINE_BLOCKS)] if other.end - other.start == size and other.kind == HEADING]
    return any(text.startswith(text[block.start : block.end], other.start) for other in alike)


def _is_credited(text: str, block: Block) -> bool:
    """Tell what is said of a picture: it ends in the picture's credit, and in one of a wire where a wire's line opens it."""
    credit = _CREDIT_LAST.search(text, max(block.start, block.end - LONGEST_CREDIT), block.end)
    return credit is not None and (credit["whose"] == "Credit" or text.startswith(_MULTIMEDIA, block.start))


def _cut_dateline(text: str, block: Block, index: int, units: list[Unit], *, found: bool) -> tuple[int, bool]:
    """Cut the dateline off a paragraph, and the headline that it may be glued to; return where the rest begins, and whether it was the release's own."""
    start = block.start
    dateline = match_dateline(text, start, block.end, heading=block.kind == HEADING)
    if dateline is None and not found and (place := find_glued_dateline(text, start, block.end)):
        headline_end = trim_blank(text, start, place)
        if find_ends(text, start, headline_end) or find_joints(text, start, headline_end):
            _cut_paragraph(text, start, headline_end, index, units)
        else:
            units.append(Unit(start, headline_end, HEADING, index))
        start, dateline = place, match_dateline(text, place, block.end)
    if dateline is None or (found and not dateline.second):
        return start, False
    units.append(Unit(start, trim_blank(text, start, dateline.end), DATELINE, index))
    return skip_blank(text, dateline.end, block.end), dateline.final


def _cut_paragraph(text: str, start: int, end: int, index: int, units: list[Unit]) -> None:
    joints = set(find_joints(text, start, end))
    title_end = min(joints)[0] if joints else end
    if signs := find_title_signs(text, start, title_end):
        start = _cut_title(text, start, title_end, index, units, signs)
    ends = find_ends(text, start, end)
    if joints:
        known = {resume for _, resume in ends}
        ends = sorted({*ends, *(joint for joint in joints if joint[1] not in known)})
    glued = False  # there is no blank between the sentence before and this one
    for cut, resume in [*ends, (end, end)]:
        if signs := find_title_signs(text, start, cut) if glued else find_opening_signs(text, start, cut):
            start = _cut_opening(text, start, cut, index, units, signs)
        if start < cut:
            units.append(Unit(start, cut, _find_kind(text, start, cut) if (cut, resume) in joints else SENTENCE, index))
        start, glued = resume, cut == resume


def _cut_opening(text: str, start: int, end: int, index: int, units: list[Unit], signs: int) -> int:
    """Cut off the credit of a picture and the heading with which a sentence begins and return where the rest begins."""
    if signs & CREDIT and (rest := _cut_credit(text, start, end, index, units)) > start:
        start, signs = rest, find_title_signs(text, rest, end)
    return _cut_title(text, start, end, index, units, signs)


def _find_kind(text: str, start: int, end: int) -> str:
    """Return what a piece is that no full stop ends: a title where its words are capitalised, a sentence where it leads in or ends in an address."""
    content = text[start : min(end, start + LONGEST_HEADING + 1)]
    if content.endswith(":") or content.rsplit(None, 1)[-1].count(".") or not is_heading(content, find_form_signs(content)):
        return SENTENCE
    bare = content.startswith("About ") or (is_capitalised(content) and not states(content))
    return TITLE if bare else HEADING


def _cut_credit(text: str, start: int, end: int, index: int, units: list[Unit]) -> int:
    """Cut off the credit of a picture with which a sentence begins and return where the rest begins."""
    credit = _CREDIT.match(text, start, end)
    if credit is None:
        return start
    units.append(Unit(start, credit.end("credit"), TITLE, index))
    return credit.end()


def _cut_title(text: str, start: int, end: int, index: int, units: list[Unit], signs: int) -> int:
    """Cut the heading off with which a sentence begins and return where the rest begins; one that is glued to it may assert something."""
    title_end = match_title(text, start, end, signs)
    if not title_end:
        return start
    asserts = not text[title_end].isspace() and states(text[start:title_end])
    units.append(Unit(start, trim_blank(text, start, title_end), HEADING if asserts else TITLE, index))
    return skip_blank(text, title_end, end)
