"""Datelines: the place, date and wire with which the text of a release begins.

In: a text and the bounds of a paragraph. Out: where its dateline ends.
"""

from __future__ import annotations

import re
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from forelook.months import month_pattern
from forelook.segment.dateline_signs import find_glued_capitals, has_tail_sign
from forelook.segment.words import SERVICES, join_alternatives, wire_forms, wire_signs

LONGEST_DATELINE = 320  # characters
SHORTEST_PLACE, LONGEST_PLACE = 3, 50  # characters of a place without a date, both excluded
MOST_PARTS = 4
SHORTEST_HEADLINE, LONGEST_HEADLINES = 20, 1000  # characters before a dateline that is glued to a headline
LONGEST_YEAR = 5  # characters of "2019:", the longest separator of a dateline and its text that must be seen whole
LONGEST_EVENT = 90  # characters of the name of a fair after a dateline, its dash included
PLAIN = 2  # of place, date and wire
_SENTENCE_STARTS = ("In ", "On ", "At ")  # "In Lima, on May 3, 2019 - its jubilee - the mill"
_NOTICE = re.compile(r"(?:CORRECT|UPDATE|REPEAT|ADVISORY|MEDIA|CORRIGENDUM|REMINDER|ADDING|REPLACING|ALERT)", re.IGNORECASE)


def _list_wires() -> str:
    """Return an expression for the wires of the list, also in capitals and with any blank missing; grouped by first letter, for speed."""
    forms = sorted({written for form in wire_forms() for written in (form, form.upper())}, key=lambda form: (form[0], -len(form), form))
    letters = [(letter, "|".join(re.escape(form[1:]) for form in group)) for letter, group in groupby(forms, key=itemgetter(0))]
    return "|".join(f"{letter}(?:{rest})" for letter, rest in letters).replace(r"\ ", r"\s?")


_LISTED = _list_wires()
_WIRE = (
    rf"(?:/(?:(?=[^/\n]*(?:[Ww]ire|WIRE|[Nn]ews|NEWS|CNW|Canada|First|PR|Comtex|Xinhua|EIN|Press|PRESS))[A-Z][^/\n]{{2,70}}|{_LISTED})/"
    rf"|\(?(?:{_LISTED}|{join_alternatives(SERVICES)}"
    r"|[A-Z]\w*\s?(?:Media|[Nn]ews)\s?[Ww]ire)\b\)?[/.,]?+|via\s+[A-Z]\w+(?:\s[A-Z]\w+)?(?=\s*[-–—])|\((?:NASDAQ|Nasdaq|NYSE"
    r"|TSXV?|OTC\w*):\s?[A-Z.]{1,6}\)(?=\s[-–—])"
    r"|(?<=-)\(\)(?=-)"  # a wire's name that was a picture
    r"|\([^()\n]{0,60}(?:[Ww]ire|WIRE|[Nn]ews|NEWS|Press|PRESS)[^()\n]{0,60}\))"
)
_DATE = (
    rf"\(?(?:(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)(?:day|\.)?|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY),?\s+)?(?>{month_pattern()}|{month_pattern().upper()})"
    r"\.?\s*\d{1,2}(?:st|nd|rd|th)?(?:\s*,?\s*(?:19|20)\d\d)?\)?"
    rf"|\(?\d{{1,2}}\s+(?>{month_pattern()})"
    r"\.?,?\s+(?:19|20)\d\d\)?|\(?\d{1,2}/\d{1,2}/\d{2,4}\)?|\d{1,2}:\d\d(?:\s*+[ap]\.?m\.?+(?:\s+[A-Z]{2,3})?)?"
)
_SEPARATOR = (
    r"(?:-{2,}+|-(?=[\s\xa0(/]|$)|(?<=\s)-(?=[A-Z])|[‐‑—–―\x96\x97]++|(?<=\s)[|•](?=\s)|(?<=\d{4}):(?=\s)|\.\s?\.\s?\.|…"
    r"|(?<=\s)/(?=\s)(?!\s[A-Z]\w+,\s[A-Z][\w. ]{2,20}[-–—(]))"
)
_PLACE_WORD = r"(?:[A-Z](?:[\w’'ʻ]++|[.-])*|(?:of|de|la|del|and|the|du|el|am|upon|on|in)\b|&|\([A-Z][\w.\s-]{1,20}\)|\d{1,2}(?=,\s))"
_PLACE = rf"{_PLACE_WORD}(?:[\s\xa0]*[,/;&|][\s\xa0]*{_PLACE_WORD}|[\s\xa0]+{_PLACE_WORD}){{0,11}}"
# What makes a tail is tried only at the characters with which it can begin, most of which a place's do not hold.
# Where a row of dashes, dots or days could fall into parts in several ways, what takes it is possessive or atomic: else they multiply from part to part.
DATELINE = re.compile(
    rf"\W{{0,3}}(?:(?P<place>{_PLACE}?)[\s\xa0]*[,)\]]{{0,2}}[\s\xa0]*)??"
    rf"(?P<tail>(?:(?:(?=[-‐‑–—―\x96\x97|•:.…/]){_SEPARATOR}|(?=[(\dJFMASONDTW])(?:{_DATE})|(?=[(/A-Z2ev]){_WIRE})[\s\xa0,.\]]*+)+)"
    r"(?=[\"“‘(\[*]*(?:[A-Z0-9$@]|[a-z]{1,4}[A-Z]|(?<=[-–—] )[a-z]+[\s™®,]|(?<=--\n)[a-z]+\s)|$)"
)
TAIL_END = re.compile(rf"[‐‑|•:–—―\x96\x97…/)\]]|-(?:[-\s(/]|$)|\.\s?\.|{join_alternatives(wire_signs())}")
_EVENT = re.compile(r"(?:\(?[A-Z][A-Z0-9&’., -]{1,50}[A-Z0-9]\)?|[A-Z][\w -]{4,50}\s(?:19|20)\d\d)\s(?:--|[–—-])\s(?=[A-Z“])")  # "OAT FAIR 2019 --"
_DATE_STARTS = frozenset("(0123456789JFMASONDTW")  # a figure, a bracket, the first letter of a month or of a weekday
_DATE_FIRST = re.compile(rf"{_DATE},\s(?=[A-Z])")
HAS_DATE = re.compile(  # finds something exactly where _DATE does, without the optional parts around it
    rf"(?>{month_pattern()}|{month_pattern().upper()})\.?\s*\d|\d\s+(?>{month_pattern()})\.?,?\s+(?:19|20)\d\d|\d/\d{{1,2}}/\d\d|\d:\d\d"
)
_GOES_ON = re.compile(r"(?:the|an?|and|or|of|in|for|with|which|that|to|is|was|its|at|on|by|as|from|but|not)\s")  # "BOISE – the mill and the town – is old"
_HAS_WIRE = re.compile(_WIRE)
_ENDS_IN_SEPARATOR = re.compile(rf"(?:{_SEPARATOR}|/|\)|\]|\||\d{{4}}:)[\s\xa0.,\]]*$")
_AFTER_SEPARATOR = re.compile(r"[\s.,\]]*")  # read backwards


class Dateline(NamedTuple):
    """Where a dateline ends, and whether it precedes the text of a release, rather than being only the name of a wire."""

    end: int
    final: bool
    second: bool = False  # plain enough to follow another one


def match_dateline(text: str, start: int, end: int, *, heading: bool = False) -> Dateline | None:
    """Return the dateline that opens a paragraph, None where there is none; before a heading it needs a date or a wire.

    Several may follow one another ("MIAMI — ATHENS, Greece, May 3, 2019 –", "(May 3, 2019) Boise, Idaho –").
    """
    if not has_tail_sign(text, start, min(end, start + LONGEST_DATELINE)):
        return None
    found = _read_part(text, start, end)
    if found is None:
        return _match_date_first(text, start, end)
    place, last, dated, wired = found
    reached = last  # there may be places without a date in between ("MIAMI — ATHENS — LIMA, Peru, May 3, 2019 –")
    for _ in range(1, MOST_PARTS):
        further = _match_part(text, reached, end)
        if further is None:
            break
        reached = further.end
        if further.dated or further.wired or (dated and not place and ("," in further.place or further.place.isupper())):
            place, last, dated, wired = place or further.place, reached, dated or further.dated, wired or further.wired
    if not dated and not wired and (heading or _NOTICE.match(place)):
        return None
    event = _EVENT.match(text, last, min(end, last + LONGEST_EVENT)) if place and wired else None
    return Dateline(event.end() if event is not None else last, final=bool(place), second=bool(place) and dated and place[:3].isupper())


def _match_date_first(text: str, start: int, end: int) -> Dateline | None:
    """Return a dateline with only a comma between its date and the place after it ("May 3, 2019, BOISE, Idaho --")."""
    date = _DATE_FIRST.match(text, start, min(end, start + LONGEST_DATELINE)) if text[start] in _DATE_STARTS else None
    part = _match_part(text, date.end(), end) if date is not None else None
    if part is None or not part.place or part.dated:
        return None
    return Dateline(part.end, final=True, second=part.place[:3].isupper())


def find_glued_dateline(text: str, start: int, end: int) -> int:
    """Return the beginning of a dateline that runs on from the headline before it, 0 where there is none."""
    for place in find_glued_capitals(text, start + SHORTEST_HEADLINE, min(end, start + LONGEST_HEADLINES)):
        part = _match_part(text, place, end)
        if part is not None and part.dated + part.wired + bool(part.place) >= PLAIN and part.place[:2].isupper():
            return place
    return 0


class DatelinePart(NamedTuple):
    """A place, a date and a wire next to each other; any of them may be missing."""

    place: str
    end: int
    dated: bool
    wired: bool


def _match_part(text: str, start: int, end: int) -> DatelinePart | None:
    """Return the dateline at `start`, up to the end of one place with its date and wire."""
    return _read_part(text, start, end) if has_tail_sign(text, start, min(end, start + LONGEST_DATELINE)) else None


def _read_part(text: str, start: int, end: int) -> DatelinePart | None:
    """Return the same as `_match_part`, for callers that have checked `has_tail_sign`."""
    reach = min(end, start + LONGEST_DATELINE)
    match = DATELINE.match(text, start, reach) if TAIL_END.search(text, start, reach) is not None else None
    return make_part(match, end, start) if match is not None else None


def make_part(match: re.Match[str], end: int, start: int) -> DatelinePart | None:
    """Return the part of a dateline that a match of DATELINE is, None where it only looks like one; the paragraph ends at `end`."""
    content = match.group()
    place = match.group("place") or ""
    if place.startswith(_SENTENCE_STARTS):
        return None
    dated = bool(HAS_DATE.search(content))
    wired = bool(_HAS_WIRE.search(match.group("tail")))
    part = DatelinePart(place, match.end(), dated, wired)
    if match.end() == end and not wired:
        return part if dated and ends_in_separator(content) else None
    if not ends_in_separator(content):
        return part if dated and wired else None
    if not place and not wired and _GOES_ON.match(match.string, match.end()) is not None:
        return None
    if dated or wired:
        return part
    town = (place.split(",")[0].isupper() or ("," in place and start > 0)) and _GOES_ON.match(match.string, match.end()) is None
    return part if town and SHORTEST_PLACE < len(place) < LONGEST_PLACE else None


def ends_in_separator(content: str) -> bool:
    """Return whether a possible dateline ends in dashes or the like, with nothing but blanks and marks after them."""
    closing = _AFTER_SEPARATOR.match(content[::-1])
    after = closing.end() if closing is not None else 0
    return _ENDS_IN_SEPARATOR.search(content, max(0, len(content) - after - LONGEST_YEAR)) is not None
