"""People: who is named in a stretch of text, as beside a quotation.

In: text around a verb of saying. Out: people in order, each with name, title and how sure it is that the words name a person (names.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from forelook.segment.quotes.names import NICKNAME, Candidate, Person, Token, make_candidate
from forelook.segment.quotes.vocabulary import ADDRESS, GIVEN_NAMES, HONORIFICS, LINK, LOWER_TITLES, TITLE, TITLES, bare_word, judge

SUREST = 3  # the strength of a candidate that nothing beside it outdoes
_WORD = re.compile(r"[^\s,;:()\[\]\"“”—–/]+|[,;:()\[\]\"“”—–/]")
_TITLE_NEXT = re.compile(r",\s+((?:[\w&-]+\s?){1,3})")
_NICKNAME_OPENS = frozenset("\"“('‘")


def find_person(text: str, start: int, end: int, *, lone: bool) -> Person | None:
    """Return the person whom `text[start:end]` names first, None where nobody is named.

    A name is two or more capitalised words that are neither a title nor an organisation's; with `lone` a single one counts too, as
    in "said Handley", and so it does after a form of address.
    """
    return choose_person(text, scan_people(text, start, end), lone=lone)


def choose_person(text: str, candidates: Iterable[Candidate], *, lone: bool) -> Person | None:
    """Return whom `find_person` does, given all candidates in order."""
    single = chosen = None
    for candidate in candidates:
        if chosen is None:
            if not candidate.strength:
                single = candidate
                continue
        else:  # "Natural Grocers Vice President Raquel Isely": the company stands before its officer
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


def find_people(text: str, start: int, end: int) -> list[Candidate]:
    """Return all who may be named in `text[start:end]`, in order."""
    return list(scan_people(text, start, end))


def scan_people(text: str, start: int, end: int) -> Iterator[Candidate]:
    """Yield who may be named in `text[start:end]`, in order: runs of capitalised words, with the title or form of address before each."""
    run: list[Token] = []
    address, title_start, skip = False, -1, start
    for match in _WORD.finditer(text, start, end):
        place = match.start()
        if place < skip:
            continue
        word = match.group()
        if run and word[0] in _NICKNAME_OPENS and (nickname := NICKNAME.match(text, place, end)) is not None:
            skip = nickname.end()
            continue
        roles = judge(word)
        following = word
        if (roles.goes_on if run else roles.opens) or (len(run) == 1 and roles.can_be_surname and _is_surname(text, run[0], match.end(), end)):
            run.append(Token(word, roles.bare, place, match.end(), roles))
            if not roles.ends:
                continue
            following = "."
        elif roles.is_degree or (roles.is_generation and not run):
            continue
        if run:
            candidate = make_candidate(text, run, end, address=address, title_start=title_start, following=following)
            if candidate is not None:
                yield candidate
            address, title_start, run = False, -1, []
            if following is not word:
                continue
        if roles.role == ADDRESS:
            address = True
        elif roles.role == TITLE:
            if title_start < 0:
                title_start = place
        elif roles.role != LINK:
            address, title_start = False, -1
    if run and (candidate := make_candidate(text, run, end, address=address, title_start=title_start, following="")) is not None:
        yield candidate


def _is_surname(text: str, given: Token, start: int, end: int) -> bool:
    """Tell whether a word that elsewhere is none, as "Friday" or "Chancellor", is the surname of a given name: a title follows its comma."""
    if given.bare not in GIVEN_NAMES:
        return False
    following = _TITLE_NEXT.match(text, start, end)
    return following is not None and any(bare_word(part) in TITLES or bare_word(part).lower() in LOWER_TITLES for part in following.group(1).split())


def _is_link(text: str, start: int, end: int) -> bool:
    """Tell whether only titles and small words stand between two candidates, so that the second is an officer of the first."""
    between = text[start:end]
    if len(between) > 160:
        return False
    rest = [word for word in re.findall(r"[A-Za-z][\w-]*", between) if word not in TITLES and word not in LOWER_TITLES and bare_word(word) not in HONORIFICS]
    return all(word in ("of", "and", "for", "the", "at", "in", "to", "its", "s") for word in rest)
