"""Attribution: who speaks a quotation, judged by the words after it, before it, or on the line above or below it.

In: a text, its blocks and a fragment of a quotation. Out: a person and the verb that introduces the speech. Whoever is not plainly
named is nobody: a wrong speaker costs more than none.
"""

from __future__ import annotations

import re

from forelook.segment.ends import find_ends
from forelook.segment.layout import ARTIFACT, CONTACT, HEADING, PARAGRAPH, Block
from forelook.segment.quotes.cues import FINITE, FIRST_WORD_FINDER, FIRST_WORDS
from forelook.segment.quotes.leads import (
    ADVERB,
    ADVERB_ALONE,
    NEAREST,
    NOBODY,
    REACH,
    Attribution,
    belongs,
    by,
    find_before,
    find_company,
    find_office,
    find_statement,
    first_named,
)
from forelook.segment.quotes.marks import QuotedSpan
from forelook.segment.quotes.names import Person
from forelook.segment.quotes.people import choose_person, find_people, find_person, find_speaker_after
from forelook.segment.quotes.signatures import LINE_LEAD, LONGEST_LINE, SIGNATURE_DASH, ends_quotation, find_beside, find_signature, first_stop, names_lead

FARTHEST_CUE = 230  # characters after a quotation within which its verb is looked for
FARTHEST_SUBJECT = 30  # characters between a subject and its verb where no comma sets off what is there
LONGEST_LEAD = 900  # characters of a paragraph that leads in the next one

_GAP_AFTER = re.compile(r"[\s,—–-]*")
_CUE_AFTER = re.compile(rf"(?P<cue>{FINITE}|according\s+to|words\s+of|say(?=\s+[A-Z]))\b")  # "say Jane Roe and Bob Moe"
_PRONOUN_SUBJECT = re.compile(rf"(?P<pronoun>[Hh]e|[Ss]he|[Tt]hey)\s+{ADVERB}(?P<cue>{FINITE})\b|(?P<cue2>{FINITE})\s+(?P<pronoun2>he|she|they)\b")
_GLUED_CUE = re.compile(r"[\s,]*(?P<cue>said|says|added|adds|stated|commented|noted)(?=[A-Z])")  # "…,” saidJane Roe"
_PRONOUNS = ("he", "she", "they", "He", "She", "They")
_LEADS_ON = re.compile(r":\s*[\"“]")


def find_attribution(text: str, blocks: list[Block], fragment: QuotedSpan, floor: int, ceiling: int) -> Attribution:
    """Return the speaker of a fragment; `floor` and `ceiling` bound the surrounding words that belong to it."""
    start, end, index = fragment.start, fragment.end, fragment.block
    block = blocks[index]
    found = _after(text, start, end, min(ceiling, end + REACH))
    if found is NOBODY:
        found = find_before(text, max(floor, start - REACH), start)
    if found is NOBODY:
        found = by(find_beside(text, blocks, fragment, floor, ceiling))
    if found is not NOBODY:
        return found
    below = above = NOBODY
    if end >= block.end - 1 and index + 1 < len(blocks) and blocks[index + 1].kind != ARTIFACT:
        below = _below(text, blocks[index + 1])
    if index and _begins_block(text, block, start):
        above = _above(text, blocks, index)
        if above is not NOBODY and above.cue is None and ends_quotation(text, blocks, index - 2) and not names_lead(text, blocks, index):
            above = NOBODY  # it signs the quotation before it
        elif above is not NOBODY and below is not NOBODY and above.cue is None and not names_lead(text, blocks, index):
            above = NOBODY
    return above if above is not NOBODY else below


def _begins_block(text: str, block: Block, start: int) -> bool:
    """Return whether a fragment opens its block, a bullet before it aside."""
    return start - block.start < 4 and not any(character.isalnum() for character in text[block.start : start])


def _after(text: str, opening: int, start: int, end: int) -> Attribution:
    """Return the attribution that follows a quotation: "…," said Jane Roe; "…," Jane Roe said; "…" – Jane Roe, president."""
    signature = SIGNATURE_DASH.match(text, start, end)
    if signature is not None and (signed := find_signature(text, signature.end(), end, whole=False)) is not None:
        return Attribution(signed, None)
    if (glued := _GLUED_CUE.match(text, start, end)) is not None:
        return _subject_after(text, glued.end(), end, glued["cue"])
    if not _has_cue(text, start, end):
        return by(find_signature(text, _end_of(_GAP_AFTER, text, start, end), end, whole=False)) if text[start - 2 : start - 1] == "," else NOBODY
    begin = _end_of(_GAP_AFTER, text, start, end)
    match = _PRONOUN_SUBJECT.match(text, begin, end) if _may_be_pronoun(text, begin, end) else None
    closed = text[max(opening, start - 2) : start - 1] in (".", "!", "?") and text[start - 2 : start - 1] == "."
    if match is not None:
        if closed and match.group("pronoun"):
            return NOBODY  # the quotation ended its sentence: what follows is another's
        return Attribution(None, match.group("cue") or match.group("cue2"), (match.group("pronoun") or match.group("pronoun2")).lower())
    cue = _first_cue(text, begin, min(end, begin + FARTHEST_CUE))
    if cue is None:
        return NOBODY
    if ADVERB_ALONE.fullmatch(text, begin, cue.start()):
        return _subject_after(text, cue.end(), end, cue.group("cue"))
    if find_ends(text, begin, cue.start()) or (closed and text[cue.end() : cue.end() + 1] not in (".", "")):
        return NOBODY  # a quotation that ended its sentence: "…." Jane Roe smiled.
    return _subject_before(text, begin, cue.start(), cue.group("cue"))


def _may_be_pronoun(text: str, start: int, end: int) -> bool:
    """Return whether a pronoun may be among the first words: a filter before _PRONOUN_SUBJECT, whose verbs have three words at most."""
    return any(word.startswith(_PRONOUNS) for word in text[start:end].split(None, 4)[:4])


def _subject_after(text: str, start: int, end: int, cue: str) -> Attribution:
    """Return the subject after the verb, as in: said Jane Roe."""
    stop = first_stop(text, start, end)
    person = find_speaker_after(text, start, stop)
    unnamed = find_office(text, _end_of(_GAP_AFTER, text, start, end), end)
    if unnamed is not None and (person is None or unnamed.title or person.start - unnamed.end > 60):
        person = unnamed
    if person is None:
        person = find_company(text, _end_of(_GAP_AFTER, text, start, end), first_stop(text, start, end))
    return by(person, cue)


def _subject_before(text: str, start: int, end: int, cue: str) -> Attribution:
    """Return the subject before the verb, as in: Jane Roe, chief executive officer, said."""
    unnamed = find_office(text, start, end)
    if unnamed is not None and not text[unnamed.end : end].strip(" ,"):
        return Attribution(unnamed, cue)
    named = find_people(text, start, end)
    people = [each for each in named if each.strength > 1 or (each.strength == 1 and end - each.person.end < 3)]
    while len(people) > 1 and belongs(text, people[-1].person):  # "Kenneth Feng, president of R. J. Steichen, said"
        people.pop()
    if people:
        person: Person | None = first_named(text, people)
    else:
        person = choose_person(text, named, lone=True) if end - NEAREST <= start else find_person(text, end - NEAREST, end, lone=True)
    if person is None and (company := find_company(text, start, start + len(text[start:end].rstrip(" ,")))) is not None:
        return Attribution(company, cue)
    nearest = people[-1].person if people else person
    if person is None or nearest is None or (end - nearest.end > FARTHEST_SUBJECT and "," not in text[nearest.end : end]):
        return NOBODY
    return Attribution(person, cue)


def _has_cue(text: str, start: int, end: int) -> bool:
    return any(text[first:last] in FIRST_WORDS for first, last in FIRST_WORD_FINDER.find(text, start, end))


def _first_cue(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the first verb of saying in `text[start:end]`."""
    for first, last in FIRST_WORD_FINDER.find(text, start, end):
        if text[first:last] in FIRST_WORDS and (match := _CUE_AFTER.match(text, first, end)) is not None:
            return match
    return None


def _below(text: str, block: Block) -> Attribution:
    """Return who signs on the line below a quotation; a line that ends in a colon, even one before a quotation of its own, introduces the next one."""
    if text[block.end - 1] == ":" or _LEADS_ON.search(text, block.start, min(block.end, block.start + 2 * LONGEST_LINE)):
        return NOBODY
    return by(find_signature(text, block.start, block.end, whole=True))


def _above(text: str, blocks: list[Block], index: int) -> Attribution:
    """Return the attribution on the line above a quotation: a lead-in, or a name with its title."""
    above = blocks[index - 1]
    if above.kind not in (PARAGRAPH, HEADING, CONTACT):
        return NOBODY
    start, last = max(above.start, above.end - LONGEST_LEAD), text[above.end - 1]
    if last == ":" or (last.isalpha() and above.end - above.start < LONGEST_LINE):
        found = find_before(text, start, above.end)
    else:
        found = find_statement(text, start, above.end) if last == "." else NOBODY
    if found is not NOBODY or above.end - above.start > LONGEST_LINE:
        return found
    start = _end_of(LINE_LEAD, text, above.start, above.end)
    return by(find_signature(text, start, above.end, whole=True, led=start > above.start))


def _end_of(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    match = pattern.match(text, start, end)
    return match.end() if match else start
