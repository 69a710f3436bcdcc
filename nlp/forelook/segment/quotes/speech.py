"""Speech: which words in quotation marks somebody says, and which are a defined term, a title or a word set off.

In: a text and a fragment of a quotation. Out: what its words and those beside it tell of it.
"""

from __future__ import annotations

import re

from forelook.segment.layout import HEADING, Block
from forelook.segment.quotes.marks import Fragment

FEWEST_WORDS = 4  # a quoted clause; shorter ones are terms, names and scare quotes
FEWEST_ALONE = 8  # words of a paragraph in marks that nobody is said to speak

_TERM_BEFORE = re.compile(
    r"(?:\b(?:the|a|an|and|or|of|as|like|words?|terms?|entitled|titled|called|named|dubbed|caption|captions|captioned|heading|headings|headed|section|sections"
    r"|under|see|known|is|are|its|our|motto|mission|theme|themed|slogan|tagline|song|film|book|report|study|rated|rating|not|so-called|symbol|ticker)|\()\s*,?\s*$",
    re.IGNORECASE,
)
_DETERMINER_BEFORE = re.compile(r"\b(?:the|an?|its|their|his|her|this|so-called)\s+$")


def last_mark(text: str, fragment: Fragment) -> str:
    """Return the last character before the closing mark, a blank before the mark aside."""
    place = fragment.end - 2
    while place > fragment.start and text[place].isspace():
        place -= 1
    return text[place]


def stands_alone(text: str, blocks: list[Block], fragment: Fragment) -> bool:
    """Tell whether a fragment fills its paragraph and ends as a sentence does."""
    block = blocks[fragment.block]
    size = len(text[fragment.start : fragment.end].split())
    last = last_mark(text, fragment)
    return (
        block.kind != HEADING
        and fragment.start - block.start < 4
        and fragment.end >= block.end - 1
        and size >= FEWEST_ALONE
        and (last in ".!?,…" or text[fragment.end - 1] in ".!?,…" or (last == ")" and size > 2 * FEWEST_ALONE))
    )


def is_term(text: str, fragment: Fragment, floor: int, *, attributed: bool) -> bool:
    """Tell a defined term, a title or a list of words from speech."""
    content = text[fragment.start + 1 : fragment.end - 1]
    following = text[fragment.end : fragment.end + 1]
    all_words = [word for word in content.split() if word[0].isalpha()]
    capitalised = sum(word[0].isupper() for word in all_words)
    if len(all_words) > 1 and capitalised >= 0.7 * len(all_words) and content[-1:] not in ".!?":
        return not (content.isupper() and attributed)
    if attributed:
        named = _DETERMINER_BEFORE.search(text, max(floor, fragment.start - 30), fragment.start) is not None
        return named and len(all_words) < FEWEST_ALONE and content[-1:] not in ".,!?"  # 'known as the "nose of the north"'
    if following == ")" or _TERM_BEFORE.search(text, max(floor, fragment.start - 30), fragment.start):
        return True
    return content[-1:] not in ".,!?…—–-" and following not in ".,!?"
