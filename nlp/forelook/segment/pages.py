"""Pages: which units are the second piece of a sentence that the end of a page cuts in two.

In: a text and its units. Out: for each unit the one that it goes on from.
"""

from __future__ import annotations

import re

from forelook.segment.blocks import ARTIFACT, HEADING, LIST_ITEM
from forelook.segment.breaks import LOWER_START, TERMINAL
from forelook.segment.sentences import SENTENCE, Unit
from forelook.segment.words import function_words

MOST_ARTIFACTS = 4  # units at the end of a page: its number, a mark, a head that is repeated
SHORTEST_PIECE = 40  # characters of a sentence before a page's end
_OPEN_END = re.compile(rf"(?:,|\b(?:{'|'.join(function_words())}))$")


def find_continued(text: str, units: list[Unit]) -> list[int]:
    """Return for each unit the index of the unit whose sentence it goes on with, -1 for none."""
    continues = [-1] * len(units)
    for index, unit in enumerate(units):
        if unit.kind != ARTIFACT or not index or units[index - 1].kind not in (SENTENCE, LIST_ITEM):
            continue
        following = index + 1
        while following < len(units) and units[following].kind == ARTIFACT and following - index < MOST_ARTIFACTS:
            following += 1
        if following < len(units) and _goes_on(text, units[index - 1], units[following]):
            continues[following] = index - 1
    return continues


def _goes_on(text: str, before: Unit, unit: Unit) -> bool:
    if unit.kind not in (SENTENCE, LIST_ITEM, HEADING) or before.end - before.start < SHORTEST_PIECE:
        return False
    tail = text[before.end - 12 : before.end]
    if TERMINAL.search(tail):
        return False
    return bool(LOWER_START.match(text, unit.start)) or _OPEN_END.search(tail) is not None
