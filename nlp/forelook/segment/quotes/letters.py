"""Letters: signed letters or articles in a release, in which every sentence quotes the signer.

In: a text and its blocks. Out: letters, each with its blocks of prose and its signer.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from forelook.segment.layout import ARTIFACT, CONTACT, HEADING, LIST_ITEM, PARAGRAPH, TABLE, Block
from forelook.segment.quotes.names import Person
from forelook.segment.quotes.people import find_person
from forelook.segment.quotes.vocabulary import NOT_NAMES, TITLES
from forelook.segment.quoting import find_opened, holds

LONGEST_SALUTATION = 120  # characters
LONGEST_SIGNATURE = 160
LONGEST_BYLINE = 400  # characters of a paragraph in which a byline begins, after a dateline


class Letter(NamedTuple):
    """The prose between a salutation and a signature, or after a byline."""

    blocks: list[Block]
    signer: Person | None


_SALUTATION = re.compile(
    r"(?:(?:Dear|Fellow)\s+[A-Z\[]|To\s+(?:everyone|our|my|all)\b[^.!?]{0,90}[,:]$|To\s+(?:our|my|all|the|fellow"
    r"|our\s+valued)\b[^.!?]*\b(?:share(?:holder|owner)s|stockholders|investors|unitholders|teammates|employees|colleagues|customers|owners"
    r"|holders|partners|friends|team|members|community|stakeholders)\b)[^.!?]{0,90}[,:;—–-]*$",
    re.IGNORECASE,
)
_VALEDICTION = re.compile(
    r"(?:sincerely|warmly|gratefully|thank\s+you|(?:best|kind|warm|warmest|kindest)\s+(?:regards|wishes)|regards|respectfully|yours"
    r"|very\s+truly|cordially|with\s+(?:[a-z]+\s+){0,4}(?:gratitude|appreciation|regards|wishes|thanks|love|respect)|in\s+partnership"
    r"|faithfully|on\s+behalf\s+of)\b",
    re.IGNORECASE,
)
_CLOSES = re.compile(
    r"(?:About\s|(?:Cautionary|Forward|Safe\s+Harbor|Non-GAAP|Important\s+Information|Disclaimer|Notes?\s+(?:to|on|regarding))\b|#|Contact|Source)",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"The\s+following\s+is\s+(?:an?|the)\s+(?:[\w-]+\s+){0,2}(?:editorial|op-ed|column|commentary|letter|message|memo|post|article|essay"
    r"|statement)\s+(?:by|from)\s+"
    r"|^FROM:\s+(?=[A-Z])",
    re.MULTILINE,
)
_FIRST_LETTERS = "DdFfTt"  # of "Dear", "Fellow", "To"
_SECOND_LETTERS = "eEoO"
_MARKS = '"“‘'


def find_letters(text: str, blocks: list[Block]) -> list[Letter]:
    """Return the letters of `text` that have a signature."""
    letters: list[Letter] = []
    announced = holds(text, "following is") or holds(text, "FROM:")
    index = 0
    for place in range(len(blocks)) if announced else find_opened(text, blocks, _FIRST_LETTERS, _SECOND_LETTERS):
        if place < index:
            continue
        block, index = blocks[place], place + 1
        if announced and (byline := _find_byline(text, block)) is not None:
            index, article = _find_article(text, blocks, index, byline.end())
            letters += article
            continue
        if announced and not find_opened(text, [block], _FIRST_LETTERS, _SECOND_LETTERS):
            continue
        if block.end - block.start > LONGEST_SALUTATION or block.kind in (ARTIFACT, TABLE, CONTACT):
            continue
        if _SALUTATION.match(text, block.start, block.end) is None:
            continue
        body: list[Block] = []
        while index < len(blocks):
            block = blocks[index]
            if (
                block.kind == PARAGRAPH
                and text[block.end - 1] not in ".!?"
                and _VALEDICTION.match(text, block.start, block.end)
                and block.end - block.start < LONGEST_SIGNATURE
            ):
                break
            if block.kind in (HEADING, CONTACT) and (
                _VALEDICTION.match(text, block.start, block.end) or _CLOSES.match(text, block.start, block.end) or _is_signature(text, blocks, index)
            ):
                break
            if block.kind in (PARAGRAPH, LIST_ITEM):
                body.append(block)
            index += 1
        signer = _find_signer(text, blocks[index : index + 4])
        if body and signer is not None:
            letters.append(Letter(body, signer))
    return letters


def _find_byline(text: str, block: Block) -> re.Match[str] | None:
    limit = min(block.end, block.start + LONGEST_BYLINE)
    if text.find("following", block.start, limit) < 0 and text.find("FROM:", block.start, limit) < 0:
        return None
    return _BYLINE.search(text, block.start, limit)


def _find_article(text: str, blocks: list[Block], index: int, start: int) -> tuple[int, list[Letter]]:
    """Return the article whose author is named at `start`, in the block before `index`, and the index of the block after it."""
    signer = find_person(text, start, blocks[index - 1].end, lone=False)
    if signer is None or index == len(blocks) or text[blocks[index].start] in _MARKS:
        return index, []
    surname = signer.name.rsplit(maxsplit=1)[-1]
    body: list[Block] = []
    while index < len(blocks) and not _CLOSES.match(text, blocks[index].start, blocks[index].end):
        block = blocks[index]
        index += 1
        opening = text[block.start : min(block.end, block.start + LONGEST_SIGNATURE)]
        told_of = f"{surname} is " in opening  # a caption, or who the author is
        if block.kind in (PARAGRAPH, LIST_ITEM) and not told_of and "multimedia" not in opening:
            body.append(block)
    return index, [Letter(body, signer)] if body else []


def _is_signature(text: str, blocks: list[Block], index: int) -> bool:
    """Return whether a line is a name below a letter, not a heading inside it, which prose follows."""
    if index + 1 < len(blocks) and blocks[index + 1].kind in (PARAGRAPH, LIST_ITEM):
        return False
    content = text[blocks[index].start : blocks[index].end]
    return len(content.split()) <= 3 and len(content) < 40 and all(word[:1].isupper() for word in content.split()) and content[-1] not in ":.?!"


def _find_signer(text: str, blocks: list[Block]) -> Person | None:
    for block in blocks:
        if _CLOSES.match(text, block.start, block.end):
            return None
        valediction = _VALEDICTION.match(text, block.start, block.end)
        start = valediction.end() if valediction else block.start
        person = find_person(text, start, min(block.end, start + LONGEST_SIGNATURE), lone=True)
        if person is not None:
            return person
        content = text[block.start : block.end]
        if content.isalpha() and content.isupper() and content not in TITLES | NOT_NAMES:  # a first name alone, in capitals
            return Person(content, None, block.start, block.end)
    return None
