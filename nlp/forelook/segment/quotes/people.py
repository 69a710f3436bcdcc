"""People: who is named in a stretch of text, as beside a quotation.

In: text around a verb of saying. Out: people in order, each with name, title and how sure it is that the words name a person (naming.pyx).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from forelook.segment.quotes.names import Person, PersonCandidate
from forelook.segment.quotes.naming import scan_people
from forelook.segment.quotes.vocabulary import HONORIFICS, LOWER_TITLES, NOT_NAMES, TITLES, bare_word

SUREST = 3  # the strength of a candidate that nothing beside it outdoes
_OWNER = re.compile(r"\s+(?:[A-Z][\w&-]*\s+){0,3}[A-Z][\w&-]*(?:['’]s|s['’])\s+(?=[A-Z])")
_SINGLE_NAME = re.compile(r"\s+(?P<name>[A-Z][a-z][\w'’-]+)(?=,\s(?!Inc\b|LLC\b|Ltd\b|Corp\b|Co\b))")


def find_person(text: str, start: int, end: int, *, lone: bool) -> Person | None:
    """Return the person whom `text[start:end]` names first, None where nobody is named.

    A name is two or more capitalised words that are neither a title nor an organisation's; with `lone` a single one counts too, as
    in "said Handley", and so it does after a form of address.
    """
    return choose_person(text, scan_people(text, start, end), lone=lone)


def find_speaker_after(text: str, start: int, end: int) -> Person | None:
    """Return the first person after a verb of saying; a single name before a comma comes before a full one after it: "said Roe, a fellow of Cedar Falls"."""
    person = find_person(text, start, end, lone=True)
    if person is None and (owner := _OWNER.match(text, start, end)) is not None:
        return find_person(text, owner.end(), end, lone=True)  # "said Tarn's Roe"
    if person is None or (single := _SINGLE_NAME.match(text, start, end)) is None or person.start < single.end():
        return person
    is_office = any(part.lower() in LOWER_TITLES for part in single["name"].split("-"))
    return person if is_office or single["name"] in NOT_NAMES else Person(single["name"], None, *single.span("name"))


def choose_person(text: str, candidates: Iterable[PersonCandidate], *, lone: bool) -> Person | None:
    """Return whom `find_person` does, given all candidates in order."""
    single = chosen = None
    for candidate in candidates:
        if chosen is None:
            if not candidate.strength:
                single = candidate
                continue
        else:  # "Natural Grocers Vice President Raquel Isely": the company precedes its officer
            between = text[chosen.person.end : candidate.person.start]
            if between.split() in (["and"], ["&"]):
                break  # of two people quoted jointly the first is the speaker
            if candidate.strength < chosen.strength + ("," in between or not between.strip()):
                break
            if not _is_link(text, chosen.person.end, candidate.person.start):
                break
        chosen = candidate
        if chosen.strength == SUREST and text[chosen.person.end : chosen.person.end + 1] == ",":
            break
    if chosen is None:
        return single.person if single is not None and lone else None
    return chosen.person


def find_people(text: str, start: int, end: int) -> list[PersonCandidate]:
    """Return all who may be named in `text[start:end]`, in order."""
    return list(scan_people(text, start, end))


def _is_link(text: str, start: int, end: int) -> bool:
    """Return whether there are only titles and small words between two candidates, so that the second is an officer of the first."""
    between = text[start:end]
    if len(between) > 160:
        return False
    rest = [word for word in re.findall(r"[A-Za-z][\w-]*", between) if word not in TITLES and word not in LOWER_TITLES and bare_word(word) not in HONORIFICS]
    return all(word in ("of", "and", "for", "the", "at", "in", "to", "its", "s") for word in rest)
