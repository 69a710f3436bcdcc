"""Utterances: direct speech, and who speaks it.

In: a text and its blocks. Out: utterances in order, each with all its fragments (one a paragraph at most, or several where
an attribution interrupts), its speaker and the cue. Scare quotes, defined terms and titles are passed over.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from msgspec import Struct

from forelook.segment.ends import find_ends
from forelook.segment.layout import ARTIFACT, CONTACT, HEADING, PARAGRAPH, Block
from forelook.segment.mojibake import mend_marks
from forelook.segment.quotes.attribution import find_attribution
from forelook.segment.quotes.leads import ISSUER, NOBODY, SPOKESPERSON, Attribution, find_before, find_lead, stands_inside
from forelook.segment.quotes.letters import find_letters
from forelook.segment.quotes.marks import FARTHEST, QuotedSpan, find_quoted_spans
from forelook.segment.quotes.namebook import NameBook
from forelook.segment.quotes.names import NICKNAME, Person
from forelook.segment.quotes.pronouns import find_meant, find_subject_before
from forelook.segment.quotes.speech import FEWEST_WORDS, is_term, last_mark, stands_alone
from forelook.segment.quotes.vocabulary import GIVEN_NAMES

MOST_LED = 200  # paragraphs without marks that one attribution leads in
LONGEST_LEAD_ON = 200  # characters of an attribution with a colon in the paragraph that it leads in
CARRIED = 8  # blocks over which a speaker is carried to a paragraph in marks of its own

_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|us)\b")
_LEADS_ON = re.compile(r":(?<=[ds]:)\s+(?=(?:We|I|Our|My|It|This|The|In|With|While|As)\s)")  # "Ms. Roe commented: We shipped more"
_MARK = re.compile(r"[\"“”]|''")


class Utterance(NamedTuple):
    """One quotation: `fragments` are (start, end) with their marks, in order."""

    speaker: Person | None
    cue: str | None
    fragments: list[tuple[int, int]]


class _Spoken(Struct, frozen=True, gc=False):
    """A fragment that may be speech, with its own attribution."""

    fragment: QuotedSpan
    attribution: Attribution


def find_quotes(text: str, blocks: list[Block]) -> list[Utterance]:
    """Return the utterances of `text`, in the order in which they begin."""
    text = mend_marks(text)
    book = NameBook(text)
    utterances = _attribute(text, blocks, find_quoted_spans(text, blocks), book)
    utterances += _find_led_paragraphs(text, blocks, utterances, book)
    letters = [
        Utterance(book.resolve(letter.signer) if letter.signer else None, None, [(block.start, block.end) for block in letter.blocks])
        for letter in find_letters(text, blocks)
    ]
    if letters:
        inside = [(u.fragments[0][0], u.fragments[-1][1]) for u in letters]
        utterances = [u for u in utterances if not any(a <= u.fragments[0][0] < b for a, b in inside)] + letters
    return sorted(utterances, key=lambda u: u.fragments[0][0])


def _attribute(text: str, blocks: list[Block], fragments: list[QuotedSpan], book: NameBook) -> list[Utterance]:
    """Join fragments into utterances and find their speakers; those without a speaker are left out."""
    spoken = _find_spoken(text, blocks, fragments, book)
    utterances: list[Utterance] = []
    last_block = -2
    for k, said in enumerate(spoken):
        fragment, attribution = said.fragment, said.attribution
        previous = utterances[-1] if utterances else None
        place = (fragment.start, fragment.end)
        person = attribution.person
        if attribution.pronoun is not None:
            spoke = (previous.fragments[-1][1], previous.speaker) if previous else None
            person = find_meant(text, blocks, fragment.start, fragment.block, spoke, book)
        elif person is None and not fragment.continues:
            person = _leads_next(blocks, spoken, k)
        if person is not None:
            speaker = book.resolve(person) if person.name.split()[-1][0].isupper() and person.title != SPOKESPERSON else person
            same = previous is not None and previous.speaker is not None and previous.speaker.name == speaker.name
            if previous is not None and (fragment.continues or last_block == fragment.block) and (same or (fragment.continues and previous.speaker is None)):
                previous.fragments.append(place)
                utterances[-1] = previous._replace(speaker=speaker, cue=previous.cue or attribution.cue)
            else:
                utterances.append(Utterance(speaker, attribution.cue, [place]))
        elif previous is not None and (
            fragment.continues or (previous.speaker is not None and (last_block == fragment.block or _follows_on(blocks, last_block, fragment)))
        ):
            previous.fragments.append(place)
        elif (subject := find_subject_before(text, blocks[fragment.block], *place, last_mark(text, fragment))) is not None:
            utterances.append(Utterance(book.resolve(subject), None, [place]))
        elif stands_alone(text, blocks, fragment) or _goes_on_next(blocks, spoken, k):
            utterances.append(Utterance(_carried_speaker(blocks, spoken, k, previous, last_block, book), None, [place]))
        else:
            continue
        last_block = fragment.block
    return utterances


def _find_spoken(text: str, blocks: list[Block], fragments: list[QuotedSpan], book: NameBook) -> list[_Spoken]:
    """Return the fragments that may be speech, with their attributions."""
    spoken: list[_Spoken] = []
    for k, fragment in enumerate(fragments):
        block = blocks[fragment.block]
        linked = fragment.continues or (k + 1 < len(fragments) and fragments[k + 1].continues)
        size = len(text[fragment.start : fragment.end].split(None, FEWEST_WORDS - 1))  # no more is asked of a long one
        if not linked and (size < 2 or (size < FEWEST_WORDS and last_mark(text, fragment) not in ",.!?")):
            continue
        floor = _find_floor(text, fragments, k, block)
        found = find_attribution(text, blocks, fragment, floor, _find_ceiling(text, fragments, k, block))
        if found.person is not None and found.person.title == ISSUER:
            found = found._replace(person=found.person._replace(title=None)) if book.is_company(found.person) else NOBODY
        if found.person is not None and not _is_plausible(found.person, book):
            found = NOBODY
        attributed = found is not NOBODY
        if fragment.guessed and not attributed:
            continue
        if not linked:
            led = attributed and not stands_inside(text, floor, fragment.start)
            short = size < FEWEST_WORDS and not (last_mark(text, fragment) in ",.!?" and (led or fragment.start == block.start))
            if short or is_term(text, fragment, floor, attributed=attributed):
                continue
        if spoken and floor < spoken[-1].fragment.end and attributed:
            spoken.pop()  # the words between a stray mark and this quotation lead it in
        spoken.append(_Spoken(fragment, found))
    return spoken


def _find_floor(text: str, fragments: list[QuotedSpan], k: int, block: Block) -> int:
    """Return the beginning of the words that may introduce fragment `k`: after the one before it, or inside that one where a stray mark opens it."""
    previous = fragments[k - 1] if k else None
    if previous is None or previous.block != fragments[k].block:
        return block.start
    if previous.end == fragments[k].start and text[previous.end - 1] not in '"”' and not find_ends(text, previous.start, previous.end):
        return previous.start + 1
    return previous.end


def _find_ceiling(text: str, fragments: list[QuotedSpan], k: int, block: Block) -> int:
    """Return the end of the words that may name the speaker of fragment `k`: before the next fragment, nicknames among these words aside."""
    for following in fragments[k + 1 : k + 3]:
        if following.block != fragments[k].block:
            break
        if NICKNAME.fullmatch(text, following.start, following.end) is None:
            return following.start
    return block.end


def _is_plausible(person: Person, book: NameBook) -> bool:
    """Return whether a single word names somebody: a given name, a surname that occurs in full elsewhere, one with a title, or a company."""
    if " " in person.name or not person.name[0].isupper() or person.name == "Management":
        return True
    return person.name in GIVEN_NAMES or person.title is not None or book.is_known(person) or book.is_titled(person) or book.is_company(person)


def _leads_next(blocks: list[Block], spoken: list[_Spoken], k: int) -> Person | None:
    """Return who introduces the next quotation of a paragraph that begins with this one, as in: "…." Jane Roe added: "…"."""
    fragment = spoken[k].fragment
    following = spoken[k + 1] if k + 1 < len(spoken) else None
    if following is None or following.fragment.block != fragment.block or fragment.start != blocks[fragment.block].start:
        return None
    person = following.attribution.person
    return person if person is not None and fragment.end <= person.start < following.fragment.start else None


def _goes_on_next(blocks: list[Block], spoken: list[_Spoken], k: int) -> bool:
    """Return whether a quotation that opens its paragraph is still open at its end, and continues in the next one, page breaks aside."""
    fragment = spoken[k].fragment
    following = spoken[k + 1].fragment if k + 1 < len(spoken) else None
    if following is None or not following.continues or fragment.start != blocks[fragment.block].start:
        return False
    between = blocks[fragment.block + 1 : following.block]
    return all(block.kind == ARTIFACT for block in between)


def _carried_speaker(blocks: list[Block], spoken: list[_Spoken], k: int, previous: Utterance | None, last_block: int, book: NameBook) -> Person | None:
    """Return the speaker of a paragraph in marks that names none: the speaker of the next paragraph, else the last speaker."""
    fragment = spoken[k].fragment
    following = spoken[k + 1] if k + 1 < len(spoken) else None
    if following is not None and following.attribution.person is not None and following.fragment.start == blocks[following.fragment.block].start:
        between = blocks[fragment.block + 1 : following.fragment.block]
        if following.fragment.block > fragment.block and all(block.kind in (ARTIFACT, CONTACT) for block in between):
            return book.resolve(following.attribution.person)
    if previous is not None and fragment.block - last_block <= CARRIED:
        return previous.speaker
    return None


def _follows_on(blocks: list[Block], last_block: int, fragment: QuotedSpan) -> bool:
    """Return whether a fragment opens the paragraph after the one in which somebody spoke."""
    if fragment.start != blocks[fragment.block].start or fragment.block - last_block > FARTHEST:
        return False
    return all(block.kind in (ARTIFACT, CONTACT) for block in blocks[last_block + 1 : fragment.block])


def _find_led_on(text: str, blocks: list[Block], book: NameBook) -> list[Utterance]:
    """Return the rest of each paragraph without marks that its own beginning leads in: "Ms. Roe commented: We shipped more, and I am proud."."""
    found = []
    starts = [block.start for block in blocks]
    for colon in _LEADS_ON.finditer(text):
        block = blocks[max(0, bisect_right(starts, colon.start()) - 1)]
        if block.kind != PARAGRAPH or not colon.end() < block.end or colon.start() - block.start > LONGEST_LEAD_ON:
            continue
        if _MARK.search(text, block.start, block.end) is not None or _FIRST_PERSON.search(text, colon.end(), block.end) is None:
            continue
        lead = find_before(text, block.start, colon.start() + 1)
        if lead.person is not None and lead.cue is not None and text.endswith(lead.cue, block.start, colon.start()) and _is_plausible(lead.person, book):
            found.append(Utterance(book.resolve(lead.person), lead.cue, [(colon.end(), block.end)]))
    return found


def _find_led_paragraphs(text: str, blocks: list[Block], utterances: list[Utterance], book: NameBook) -> list[Utterance]:
    """Return the paragraphs without marks, or the rest of one, that an attribution with a colon introduces and that are in the first person."""
    taken = {start for utterance in utterances for start, _ in utterance.fragments}
    found = _find_led_on(text, blocks, book)
    for index in [k for k, block in enumerate(blocks[:-1]) if text[block.end - 1] == ":"]:
        block = blocks[index]
        if block.kind not in (PARAGRAPH, HEADING) or blocks[index + 1].kind != PARAGRAPH:
            continue
        led = []
        for following in blocks[index + 1 : index + 1 + MOST_LED]:
            if following.kind != PARAGRAPH or following.start in taken or _FIRST_PERSON.search(text, following.start, following.end) is None:
                break
            led.append((following.start, following.end))
        lead = find_lead(text, block) if led else NOBODY
        if lead.person is not None and lead.cue is not None and _is_plausible(lead.person, book):
            found.append(Utterance(book.resolve(lead.person), lead.cue, led))
    return found
