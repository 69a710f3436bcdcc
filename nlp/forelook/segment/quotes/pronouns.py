"""Pronouns: whom "he" or "she" means beside a quotation, and who is the subject of the sentence that introduces one.

In: a text, its blocks, the place of a quotation and who spoke last. Out: a person, None where it is not clear.
"""

from __future__ import annotations

import re

from forelook.segment.ends import find_ends
from forelook.segment.layout import Block
from forelook.segment.quotes.cues import FINITE
from forelook.segment.quotes.leads import ADVERB
from forelook.segment.quotes.namebook import NameBook
from forelook.segment.quotes.names import Person, PersonCandidate
from forelook.segment.quotes.people import find_people
from forelook.segment.quotes.vocabulary import HONORIFICS, LOWER_TITLES, TITLES, bare_word

NAMED_BEFORE = 700  # characters before a quotation in which "she" is named
FARTHEST_SUBJECT = 30  # characters of a sentence before its subject, its title among them

_DETERMINERS = ("Its", "The", "Our", "Their", "the", "its", "our")
_STOPS = '.!?"”:'
_DIRECT = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|us|[Yy]ou|[Yy]our)\b")
_SAYS_NEXT = re.compile(rf"\s+{ADVERB}(?:{FINITE})\b")


def find_meant(text: str, blocks: list[Block], start: int, index: int, spoke: tuple[int, Person | None] | None, book: NameBook) -> Person | None:
    """Return whom "he" or "she" means beside the quotation at `start` in block `index`: whoever was named since the last one, else its speaker.

    `spoke` is where the last quotation ends and who spoke it, None where there is none.
    """
    previous = spoke[1] if spoke else None
    floor = max(spoke[0] if spoke else 0, start - NAMED_BEFORE, blocks[max(0, index - 2)].start)
    named = find_people(text, floor, start)
    if previous is None:
        sure = [each for each in named if each.strength == 3 or (each.strength == 2 and spoke is None)]
        subject = next((each for each in reversed(sure) if _is_subject(text, each, book)), sure[-1] if sure else None)
        return subject.person if subject is not None else None
    subjects = [each.person for each in named if _is_subject(text, each, book)]
    return subjects[-1] if subjects else previous


def _is_subject(text: str, candidate: PersonCandidate, book: NameBook) -> bool:
    """Return whether a name is the subject with which a sentence begins; a single name must occur in full elsewhere."""
    if not opens_sentence(text, candidate.person) and _SAYS_NEXT.match(text, candidate.person.end) is None:
        return False
    return candidate.strength > 1 or (" " not in candidate.person.name and book.is_known(candidate.person))


def find_subject_before(text: str, block: Block, start: int, end: int, last_mark: str) -> Person | None:
    """Return the subject of the sentence before a quotation in the first or second person, if that has no verb of saying."""
    if start == block.start or last_mark not in ".!?" or _DIRECT.search(text, start, end) is None:
        return None
    floor = max(block.start, start - NAMED_BEFORE)
    if text[floor:start].rstrip()[-1:] not in (".", ":"):
        return None
    ends = find_ends(text, floor, start)
    floor = ends[-2][1] if len(ends) > 1 else floor
    strong = [each.person for each in find_people(text, floor, start) if each.strength == 3]
    return strong[0] if len(strong) == 1 and strong[0].start - floor < FARTHEST_SUBJECT else None


def opens_sentence(text: str, person: Person) -> bool:
    """Return whether a name is the subject with which a sentence begins, a title before it aside."""
    before = text[max(0, person.start - 60) : person.start]
    words = before.split()
    titled = lower = False
    while words and (bare_word(words[-1]) in HONORIFICS or bare_word(words[-1]) in TITLES or bare_word(words[-1]).lower() in LOWER_TITLES):
        lower = words[-1].islower()
        titled = words.pop()[-1] == "," or titled
    if lower and words and words[-1].istitle() and words[-2:-1] and words[-2][-1] in _STOPS:
        words.pop()  # "Lending chief Jane Roe comes from Tampa"
    while titled and words and (words[-1] in _DETERMINERS or words[-1].endswith(("'s", "’s"))):
        words.pop()  # "Its manager, Jane Roe, comes from Tampa"
    return not words or words[-1][-1] in _STOPS or "\n\n" in before[before.rfind(words[-1]) :]
