"""Layout: where the blocks of a release stand and what each is.

In: a text. Out: blocks in reading order, each a stretch of the text with a kind: paragraph, heading, list_item, table,
contact or furniture. Hard-wrapped lines are joined into one block, one-line paragraphs stay as they are. Sentences are
not looked for here. Linear in the length of the text.
"""

from __future__ import annotations

import re

from msgspec import Struct

from forelook.segment.lines import CELL_GAP, FURNITURE, LIST_ITEM, TABLE, Line, count_numbers, find_lines
from forelook.segment.words import function_words, month_pattern

__all__ = ["BLOCK_KINDS", "CONTACT", "FURNITURE", "HEADING", "LIST_ITEM", "PARAGRAPH", "TABLE", "Block", "find_blocks"]

PARAGRAPH, HEADING, CONTACT = "paragraph", "heading", "contact"
BLOCK_KINDS = (PARAGRAPH, HEADING, LIST_ITEM, TABLE, CONTACT, FURNITURE)

WIDEST_WRAP = 132  # columns; EDGAR allowed 132, wire copy 60 to 80: longer lines are whole paragraphs
LONGEST_HEADING = 240  # characters; headlines with three clauses reach 200
RAGGED = 3  # columns a wrapped line may fall short of what would have fitted


class Block(Struct, frozen=True, gc=False):
    """A stretch of text with one layout role; `start` and `end` stand at non-blank characters."""

    start: int
    end: int
    kind: str


_EMAIL_OR_PHONE = re.compile(
    r"[\w.+-]+@[\w-]+\.\w|(?<![\d-])(?:\+?\d{1,3}[ .-])?\(?\d{3}\)?[ .\u2011–-]{1,2}\d{3}[ .\u2011–-]\d{4}(?!\d)|\b(?:tel|phone|fax|e-?mail|telephone)\b\s*[:.]|https?://|\bwww\.",
    re.IGNORECASE,
)
_PHONE_END = re.compile(r"\d{3}[ .\u2011–-]\d{4}")
_CONTACT_OPENING = re.compile(r"/?\W?(?:(?:\w+[ /&,-]+){0,5}(?i:contacts?|inquiries|enquiries)\b(?:\s*:|\s*$|\s{2,})|/?(?:CONTACT|SOURCE|Source)\s*:?\s)")
_TERMINAL = re.compile(r"""[.!?:]["”’')\]*†‡]*\d?$""")
_WORD = re.compile(r"\S+")
_LOWER_START = re.compile(r"[\"“‘(]?[a-z]")
_TITLE_BREAK = re.compile(r"(?:[,;&/–—-]|\b(?:" + "|".join(function_words()) + r"))$", re.IGNORECASE)
_TITLE_CONTINUES = re.compile(r"(?:[&–—(]|(?:" + "|".join(function_words()) + r")\b)", re.IGNORECASE)
_LINKS = re.compile(r"\s(?:" + "|".join(function_words()) + r")$")
_SENTENCE_INSIDE = re.compile(r"[.!?](?<=[a-z0-9)”\"]{2}[.!?])\s+[A-Z“\"]")  # begins with the mark, which is found fast
_DATE_ONLY = re.compile(rf"(?:\w+day,?\s+)?{month_pattern()}\s+\d{{1,2}},?\s+\d{{4}}\.?$")


def find_blocks(text: str) -> list[Block]:
    """Return the blocks of `text`, in order, without overlap, covering all that is not blank."""
    lines = find_lines(text)
    blocks: list[Block] = []
    i = 0
    while i < len(lines):
        j = i + 1
        while j < len(lines) and not lines[j].gap:
            j += 1
        blocks += _cut_group(text, lines[i:j])
        i = j
    return _join_over_gaps(text, _join_tables(text, blocks))


def _cut_group(text: str, lines: list[Line]) -> list[Block]:
    """Cut a run of lines without a blank line inside it into blocks."""
    if len(lines) == 1:
        return [_block(text, lines)]
    if _is_contact_group(text, lines):
        return [Block(lines[0].start, lines[-1].end, CONTACT)]
    rows = sum(line.role == TABLE for line in lines)
    if rows >= 2 and rows * 3 >= len(lines):
        return _cut_table_group(text, lines)
    width = max(line.indent + line.end - line.start for line in lines)
    blocks: list[Block] = []
    start = 0
    for k in range(1, len(lines) + 1):
        if k == len(lines) or _is_break(text, lines[k - 1], lines[k], width, lines[start].role):
            blocks.append(_block(text, lines[start:k]))
            start = k
    return blocks


def _cut_table_group(text: str, lines: list[Line]) -> list[Block]:
    """Cut prose that touches a table off its upper and lower edge."""
    first = next(k for k, line in enumerate(lines) if line.role == TABLE)
    last = max(k for k, line in enumerate(lines) if line.role == TABLE)
    while first and _belongs_to_table(text, lines[first - 1]):
        first -= 1
    while last + 1 < len(lines) and lines[last + 1].role == "rule":
        last += 1
    blocks = _cut_group(text, lines[:first]) if first else []
    blocks.append(Block(lines[first].start, lines[last].end, TABLE))
    return blocks + (_cut_group(text, lines[last + 1 :]) if last + 1 < len(lines) else [])


def _belongs_to_table(text: str, line: Line) -> bool:
    content = text[line.start : line.end]
    return (
        line.role == "rule"
        or content[:1] == "<"
        or bool(CELL_GAP.search(content))
        or (line.indent > 25 and len(content) < 60)
        or (len(content) < 40 and content.endswith(":"))
    )


def _is_contact_group(text: str, lines: list[Line]) -> bool:
    """Tell whether lines are names, addresses and numbers rather than prose."""
    content = text[lines[0].start : lines[-1].end]
    if len(content) > 1500 or any(line.role in (LIST_ITEM, FURNITURE) for line in lines):
        return False
    if _CONTACT_OPENING.match(content) and len(content) < 700:
        return not _SENTENCE_INSIDE.search(content)
    short = all(line.end - line.start < 64 for line in lines)
    return short and _find_reach(content) is not None and not content.endswith(".") and not _SENTENCE_INSIDE.search(content)


def _is_break(text: str, line: Line, following: Line, width: int, opening: str) -> bool:
    """Tell whether the line's end was meant, or only the place where a wrapped line ran full."""
    if following.role != "text":
        return following.role != "rule" or line.role != TABLE
    if line.role not in ("text", "note", LIST_ITEM) or _CONTACT_OPENING.match(text, following.start, following.end):
        return True
    content, next_content = text[line.start : line.end], text[following.start : following.end]
    terminal = bool(_TERMINAL.search(content[-12:]))
    if _LOWER_START.match(next_content) and not terminal and not _EMAIL_OR_PHONE.match(next_content):
        return False
    if opening == LIST_ITEM and following.indent > line.indent and following.indent < line.indent + 8 and width <= WIDEST_WRAP:
        return False
    if width > WIDEST_WRAP:
        return True
    word = _WORD.match(next_content)
    room = width - (line.indent + line.end - line.start) - 1
    if word is not None and word.end() > room - RAGGED:
        return False
    centred = line.indent > 8 and following.indent > 8
    if not terminal and (_TITLE_BREAK.search(content) or _TITLE_CONTINUES.match(next_content)):
        return False
    return not (centred and not terminal and (content.isupper() == next_content.isupper()) and line.role == "text")


def _block(text: str, lines: list[Line]) -> Block:
    start, end = lines[0].start, lines[-1].end
    role = lines[0].role
    if role in (LIST_ITEM, FURNITURE, TABLE):
        return Block(start, end, role)
    if role == "rule":
        return Block(start, end, FURNITURE)
    content = text[start : min(end, start + LONGEST_HEADING + 1)]
    if _is_contact(content):
        return Block(start, end, CONTACT)
    return Block(start, end, HEADING if _is_heading(content) else PARAGRAPH)


def _is_contact(content: str) -> bool:
    if len(content) > LONGEST_HEADING or content.endswith("."):
        return False
    lower = content.lower()
    may_open = "contact" in lower or "quiries" in lower or "source" in lower  # cheap to say
    if may_open and _CONTACT_OPENING.match(content) and (len(content) < 60 or _find_reach(content)):
        return not _SENTENCE_INSIDE.search(content)
    found = _find_reach(content) if len(content) < 160 else None
    return found is not None and (len(content) < 45 or found.start() < 30)


def _find_reach(content: str) -> re.Match[str] | None:
    """Return the first address or telephone number; most lines hold no part of one, which is cheap to say."""
    lower = content.lower()
    # one by one, since a loop over them costs several times as much
    worded = "@" in lower or "www." in lower or "http" in lower or "mail" in lower or "phone" in lower or "fax" in lower or "tel" in lower
    return _EMAIL_OR_PHONE.search(content) if worded or _PHONE_END.search(content) else None


def _is_heading(content: str) -> bool:
    """Tell a heading from a sentence by its form: short, no full stop, mostly capitalised words."""
    if len(content) > LONGEST_HEADING or (content[-2:-1].isdigit() and _DATE_ONLY.match(content)):
        return len(content) <= LONGEST_HEADING
    last = content.rstrip("\"”’')*0123456789")[-1:]
    if last in ".!?;" and not content.isupper():
        return (content.endswith("?") and len(content) < 100) or (len(content) < 60 and content.count(" ") < 4)
    if _SENTENCE_INSIDE.search(content):
        return False
    return content.isupper() or (last == ":" and len(content) < 80) or _capitalised_share(content) >= 0.6 or len(content) < 60


def _capitalised_share(content: str) -> float:
    words = [word for word in content.split() if len(word) > 3 and word[0].isalpha()]
    return sum(word[0].isupper() for word in words) / len(words) if words else 1.0


def _join_tables(text: str, blocks: list[Block]) -> list[Block]:
    """Join rows that only blank lines set apart, with the labels and column heads that stand among them."""
    out: list[Block] = []
    for block in blocks:
        if block.kind == TABLE and out:
            k = len(out) - 1
            while k >= 0 and len(out) - k <= 3 and _may_stand_in_table(text, out[k], block):
                k -= 1
            if k >= 0 and out[k].kind == TABLE:
                start = out[k].start
                del out[k:]
                out.append(Block(start, block.end, TABLE))
                continue
        out.append(block)
    return [_heading_row(text, block) if block.kind == TABLE else block for block in out]


def _may_stand_in_table(text: str, block: Block, table: Block) -> bool:
    content = text[block.start : block.end]
    return block.kind in (HEADING, FURNITURE) and len(content) < 80 and "<PAGE>" not in content and table.start - block.end < 200


def _heading_row(text: str, block: Block) -> Block:
    """Turn a lone row that is no table (a headline with a wide gap, a signature line) back into text."""
    content = text[block.start : block.end]
    if "\n" in content or count_numbers(CELL_GAP.split(content)) > 1:
        return block
    return Block(block.start, block.end, CONTACT if _find_reach(content) else PARAGRAPH)


def _join_over_gaps(text: str, blocks: list[Block]) -> list[Block]:
    """Join a paragraph that a blank line interrupts in mid-sentence."""
    out: list[Block] = []
    for block in blocks:
        if (
            out
            and block.kind in (PARAGRAPH, HEADING)
            and out[-1].kind in (PARAGRAPH, LIST_ITEM)
            and out[-1].end - out[-1].start > 80
            and (text[block.start].islower() or _LINKS.search(text, out[-1].end - 12, out[-1].end))
            and not _TERMINAL.search(text[out[-1].end - 8 : out[-1].end])
            and not _EMAIL_OR_PHONE.match(text, block.start)
        ):
            out[-1] = Block(out[-1].start, block.end, out[-1].kind)
        else:
            out.append(block)
    return out
