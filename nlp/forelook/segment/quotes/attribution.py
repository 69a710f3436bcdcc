"""Attribution: who says a quotation, from the words after it, before it, or on the line above or below it.

In: a text, its blocks and a fragment of a quotation. Out: a person and the verb that introduces the speech. Whoever is not plainly
named is nobody: a wrong speaker costs more than none.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from forelook.segment.ends import find_ends
from forelook.segment.layout import CONTACT, FURNITURE, HEADING, PARAGRAPH, Block
from forelook.segment.quotes.cues import FINITE, FIRST_WORDS, PARTICIPLES
from forelook.segment.quotes.names import Person
from forelook.segment.quotes.people import find_people, find_person
from forelook.segment.quotes.signatures import LINE_LEAD, LONGEST_LINE, SIGNATURE_DASH, ends_quotation, find_signature, first_stop, names_lead

REACH = 420  # characters beside a quotation in which its attribution stands
FARTHEST_CUE = 230  # characters after a quotation within which its verb stands
FARTHEST_SUBJECT = 30  # characters between a subject and its verb where no comma sets off what stands there


class Attribution(NamedTuple):
    """Who speaks and the cue; `pronoun` is set where only "he", "she" or "they" is said to speak."""

    person: Person | None
    cue: str | None
    pronoun: str | None = None


NOBODY = Attribution(None, None)

_ADVERB = r"(?:(?:also|further|later|then|recently|[a-z]+ly)\s+)?"
_ADVERB_ALONE = re.compile(r"\s*(?:also|further|later|then|recently|[a-z]+ly)?\s*")
_OFFICE = (
    r"(?:[Mm]anagement|(?:(?:[Tt]he\s+[Cc]ompany['’]s|[Tt]he|[Aa]n?|[Ii]ts|[Cc]ompany|[Aa]\s+company)\s+)?(?:[A-Z][\w&.-]*\s+){0,3}"
    r"(?:spokes(?:man|woman|person)|[Cc]hair(?:man|woman|person)?|president|chief\s+executive(?:\s+officer)?|CEO|CFO|board(?:\s+of\s+directors)?))"
)
_OFFICE_ALONE = re.compile(rf"(?P<who>{_OFFICE})\b(?!\s+(?:of\b|and\b|[A-Z]))")
_GAP_AFTER = re.compile(r"[\s,—–-]*")
_CUE_AFTER = re.compile(rf"(?P<cue>{FINITE}|according\s+to|words\s+of)\b")
_PRONOUN_SUBJECT = re.compile(rf"(?P<pronoun>[Hh]e|[Ss]he|[Tt]hey)\s+{_ADVERB}(?P<cue>{FINITE})\b|(?P<cue2>{FINITE})\s+(?P<pronoun2>he|she|they)\b")
_CUE_BEFORE = re.compile(
    rf"(?P<cue>{FINITE}|{PARTICIPLES}|according\s+to|words\s+of|puts?\s+it)\b(?P<rest>[^\"“”]{{0,160}}?)[,:;]?\s*(?:that\s*,?\s*)?$", re.IGNORECASE
)
_CORE = re.compile(
    r"says|said|stat(?:es|ed)|comment(?:s|ed)|add(?:s|ed)|continue[sd]|explain(?:s|ed)|note[sd]|remark(?:s|ed)|writes|wrote|tells|told", re.IGNORECASE
)
_PARTICIPLE = re.compile(rf"(?:{PARTICIPLES})$", re.IGNORECASE)
_COLON_LEAD = re.compile(r"(?P<who>[A-Z][^\"“”]{2,200}):\s*$")
_PRONOUN_BEFORE = re.compile(rf"\b(?P<pronoun>he|she|they)\s+{_ADVERB}$", re.IGNORECASE)
_LETTERS = re.compile(r"[A-Za-z]+")


def find_attribution(text: str, blocks: list[Block], fragment: tuple[int, int, int], floor: int, ceiling: int) -> Attribution:
    """Return who says the fragment (start, end, index of its block); `floor` and `ceiling` bound the words beside it that are its own."""
    start, end, index = fragment
    block = blocks[index]
    found = _after(text, start, end, min(ceiling, end + REACH))
    if found is NOBODY:
        found = _before(text, max(floor, start - REACH), start)
    if found is not NOBODY:
        return found
    below = above = NOBODY
    if end >= block.end - 1 and index + 1 < len(blocks) and blocks[index + 1].kind != FURNITURE:
        below = _by(find_signature(text, blocks[index + 1].start, blocks[index + 1].end, whole=True))
    if index and _begins_block(text, block, start):
        above = _above(text, blocks, index)
        if above is not NOBODY and above.cue is None and ends_quotation(text, blocks, index - 2) and not names_lead(text, blocks, index):
            above = NOBODY  # it signs the quotation before it
        elif above is not NOBODY and below is not NOBODY and above.cue is None and not names_lead(text, blocks, index):
            above = NOBODY
    return above if above is not NOBODY else below


def _by(person: Person | None, cue: str | None = None) -> Attribution:
    return Attribution(person, cue) if person is not None else NOBODY


def find_lead(text: str, block: Block) -> Attribution:
    """Return the attribution with which a block leads in what the next one says."""
    return _before(text, max(block.start, block.end - REACH), block.end)


def _begins_block(text: str, block: Block, start: int) -> bool:
    """Tell whether a fragment opens its block, a bullet before it aside."""
    return start - block.start < 4 and not any(character.isalnum() for character in text[block.start : start])


def _after(text: str, opening: int, start: int, end: int) -> Attribution:
    """Return the attribution that follows a quotation: "…," said Jane Roe; "…," Jane Roe said; "…" – Jane Roe, president."""
    signature = SIGNATURE_DASH.match(text, start, end)
    if signature is not None and (signed := find_signature(text, signature.end(), end, whole=False)) is not None:
        return Attribution(signed, None)
    if not _has_cue(text, start, end):
        return _by(find_signature(text, _end_of(_GAP_AFTER, text, start, end), end, whole=False)) if text[start - 2 : start - 1] == "," else NOBODY
    begin = _end_of(_GAP_AFTER, text, start, end)
    match = _PRONOUN_SUBJECT.match(text, begin, end)
    closed = text[max(opening, start - 2) : start - 1] in (".", "!", "?") and text[start - 2 : start - 1] == "."
    if match is not None:
        if closed and match.group("pronoun"):
            return NOBODY  # the quotation ended its sentence: what follows is another's
        return Attribution(None, match.group("cue") or match.group("cue2"), (match.group("pronoun") or match.group("pronoun2")).lower())
    cue = _first_cue(text, begin, min(end, begin + FARTHEST_CUE))
    if cue is None:
        return NOBODY
    if _ADVERB_ALONE.fullmatch(text, begin, cue.start()):
        return _subject_after(text, cue.end(), end, cue.group("cue"))
    if closed or find_ends(text, begin, cue.start()):
        return NOBODY
    return _subject_before(text, begin, cue.start(), cue.group("cue"))


def _subject_after(text: str, start: int, end: int, cue: str) -> Attribution:
    """Return who stands after the verb, as in: said Jane Roe."""
    person = find_person(text, start, first_stop(text, start, end), lone=True)
    unnamed = _OFFICE_ALONE.match(text, _end_of(_GAP_AFTER, text, start, end), end)
    if unnamed is not None and (person is None or person.start - unnamed.end() > 60):
        person = Person(unnamed.group("who"), None, *unnamed.span("who"))
    return _by(person, cue)


def _subject_before(text: str, start: int, end: int, cue: str) -> Attribution:
    """Return whose verb it is, as in: Jane Roe, chief executive officer, said."""
    unnamed = _OFFICE_ALONE.match(text, start, end)
    if unnamed is not None and not text[unnamed.end() : end].strip(" ,"):
        return Attribution(Person(unnamed.group("who"), None, *unnamed.span("who")), cue)
    people = [each for each in find_people(text, start, end) if each.strength > 1 or (each.strength == 1 and end - each.person.end < 3)]
    while len(people) > 1 and _belongs(text, people[-1].person):  # "Kenneth Feng, president of R. J. Steichen, said"
        people.pop()
    person = people[-1].person if people else find_person(text, max(start, end - 60), end, lone=True)
    if person is None or (end - person.end > FARTHEST_SUBJECT and "," not in text[person.end : end]):
        return NOBODY
    return Attribution(person, cue)


def _belongs(text: str, person: Person) -> bool:
    """Tell whether a name stands after a word that makes it a company's or a place's."""
    return text[max(0, person.start - 5) : person.start].split()[-1:] in (["of"], ["at"], ["for"], ["with"], ["in"])


def _before(text: str, start: int, end: int) -> Attribution:
    """Return the attribution that leads a quotation in: Jane Roe said, "…"; saying, "…"; Jane Roe: "…"."""
    opening = max(start, _sentence_start(text, start, end))
    match = _last_cue(text, opening, end)
    if match is None:
        colon = _COLON_LEAD.search(text, opening, end) if text[opening:end].rstrip().endswith(":") else None
        if colon is None:
            return NOBODY
        people = [each for each in find_people(text, colon.start("who"), colon.end("who")) if each.strength]
        return Attribution(max(people, key=lambda each: each.strength).person, None) if people else NOBODY
    cue = match.group("cue")
    pronoun = _PRONOUN_BEFORE.search(text, opening, match.start())
    if pronoun is not None:
        return Attribution(None, cue, pronoun.group("pronoun").lower())
    person = _subject_of_lead(text, opening, match, participle=bool(_PARTICIPLE.match(cue)))
    return _by(person, cue)


def _last_cue(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the cue nearest to the quotation that `text[start:end]` leads in."""
    for word in reversed(list(_LETTERS.finditer(text, start, end))):
        if word.group().lower() in FIRST_WORDS and (match := _CUE_BEFORE.match(text, word.start(), end)) is not None:
            return match
    return None


def _has_cue(text: str, start: int, end: int) -> bool:
    return not FIRST_WORDS.isdisjoint(_LETTERS.findall(text, start, end))


def _first_cue(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the first verb of saying in `text[start:end]`."""
    for word in _LETTERS.finditer(text, start, end):
        if word.group() in FIRST_WORDS and (match := _CUE_AFTER.match(text, word.start(), end)) is not None:
            return match
    return None


def _subject_of_lead(text: str, start: int, match: re.Match[str], *, participle: bool) -> Person | None:
    """Return who says what is led in: the person nearest before the verb, the subject of the sentence before a participle, else who follows."""
    people = [each for each in find_people(text, start, match.start()) if each.strength > 1 or (each.strength and _CORE.fullmatch(match.group("cue")))]
    strong = [each for each in people if each.strength > 1] or people
    while len(strong) > 1 and _belongs(text, strong[-1].person):
        strong.pop()
    if strong:
        return strong[0].person if participle else strong[-1].person
    rest = match.group("rest")
    if rest.strip(" ,:") and (person := find_person(text, match.end("cue"), match.end(), lone=True)) is not None and person.start - match.end("cue") < 90:
        return person
    unnamed = _OFFICE_ALONE.search(text, start, match.start())
    if unnamed is not None:
        return Person(unnamed.group("who"), None, *unnamed.span("who"))
    return find_person(text, max(start, match.start() - 60), match.start(), lone=True) if _CORE.fullmatch(match.group("cue")) else None


def _above(text: str, blocks: list[Block], index: int) -> Attribution:
    """Return the attribution on the line above a quotation: a lead-in, or a name with its title."""
    above = blocks[index - 1]
    if above.kind not in (PARAGRAPH, HEADING, CONTACT) or above.end - above.start > 2 * LONGEST_LINE + REACH:
        return NOBODY
    if text[above.end - 1] == ":" or (text[above.end - 1].isalpha() and above.end - above.start < LONGEST_LINE):
        found = _before(text, max(above.start, above.end - REACH), above.end)
        if found is not NOBODY:
            return found
    if above.end - above.start > LONGEST_LINE:
        return NOBODY
    start = _end_of(LINE_LEAD, text, above.start, above.end)
    return _by(find_signature(text, start, above.end, whole=True, led=start > above.start))


def _sentence_start(text: str, start: int, end: int) -> int:
    """Return a place before which the attribution cannot stand: after the last full stop that ends a sentence."""
    ends = find_ends(text, start, end)
    return ends[-1][1] if ends else start


def _end_of(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    match = pattern.match(text, start, end)
    return match.end() if match else start
