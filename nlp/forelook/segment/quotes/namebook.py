"""The name book of a release: the fullest form of each name in it.

In: a text and persons named in it. Out: the same persons under the fullest forms of their names. The patterns are fixed and
the names looked for with `str.find`: to compile a pattern for a name costs more than all the rest of its search.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from forelook.segment.quotes.names import Person, holds_title
from forelook.segment.quotes.people import find_people
from forelook.segment.quotes.vocabulary import NOT_NAMES, PARTICLES, TITLES, bare_word, is_initial
from forelook.segment.quoting import find_again, find_name_start
from forelook.segment.words import words

LONGEST_NAME = 300  # characters before a surname in which the rest of the name lies, the blanks of an indented line included
NAME_REACH = 100_000  # characters on either side in which a fuller form is looked for: a text of many releases stays linear
MOST_WORDS = 7  # words of a name before its surname and one more; see _GIVEN_NAMES
MOST_HITS = 200  # places of a surname that are looked at

_GAP = r"(?:[ \t\xa0]*+\r?\n[ \t\xa0]*+|[ \t\xa0]++)"  # between the words of a name: never a blank line
_GIVEN = r"(?:(?:[A-Z]\.){2,3}|[A-Z][\w'’-]+\.?|[A-Z]\.?|[\"“‘'(][A-Z][\w.-]+[\"”’')]|\([\"“‘'][A-Z][\w.-]+[\"”’']\))"
_PARTICLE = r"(?:de|van|von|der|den|la|le|di|da|du|bin|al|el|del|dos|das|te|['’]t)"
_EDGE = re.compile(r"\b")
_GENERATION_AFTER = re.compile(r"(?:,?\s+(?:Jr\.?|Sr(?!\.?\s[A-Z])\.?|I{2,3}|IV)(?=[\s,.;)]|$))?")
_GENERATIONS = frozenset(("jr", "sr", "ii", "iii", "iv"))
_GIVEN_NAMES = re.compile(rf"{_GIVEN}(?:{_GAP}(?:{_PARTICLE}{_GAP}){{0,2}}{_GIVEN}){{0,4}}{_GAP}(?:{_PARTICLE}{_GAP}){{0,2}}(?:d['’]|al-|el-)?\Z")
_BETWEEN_NAMES = frozenset(",;:!?/&%$")  # found between two names and inside none
_SURNAME_AFTER = re.compile(
    rf"(?:{_GAP}[A-Z]\.)?{_GAP}(?:(?:de|van|von|der|den|la|le|di|da|du){_GAP}){{0,2}}(?:al-|el-|d['’])?[A-Z][\w'’-]+(?:{_GAP}(?:Jr|Sr|II|III)\b)?"
)
_SURNAMES_AFTER = re.compile(r"(?P<more>(?:[ \t\xa0]+[A-Z][^\W\d_A-Z]+){1,2}),\s(?P<office>[^,.;]{3,60})")

_COMPANY_AFTER = re.compile(  # "Tarn" begins "Tarn Tile Works, Inc." or "Tarn Tile (NYSE: TRN)"
    r"(?:[ \t\xa0]+(?:[A-Z][\w&’'-]*|&|and|of)){0,4}"
    r"(?:,?\s+(?:Inc|Corp|Corporation|Company|Co|Ltd|Limited|LLC|plc|PLC|Holdings|Group|S\.A|N\.V)\b|\s\([A-Z][\w ]+:)"
)


@cache
def _families() -> dict[str, frozenset[int]]:
    """Return the families of given names to which each form belongs."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(words("diminutives")):
        for form in line.split():
            found.setdefault(form, set()).add(number)
    return {form: frozenset(numbers) for form, numbers in found.items()}


@cache
def _fullest_forms() -> frozenset[str]:
    return frozenset(line.split()[0] for line in words("diminutives"))


class NameBook:
    """The people of one release, so that "Dr. Roe" and "Bob" can be resolved to the full name given elsewhere."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._full: dict[str, Person] = {}
        self._titles: dict[str, str] = {}

    def resolve(self, person: Person) -> Person:
        """Return `person` under the fullest form of the name in the release, with the first title given to that person."""
        key = person.name.casefold()
        if key not in self._full:
            self._full[key] = self._find_fullest(person)
        full = self._full[key]
        title = person.title or self._titles.get(full.name)
        if title is not None:
            self._titles.setdefault(full.name, title)
        return full._replace(title=title)

    def is_known(self, person: Person) -> bool:
        """Return whether a single name belongs to somebody whom the release names in full."""
        return len(self.resolve(person).name.split()) > 1

    def is_titled(self, person: Person) -> bool:
        """Return whether a single name follows a title somewhere in the release."""
        hits = islice(self._find_all(person.name, person.start), MOST_HITS)
        return any(before[-1] in TITLES for hit in hits if (before := self._text[max(0, hit - 30) : hit].split()))

    def is_company(self, person: Person) -> bool:
        """Return whether a name is the beginning of a company's name somewhere in the release."""
        hits = islice(self._find_all(person.name, person.start), MOST_HITS)
        return any(_COMPANY_AFTER.match(self._text, hit + len(person.name)) is not None for hit in hits)

    def _find_fullest(self, person: Person) -> Person:
        parts = person.name.split()
        surname = next((bare_word(part) for part in reversed(parts) if part.rstrip(".").casefold() not in _GENERATIONS), parts[-1])
        forms = [person] if len(parts) > 1 else []
        known = self._find_forms(surname, person.start)
        if len(parts) == 2 and parts[0] in TITLES and (others := [form for form in known if form.name != person.name]):
            parts, forms, known = parts[1:], [], others  # "Dean Roe" beside "Barbara D. Roe"
        forms += [form for form in known if len(parts) == 1 or _are_one(parts, form.name.split())]
        if len(parts) == 1:
            forms = [form for form in forms if form.name.split()[0] not in TITLES] or forms
        if len(parts) == 1 and forms:  # of several people of one surname, the one named last before
            nearest = max((form for form in forms if form.start <= person.start), key=lambda form: form.start, default=forms[0])
            forms = [form for form in forms if _are_one(nearest.name.split(), form.name.split())]
        if forms:
            whole = [form for form in forms if form is not person and "-" not in form.name.split()[0] and form.name.split()[0].lower() not in PARTICLES]
            shortest = [form for form in forms if not any(form.name.endswith(" " + other.name) for other in whole)]  # "Chef Nora Roe" is Nora Roe
            return max(shortest or forms, key=_fullness)
        return self._by_given_name(surname, person.start) or person

    def _find_forms(self, surname: str, near: int) -> list[Person]:
        """Return every full name that ends in `surname`."""
        hits = find_again(self._text, surname, max(0, near - NAME_REACH), near + NAME_REACH, MOST_HITS)
        forms: dict[str, Person] = {}
        seen: set[str] = set()  # the same words name the same person again
        for start, end in self._full_names(hits, len(surname)):
            if (full := self._text[start:end]) in seen:
                continue
            for candidate in find_people(self._text, start, end):
                name = candidate.person.name.split()
                if len(name) > 1 and surname in (bare_word(part) for part in name):
                    forms.setdefault(candidate.person.name, candidate.person)
                    seen.add(full)
        return list(forms.values())

    def _full_names(self, hits: list[int], size: int) -> Iterator[tuple[int, int]]:
        """Yield those of the `hits` of a surname that end a full name."""
        floor = 0
        for k, hit in enumerate(hits):
            if hit < floor or not (self._text[hit - 1 : hit].isspace() or self._text[hit - 1 : hit] in "'’-"):
                continue
            given = self._find_given_names(max(floor, hit - LONGEST_NAME), hit)
            if given is None:
                continue
            end = hit + size
            for further in hits[k + 1 : k + 4]:  # "Roe" of "Jane Roe Roe" is a given name
                if further - hit >= LONGEST_NAME or not _BETWEEN_NAMES.isdisjoint(self._text[hit + size : further]):
                    break
                if _GIVEN_NAMES.match(self._text, given.start(), further):
                    end = further + size
            match = _GENERATION_AFTER.match(self._text, end)
            floor = self._end_before_office(match.end() if match else end)
            yield given.start(), floor

    def _end_before_office(self, end: int) -> int:
        """Return the end of a name of which one or two words more stand between `end` and a comma and an office: "Ana Mafe", "Ana Mafe Garcia, president"."""
        more = _SURNAMES_AFTER.match(self._text, end)
        return more.end("more") if more is not None and holds_title(more["office"]) else end

    def _find_given_names(self, floor: int, hit: int) -> re.Match[str] | None:
        """Return the given names that end at `hit`; searched for among the words before it that can be part of a name."""
        place = find_name_start(self._text, floor, hit, PARTICLES, MOST_WORDS)
        return _GIVEN_NAMES.search(self._text, place, hit) if place < hit else None

    def _by_given_name(self, given: str, near: int) -> Person | None:
        """Find "Mariela Garcia" for "Mariela", as letters are signed and friends are quoted."""
        for start in self._find_all(given, near):
            match = _SURNAME_AFTER.match(self._text, start + len(given)) if _EDGE.match(self._text, start) else None
            if match is None:
                continue
            for candidate in find_people(self._text, start, self._end_before_office(match.end())):
                if candidate.strength and candidate.person.name.split()[0] == given:
                    return candidate.person
        return None

    def _find_all(self, word: str, near: int) -> Iterator[int]:
        """Yield the places of `word` within NAME_REACH of `near`."""
        end = near + NAME_REACH
        start = self._text.find(word, max(0, near - NAME_REACH), end) if word else -1
        while start >= 0:
            yield start
            start = self._text.find(word, start + 1, end)


def _are_one(one: list[str], other: list[str]) -> bool:
    """Return whether two names with one surname may be one person's: the same given name, an initial of it, or a form of it."""
    first, second = one[0].rstrip("."), other[0].rstrip(".")
    if first in PARTICLES or second in PARTICLES:
        return " ".join(one).endswith(" ".join(other)) or " ".join(other).endswith(" ".join(one))
    if first == second or ((len(first) == 1 or len(second) == 1 or "." in first or "." in second) and first[0] == second[0]):
        return True
    if one != other and (one == other[-len(one) :] or other == one[-len(other) :]):
        return True
    families = _families()
    if families.get(first, frozenset()) & families.get(second, frozenset()):
        return True
    return first in (part.rstrip(".") for part in other[:-1]) or second in (part.rstrip(".") for part in one[:-1])


def _fullness(person: Person) -> tuple[bool, bool, bool, int, int]:
    """Return how full a form of a name is: a whole given name before an initial, "Robert" before "Bob", more words before fewer."""
    parts = person.name.split()
    given = parts[0].rstrip(".")
    is_short = given in _families() and given not in _fullest_forms()
    is_spelled = not all(is_initial(part) for part in parts[:-1])  # "Jerry Roe" beside the company "J.L. Roe"
    is_clean = not any(len(bare_word(part)) > 1 and (bare_word(part) in TITLES or bare_word(part) in NOT_NAMES) for part in parts[1:-1])
    return is_spelled, is_clean, not is_short, len(parts), len(person.name)
