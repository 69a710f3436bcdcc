"""Signatures: a line beside a quotation that names its speaker and is not a sentence.

In: a text and the bounds of a line or a block. Out: the person who signs it; and where, in a row of quotations with a name between
any two, the names stand.
"""

from __future__ import annotations

import re

from forelook.segment.ends import find_ends
from forelook.segment.layout import Block
from forelook.segment.quotes.cues import FINITE
from forelook.segment.quotes.marks import QuotedSpan
from forelook.segment.quotes.names import Person, holds_title
from forelook.segment.quotes.naming import scan_people
from forelook.segment.quotes.people import SUREST
from forelook.segment.words import alternatives

LONGEST_ROW = 40  # quotations, each with a name on a line of its own
LONGEST_LINE = 200  # characters of a line that names the speaker above or below a quotation
SIGNATURE_DASH = re.compile(r"\s*(?:[-–—―~]{1,3}|:)\s*(?=[A-Z])")
LINE_LEAD = re.compile(
    r"(?:(?:And\s+)?[Ff]rom(?:\s+the\s+desk\s+of)?|(?:[Qq]uote|[Cc]omments?|[Ss]tatement|[Rr]emarks?)\s+(?:from|by|of)|[Bb]y|[Aa]s\s+told\s+by)\s*:?\s+"
    r"|(?:[A-Z][a-z]+\s+){0,2}(?:Quotes?|Comments|Testimonials)\s*:\s*"
)
_GLUED_STOP = re.compile(r"\.(?<=[a-z]{3}\.)(?=[A-Z]{2})")  # "added Roe.FULL YEAR"
_VERB = re.compile(rf"\b(?:{alternatives('finite_verbs')}|{FINITE})\b")


def ends_quotation(text: str, blocks: list[Block], index: int) -> bool:
    """Return whether a block ends in a closing quotation mark."""
    return index >= 0 and text[blocks[index].end - 1] in '"”'


def names_lead(text: str, blocks: list[Block], index: int) -> bool:
    """Return whether, in a row of quotations with a name on a line between each two, the names are above their quotations: the first line decides."""
    for _ in range(LONGEST_ROW):
        if LINE_LEAD.match(text, blocks[index - 1].start, blocks[index - 1].end):
            return True
        if index < 2 or not ends_quotation(text, blocks, index - 2):
            break
        index -= 2
        if _names_itself(text, blocks[index]):
            return True
        if index < 1 or find_signature(text, blocks[index - 1].start, blocks[index - 1].end, whole=True) is None:
            return False
    return True


def find_beside(text: str, blocks: list[Block], fragment: QuotedSpan, floor: int, ceiling: int) -> Person | None:
    """Return who is named beside a quotation in its own paragraph, `text[floor:start]` or `text[end:ceiling]`, with nothing else.

    In a row of quotations with a name between any two, the words before the first one decide whether the names lead or sign.
    """
    start, end, index = fragment.start, fragment.end, fragment.block
    if text[start + 1 : end - 1].rstrip()[-1:] not in (".", "!", "?", "…"):
        return None
    if floor == blocks[index].start:
        before = None if _signs_before(text, blocks, index) else _find_alone(text, floor, start)
        return before or _find_alone(text, end, ceiling)
    if _names_itself(text, blocks[index]):
        return _find_alone(text, floor, start)
    return _find_alone(text, end, ceiling)


def _signs_before(text: str, blocks: list[Block], index: int) -> bool:
    """Return whether a name that begins a paragraph signs the paragraph before it, a quotation with no name before it."""
    if not ends_quotation(text, blocks, index - 1) or text[blocks[index - 1].start] not in '"“':
        return False
    return index < 2 or find_signature(text, blocks[index - 2].start, blocks[index - 2].end, whole=True) is None


def _names_itself(text: str, block: Block) -> bool:
    """Return whether a paragraph begins with the name of the person it quotes, as in: Jane Roe, president "…."."""
    first = min((place for mark in '"“' if (place := text.find(mark, block.start, block.end)) >= 0), default=block.start)
    return _find_alone(text, block.start, first) is not None


def _find_alone(text: str, start: int, end: int) -> Person | None:
    """Return who is named in `text[start:end]`, if there is nothing but a name and a title."""
    if not 4 < end - start < LONGEST_LINE:
        return None
    start += len(text[start:end]) - len(text[start:end].lstrip())
    lead = LINE_LEAD.match(text, start, end)
    start = lead.end() if lead else start
    if find_ends(text, start, end):
        return None
    person = find_signature(text, start, end, whole=True, led=lead is not None)
    return person if person is not None and (person.title is None or holds_title(person.title)) else None


def find_signature(text: str, start: int, end: int, *, whole: bool, led: bool = False) -> Person | None:
    """Return who signs: a name with a title or alone on its line, and no sentence. `whole`: it must fill `text[start:end]`."""
    line_end = min([place for place in (text.find(mark, start, end) for mark in "\r\n") if place >= 0] or [end])
    dashed = SIGNATURE_DASH.match(text, start, end)
    start = dashed.end() if dashed else start
    last = end if whole else min(line_end, start + LONGEST_LINE)
    if not text[start : start + 1].isupper() and text[start : start + 1] not in "'‘d(":
        return None
    last = min(last, start + 2 * LONGEST_LINE)
    last = min([place for place in (text.find(mark, start, last) for mark in ('"', "“", "About ")) if place >= 0] or [last])
    last = first_stop(text, start, last)
    if last - start > LONGEST_LINE or _VERB.search(text, start, last):
        return None
    if (named := _name_on_first_line(text, start, last)) is not None:
        return named
    first = next(scan_people(text, start, last), None)
    if first is None or first.strength == 0:
        return None
    person, strength = first
    if person.start - start > 24 and not (whole and person.title):
        return None
    bare = not text[person.end : last].strip(" .,")
    signs = (strength == 3 and bare) or (person.title and strength > 1) or (not whole and strength > 1) or dashed or led
    return person if signs else None


def _name_on_first_line(text: str, start: int, end: int) -> Person | None:
    """Return who is named on the first of several lines, with nothing else on it."""
    stop = text.find("\n", start, end)
    first = next(scan_people(text, start, stop), None) if stop > 0 else None
    if first is None or first.strength < SUREST or text[start : first.person.start].strip() or text[first.person.end : stop].strip(" .,\r"):
        return None
    return first.person


def first_stop(text: str, start: int, end: int) -> int:
    """Return where the sentence ends that begins before `start`."""
    ends = find_ends(text, start, end)
    stop = ends[0][0] if ends else end
    glued = _GLUED_STOP.search(text, start, min(stop, start + LONGEST_LINE))
    return glued.start() if glued is not None else stop
