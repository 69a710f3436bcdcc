"""Titles: the run-in heading with which a paragraph begins.

In: a text and the bounds of a paragraph. Out: where its run-in heading ends.
"""

from __future__ import annotations

import re

from forelook.segment.abbreviations import BEFORE_OPENER, HARD, INITIAL, OPENERS
from forelook.segment.words import alternatives

LONGEST_TITLE = 7  # words of a run-in heading that a full stop ends

_RUN_IN = re.compile(r"(?P<title>[\"“]?[A-Z][^.:!?\r\n]{1,150}?)(?P<mark>[.:]|\s[–—]|\s--?)\s+(?=[\"“]?[A-Z$])")
_RUN_IN_REACH = re.compile(r"[\"“]?[A-Z][^.:!?\r\n]{1,150}+")
_DASH_BEFORE = re.compile(r"[–—-](?<=\s[–—-])")  # begins with the dash, which is found fast
_ABOUT = re.compile(r"About\s+(?:the\s+)?(?P<name>(?P<first>[A-Z0-9][\w&’'®™-]*)[^\r\n]{0,70}?)[.:,]?(?:\s*[-–—:])?\s+(?=(?:The\s+)?(?P=first)\b)")
_LOGISTICS = re.compile(
    r"(?:what|when|where|who|why|how|date|time|webcast|dial|replay|phone|call|toll|conference\sid|pass|access|location|place|note|live|domestic|international|participant|internet|event|q|a|subject|re)\b",
    re.IGNORECASE,
)
_VERB_LIKE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|said|says|announced|today|would|can|may)\b")


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
