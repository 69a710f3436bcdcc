"""People: who is named in a stretch of text, as beside a quotation.

In: text around a verb of saying. Out: people in order, each with name, title and how sure it is that the words name a person (names.py).
"""

from __future__ import annotations

import re

from forelook.segment.quotes.names import (
    DEGREES,
    GENERATIONS,
    GIVEN_NAMES,
    HONORIFICS,
    LOWER_TITLES,
    NICKNAME,
    OFFICE_ENDS,
    ORGANISATIONS,
    PARTICLES,
    TITLES,
    Candidate,
    Person,
    Token,
    bare_word,
    is_initial,
    is_name_word,
    make_candidate,
)

_WORD = re.compile(r"[^\s,;:()\[\]\"“”—–/]+|[,;:()\[\]\"“”—–/]")
_TITLE_NEXT = re.compile(r",\s+((?:[\w&-]+\s?){1,3})")
_CONNECTING = frozenset(("of", "and", "&", "for", "the", ",", "-", "–", "’s", "'s", "at"))  # between a title and the person who bears it


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
        if between.split() in (["and"], ["&"]):
            break  # of two people quoted jointly the first is the speaker
        if candidate.strength < chosen.strength + ("," in between or not between.strip()) or not _is_link(text, chosen.person.end, candidate.person.start):
            break
        chosen = candidate
    return chosen.person


def find_people(text: str, start: int, end: int) -> list[Candidate]:
    """Return all who may be named in `text[start:end]`, in order."""
    scan = _Scan(text, end)
    skip = start
    for match in _WORD.finditer(text, start, end):
        if match.start() < skip:
            continue
        word = match.group()
        if scan.run and word[0] in "\"“('‘" and (nickname := NICKNAME.match(text, match.start(), end)) is not None:
            skip = nickname.end()
        elif word.islower() and word not in PARTICLES:
            scan.add_other(word, word, match.start())
        else:
            scan.add(word, bare_word(word), match)
    scan.close("")
    return scan.found


class _Scan:
    """The words of a text on their way into names: the run of capitalised words in hand, and the title or form of address before it."""

    def __init__(self, text: str, end: int) -> None:
        self.found: list[Candidate] = []
        self.run: list[Token] = []
        self._text = text
        self._end = end
        self._address = False
        self._title_start = -1

    def add(self, word: str, bare: str, match: re.Match[str]) -> None:
        """Take the next word, which does not begin in lower case or is a particle."""
        if is_name_word(word, bare, inside=bool(self.run)) or (len(self.run) == 1 and self._is_surname(word, match.end())):
            self.run.append(Token(word, bare, match.start(), match.end()))
            if word[-1] == "." and not is_initial(word) and bare not in GENERATIONS and len(bare) > 2:
                self.close(".")
        elif bare not in DEGREES and (bare not in GENERATIONS or self.run):
            self.add_other(word, bare, match.start())

    def _is_surname(self, word: str, end: int) -> bool:
        """Tell whether a word that elsewhere is none, as "Friday" or "Chancellor", is the surname of a given name: a title follows its comma."""
        if self.run[0].bare not in GIVEN_NAMES or not word.isalpha() or not word.istitle() or word in ORGANISATIONS:
            return False
        following = _TITLE_NEXT.match(self._text, end, self._end)
        return following is not None and any(bare_word(part) in TITLES or bare_word(part).lower() in LOWER_TITLES for part in following.group(1).split())

    def add_other(self, word: str, bare: str, start: int) -> None:
        """Take a word that stands in no name: it ends the run in hand, and may be a title or a form of address before the next one."""
        self.close(word)
        if bare in HONORIFICS:
            self._address = True
        elif bare in TITLES or bare in LOWER_TITLES or bare.endswith(OFFICE_ENDS):
            if self._title_start < 0:
                self._title_start = start
        elif word not in _CONNECTING:
            self._address, self._title_start = False, -1

    def close(self, following: str) -> None:
        """End the run in hand before the word `following`."""
        if not self.run:
            return
        candidate = make_candidate(self._text, self.run, self._end, address=self._address, title_start=self._title_start, following=following)
        if candidate is not None:
            self.found.append(candidate)
        self._address, self._title_start = False, -1
        self.run.clear()


def _is_link(text: str, start: int, end: int) -> bool:
    """Tell whether only titles and small words stand between two candidates, so that the second is an officer of the first."""
    between = text[start:end]
    if len(between) > 160:
        return False
    rest = [word for word in re.findall(r"[A-Za-z][\w-]*", between) if word not in TITLES and word not in LOWER_TITLES and bare_word(word) not in HONORIFICS]
    return all(word in ("of", "and", "for", "the", "at", "in", "to", "its", "s") for word in rest)
