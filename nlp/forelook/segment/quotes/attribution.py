"""Attribution: who says a quotation, from the words behind it, before it or on the line below it.

In: a text, its blocks and a fragment of a quotation. Out: a person and the verb that introduces the speech.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from forelook.segment.layout import FURNITURE, HEADING, PARAGRAPH, Block
from forelook.segment.quotes.names import Person, find_person
from forelook.segment.sentences import find_ends
from forelook.segment.words import alternatives, words

REACH = 420  # characters beside a quotation in which its attribution stands


class Utterance(NamedTuple):
    """One quotation: `fragments` are (start, end) with their marks, in order."""

    speaker: Person | None
    cue: str | None
    fragments: list[tuple[int, int]]


class Fragment(NamedTuple):
    """A stretch of one paragraph between quotation marks, which it includes."""

    start: int
    end: int
    block: int
    continues: bool  # the quotation was open when its paragraph began
    open_end: bool  # and it is still open at the paragraph's end


_CUE = alternatives("cue_verbs")
_OFFICE = (
    r"(?:[Mm]anagement|(?:(?:[Tt]he\s+[Cc]ompany['’]s|[Tt]he|[Aa]n?|[Ii]ts|[Cc]ompany|[Aa]\s+company)\s+)?"
    r"(?:spokes(?:man|woman|person)|[Cc]hair(?:man|woman|person)?|president|chief\s+executive(?:\s+officer)?|CEO|CFO|board(?:\s+of\s+directors)?))"
)
_TRAILING = re.compile(
    rf"[\s,]*(?:(?P<pronoun>[Hh]e|[Ss]he|[Tt]hey)\s+(?:also\s+|further\s+|later\s+)?(?P<cue1>{_CUE})\b|(?P<cue2>{_CUE})\s+(?P<pronoun2>he|she|they)\b"
    rf"|(?P<unnamed>{_OFFICE})\s+(?P<cue5>{_CUE})\b|(?P<cue3>{_CUE})\b\s*(?P<after>[^\"“”]{{2,{REACH}}})|(?P<before>[A-Z][^\"“”.;]{{1,200}}?(?:\.[^\"“”.;]{{1,60}}){{0,4}}?),?\s+(?:also\s+|further\s+|recently\s+)?(?P<cue4>{_CUE})\b)"
)
_LEADING = re.compile(rf"\b(?P<cue>{_CUE})\b(?P<rest>[^\"“”]{{0,160}}?)[,:;]?\s*(?:that\s*)?$", re.IGNORECASE)
_COLON_LEAD = re.compile(r"(?P<who>[A-Z][^\"“”]{2,200}):\s*$")
_PRONOUN_BEFORE = re.compile(r"\b(?:he|she|they|He|She|They)\s+(?:also\s+|further\s+)?$")
_SIGNED = re.compile(r"(?P<dash>\s*(?:[-–—~]{1,2}\s*)?)(?=[A-Z])[^\"“”:?!\r\n]{4,200}?(?=\.\s+[A-Z][a-z]+\s+[a-z]|[\"“\r\n]|$)")
_LETTERS = re.compile(r"[a-z]+")
_CUE_WORDS = frozenset(cue.split()[0] for cue in words("cue_verbs"))  # a quick look for them spares most searches
_VERB = re.compile(rf"\b(?:{alternatives('finite_verbs')}|{_CUE})\b")
_UNNAMED = re.compile(rf"\b(?P<who>{_OFFICE})\b")


def find_attribution(
    text: str, blocks: list[Block], fragment: Fragment, floor: int, ceiling: int, previous: Utterance | None
) -> tuple[Person | None, str | None]:
    """Return who says a fragment and the cue, from the words behind it, before it, or on the line below it."""
    block = blocks[fragment.block]
    found = _trailing(text, fragment.end, min(ceiling, fragment.end + REACH), previous)
    if found[0] is None:
        found = _leading(text, max(floor, fragment.start - REACH), fragment.start, previous)
    if found[0] is None and fragment.start == block.start and fragment.block:
        above = blocks[fragment.block - 1]
        if text[above.end - 1] == ":" and above.kind in (PARAGRAPH, HEADING):
            found = _leading(text, max(above.start, above.end - REACH), above.end, previous)
    if found[0] is None and fragment.end >= block.end - 1 and fragment.block + 1 < len(blocks):
        below = blocks[fragment.block + 1]
        return (_signed(text, below), None) if below.kind != FURNITURE else found
    return found


def _signed(text: str, block: Block) -> Person | None:
    """Return who signs a quotation on the line below it: a name with a title, and no sentence."""
    match = _SIGNED.match(text, block.start, block.end)
    if match is None:
        return None
    person = find_person(text, match.end("dash"), match.end(), lone=False)
    if person is None or person.start - match.end("dash") > 8 or _VERB.search(text, person.end, match.end()):
        return None
    return person if person.title or match.group("dash").strip() else None


def _trailing(text: str, start: int, end: int, previous: Utterance | None) -> tuple[Person | None, str | None]:
    if _CUE_WORDS.isdisjoint(_LETTERS.findall(text, start, end)):
        return None, None
    match = _TRAILING.match(text, start, end)
    if match is None:
        return None, None
    if text[start - 2] == "." and not (match.group("cue2") or match.group("cue3")):
        return None, None  # the quotation ended its sentence: what follows is another's
    cue = next(match.group(name) for name in ("cue1", "cue2", "cue3", "cue4", "cue5") if match.group(name))
    if match.group("unnamed"):
        return Person(match.group("unnamed"), None, *match.span("unnamed")), cue
    if match.group("pronoun") or match.group("pronoun2"):
        return (previous.speaker if previous else None), cue
    if match.group("after"):
        return _person_or_unnamed(text, match.start("after"), match.end("after"), match.start("after")), cue
    person = find_person(text, match.start("before"), match.end("before"), lone=True)
    if person is None or "," in text[person.end : match.start("cue4")] or match.start("cue4") - person.end < 30:
        return person, cue
    return None, None


def _leading(text: str, start: int, end: int, previous: Utterance | None) -> tuple[Person | None, str | None]:
    opening = max(start, _sentence_start(text, start, end))
    lead = text[opening:end].lower()
    match = None if _CUE_WORDS.isdisjoint(_LETTERS.findall(lead)) else _LEADING.search(text, opening, end)
    if match is None:
        colon = _COLON_LEAD.search(text, opening, end) if lead.rstrip().endswith(":") else None
        if colon is None:
            return None, None
        return find_person(text, colon.start("who"), colon.end("who"), lone=False), None
    cue = match.group("cue")
    if _PRONOUN_BEFORE.search(text, opening, match.start()):
        return (previous.speaker if previous else None), cue
    person = _last_person(text, opening, match.start())
    if person is None:
        person = _person_or_unnamed(text, match.end("cue"), match.end(), match.end("cue")) if match.group("rest") else None
    if person is None and match.start() > opening:
        unnamed = _UNNAMED.search(text, opening, match.start())
        person = Person(unnamed.group("who"), None, *unnamed.span("who")) if unnamed else None
    return person, cue


def _last_person(text: str, start: int, end: int) -> Person | None:
    """Return the subject before a cue: the person nearest to it, whose title may stand between."""
    best: Person | None = None
    position = start
    while position < end:
        person = find_person(text, position, end, lone=False)
        if person is None:
            break
        best = person
        position = person.end
        if person.title is not None and "," in text[person.end : person.end + 2]:
            break
    if best is None:
        return find_person(text, max(start, end - 60), end, lone=True)
    return best


def _sentence_start(text: str, start: int, end: int) -> int:
    """Return a place before which the attribution cannot stand: behind the last full stop that ends a sentence."""
    ends = find_ends(text, start, end)
    return ends[-1][1] if ends else start


def _person_or_unnamed(text: str, start: int, end: int, near: int) -> Person | None:
    person = find_person(text, start, end, lone=True)
    unnamed = _UNNAMED.match(text, start + len(text[start:end]) - len(text[start:end].lstrip()), end)
    if unnamed is not None and (person is None or person.start - unnamed.end() > 60):
        return Person(unnamed.group("who"), None, *unnamed.span("who"))
    return person if person is not None and person.start - near < 160 else None
