"""Names: a person named in a text, and what the words around a name say about it.

In: a text and where a name begins or ends. Out: the title after it, and whether the context suggests a person. naming.pyx finds the names.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from forelook.months import month_pattern
from forelook.segment.quotes.vocabulary import LOWER_TITLES, OFFICE_ENDS, TITLES, bare_word

LONGEST_TITLE = 200  # characters
LONGEST_OFFICE = 60  # characters of it in which the office is looked for


class Person(NamedTuple):
    """A person named in a text; `start` and `end` bound the name."""

    name: str
    title: str | None
    start: int
    end: int


class PersonCandidate(NamedTuple):
    """Words that may name a person. `strength`: 3 for a form of address or a given name, 2 for a title beside it, 1 for two capitalised words, 0 for one."""

    person: Person
    strength: int


NICKNAME = re.compile(r"[\"“‘'(]\s?[A-Z][\w.-]{0,14}[\"”’')]|\([\"“‘'][A-Z][\w.-]{0,14}[\"”’']\)|[\"“(][A-Z]\w+\s[A-Z]\w+[\"”)]")
GENERATION_AFTER = re.compile(r"(?:,?\s+(?:Jr\.?|Sr(?!\.?\s[A-Z])\.?|I{2,3}|IV)(?=[\s,.;)]|$))|(?<=[JS]r)\.(?=[\s,;])")
GLUED_OFFICE = re.compile(r"(?<=[a-z])(?:CEO|CFO|COO|CTO|President|Chairman|Chairwoman|Chief|Founder|Co-Founder)$")
_TITLE_NEXT = re.compile(r",\s+((?:[\w&-]+\s?){1,3})")
_DEGREES_AFTER = re.compile(r"\s*,\s*((?:(?:Jr|Sr)\.?|I{2,3}|IV|Ph\.?\s?D\.?|M\.?D\.?|MBA|CPA|CFA|Esq\.?|P\.?Eng\.?|P\.?Geo\.?|FA\w+),?\s*)*")
_TITLE_END = re.compile(r"[.;:,\"“”](?:(?<=[.;:])(?:\s|$)|(?<=[\"“”])|(?<=,)\s+(?:said|who|in|added|and\s+\w+ed)\b)")  # begins with a set, to be skipped to
_SAYING_FROM = re.compile(r"(?:quote|comments?|remarks?|statement|message|letter)\s+from\s+\Z", re.IGNORECASE)
_DATED = re.compile(rf"{month_pattern()}\s+\d|[A-Z]{{2}}\b,?\s+(?:{month_pattern()}\s|\d)|[^.]{{0,40}}/\s?[A-Z]?[\w ]{{0,12}}(?:Newswire|Wire|Release)")
_LETTERS = re.compile(r"[a-z]+")


def holds_title(title: str) -> bool:
    """Return whether the words after a name and a comma begin with an office, or describe the person: "who leads the plant"."""
    opening = _LETTERS.findall(title[:LONGEST_OFFICE].lower())
    return any(word in LOWER_TITLES or word in ("who", "whose") or word.endswith(OFFICE_ENDS) for word in opening)


def find_title(text: str, start: int, end: int) -> str | None:
    """Return the words after a name and a comma, up to the end of the clause."""
    match = _DEGREES_AFTER.match(text, start, end)
    if match is None:
        return None
    stop = _TITLE_END.search(text, match.end(), min(end, match.end() + LONGEST_TITLE))
    title = " ".join(text[match.end() : stop.start() if stop else min(end, match.end() + LONGEST_TITLE)].split()).strip(" ,")
    return title or None


def precedes_title(text: str, start: int, end: int) -> bool:
    """Return whether a comma and a title follow, so that a word that elsewhere is none, as "Friday" or "Chancellor", is a surname."""
    following = _TITLE_NEXT.match(text, start, end)
    return following is not None and any(bare_word(part) in TITLES or bare_word(part).lower() in LOWER_TITLES for part in following.group(1).split())


def is_dated(title: str) -> bool:
    """Return whether the words after a name and a comma are the rest of a dateline: "CEDAR FALLS, Iowa, May 3"."""
    return _DATED.match(title) is not None


def follows_saying(text: str, start: int) -> bool:
    """Return whether a name at `start` follows "comments from" or the like."""
    return _SAYING_FROM.search(text, max(0, start - 16), start) is not None
