"""Speech: which words in quotation marks are speech, and which are defined terms, titles or words set off.

In: a text and a fragment of a quotation. Out: what its words and those beside it say about it.
"""

from __future__ import annotations

import re

from forelook.segment.layout import HEADING, Block
from forelook.segment.quotes.marks import QuotedSpan

FEWEST_WORDS = 4  # a quoted clause; shorter ones are terms, names and scare quotes
FEWEST_ALONE = 8  # words of a paragraph in marks that nobody is said to speak

_TERM_BEFORE = re.compile(
    r"(?:\b(?:the|a|an|and|or|of|as|like|words?|terms?|entitled|titled|called|named|dubbed|caption|captions|captioned|heading|headings|headed|section|sections"
    r"|under|see|known|is|are|its|our|motto|mission|theme|themed|slogan|tagline|song|film|book|report|study|rated|rating|not|so-called|symbol"
    r"|ticker)|\()\s*,?\s*$",
    re.IGNORECASE,
)
_TITLED_BEFORE = re.compile(r"\b(?:titled|entitled|called|named|dubbed|captioned|headed|headlined|themed)\s*,?:?\s*$")
_RUNS_ON = re.compile(r"\w\s+$")
_NOUN_AFTER = re.compile(r"\s+(?!said\b|says\b|and\s+that\b)[a-z]")
_SUBJECTS = frozenset(("I", "We", "Our", "It", "This", "They", "My", "If", "When", "As"))
_DETERMINER_BEFORE = re.compile(r"\b(?:the|an?|its|their|his|her|this|so-called)\s+$")


def last_mark(text: str, fragment: QuotedSpan) -> str:
    """Return the last character before the closing mark, leaving aside a blank before the mark and the marks that replace its mojibake."""
    place = fragment.end - 2
    while place > fragment.start and (text[place].isspace() or text[place] == "”" or text[place] == text[fragment.end - 1] == "'"):
        place -= 1
    return text[place]


def stands_alone(text: str, blocks: list[Block], fragment: QuotedSpan) -> bool:
    """Return whether a fragment fills its paragraph and ends as a sentence does."""
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


def is_term(text: str, fragment: QuotedSpan, floor: int, *, attributed: bool) -> bool:
    """Return whether quoted words are a defined term, a title or a list of words, not speech."""
    content = text[fragment.start + 1 : fragment.end - 1].rstrip(" \xa0\r\n'").lstrip("`'")  # a mark may be two characters
    following = text[fragment.end : fragment.end + 1]
    open_ended = content[-1:] not in ".!?"
    if (open_ended or _TITLED_BEFORE.search(text, max(floor, fragment.start - 30), fragment.start)) and _is_capitalised(content):
        return not (content.isupper() and attributed)
    if attributed:
        runs_on = open_ended and _NOUN_AFTER.match(text, fragment.end) and _RUNS_ON.search(text, max(floor, fragment.start - 30), fragment.start)
        if runs_on and content[:1].isupper() and content.split(None, 1)[0] not in _SUBJECTS:
            return True  # the “Fill the Bowl” campaign
        short = open_ended and content[-1:] != "," and sum(word[0].isalpha() for word in content.split()) < FEWEST_ALONE
        return short and _DETERMINER_BEFORE.search(text, max(floor, fragment.start - 30), fragment.start) is not None  # known as the "nose of the north"
    if following == ")" or _TERM_BEFORE.search(text, max(floor, fragment.start - 30), fragment.start):
        return True
    return content[-1:] not in ".,!?…—–-" and following not in ".,!?"


def _is_capitalised(content: str) -> bool:
    """Return whether seven of ten words, and at least two, begin with capitals; reads no further than the small ones allow."""
    words = content.split()
    small, most = 0, 0.3 * len(words)
    capitals = 0
    for word in words:
        if word[0].isupper():
            capitals += 1
        elif word[0].isalpha():
            small += 1
            if small > most:
                return False
    return small + capitals > 1 and capitals >= 0.7 * (small + capitals)
