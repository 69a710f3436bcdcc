"""Datelines: the place, date and wire with which the text of a release begins.

In: a text and the bounds of a paragraph. Out: where its dateline ends.
"""

from __future__ import annotations

import re

from forelook.segment.words import month_pattern

LONGEST_DATELINE = 320  # characters

_WIRE = (
    r"(?:/[A-Z][^/\n]{2,70}/|\(?(?:PR\s?NEWSWIRE|PRNewswire|Business\s?Wire|BUSINESS\s?WIRE|GLOBE\s?NEWSWIRE|GlobeNewswire|NEWMEDIAWIRE|NewMediaWire"
    r"|MARKET\s?WIRED?|Marketwired?|ACCESS\s?WIRE|ACCESS\s?Newswire|Newsfile(?:\sCorp\.?)?|CNW(?:\sGroup)?|TheNewswire|PRIMEZONE|PrimeZone"
    r"|EINPresswire(?:\.com)?|FirstCall|INVESTORIDEAS|News\s?Direct|NEWS\s?DIRECT|eTeligis|EDGAR\sOnline|CISION|24-7PressRelease"
    r"|[A-Z]\w*\s?Media\s?[Ww]ire|[A-Z]\w*\s?[Nn]ews\s?[Ww]ire)\b\)?[/.,]?"
    r"|\([^()\n]{0,60}(?:[Ww]ire|WIRE|[Nn]ews|NEWS|Press|PRESS)[^()\n]{0,60}\))"
)
_DATE = (
    rf"\(?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)(?:day|\.)?,?\s+)?(?:{month_pattern()}|{month_pattern().upper().replace('(?:', '(?:')})"
    r"\.?\s*\d{1,2}(?:st|nd|rd|th)?(?:\s*,?\s*(?:19|20)\d\d)?\)?"
    r"|\(?\d{1,2}\s+" + month_pattern() + r"\.?,?\s+(?:19|20)\d\d\)?|\(?\d{1,2}/\d{1,2}/\d{2,4}\)?|\d{1,2}:\d\d\s*(?:[ap]\.?m\.?)?(?:\s+[A-Z]{2,3})?"
)
_SEPARATOR = r"(?:-{2,6}|-(?=[\s\xa0(/]|$)|[—–―\x96\x97]+|\.\s?\.\s?\.|…|(?<=\s)/(?=\s))"
_PLACE_WORD = r"(?:[A-Z](?:[\w’'ʻ]++|[.-])*|(?:of|de|la|del|and|the|du|el|am|upon|on|in)\b|&|\([A-Z][\w.\s-]{1,20}\)|\d{1,2}(?=,\s))"
_PLACE = rf"{_PLACE_WORD}(?:[\s\xa0]*[,/;&|][\s\xa0]*{_PLACE_WORD}|[\s\xa0]+{_PLACE_WORD}){{0,11}}"
_DATELINE = re.compile(
    rf"\W{{0,3}}(?:(?P<place>{_PLACE}?)[\s\xa0]*,?[\s\xa0]*)??"
    rf"(?P<tail>(?:(?:{_SEPARATOR}|{_DATE}|{_WIRE})[\s\xa0,.]*)+)"
    r"(?=[\"“‘(\[*]*(?:[A-Z0-9$@]|[a-z]{1,4}[A-Z])|$)"
)
# A paragraph can open with a dateline only if one of these stands among or right behind its capitalised words.
_PLACES = re.compile(rf"\W{{0,3}}(?:{_PLACE_WORD}|[\s\xa0,/;&|])*+")
_TAIL_SIGN = re.compile(r"[-–—―\x96\x97…/(\d]|\.\s?\.|[Ww]ire|WIRE|CNW|News(?:file|\s?D)|NEWS\s?D|FirstCall|INVESTORI|eT|EDGAR|CISION|P(?:RIME|rime)|[Mm]edia")
_TAIL_END = re.compile(r"[–—―\x96\x97…/)]|-(?:[-\s(/]|$)|\.\s?\.|[Ww]ire|WIRE|CNW|News|NEWS|FirstCall|INVESTORI|eT|EDGAR|CISION|P(?:RIME|rime)|Press|\d-")
_HAS_DATE = re.compile(_DATE)
_HAS_WIRE = re.compile(_WIRE)
_ENDS_IN_SEPARATOR = re.compile(rf"(?:{_SEPARATOR}|/|\))[\s\xa0.,]*$")


def match_dateline(text: str, start: int, end: int) -> int:
    """Return where the dateline that opens a paragraph ends, 0 where there is none."""
    end_of_search = min(end, start + LONGEST_DATELINE)
    places = _PLACES.match(text, start, end_of_search)
    if places is None or not _TAIL_SIGN.search(text, start, min(end_of_search, places.end() + 6)):
        return 0
    if not _TAIL_END.search(text, start, end_of_search):
        return 0
    match = _DATELINE.match(text, start, end_of_search)
    if match is None:
        return 0
    content = match.group()
    place = match.group("place") or ""
    dated = bool(_HAS_DATE.search(content))
    wired = bool(_HAS_WIRE.search(match.group("tail")))
    if match.end() == end and not wired:
        return 0 if not dated or not _ENDS_IN_SEPARATOR.search(content) else end
    if not _ENDS_IN_SEPARATOR.search(content):
        return match.end() if dated and wired else 0
    if dated or wired:
        return match.end()
    return match.end() if place.split(",")[0].isupper() and len(place) > 3 and len(place) < 50 else 0
