"""Names: who a stretch of text beside a quotation names.

In: text around a cue verb. Out: a name without honorifics, the person's title, and where the name stands.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from forelook.segment.words import words

LONGEST_TITLE = 200  # characters


class Person(NamedTuple):
    """A person named in a text; `start` and `end` bound the name."""

    name: str
    title: str | None
    start: int
    end: int


TITLES = frozenset(words("titles"))
_HONORIFICS = frozenset(words("honorifics"))
_DEGREES = frozenset(words("degrees"))
_PARTICLES = frozenset(("de", "van", "von", "der", "den", "la", "le", "di", "da", "du", "bin", "al", "el", "ter", "dos", "del", "ben", "y"))
_GENERATIONS = frozenset(("Jr", "Sr", "II", "III", "IV"))
NOT_NAMES = frozenset(words("not_names"))
_INITIAL = re.compile(r"(?:[A-Z]\.){1,3}|[A-Z]")
_DEGREES_BEHIND = re.compile(r"\s*,\s*((?:(?:Jr|Sr)\.?|I{2,3}|IV|Ph\.?D\.?|M\.?D\.?|MBA|CPA|Esq\.?|P\.?Eng\.?|P\.?Geo\.?|FA\w+),?\s*)*")
_TITLE_END = re.compile(r"[.;:]\s|[.;:]$|[\"“”]|,\s+(?:said|who|in|added|and\s+\w+ed)\b")
_WORD = re.compile(r"[^\s,;:()\[\]\"“”—–]+|[,;:()\[\]\"“”—–]")


def find_person(text: str, start: int, end: int, *, lone: bool) -> Person | None:
    """Return the first person named in `text[start:end]`, None where nobody is.

    A name is two or more capitalised words that are neither a title nor an organization's; with `lone` a single one
    counts too, as in "said Handley", and so it does behind an honorific.
    """
    runs = _find_runs(text, start, end)
    for run in runs:
        if run.honorific or run.size > 1:
            return run.person(text, end)
    return runs[-1].person(text, end) if runs and lone else None


class _Run(NamedTuple):
    words: list[str]
    start: int
    end: int
    honorific: bool
    before: str | None

    @property
    def size(self) -> int:
        return len(self.words)

    def person(self, text: str, end: int) -> Person:
        return Person(" ".join(self.words), _title_after(text, self.end, end) or self.before, self.start, self.end)


def _find_runs(text: str, start: int, end: int) -> list[_Run]:
    """Return runs of capitalised words that may be names, in order, up to the end of the clause."""
    runs: list[_Run] = []
    current: list[re.Match[str]] = []
    honorific = False
    title_start = -1

    def close() -> None:
        nonlocal honorific
        while current and (current[-1].group() in _PARTICLES):
            current.pop()
        if current and any(len(match.group().rstrip(".")) > 1 for match in current):
            before = " ".join(text[title_start : current[0].start()].split()).strip(" ,") if title_start >= 0 else None
            bare = [match.group().rstrip(",") for match in current]
            last = current[-1]
            name_end = last.start() + len(bare_word(last.group()) if not _is_initial(last.group()) else last.group())
            bare[-1] = text[last.start() : name_end]
            runs.append(_Run(bare, current[0].start(), name_end, honorific, before or None))
        current.clear()
        honorific = False

    for match in _WORD.finditer(text, start, end):
        word = match.group()
        bare = bare_word(word)
        if _is_initial(word) and (current or word[-1] == "."):
            current.append(match)
        elif bare in _HONORIFICS and bare != "Professor":
            close()
            honorific = True
        elif bare in TITLES or bare in NOT_NAMES or "/" in word:
            close()
            if bare in TITLES and title_start < 0:
                title_start = match.start()
            if runs and runs[-1].size > 1:
                break
        elif bare in _DEGREES or (bare in _GENERATIONS and not current):
            continue
        elif (
            (word[0].isupper() and not bare.isupper() | (bare.endswith(("'s", "’s"))))
            or (current and bare in _GENERATIONS)
            or (word[0].isupper() and bare.isupper() and len(bare) > 1 and (current or _all_upper_name(text, match)))
            or (current and word in _PARTICLES)
        ):
            current.append(match)
        else:
            close()
            if runs and (runs[-1].honorific or runs[-1].size > 1):
                break
        if word[-1] == "." and not _is_initial(word) and bare not in _HONORIFICS | _GENERATIONS and len(bare) > 2:
            break
    close()
    return runs


def bare_word(word: str) -> str:
    """Return `word` without the marks and the possessive behind it."""
    return word.rstrip(".,'’!?").removesuffix("'s").removesuffix("’s") if len(word) > 1 else word


def _is_initial(word: str) -> bool:
    return len(word) < 7 and _INITIAL.fullmatch(word) is not None


def _all_upper_name(text: str, match: re.Match[str]) -> bool:
    following = _WORD.match(text, match.end() + 1)
    return following is not None and following.group().isupper() and len(following.group()) > 2 and match.group().isalpha()


def _title_after(text: str, start: int, end: int) -> str | None:
    """Return what stands behind a name and a comma, up to the end of the clause."""
    match = _DEGREES_BEHIND.match(text, start, end)
    if match is None:
        return None
    stop = _TITLE_END.search(text, match.end(), min(end, match.end() + LONGEST_TITLE))
    title = " ".join(text[match.end() : stop.start() if stop else min(end, match.end() + LONGEST_TITLE)].split()).strip(" ,")
    return title or None
