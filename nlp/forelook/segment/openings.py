"""Openings: the dateline or the run-in heading with which a paragraph begins.

In: a text and the bounds of a paragraph. Out: where its dateline or its run-in heading ends.
"""

from __future__ import annotations

import re

from forelook.segment.words import month_pattern, words

LONGEST_DATELINE = 320  # characters
LONGEST_TITLE = 7  # words of a run-in heading that a full stop ends

HARD = frozenset(word for word in words("abbreviations") if word[-1] not in "?!")
BEFORE_OPENER = frozenset(word[:-1] for word in words("abbreviations") if word[-1] in "?!")
INITIAL = re.compile(r"(?:[A-Z]\.)*[A-Z]$")
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

_RUN_IN = re.compile(r"(?P<title>[\"“]?[A-Z][^.:!?\r\n]{1,150}?)(?P<mark>[.:]|\s[–—]|\s--?)\s+(?=[\"“]?[A-Z$])")
_RUN_IN_REACH = re.compile(r"[\"“]?[A-Z][^.:!?\r\n]{1,150}+")
_DASH_BEFORE = re.compile(r"[–—-](?<=\s[–—-])")  # begins with the dash, which is found fast
_ABOUT = re.compile(r"About\s+(?:the\s+)?(?P<name>(?P<first>[A-Z0-9][\w&’'®™-]*)[^\r\n]{0,70}?)[.:,]?(?:\s*[-–—:])?\s+(?=(?:The\s+)?(?P=first)\b)")
_LOGISTICS = re.compile(
    r"(?:what|when|where|who|why|how|date|time|webcast|dial|replay|phone|call|toll|conference\sid|pass|access|location|place|note|live|domestic|international|participant|internet|event|q|a|subject|re)\b",
    re.IGNORECASE,
)
_VERB_LIKE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|said|says|announced|today|would|can|may)\b")


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


def match_title(text: str, start: int, end: int) -> int:
    """Return where a run-in heading that is a bare title ends, 0 where there is none."""
    about = _ABOUT.match(text, start, end) if text.startswith("About", start) else None
    if about:
        return about.end("name") + (text[about.end("name")] in ".:")
    if not _may_open_with_title(text, start, end):
        return 0
    match = _RUN_IN.match(text, start, min(end, start + 200))
    if match is None or match.end() >= end:
        return 0
    title = match.group("title")
    all_words = title.split()
    if title.count("(") != title.count(")"):
        return 0
    mark = match.group("mark").strip()
    content_words = [word for word in all_words if len(word) > 3]
    capitalised = sum(word.lstrip('"“(')[:1].isupper() or word[0].isdigit() for word in content_words)
    if _VERB_LIKE.search(title) or _LOGISTICS.match(title) or ("," in title and mark != ":"):
        return 0
    if mark == "." and (len(all_words) > LONGEST_TITLE or all_words[-1].lstrip('"“') in HARD | BEFORE_OPENER or INITIAL.match(all_words[-1])):
        return 0
    if mark in ("–", "—", "-", "--") and len(all_words) > 6:
        return 0
    if mark == ":" and len(all_words) <= 4 and text[match.end()].isalpha() and text[end - 1] == ".":
        return match.end("mark")
    if len(all_words) > 16 or (mark != "." and text[match.end()] in '"“'):
        return 0
    return match.end("mark") if capitalised >= 0.75 * len(content_words) else 0


def _may_open_with_title(text: str, start: int, end: int) -> bool:
    """Tell whether a dash, a colon or a full stop stands where it could end a run-in heading, which is cheap to say."""
    reach = _RUN_IN_REACH.match(text, start, end)
    if reach is None:
        return False
    mark = text[reach.end() : reach.end() + 1]
    if mark == ":" or (mark == "." and len(reach.group().split()) <= LONGEST_TITLE):
        return True
    return _DASH_BEFORE.search(text, start, reach.end() + 2) is not None


def is_about(text: str, start: int, end: int) -> bool:
    """Tell whether a paragraph opens with "About NAME" and a sentence about that company."""
    return text.startswith("About", start) and _ABOUT.match(text, start, end) is not None
