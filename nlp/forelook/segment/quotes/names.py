"""Names: who a stretch of text beside a quotation names.

In: text around a cue verb. Out: people, each with the name without honorifics, nicknames and degrees, the title, where the name
stands, and how sure it is that the words name a person: given names and forms of address speak for one, the words of
companies and places against it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from forelook.segment.words import words

LONGEST_TITLE = 200  # characters
LONGEST_NAME = 5  # words, particles and initials among them


class Person(NamedTuple):
    """A person named in a text; `start` and `end` bound the name."""

    name: str
    title: str | None
    start: int
    end: int


class Candidate(NamedTuple):
    """Words that may name a person. `strength`: 3 for a form of address or a given name, 2 for a title beside it, 1 for two capitalised words, 0 for one."""

    person: Person
    strength: int


TITLES = frozenset(words("titles"))
GIVEN_NAMES = frozenset(words("given_names"))
NOT_NAMES = frozenset(words("not_names"))
ORGANISATIONS = frozenset(words("organisations"))
_HONORIFICS = frozenset(words("honorifics"))
_DEGREES = frozenset(words("degrees"))
_LOWER_TITLES = frozenset(word.lower() for word in TITLES)
PARTICLES = frozenset(("de", "van", "von", "der", "den", "la", "le", "di", "da", "du", "bin", "al", "el", "ter", "dos", "del", "della", "ben", "y", "zu", "ten"))
_GENERATIONS = frozenset(("Jr", "Sr", "II", "III", "IV"))
_PARTICLE_PREFIX = re.compile(r"(?:d|l)['’][A-Z]|(?:al|el|bin|ibn)-[A-Z]")
_INITIAL = re.compile(r"(?:[A-Z]\.){1,3}|[A-Z]")
_NICKNAME = re.compile(r"[\"“‘'(]\s?[A-Z][\w.-]{0,14}[\"”’')]|[\"“(][A-Z]\w+\s[A-Z]\w+[\"”)]")
_GENERATION_AFTER = re.compile(r"(?:,?\s+(?:Jr\.?|Sr\.?|I{2,3}|IV)(?=[\s,.;)]|$))|(?<=[JS]r)\.(?=[\s,;])")
_DEGREES_AFTER = re.compile(r"\s*,\s*((?:(?:Jr|Sr)\.?|I{2,3}|IV|Ph\.?\s?D\.?|M\.?D\.?|MBA|CPA|CFA|Esq\.?|P\.?Eng\.?|P\.?Geo\.?|FA\w+),?\s*)*")
_TITLE_END = re.compile(r"[.;:]\s|[.;:]$|[\"“”]|,\s+(?:said|who|in|added|and\s+\w+ed)\b")
_WORD = re.compile(r"[^\s,;:()\[\]\"“”—–/]+|[,;:()\[\]\"“”—–/]")
_CONNECTS = re.compile(r"(?:[\s,&]|['’]s\b|\b(?:of|and|for|the|at|in|to|its|our)\b)*")  # between an organisation and the person of it


class _Token(NamedTuple):
    text: str
    bare: str
    start: int
    end: int


def find_person(text: str, start: int, end: int, *, lone: bool) -> Person | None:
    """Return the person whom `text[start:end]` names first, None where nobody is named.

    A name is two or more capitalised words that are neither a title nor an organisation's; with `lone` a single one counts too, as
    in "said Handley", and so it does after a form of address.
    """
    people = find_people(text, start, end)
    best = next((k for k, candidate in enumerate(people) if candidate.strength), None)
    if best is None:
        return people[-1].person if people and lone else None
    chosen = people[best]
    for candidate in people[best + 1 :]:  # "Natural Grocers Vice President Raquel Isely": the company stands before its officer
        between = text[chosen.person.end : candidate.person.start]
        if candidate.strength < chosen.strength + ("," in between or not between.strip()) or not _is_link(text, chosen.person.end, candidate.person.start):
            break
        chosen = candidate
    return chosen.person


def find_people(text: str, start: int, end: int) -> list[Candidate]:
    """Return all who may be named in `text[start:end]`, in order."""
    found: list[Candidate] = []
    run: list[_Token] = []
    address = titled = False
    title_start = -1
    position = start

    def close(following: str) -> None:
        nonlocal address, titled, title_start
        candidate = _make_candidate(text, run, end, address=address, title_start=title_start if titled else -1, following=following)
        if candidate is not None:
            found.append(candidate)
        if run:
            address, titled, title_start = False, False, -1
        run.clear()

    while match := _WORD.search(text, position, end):
        word, position = match.group(), match.end()
        bare = bare_word(word)
        if word in '"“(' or (word[0] in "'‘" and run):
            nickname = _NICKNAME.match(text, match.start(), end) if run else None
            if nickname is not None:
                position = nickname.end()
                continue
        if _is_name_word(word, bare, bool(run)):
            run.append(_Token(word, bare, match.start(), match.end()))
            if word[-1] == "." and not _is_initial(word) and bare not in _GENERATIONS and len(bare) > 2:
                close(".")
            continue
        if bare in _DEGREES or (bare in _GENERATIONS and not run):
            continue
        close(word)
        if bare in _HONORIFICS:
            address = True
        elif bare in TITLES or bare in _LOWER_TITLES or bare.endswith(("ologist", "iatrist")):
            if not titled:
                titled, title_start = True, match.start()
        elif word not in ("of", "and", "&", "for", "the", ",", "-", "–", "’s", "'s", "at"):
            address, titled, title_start = False, False, -1
    close("")
    return found


def _is_name_word(word: str, bare: str, inside: bool) -> bool:
    """Tell whether a word can stand in a name; `inside` says that another one stands before it."""
    if _is_initial(word) and (inside or word[-1] == "."):
        return True
    if inside and (word in PARTICLES or bare in _GENERATIONS):
        return True
    if _PARTICLE_PREFIX.match(word) or (word in PARTICLES and word not in ("la", "le", "di", "da", "du", "al", "el", "y", "del", "ben", "zu", "ten") and len(word) > 2):
        return True
    if not word[0].isupper() or bare in _HONORIFICS or bare in NOT_NAMES or bare in _DEGREES:
        return False
    if (bare in TITLES and not (bare in GIVEN_NAMES and not inside)) or bare.endswith(("ologist", "iatrist")):
        return False
    if len(bare) > 1 and bare.isupper() and (bare.capitalize() in NOT_NAMES or bare.capitalize() in TITLES):
        return False
    return not any(character.isdigit() or character in "&@" for character in word)


def _make_candidate(text: str, run: list[_Token], end: int, *, address: bool, title_start: int, following: str) -> Candidate | None:
    """Return what a run of capitalised words names, None where that is no person."""
    run = _trim(run)
    if not run:
        return None
    given = _find_given(run)
    if given and not address and not _is_initial(run[given - 1].text):
        run = run[given:]  # "Flavor Guru José Ureña"
        given = 0
    title_words = text[title_start : run[0].start] if title_start >= 0 else ""
    run = _drop_degrees(run) if given is not None else run
    last = run[-1]
    name_end = last.end if _is_initial(last.text) else last.start + len(last.bare)
    if match := _GENERATION_AFTER.match(text, name_end, end):
        name_end = match.end()
    parts = [token.text.rstrip(",") for token in run[:-1]] + [" ".join(text[last.start : name_end].split())]
    before = " ".join(title_words.split()).strip(" ,")
    after = _title_after(text, name_end, end)
    title = after or before or None
    sure = address or given is not None
    if len(run) > LONGEST_NAME or (not (sure and after) and any(token.bare in ORGANISATIONS for token in run[1 if sure else 0 :])):
        return None
    if not sure and _names_organisation(text, run, title_words, following):
        return None
    multiple = sum(not _is_initial(token.text) for token in run) > 1 or (len(run) > 1 and not _is_initial(last.text))
    located = not address and after is None and text[max(0, run[0].start - 4) : run[0].start].split()[-1:] in (["in"], ["at"], ["near"])
    strength = 3 if address or (given is not None and multiple and not located) else 0 if not multiple else 2 if title else 1
    return Candidate(Person(" ".join(parts), title, run[0].start, name_end), strength)


def _find_given(run: list[_Token]) -> int | None:
    """Return where a given name stands in a run, or what an initial shows to be one, as in "Monroe A. Ashworth"."""
    for k, token in enumerate(run[:-1]):
        if (k == 0 or not _is_initial(token.text)) and _is_given(token.bare) and not (k and token.bare.lower() in PARTICLES):
            return k
    if len(run) > 2 and not _is_initial(run[0].text) and any(_is_initial(token.text) for token in run[1:-1]):
        return 0
    return None


def _drop_degrees(run: list[_Token]) -> list[_Token]:
    """Return a run without the capitals that follow a name: "Lovely C. Laban GNP-C"."""
    last = len(run)
    if not all(token.bare.isupper() for token in run):
        while last > 2 and run[last - 1].bare.isupper() and len(run[last - 1].bare) > 1 and run[last - 1].bare not in _GENERATIONS:
            last -= 1
    return run[:last]


def _trim(run: list[_Token]) -> list[_Token]:
    """Return a run without the particles and initials that end it."""
    last = len(run)
    while last and (run[last - 1].text in PARTICLES or (_is_initial(run[last - 1].text) and last > 1 and len(run[last - 1].bare) < 2)):
        last -= 1
    run = run[:last]
    return run if any(len(token.bare) > 1 for token in run) else []


def _is_given(word: str) -> bool:
    return word in GIVEN_NAMES or (len(word) > 2 and word.isupper() and word.capitalize() in GIVEN_NAMES) or word.split("-")[0] in GIVEN_NAMES or _is_initial(word)


def _names_organisation(text: str, run: list[_Token], title_words: str, following: str) -> bool:
    """Tell from its words and from what stands beside it that a run without a given name is a company, a product or a place."""
    if any(token.bare.endswith(("'s", "’s")) or token.text.endswith(("'s", "’s", "s’")) or "." in token.bare.strip(".") and not _is_initial(token.text) for token in run):
        return True
    capitals = [token for token in run if token.bare.isupper() and len(token.bare) > 1 and not _is_initial(token.text) and token.bare not in _GENERATIONS]
    if len(run) > 1 and capitals and len(capitals) < len(run) and not (capitals == run[:1] and len(run) == 2):
        return True
    before = text[max(0, run[0].start - 5) : run[0].start].lower().split()
    if before and (before[-1] in ("of", "at", "in", "for", "with") or (before[-1] in ("the", "a", "an", "from") and not title_words)):
        return True
    return following in ("Inc", "Inc.", "Corp.", "Ltd.", "LLC", "®", "™") or (len(run) == 1 and run[0].bare.isupper() and len(run[0].bare) > 1)


def _is_link(text: str, start: int, end: int) -> bool:
    """Tell whether only titles and small words stand between two candidates, so that the second is an officer of the first."""
    between = text[start:end]
    if len(between) > 160:
        return False
    rest = [word for word in re.findall(r"[A-Za-z][\w-]*", between) if word not in TITLES and word not in _LOWER_TITLES and bare_word(word) not in _HONORIFICS]
    return all(word in ("of", "and", "for", "the", "at", "in", "to", "its", "s") for word in rest)


def bare_word(word: str) -> str:
    """Return `word` without the marks and the possessive after it."""
    return word.rstrip(".,'’!?").removesuffix("'s").removesuffix("’s") if len(word) > 1 else word


def _is_initial(word: str) -> bool:
    return len(word) < 7 and _INITIAL.fullmatch(word) is not None


def _title_after(text: str, start: int, end: int) -> str | None:
    """Return what stands after a name and a comma, up to the end of the clause."""
    match = _DEGREES_AFTER.match(text, start, end)
    if match is None:
        return None
    stop = _TITLE_END.search(text, match.end(), min(end, match.end() + LONGEST_TITLE))
    title = " ".join(text[match.end() : stop.start() if stop else min(end, match.end() + LONGEST_TITLE)].split()).strip(" ,")
    return title or None
