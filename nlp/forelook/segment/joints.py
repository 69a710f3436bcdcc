"""Joints: where something else begins inside a paragraph whose line's end was lost, although no full stop says so.

In: a text and the bounds of a paragraph. Out: ends, each with where the next piece begins: before what a wire adds, a copyright
or "About NAME", behind a web address, and behind a lead-in whose list was lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forelook.segment.abbreviations import next_is_clause, next_opens
from forelook.segment.characters import skip_blank, trim_blank
from forelook.segment.ends import LEADING_IN

LONGEST_LEADING_IN = 20  # characters of the word before a colon, and of what stands before it
SHORTEST_SENTENCE = 30  # characters after an address
_FEED = re.compile(r"View\s(?:original\scontent|source\sversion)\b|©(?<=[\s.]©)(?<!opyright ©)\s?(?:Copyright\s)?(?:19|20)\d\d")
_ABOUT = re.compile(r"About\s(?<=[^\s\"“‘'(\[/-]About\s)(?=(?:[Tt]he\s)?[A-Z\d])")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_LAST_WORD = re.compile(r"[A-Z](?<=[a-z\d/.)][A-Z])(?:[a-z]+|[A-Z]+)?,?$")  # glued to an address
_LOST_LIST = re.compile(r":[ \xa0]+(?=[A-Z“\"])")
_SMALL_NAME = re.compile(r"\.(?<=[a-z\d)][a-z\d)]\.)(?=[a-z][A-Z]\w+(?:[’']s)?\s(?!(?:and|or|to|for|in|at|on|by|with)\b))")  # glued to the sentence before it


def find_joints(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return where pieces end inside `text[start:end]` without a full stop, and where the next ones begin, in no order."""
    found: list[tuple[int, int]] = []  # the looks at characters are cheap, and most paragraphs hold none of them
    if text.find("View ", start, end) >= 0 or text.find("©", start, end) >= 0:
        found += [(trim_blank(text, start, match.start()), match.start()) for match in _FEED.finditer(text, start + 1, end)]
    if text.find("About ", start + 1, end) >= 0:
        found += [(match.start(), match.start()) for match in _ABOUT.finditer(text, start + 1, end)]
    if text.find("www.", start, end) >= 0 or text.find("http", start, end) >= 0:
        found += _find_after_addresses(text, start, end)
    if text.find(": ", start, end) >= 0:
        found += _find_after_lead_ins(text, start, end)
    found += [(match.end(), match.end()) for match in _SMALL_NAME.finditer(text, start, end)]
    return found


def _find_after_addresses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where a sentence begins that is glued to a web address, or that only a blank parts from one ("www.tarn.example The mill")."""
    for address in _ADDRESS.finditer(text, start, end):
        glued = _LAST_WORD.search(text, address.start(), address.end())
        if glued is not None:
            place = glued.start()
            if place > address.start() and _begins(text, place, end):
                yield place, place
            continue
        following = skip_blank(text, address.end(), end)
        if following < end and text[address.end() - 1] not in ".,;:!?" and _begins(text, following, end):
            yield address.end(), following


def _find_after_lead_ins(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where a sentence begins behind a lead-in whose list was lost ("Key findings include: The mill")."""
    for colon in _LOST_LIST.finditer(text, start, end):
        lead_in = text[max(start, colon.start() - LONGEST_LEADING_IN) : colon.start()].split()
        if lead_in and lead_in[-1] in LEADING_IN and lead_in[-2:] != ["such", "as"] and next_opens(text, colon.end()):
            yield colon.start() + 1, colon.end()


def _begins(text: str, place: int, end: int) -> bool:
    """Tell whether a sentence or a heading begins at `place`."""
    if text.startswith("About ", place) or next_opens(text, place):
        return True
    return end - place >= SHORTEST_SENTENCE and next_is_clause(text, place)
