"""The name book of a release: the fullest form of each name in it.

In: a text and persons named in it. Out: the same persons under the fullest forms of their names. The patterns are fixed and
the names looked for with `str.find`: to compile a pattern for a name costs more than all the rest of its search.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forelook.segment.quotes.names import NOT_NAMES, TITLES, Person, bare_word, find_person

LONGEST_NAME = 300  # characters before a surname in which the rest of the name stands, blanks of an indented line included
NAME_REACH = 100_000  # characters on either side in which a fuller form is looked for: a text of many releases stays linear


_GAP = r"(?:[ \t\xa0]*+\r?\n[ \t\xa0]*+|[ \t\xa0]++)"  # between the words of a name: never a blank line
_GIVEN = r"(?:[A-Z][\w'’-]+\.?|[A-Z]\.|[\"“(][A-Z]\w+[\"”)])"
_BLANK = re.compile(_GAP)
_EDGE = re.compile(r"\b")
_BETWEEN = re.compile(r"[A-Z][\w.'’-]*|[\"“(][A-Z]\w+[\"”)]")  # a word between a first name and a surname
_GENERATION = re.compile(r"(?:,?\s+(?:Jr\.?|Sr\.?|I{2,3}|IV)(?=[\s,.]))?")
_GIVEN_NAMES = re.compile(rf"{_GIVEN}(?:{_GAP}{_GIVEN}){{0,3}}{_GAP}(?:(?:de|van|von|der|den|la|le|di|da|du|bin|al|el|del)\s+){{0,2}}\Z")
_SURNAME_BEHIND = re.compile(rf"(?:{_GAP}[A-Z]\.)?{_GAP}[A-Z][a-z'’-]+\b")


class NameBook:
    """The people of one release, so that "Dr. Roe" and "he" find the full name that stands elsewhere."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._full: dict[str, Person] = {}

    def resolve(self, person: Person) -> Person:
        """Return `person` under the fullest form of the name in the release."""
        parts = person.name.split()
        key = person.name.casefold()
        if key not in self._full:
            fullest = self._longer(parts, person.start) if len(parts) > 1 else self._by_surname(parts[0], person.start)
            self._full[key] = fullest._replace(title=person.title) if fullest else person
        known = self._full[key]
        if known.title is None and person.title is not None:
            known = self._full[key] = known._replace(title=person.title)
        return known

    def _longer(self, parts: list[str], near: int) -> Person | None:
        """Find "Jane Q. Roe" for "Jane Roe"."""
        first, last = parts[0].rstrip("."), parts[-1].rstrip(".")
        best: Person | None = None
        floor = 0
        for start in self._find_all(first, near):
            end = self._reach(start + len(first), last) if start >= floor and _EDGE.match(self._text, start) else -1
            if end < 0:
                continue
            floor = end
            name = " ".join(self._text[start:end].split())
            if any(bare_word(word) in TITLES or bare_word(word) in NOT_NAMES for word in name.split()[1:-1]):
                continue
            if best is None or len(name) > len(best.name):
                best = Person(name, None, start, end)
        return best

    def _reach(self, position: int, last: str) -> int:
        """Return where the name ends that has a first name before `position` and at most three words before `last`, or -1."""
        text = self._text
        if _EDGE.match(text, position) is None:
            return -1
        position += text[position : position + 1] == "."
        end = -1
        for _ in range(4):
            gap = _BLANK.match(text, position)
            if gap is None:
                break
            behind = gap.end() + len(last)
            if text.startswith(last, gap.end()) and _EDGE.match(text, behind):
                end = behind
            word = _BETWEEN.match(text, gap.end())
            if word is None:
                break
            position = word.end()
        return end if end < 0 else self._behind_generation(end)

    def _by_surname(self, surname: str, near: int) -> Person | None:
        """Find "Mohd A. Aslami" for "Aslami", and for a first name that signs a letter."""
        bare = bare_word(surname)
        hits = [start for start in self._find_all(bare, near) if _EDGE.match(self._text, start + len(bare))]
        runs = []
        for start, end in self._full_names(hits, len(bare)):
            run = find_person(self._text, start, end, lone=False)
            if run is not None and len(run.name.split()) > 1 and bare in run.name:
                runs.append(run)
        # "Ohio Jane Roe" is "Jane Roe" behind a dateline: a name that another one ends with is dropped for the shorter
        runs = [run for run in runs if not any(run.name.endswith(" " + other.name) for other in runs)]
        if runs:
            return max(runs, key=lambda run: len(run.name))
        floor = 0
        for start in hits:
            match = _SURNAME_BEHIND.match(self._text, start + len(bare)) if start >= floor and _EDGE.match(self._text, start) else None
            if match is None:
                continue
            floor = match.end()
            run = find_person(self._text, start, floor, lone=False)
            if run is not None and run.name.startswith(bare):
                return run
        return None

    def _full_names(self, hits: list[int], size: int) -> Iterator[tuple[int, int]]:
        """Yield where a surname that stands at `hits` ends a full name."""
        floor = 0
        for k, hit in enumerate(hits):
            if hit < floor or not self._text[hit - 1 : hit].isspace():
                continue
            given = _GIVEN_NAMES.search(self._text, max(floor, hit - LONGEST_NAME), hit)
            if given is None:
                continue
            end = hit + size
            for further in hits[k + 1 : k + 4]:  # "Roe" of "Jane Roe Roe" is a given name
                if further - hit < LONGEST_NAME and _GIVEN_NAMES.match(self._text, given.start(), further):
                    end = further + size
            floor = self._behind_generation(end)
            yield given.start(), floor

    def _behind_generation(self, end: int) -> int:
        """Return the end of a name with its Jr., Sr. or III, if it has one."""
        match = _GENERATION.match(self._text, end)
        return match.end() if match else end

    def _find_all(self, word: str, near: int) -> Iterator[int]:
        """Yield where `word` stands within NAME_REACH of `near`."""
        end = near + NAME_REACH
        start = self._text.find(word, max(0, near - NAME_REACH), end) if word else -1
        while start >= 0:
            yield start
            start = self._text.find(word, start + 1, end)
