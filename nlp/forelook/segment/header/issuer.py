"""The listings of the company that issues a release, among all that the release names.

In: a text, its units and its headline. Out: listings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from forelook.segment.header.tickers import Listing, find_listings, find_symbols
from forelook.segment.layout import HEADING
from forelook.segment.quoting import WordFinder
from forelook.segment.sentences import SENTENCE, Unit
from forelook.segment.words import words

_LONGEST_HEAD = 8000  # characters above the first verb
_SHORTEST_SUBJECT = 3  # characters; a verb before that opens the sentence
_NAME_REACH = 110  # characters before a ticker in which its company's name is looked for
_SAME_COMPANY = 80  # characters between the listings of one company
_FIRST_WORDS = 2  # of a headline without a verb
_NAME = re.compile(r"[A-Z][\w’'-]{2,}")
_ANNOUNCING = WordFinder(words("announcing"))
_NO_NAMES = frozenset(words("in_company_names"))


def find_own_listings(text: str, body: Sequence[Unit], headline: str) -> list[Listing]:
    """Return the listings of the company that issues the release, or of those that issue it together, or of its parent.

    They are above the text, or in its first sentence before the verb that announces; else after a name from there, or from the
    beginning of the headline, anywhere. `body` is what follows the dateline.
    """
    first = next((unit for unit in body if unit.kind in {SENTENCE, HEADING}), None)
    if first is None:
        return []
    verb = _find_verb(text, first.start, first.end)
    end = verb if verb - first.start > _SHORTEST_SUBJECT else first.end
    if found := find_listings(text, 0 if end <= _LONGEST_HEAD else first.start, end):
        return found
    later = find_listings(text, end, len(text))
    for subject in (text[first.start : end], _read_subject(headline)) if later else ():
        names = set(_NAME.findall(subject)) - _NO_NAMES
        for index, listing in enumerate(later):
            if not names.isdisjoint(_NAME.findall(text, max(end, listing.start - _NAME_REACH), listing.start)):
                return [each for each in later[index:] if each.start - listing.end <= _SAME_COMPANY]
    return find_symbols(text)


def _read_subject(headline: str) -> str:
    """Return the first words of a headline, up to the verb that announces if there is one."""
    verb = _find_verb(headline, 0, len(headline))
    return headline[:verb] if verb < len(headline) else " ".join(headline.split()[:_FIRST_WORDS])


def _find_verb(text: str, start: int, end: int) -> int:
    """Return the place in `text[start:end]` of the first verb by which an issuer announces, `end` where there is none."""
    found = _ANNOUNCING.find(text, start, end)
    return found[0][0] if found else end
