"""The lines above the text of a release: which of them is the headline, and which only say when and by whom it is sent.

In: a text and its units above the dateline. Out: the headline, and whether a line is a date alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from forelook.segment.header.dates import find_days
from forelook.segment.header.tickers import find_listings
from forelook.segment.header.wires import find_wire
from forelook.segment.layout import ARTIFACT, CONTACT, LIST_ITEM, TABLE
from forelook.segment.sentences import SENTENCE, Unit

_NO_HEADLINE = frozenset({CONTACT, ARTIFACT, TABLE, LIST_ITEM})
_SHORTEST = 3  # words; a line of fewer is a letterhead
_LONGEST = 600  # characters
_LONGEST_FILLER = 90  # characters; a longer line says more
_SUSPECT = re.compile(r"[0-9]|[Ww]ire|WIRE|[Rr]elease|RELEASE|[Cc]opyright|COPYRIGHT|[Ee]ditors|[Ww]riters|NEWS|News|[Ss]ymbol|[Tt]ime|TIME")
# What a line holds beside a date, a wire or a listing, or alone, that is no headline.
_FILLER = re.compile(
    r"""\b(?:(?:press|news|media|earnings|financial)\s+(?:release|advisory|information|alert)s?\b|immediate(?:ly)?\b|release[ds]?\b|date[ds]?\b|news\b
      |for\b|at\b|on\b|upon\b|the\b|copyright\b|time\b|issued\b|published\b|embargo(?:ed)?\b|until\b|via\b|source\b|by\b
      |(?:business|medical|energy|high-?tech|automotive|financial|city|health)?(?:[\s/]+\w+)?\s+(?:editors|writers)\b|exhibit\s+[\d.]+|attachment\b
      |(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:eastern|central|mountain|pacific|standard|daylight)\b|(?:e|c|m|p)[sd]?t\b|gmt\b|[ap]\.?m?\.?\b
      |\d{1,2}:\d\d\b|contacts?\b|page\b|symbols?\b|no\.)|\(c\)|©""",
    re.VERBOSE | re.IGNORECASE,
)
_CONTACT_MARKS = ("@", "www.", "http://", "https://", "tel:", "tel.", "fax", "phone", "contact:", "contacts:")
# Begins with a set, to be skipped to.
_PHONE = re.compile(r"[(\d](?:(?<=[(0-9])\d\d\)?[-. ]\s?\d{3}(?:[-.]\d{4})?(?!\d)|(?<=\d)\d\d[-.]\d{4}(?!\d))")
_COMPANY = re.compile(
    r"(?:[A-Z&][\w&.'’-]*,?\s+){1,5}(?i:inc|corp|corporation|company|co|ltd|limited|llc|plc|l\.?p|n\.?v|s\.?a|a\.?g|group|holdings)\b\.?[®™]?"
)
_WIRE_CODES = re.compile(r"^(?:\(\s?[A-Z][A-Z0-9.,/ -]*\)\s*)+(?=[A-Z])")
_TO_EDITORS = re.compile(r"\s+(?:Business|Medical|Energy|High-?[Tt]ech)?(?:[/ ]\w+)?\s*(?:Editors?|Writers)$")
_CLOCK = re.compile(r"^\(?\d{1,2}:\d\d")
_LETTER = re.compile(r"[^\W\d_]")


def find_headline(text: str, head: Sequence[Unit]) -> str | None:
    """Return the headline, blanks made single, without a wire's codes before and words to editors after it."""
    for unit in head:
        if unit.kind in _NO_HEADLINE or (unit.kind == SENTENCE and text[unit.end - 1] == "."):
            continue
        if (found := _read_headline(_clean(text, unit))) is not None:
            return found
    return None


def is_day_alone(text: str, unit: Unit) -> bool:
    """Return whether a unit holds a date and otherwise only what is said around one."""
    if unit.end - unit.start > 2 * _LONGEST_FILLER:
        return False
    line = _clean(text, unit)
    return len(line) <= _LONGEST_FILLER and bool(find_days(line, 0, len(line))) and not _says_more(line)


def _clean(text: str, unit: Unit) -> str:
    return " ".join(text[unit.start : unit.end].split())


def _read_headline(line: str) -> str | None:
    line = _WIRE_CODES.sub("", line).strip("*~_=- \t")
    if line.endswith(("Editors", "Writers", "Editor")):
        line = _TO_EDITORS.sub("", line)
    if line.count(" ") + 1 < _SHORTEST or len(line) > _LONGEST or _is_contact(line) or _COMPANY.fullmatch(line) or _CLOCK.match(line):
        return None
    return line if _says_more(line) else None


def _is_contact(line: str) -> bool:
    lowered = line.lower()
    for mark in _CONTACT_MARKS:
        if mark in lowered:
            return True
    return _PHONE.search(line) is not None


def _says_more(line: str) -> bool:
    """Return whether words are left when dates, wires, listings and filler are taken away; a place and a date are no headline."""
    if len(line) > _LONGEST_FILLER or not (_SUSPECT.search(line) or line.count(" ") < _SHORTEST):
        return True
    spans = [(day.start, day.end) for day in find_days(line, 0, len(line))]
    has_day = bool(spans)
    wire = find_wire(line, 0, len(line))
    spans += [(wire.start, wire.end)] if wire else []
    spans += [(found.start, found.end) for found in find_listings(line, 0, len(line))]
    kept = list(line)
    for start, end in spans:
        kept[start:end] = " " * (end - start)
    rest = _FILLER.sub(" ", "".join(kept))
    words = [word for word in rest.split() if _LETTER.search(word)]
    if has_day and line.rstrip(" .,-–—)").endswith(line[spans[0][0] : spans[0][1]].rstrip(" .,-–—)")):
        return len(words) > 6  # "SALT LAKE CITY, Feb. 10, 2025"
    return len(words) > 1
