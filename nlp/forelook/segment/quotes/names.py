"""Names: what a run of words that can stand in a name names.

In: words that stand side by side. Out: a candidate: the name without honorifics, nicknames and degrees, the title, and how sure
it is that it is a person's: given names and forms of address speak for one, the words of companies and places against it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from forelook.segment.quotes.vocabulary import (
    GENERATIONS,
    LOWER_TITLES,
    OFFICE_ENDS,
    ORGANISATIONS,
    PARTICLES,
    TITLES,
    Word,
)
from forelook.segment.words import month_pattern

LONGEST_TITLE = 200  # characters
LONGEST_OFFICE = 60  # characters of it in which the office stands
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


NICKNAME = re.compile(r"[\"“‘'(]\s?[A-Z][\w.-]{0,14}[\"”’')]|[\"“(][A-Z]\w+\s[A-Z]\w+[\"”)]")
_GENERATION_AFTER = re.compile(r"(?:,?\s+(?:Jr\.?|Sr\.?|I{2,3}|IV)(?=[\s,.;)]|$))|(?<=[JS]r)\.(?=[\s,;])")
_DEGREES_AFTER = re.compile(r"\s*,\s*((?:(?:Jr|Sr)\.?|I{2,3}|IV|Ph\.?\s?D\.?|M\.?D\.?|MBA|CPA|CFA|Esq\.?|P\.?Eng\.?|P\.?Geo\.?|FA\w+),?\s*)*")
_TITLE_END = re.compile(r"[.;:,\"“”](?:(?<=[.;:])(?:\s|$)|(?<=[\"“”])|(?<=,)\s+(?:said|who|in|added|and\s+\w+ed)\b)")  # begins with a set, to be skipped to
_SAYING_FROM = re.compile(r"(?:quote|comments?|remarks?|statement|message|letter)\s+from\s+\Z", re.IGNORECASE)
_DATED = re.compile(rf"{month_pattern()}\s+\d|[A-Z]{{2}}\b,?\s+(?:{month_pattern()}\s|\d)|[^.]{{0,40}}/\s?[A-Z]?[\w ]{{0,12}}(?:Newswire|Wire|Release)")
_LETTERS = re.compile(r"[a-z]+")


class Token(NamedTuple):
    """A word of a text; `bare` is without the marks and the possessive after it."""

    text: str
    bare: str
    start: int
    end: int
    roles: Word


def make_candidate(text: str, run: list[Token], end: int, *, address: bool, title_start: int, following: str) -> Candidate | None:
    """Return what a run of capitalised words names, None where that is no person."""
    run = _trim(run)
    if not run:
        return None
    given = _find_given(run)
    if given and not address and not run[given - 1].roles.is_initial:
        run = run[given:]  # "Flavor Guru José Ureña"
        given = 0
    title_words = text[title_start : run[0].start] if title_start >= 0 else ""
    run = _drop_degrees(run) if given is not None else run
    last = run[-1]
    sure = address or given is not None
    if len(run) > LONGEST_NAME or (not address and following in ORGANISATIONS) or (not sure and _names_organisation(text, run, title_words, following)):
        return None
    name_end = last.end if last.roles.is_initial else last.start + len(last.bare)
    after = None
    if not _runs_on(text, name_end):
        if match := _GENERATION_AFTER.match(text, name_end, end):
            name_end = match.end()
        after = _title_after(text, name_end, end)
        if after is not None and _DATED.match(after):  # a dateline: "CEDAR FALLS, Iowa, May 3"
            return None
    if not (sure and after) and any(token.bare in ORGANISATIONS for token in run[1 if sure else 0 :]):
        return None
    parts = [token.text.rstrip(",") for token in run[:-1]] + [" ".join(text[last.start : name_end].split())]
    before = " ".join(title_words.split()).strip(" ,") if title_words else ""
    strength = _weigh(text, run, address=address, given=given is not None, before=before, after=after)
    return Candidate(Person(" ".join(parts), after or before or None, run[0].start, name_end), strength)


def _weigh(text: str, run: list[Token], *, address: bool, given: bool, before: str, after: str | None) -> int:
    """Return how sure it is that a run names a person, see Candidate."""
    if address:
        return 3
    if len(run) < 2 or (run[-1].roles.is_initial and sum(not token.roles.is_initial for token in run) < 2):
        return 0
    if given and not (after is None and text[max(0, run[0].start - 4) : run[0].start].split()[-1:] in (["in"], ["at"], ["near"])):
        return 3
    return 2 if before or (after is not None and holds_title(after)) else 1


def _runs_on(text: str, place: int) -> bool:
    """Tell whether a blank and a letter stand at `place` that begin neither "Jr." nor "III": then neither these nor a title follows a name."""
    following = text[place + 1 : place + 2]
    return text[place : place + 1] == " " and following.isalpha() and following not in "JSI"


def _find_given(run: list[Token]) -> int | None:
    """Return where a given name stands in a run, or what an initial shows to be one, as in "Monroe A. Ashworth"."""
    for k, token in enumerate(run[:-1]):
        if (k == 0 or not token.roles.is_initial) and token.roles.is_given and not (k and token.bare.lower() in PARTICLES):
            return k
    if len(run) > 2 and not run[0].roles.is_initial and any(token.roles.is_initial for token in run[1:-1]):
        return 0
    return None


def _drop_degrees(run: list[Token]) -> list[Token]:
    """Return a run without the capitals that follow a name: "Lovely C. Laban GNP-C"."""
    last = len(run)
    if run[-1].bare.isupper() and not all(token.bare.isupper() for token in run):
        while last > 2 and run[last - 1].bare.isupper() and len(run[last - 1].bare) > 1 and run[last - 1].bare not in GENERATIONS:
            last -= 1
    return run[:last]


def _trim(run: list[Token]) -> list[Token]:
    """Return a run without the particles and initials that end it."""
    if len(run) > 2 and run[0].bare in TITLES:  # "Dean Xiang Bing"; "Dean Moe" is a name
        run = run[1:]
    last = len(run)
    while last and (run[last - 1].text in PARTICLES or (run[last - 1].roles.is_initial and last > 1 and len(run[last - 1].bare) < 2)):
        last -= 1
    for token in run[:last]:
        if len(token.bare) > 1:
            return run[:last]
    return []


def _names_organisation(text: str, run: list[Token], title_words: str, following: str) -> bool:
    """Tell from its words and from what stands beside it that a run without a given name is a company, a product or a place."""
    if any(
        token.bare.endswith(("'s", "’s", "´s")) or token.text.endswith(("'s", "’s", "s’")) or ("." in token.bare.strip(".") and not token.roles.is_initial)
        for token in run
    ):
        return True
    capitals = [token for token in run if token.bare.isupper() and len(token.bare) > 1 and not token.roles.is_initial and token.bare not in GENERATIONS]
    if len(run) > 1 and capitals and len(capitals) < len(run) and not (capitals == run[:1] and len(run) == 2):
        return True
    before = text[max(0, run[0].start - 5) : run[0].start].lower().split()
    if before and (before[-1] in ("of", "at", "in", "for", "with") or (before[-1] in ("the", "a", "an") and not title_words)):
        return True
    if before[-1:] == ["from"] and not title_words and not _SAYING_FROM.search(text, max(0, run[0].start - 16), run[0].start):
        return True
    return following in ("Inc", "Inc.", "Corp.", "Ltd.", "LLC", "®", "™") or (len(run) == 1 and run[0].bare.isupper() and len(run[0].bare) > 1)


def holds_title(title: str) -> bool:
    """Tell whether what stands after a name and a comma begins with an office, or tells of the person: "who leads the plant"."""
    opening = _LETTERS.findall(title[:LONGEST_OFFICE].lower())
    return any(word in LOWER_TITLES or word in ("who", "whose") or word.endswith(OFFICE_ENDS) for word in opening)


def _title_after(text: str, start: int, end: int) -> str | None:
    """Return what stands after a name and a comma, up to the end of the clause."""
    match = _DEGREES_AFTER.match(text, start, end)
    if match is None:
        return None
    stop = _TITLE_END.search(text, match.end(), min(end, match.end() + LONGEST_TITLE))
    title = " ".join(text[match.end() : stop.start() if stop else min(end, match.end() + LONGEST_TITLE)].split()).strip(" ,")
    return title or None
