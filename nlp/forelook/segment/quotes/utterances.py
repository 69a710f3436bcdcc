"""Quotations: what is said in somebody's own words, and who says it.

In: a text and its blocks. Out: utterances in order, each with all its fragments (one a paragraph at most, or several where
an attribution interrupts), its speaker and the cue. Scare quotes, defined terms and titles are passed over.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from forelook.segment.ends import find_ends
from forelook.segment.layout import CONTACT, FURNITURE, HEADING, PARAGRAPH, Block
from forelook.segment.quotes.attribution import NOBODY, Attribution, find_attribution, find_lead
from forelook.segment.quotes.letters import find_letters
from forelook.segment.quotes.marks import FARTHEST, Fragment, find_fragments
from forelook.segment.quotes.namebook import NameBook
from forelook.segment.quotes.names import GIVEN_NAMES, Person
from forelook.segment.quotes.people import find_people

FEWEST_WORDS = 4  # a quoted clause; shorter ones are terms, names and scare quotes
FEWEST_ALONE = 8  # words of a paragraph in marks that nobody is said to speak
CARRIED = 8  # blocks over which a speaker is carried to a paragraph in marks of its own
NAMED_BEFORE = 700  # characters before a quotation in which "she" is named
FARTHEST_SUBJECT = 30  # characters of a sentence before its subject, its title among them

_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|us)\b")
_DIRECT = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|us|[Yy]ou|[Yy]our)\b")
_TERM_BEFORE = re.compile(
    r"(?:\b(?:the|a|an|and|or|of|as|like|words?|terms?|entitled|titled|called|named|dubbed|caption|captions|captioned|heading|headings|headed|section|sections"
    r"|under|see|known|is|are|its|our|motto|mission|theme|themed|slogan|tagline|song|film|book|report|study|rated|rating|not|so-called|symbol|ticker)|\()\s*,?\s*$",
    re.IGNORECASE,
)


class Utterance(NamedTuple):
    """One quotation: `fragments` are (start, end) with their marks, in order."""

    speaker: Person | None
    cue: str | None
    fragments: list[tuple[int, int]]


class _Spoken(NamedTuple):
    """A fragment that may be speech, with what its own words say of its speaker."""

    fragment: Fragment
    attribution: Attribution


def find_quotes(text: str, blocks: list[Block]) -> list[Utterance]:
    """Return the utterances of `text`, in the order in which they begin."""
    book = NameBook(text)
    utterances = _attribute(text, blocks, find_fragments(text, blocks), book)
    utterances += _find_led_paragraphs(text, blocks, utterances, book)
    letters = [
        Utterance(book.resolve(letter.signer) if letter.signer else None, None, [(block.start, block.end) for block in letter.blocks])
        for letter in find_letters(text, blocks)
    ]
    if letters:
        inside = [(u.fragments[0][0], u.fragments[-1][1]) for u in letters]
        utterances = [u for u in utterances if not any(a <= u.fragments[0][0] < b for a, b in inside)] + letters
    return sorted(utterances, key=lambda u: u.fragments[0][0])


def _attribute(text: str, blocks: list[Block], fragments: list[Fragment], book: NameBook) -> list[Utterance]:
    """Join fragments to utterances and find their speakers; what nobody says is left out."""
    spoken = _find_spoken(text, blocks, fragments, book)
    utterances: list[Utterance] = []
    last_block = -2
    for k, (fragment, attribution) in enumerate(spoken):
        previous = utterances[-1] if utterances else None
        place = (fragment.start, fragment.end)
        person = attribution.person
        if attribution.pronoun is not None:
            person = _named_before(text, blocks, fragment, utterances, book)
        if person is not None:
            speaker = book.resolve(person) if person.name.split()[-1][0].isupper() else person
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
        elif (subject := _named_sentence_before(text, blocks, fragment)) is not None:
            utterances.append(Utterance(book.resolve(subject), None, [place]))
        elif _stands_alone(text, blocks, fragment):
            utterances.append(Utterance(_carried_speaker(blocks, spoken, k, previous, last_block, book), None, [place]))
        else:
            continue
        last_block = fragment.block
    return utterances


def _find_spoken(text: str, blocks: list[Block], fragments: list[Fragment], book: NameBook) -> list[_Spoken]:
    """Return the fragments that may be speech, with their attributions."""
    spoken: list[_Spoken] = []
    for k, fragment in enumerate(fragments):
        block = blocks[fragment.block]
        linked = fragment.continues or (k + 1 < len(fragments) and fragments[k + 1].continues)
        size = text.count(" ", fragment.start, fragment.end) + 1  # words, lines apart: enough to tell a term
        if not linked and size < FEWEST_WORDS and len(text[fragment.start : fragment.end].split()) < FEWEST_WORDS and text[fragment.end - 2] not in ",.!?":
            continue
        floor = fragments[k - 1].end if k and fragments[k - 1].block == fragment.block else block.start
        ceiling = fragments[k + 1].start if k + 1 < len(fragments) and fragments[k + 1].block == fragment.block else block.end
        found = find_attribution(text, blocks, fragment[:3], floor, ceiling)
        if found.person is not None and not _is_plausible(found.person, book):
            found = NOBODY
        attributed = found is not NOBODY
        size = len(text[fragment.start : fragment.end].split())
        if fragment.guessed and not attributed:
            continue
        if not linked:
            short = size < FEWEST_WORDS and not (size >= 2 and text[fragment.end - 2] in ",.!?" and (attributed or fragment.start == block.start))
            if short or _is_term(text, fragment, floor, attributed=attributed):
                continue
        spoken.append(_Spoken(fragment, found))
    return spoken


def _is_plausible(person: Person, book: NameBook) -> bool:
    """Tell whether a single word names somebody: a given name, a surname that stands in full elsewhere, or one with a title."""
    if " " in person.name or not person.name[0].isupper() or person.name == "Management":
        return True
    return person.name in GIVEN_NAMES or person.title is not None or book.is_known(person) or book.is_titled(person)


def _named_before(text: str, blocks: list[Block], fragment: Fragment, utterances: list[Utterance], book: NameBook) -> Person | None:
    """Return whom "he" or "she" means: who was named since the last quotation, else who spoke it."""
    previous = utterances[-1] if utterances else None
    floor = max(previous.fragments[-1][1] if previous else 0, fragment.start - NAMED_BEFORE, 0)
    first = blocks[max(0, fragment.block - 2)].start
    people = [each.person for each in find_people(text, max(floor, first), fragment.start) if each.strength == 3 or (each.strength == 2 and previous is None)]
    if previous is not None and previous.speaker is not None:
        spoke = previous.speaker.name
        people = [person for person in people if book.resolve(person).name != spoke] if any(book.resolve(person).name == spoke for person in people) else people
    if people and (previous is None or previous.speaker is None or _opens_sentence(text, people[-1])):
        return people[-1]
    return previous.speaker if previous else None


def _named_sentence_before(text: str, blocks: list[Block], fragment: Fragment) -> Person | None:
    """Return whom the sentence before a quotation in the first or second person has as its subject, where no verb of saying stands."""
    if fragment.start == blocks[fragment.block].start or text[fragment.end - 2] not in ".!?" or _DIRECT.search(text, fragment.start, fragment.end) is None:
        return None
    start = max(blocks[fragment.block].start, fragment.start - NAMED_BEFORE)
    ends = find_ends(text, start, fragment.start)
    if text[start : fragment.start].rstrip()[-1:] not in (".", ":"):
        return None
    start = ends[-2][1] if len(ends) > 1 else start
    people = find_people(text, start, fragment.start)
    strong = [each.person for each in people if each.strength == 3]
    return strong[0] if len(strong) == 1 and strong[0].start - start < FARTHEST_SUBJECT else None


def _opens_sentence(text: str, person: Person) -> bool:
    """Tell whether a name is the subject with which a sentence begins, a title before it aside."""
    before = text[max(0, person.start - 60) : person.start].rstrip()
    return not before or before[-1] in '.!?"”:' or before.rsplit(None, 1)[-1] in ("Mr.", "Ms.", "Mrs.", "Dr.")


def _carried_speaker(blocks: list[Block], spoken: list[_Spoken], k: int, previous: Utterance | None, last_block: int, book: NameBook) -> Person | None:
    """Return the speaker of a paragraph in marks that names none: who speaks in the next paragraph, else who spoke last."""
    fragment = spoken[k].fragment
    following = spoken[k + 1] if k + 1 < len(spoken) else None
    if following is not None and following.attribution.person is not None and following.fragment.start == blocks[following.fragment.block].start:
        between = blocks[fragment.block + 1 : following.fragment.block]
        if following.fragment.block > fragment.block and all(block.kind in (FURNITURE, CONTACT) for block in between):
            return book.resolve(following.attribution.person)
    if previous is not None and fragment.block - last_block <= CARRIED:
        return previous.speaker
    return None


def _stands_alone(text: str, blocks: list[Block], fragment: Fragment) -> bool:
    """Tell whether a fragment fills its paragraph and ends as a sentence does."""
    block = blocks[fragment.block]
    size = len(text[fragment.start : fragment.end].split())
    return (
        block.kind != HEADING
        and fragment.start - block.start < 4
        and fragment.end >= block.end - 1
        and size >= FEWEST_ALONE
        and (text[fragment.end - 2] in ".!?,…" or text[fragment.end - 1] in ".!?,…")
    )


def _follows_on(blocks: list[Block], last_block: int, fragment: Fragment) -> bool:
    """Tell whether a fragment opens the paragraph after the one in which somebody spoke."""
    if fragment.start != blocks[fragment.block].start or fragment.block - last_block > FARTHEST:
        return False
    return all(block.kind in (FURNITURE, CONTACT) for block in blocks[last_block + 1 : fragment.block])


def _find_led_paragraphs(text: str, blocks: list[Block], utterances: list[Utterance], book: NameBook) -> list[Utterance]:
    """Return the paragraphs without marks that an attribution with a colon leads in and that speak in the first person."""
    taken = {start for utterance in utterances for start, _ in utterance.fragments}
    found = []
    for index, block in enumerate(blocks[:-1]):
        if text[block.end - 1] != ":" or block.kind not in (PARAGRAPH, HEADING) or blocks[index + 1].kind != PARAGRAPH:
            continue
        led = []
        for following in blocks[index + 1 :]:
            if following.kind != PARAGRAPH or following.start in taken or _FIRST_PERSON.search(text, following.start, following.end) is None:
                break
            led.append((following.start, following.end))
        lead = find_lead(text, block) if led else NOBODY
        if lead.person is not None and lead.cue is not None and _is_plausible(lead.person, book):
            found.append(Utterance(book.resolve(lead.person), lead.cue, led))
    return found


def _is_term(text: str, fragment: Fragment, floor: int, *, attributed: bool) -> bool:
    """Tell a defined term, a title or a list of words from speech."""
    content = text[fragment.start + 1 : fragment.end - 1]
    following = text[fragment.end : fragment.end + 1]
    all_words = [word for word in content.split() if word[0].isalpha()]
    capitalised = sum(word[0].isupper() for word in all_words)
    if len(all_words) > 1 and capitalised >= 0.7 * len(all_words) and content[-1:] not in ".!?":
        return not (content.isupper() and attributed)
    if attributed:
        return False
    if following == ")" or _TERM_BEFORE.search(text, max(floor, fragment.start - 30), fragment.start):
        return True
    return content[-1:] not in ".,!?…—–-" and following not in ".,!?"
