"""Joins: blocks that a blank line, a page's end or a caption interrupts, put together again.

In: blocks in order. Out: blocks in order, fewer. Linear in their number.
"""

from __future__ import annotations

import re
from collections.abc import Container

from forelook.characters import skip_blank
from forelook.segment.blocks import ARTIFACT, CONTACT, HEADING, LIST_ITEM, PARAGRAPH, TABLE, Block
from forelook.segment.breaks import TERMINAL
from forelook.segment.forms import split_cells
from forelook.segment.gaps import find_joinable
from forelook.segment.headings import EMAIL_OR_PHONE, find_reach
from forelook.segment.quotes.cues import FINITE
from forelook.segment.tables import count_numbers
from forelook.segment.words import function_words

SHORTEST_OPEN = 60  # characters of a paragraph that a blank line can interrupt
SHORTEST_OPEN_ITEM = 45  # characters of an item that one can: its mark says where it begins
LONGEST_CAPTION = 80  # characters of a caption among the rows of a table
LONGEST_CONTACTS = 1500  # characters of rows that only say how somebody is reached, as of lines in headings.py
FARTHEST_ROW = 200  # characters from a caption to the next row
LONGEST_LEAD_IN = 160  # characters of a paragraph that only says who speaks
QUOTATION_REACH = 8000  # characters before a parted mark in which its quotation begins
MOST_MARKS = 8  # before a parted mark that are asked whether they open or close
CAPTIONS = 3  # blocks that may separate two rows
_FUNCTION_WORDS = "|".join(function_words())
_LINKS = re.compile(rf"\s(?:{_FUNCTION_WORDS})$")
_LINKED_IN_CAPITALS = re.compile(rf"(?:{_FUNCTION_WORDS.upper()})\s")
_LINKS_IN_CAPITALS = re.compile(rf"(?:,|\s(?:{_FUNCTION_WORDS.upper()}))$")
_SPEAKER = re.compile(r"(?:(?:Mr|Ms|Mrs|Dr)\.\s)?[A-Z][\w.’'-]+(?:\s(?:[a-z]{2,3}\s)?[A-Z][\w.’'-]+){1,3},\s[A-Z]")
_CUE_LAST = re.compile(rf"\b(?:{FINITE})(?:\s\w+)?:$")
_LETTER_LAST = re.compile(r"\s[a-z]\.$")
_INITIALS_LAST = re.compile(r"[A-Z]\.[A-Z]\.$")
_NUMBERED = re.compile(r"(?:Table|Figure|Exhibit)\s+\d")


def join_tables(text: str, blocks: list[Block], known: Container[int] = ()) -> list[Block]:
    """Join rows that only blank lines separate, with the labels and column heads among them.

    `known` holds where tables begin that are such however few their rows.
    """
    out: list[Block] = []
    for block in blocks:
        if block.kind == TABLE and out:
            k = len(out) - 1
            while k >= 0 and len(out) - k <= CAPTIONS and _may_stand_in_table(text, out[k], block):
                k -= 1
            if k >= 0 and out[k].kind == TABLE:
                start = out[k].start
                del out[k:]
                out.append(Block(start, block.end, TABLE))
                continue
        out.append(block)
    out = [_lone_row(text, block) if block.kind == TABLE and block.start not in known else block for block in out]
    return [Block(block.start, block.end, CONTACT) if block.kind == TABLE and _lists_contacts(text, block) else block for block in out]


def _lists_contacts(text: str, block: Block) -> bool:
    """Return whether rows give names with addresses, or links to files, and no amounts."""
    if block.end - block.start > LONGEST_CONTACTS or (text.find("@", block.start, block.end) < 0 and text.find("://", block.start, block.end) < 0):
        return False
    return not any(text.find(sign, block.start, block.end) >= 0 for sign in "$€£%")


def _may_stand_in_table(text: str, block: Block, table: Block) -> bool:
    if block.kind not in (HEADING, ARTIFACT) or block.end - block.start >= LONGEST_CAPTION or table.start - block.end >= FARTHEST_ROW:
        return False
    return text.find("<PAGE>", block.start, block.end) < 0 and not _NUMBERED.match(text, block.start)


def _lone_row(text: str, block: Block) -> Block:
    """Turn a lone row that is no table (a headline with a wide gap, a signature line) back into text."""
    if text.find("\n", block.start, block.end) >= 0:
        return block
    content = text[block.start : block.end]
    if count_numbers(split_cells(content)) > 1:
        return block
    return Block(block.start, block.end, CONTACT if find_reach(content) else PARAGRAPH)


def join_over_gaps(text: str, blocks: list[Block]) -> list[Block]:
    """Join a paragraph that a blank line interrupts in mid-sentence, a headline in mid-phrase, and a bullet with its item."""
    blocks = _give_back_marks(text, blocks)
    out: list[Block] = []
    taken = 0
    for k in find_joinable(text, blocks):
        out += blocks[taken:k]
        taken = k + 1
        found, following = blocks[k], blocks[taken] if taken < len(blocks) else None
        block: Block | None = found
        if text[found.start] == '"' and _is_left_over(text, out[-1], found, following):
            out[-1] = Block(out[-1].start, found.start + 1, out[-1].kind)
            start = skip_blank(text, found.start + 1, found.end)
            block = Block(start, found.end, PARAGRAPH if found.kind == ARTIFACT else found.kind) if start < found.end else None
        kind = _choose_kind(text, out[-1], block) if block is not None else None
        if block is not None and kind is None:
            out.append(block)
        elif block is not None and kind is not None:
            out[-1] = Block(out[-1].start, block.end, kind)
    return out + blocks[taken:]


def _choose_kind(text: str, before: Block, block: Block) -> str | None:
    """Return the kind of the block that two blocks make together, None where each is one of its own."""
    if _is_torn(text, before, block):
        return before.kind
    if _is_lone_mark(text, before) and block.kind in (PARAGRAPH, HEADING):
        return PARAGRAPH
    if _goes_on(text, before, block):
        wrapped = before.kind == HEADING and text[block.start].islower()  # the first line of a paragraph, not a heading
        return PARAGRAPH if wrapped else before.kind
    return PARAGRAPH if _leads_in(text, before, block) else None


def _is_torn(text: str, before: Block, block: Block) -> bool:
    """Return whether the blank line splits an address, a degree or a name ("Ph. / D.", "the i. / MX chip", "the U.S. / elections")."""
    if before.kind not in (PARAGRAPH, LIST_ITEM) or block.kind not in (PARAGRAPH, HEADING, CONTACT, LIST_ITEM) or text[before.end - 1] != ".":
        return False
    degree = text.endswith("Ph.", 0, before.end) and text.startswith("D.", block.start)  # "D." looks like the number of an item
    if degree or _LETTER_LAST.search(text, max(before.start, before.end - 3), before.end):
        return degree or text[block.start : block.start + 2].isupper()
    if text[block.start].islower() and _INITIALS_LAST.search(text, before.end - 4, before.end):
        return before.end - before.start > SHORTEST_OPEN and not EMAIL_OR_PHONE.match(text, block.start)
    return block.kind != LIST_ITEM and text.endswith((" www.", "/www."), 0, before.end)


def _is_lone_mark(text: str, block: Block) -> bool:
    """Tell a quotation mark that was parted from the paragraph that it opens."""
    return block.end - block.start == 1 and text[block.start] in '"“'


def _give_back_marks(text: str, blocks: list[Block]) -> list[Block]:
    """Give the mark with which a paragraph ends to the next one where no quotation is open and the next one closes what the mark begins."""
    out = blocks
    for k in [k for k, block in enumerate(blocks[:-1]) if text[block.end - 1] == '"']:
        block, following = out[k], out[k + 1]
        if block.end - block.start < SHORTEST_OPEN or block.kind != PARAGRAPH or following.kind != PARAGRAPH:
            continue
        mark = text.find('"', following.start, following.end)
        if text[block.end - 2] == "." and mark > 0 and not _opens(text, mark) and not _is_open(text, block.end - 1):
            out = [*blocks] if out is blocks else out
            out[k], out[k + 1] = Block(block.start, block.end - 1, PARAGRAPH), Block(block.end - 1, following.end, PARAGRAPH)
    return out


def _is_left_over(text: str, before: Block, block: Block, following: Block | None) -> bool:
    """Return whether the mark that opens a paragraph closes a quotation that began before, from which it was parted."""
    if before.kind not in (PARAGRAPH, LIST_ITEM) or (block.end - block.start > 1 and not text[block.start + 1].isspace()):
        return False
    if text[before.end - 1] not in ".!?," or not (_is_open(text, block.start) or _leaves_open(text, before)):
        return False
    if following is None or block.end - block.start > 1:
        return True
    mark = text.find('"', following.start, following.end)
    return mark < 0 or mark == following.end - 1 or _opens(text, mark)  # else the next paragraph ends what the mark begins


def _is_open(text: str, place: int) -> bool:
    """Return whether a quotation is open before `place`: whether the last mark opens one whose neighbours say so, turned about by each mark after it."""
    floor, turned = max(0, place - QUOTATION_REACH), False
    for _ in range(MOST_MARKS):
        last = max(text.rfind('"', floor, place), text.rfind("“", floor, place), text.rfind("”", floor, place))
        if last < 0:
            break
        if text[last] != '"':
            return (text[last] == "“") != turned
        opens, closes = _opens(text, last), _closes(text, last)
        if opens != closes:
            return opens != turned
        place, turned = last, not turned
    return turned


def _opens(text: str, mark: int) -> bool:
    """Return whether a straight mark has nothing before it that it could close."""
    return mark == 0 or text[mark - 1].isspace() or text[mark - 1] in "([—–-:"


def _closes(text: str, mark: int) -> bool:
    """Return whether a straight mark has nothing after it that it could open."""
    return mark + 1 == len(text) or text[mark + 1].isspace() or text[mark + 1] in ".,;:?!)]—–-"


def _leaves_open(text: str, block: Block) -> bool:
    """Return whether more straight marks of a block open quotations than close one, as where one holds another: "We "close the circle" with it."""
    depth, mark = 0, text.find('"', block.start, block.end)
    while mark >= 0:
        depth += _opens(text, mark) - _closes(text, mark)
        mark = text.find('"', mark + 1, block.end)
    return depth > 0


def _leads_in(text: str, before: Block, block: Block) -> bool:
    """Return whether a paragraph names the speaker of the quotation that opens the next ("Jane Roe, president, said:")."""
    if block.kind != PARAGRAPH or before.kind not in (PARAGRAPH, HEADING) or text[before.end - 1] != ":" or text[block.start] not in '"“\x93':
        return False
    if before.end - before.start > LONGEST_LEAD_IN:
        return False
    return _SPEAKER.match(text, before.start, before.end) is not None or _CUE_LAST.search(text, before.end - 40, before.end) is not None


def _goes_on(text: str, before: Block, block: Block) -> bool:
    if block.kind not in (PARAGRAPH, HEADING):
        return False
    if before.kind == LIST_ITEM and before.end - before.start == 1:
        return True
    if before.kind == HEADING == block.kind:
        tail, head = text[max(before.start, before.end - 12) : before.end], text[block.start : block.start + 12]
        return head.isupper() and tail.isupper() and bool(_LINKED_IN_CAPITALS.match(head) or _LINKS_IN_CAPITALS.search(tail))
    if before.end - before.start <= (SHORTEST_OPEN_ITEM if before.kind == LIST_ITEM else SHORTEST_OPEN):
        return False
    linked = _LINKS.search(text, before.end - 12, before.end) is not None
    return (
        (before.kind in (PARAGRAPH, LIST_ITEM) or (before.kind == HEADING and (text[block.start].islower() or linked) and text[before.end - 1].isalpha()))
        and (text[block.start].islower() or linked)
        and not TERMINAL.search(text[before.end - 8 : before.end])
        and not EMAIL_OR_PHONE.match(text, block.start)
    )
