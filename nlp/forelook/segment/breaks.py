"""Breaks: whether a line's end was meant, or only the place where a wrapped line ran full.

In: two lines without a blank line between them. Out: yes or no.
"""

from __future__ import annotations

import re

from forelook.characters import DASHES
from forelook.segment.abbreviations import KNOWN, OPENERS
from forelook.segment.blocks import LIST_ITEM, TABLE
from forelook.segment.datelines import match_dateline
from forelook.segment.ends import ends_at
from forelook.segment.headings import CONTACT_OPENING, EMAIL_OR_PHONE, is_capitalised
from forelook.segment.lines import Line
from forelook.segment.words import function_words, words

WIDEST_WRAP = 132  # columns; EDGAR allowed 132, wire copy 60 to 80: longer lines are whole paragraphs
HEADLINE_REACH = 1000  # characters of a text in which its headline is looked for
DATELINE_REACH = 5000  # characters of a text in which its dateline is looked for
LONGEST_LINK = 12  # characters of a function word and of what precedes it
FEWEST_LABELS = 2  # lines or paragraphs that a label opens
NARROW = 60  # columns; narrower lines are set by hand, so that a line that ran full says little
SHORTEST_SUB_HEADLINE = 3  # words
RAGGED = 3  # columns a wrapped line may fall short of what would have fitted
PROSE_REACH = 300  # characters before a line's end by which it is judged
PROSE_WIDTH = 0.6  # share of the width that a line of prose fills before a mark-less end is no heading's

TERMINAL = re.compile(r"""[.!?:](?:["”’')\]*†‡]|\(\d\))*\d?$""")
LOWER_START = re.compile(r"[\"“‘(]?[a-z]")
_DATELINE_STARTS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ(/")
_SEPARATED = re.compile(r"--|[‐–—―/|:…\x96\x97]|\s-|\.\.")  # a dateline holds one of these
_FULL_STOP = re.compile(r"""[.!?]["”’')\]*†‡]*\d?$""")
_WORD = re.compile(r"\S+")
_FUNCTION_WORD = "|".join(function_words())
_TITLE_BREAK = re.compile(rf"(?:[,&/–—-]|\b(?:{_FUNCTION_WORD}))$", re.IGNORECASE)
_ENDS_IN_INFINITIVE = re.compile(r"\bto [a-z]+$", re.IGNORECASE)
_TITLE_CONTINUES = re.compile(rf"(?:[&–—(]|(?:{_FUNCTION_WORD})\b)")
_TITLE_CONTINUES_IN_CAPITALS = re.compile(rf"(?:[&–—(]|(?:{_FUNCTION_WORD.upper()})\b)")
LABEL = re.compile(
    r"(?:(?:US|U\.S\.|Domestic|International|Toll-free) (?=dial|replay))?"  # "US Dial-In:"
    r"(?:What|When|Where|Who|Why|How|Dates?|Times?|Venue|Place|Location|Dial-in|Webcast|Replay|Conference ID|Passcode|Participants?"
    r"|Telephone number|Toll-free|Access code)[\w /&-]{0,30}:\s",
    re.IGNORECASE,
)
_LINKS = frozenset(function_words())
_SENTENCE_STARTS = OPENERS | {"Mr", "Ms", "Mrs", "Dr"}
_HEADLINE_VERBS = frozenset(words("announcing")) - {"will", "has", "have", "are"} | frozenset(words("headline_verbs"))
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$")
_TOWN_ABOVE = re.compile(r"[a-z\d%] (?:[A-Z]{2,}\s){0,2}[A-Z]{3,},$")
_ENUMERATED = re.compile(r"\S\s\((?:[a-z]|[ivx]{1,5}|\d{1,2})\)\s")
_ENUMERATOR = re.compile(r"\(?[a-z\d]{1,5}[.)]\s")


def is_break(text: str, line: Line, following: Line, width: int, opening: Line) -> bool:
    """Return whether a block ends with `line`; `opening` is the block's first line, `width` that of the widest line around."""
    content, next_content = text[line.start : line.end], text[following.start : following.end]
    if following.role != "text":
        if following.role == "rule":
            return line.role != TABLE
        return following.role != LIST_ITEM or not _is_wrapped_mark(content, next_content, width - line.indent, opening)
    if line.role == LIST_ITEM and len(content) == 1:
        return False  # a bullet on a line of its own
    if line.role not in ("text", "note", LIST_ITEM):
        return True
    terminal = bool(TERMINAL.search(content[-12:]))
    if LOWER_START.match(next_content) and (not terminal or _is_abbreviated(content)) and not EMAIL_OR_PHONE.match(next_content):
        return False
    if CONTACT_OPENING.match(next_content):
        return True
    if opening.role == LIST_ITEM and opening.indent < following.indent < opening.indent + 8 and (width <= WIDEST_WRAP or line.indent == following.indent):
        return False
    if _is_meant(text, following, content, next_content):
        return True
    if width > WIDEST_WRAP:
        return not content.endswith(("--", "—"))  # a dateline goes on in the next line
    if width <= NARROW and following.start < HEADLINE_REACH and _is_sub_headline(content, next_content):
        return True
    if _ran_full(content, next_content, width - line.indent):
        return False
    if not terminal and line != opening and opening.role == "text" and content[-1] != ";" and _is_prose(text, opening, line, next_content, width - line.indent):
        return False
    return not _goes_on(text, line, following, content, next_content, width, terminal=terminal)


def _is_abbreviated(content: str) -> bool:
    """Return whether the full stop at a line's end is that of an abbreviation ("At 9:00 a.m. / today")."""
    return content[-1] == "." and content.rsplit(None, 1)[-1][:-1] in KNOWN


def has_labels(text: str, lines: list[Line]) -> bool:
    """Return whether two lines or more say what, when or where by a label ("Date: …", "Dial-in: …"), so that each is a line of its own."""
    return sum(LABEL.match(text, line.start, line.end) is not None for line in lines) >= FEWEST_LABELS


def _is_prose(text: str, opening: Line, line: Line, next_content: str, width: int) -> bool:
    """Return whether lines in the middle of a block are prose, in small letters or all in capitals, so that one goes on in the next."""
    content = text[line.start : line.end]
    if content.count("(") > content.count(")"):
        return True
    if content.isupper() and next_content.isupper():
        return len(content) > PROSE_WIDTH * width
    if next_content.isupper():
        return False
    so_far = text[max(opening.start, line.end - PROSE_REACH) : line.end]  # its last line may hold little but a name
    return not is_capitalised(content) or (not is_capitalised(so_far) and next_content.split(None, 1)[0].rstrip(".") not in _SENTENCE_STARTS)


def _is_sub_headline(content: str, next_content: str) -> bool:
    """Return whether two lines are a headline and its sub-headline, each with a verb of its own, and not one that wraps."""
    first, second = content.lower().split(), next_content.lower().split()
    if content[-1] in ",;&-–—:" or content.isupper() != next_content.isupper() or not (is_capitalised(content) and is_capitalised(next_content)):
        return False
    if first[-1] in _LINKS | _HEADLINE_VERBS or second[0] in _LINKS or second[0] in _HEADLINE_VERBS or len(second) < SHORTEST_SUB_HEADLINE:
        return False
    return any(word in _HEADLINE_VERBS for word in first[1:-1]) and (second[1] == "to" or any(word in _HEADLINE_VERBS for word in second[1:]))


def _is_company_above(content: str, next_content: str) -> bool:
    """Return whether a line without a verb stands above the verb of its headline: "Tarn Foods, Inc. / Reports Record Earnings"."""
    if next_content.split(None, 1)[0].lower() not in _HEADLINE_VERBS or not (is_capitalised(content) and is_capitalised(next_content)):
        return False
    return _HEADLINE_VERBS.isdisjoint(content.lower().split())


def _ran_full(content: str, next_content: str, width: int) -> bool:
    """Return whether the next word would not have fitted on the line."""
    word = _WORD.match(next_content)
    return word is not None and word.end() > width - len(content) - 1 - RAGGED


def _is_meant(text: str, following: Line, content: str, next_content: str) -> bool:
    """Return whether something begins on the following line that begins on lines of its own: a dateline, a label."""
    if LABEL.match(next_content) or (LABEL.match(content) and len(content) < 64):
        return True
    if following.start < DATELINE_REACH and next_content[0] in _DATELINE_STARTS and _SEPARATED.search(next_content):
        split = _TOWN_ABOVE.search(content) is not None  # "profit rose BOISE, / Idaho, May 3 /PRNewswire/ --"
        dateline = match_dateline(text, following.start, following.end, heading=True) if not split else None
        if dateline is not None and dateline.final:
            return True
    if content.isupper() and not next_content.isupper() and not content.endswith((",", "-", "&")):
        return len(content.split()) > 1 and not next_content[:40].isupper()
    return False


def _goes_on(text: str, line: Line, following: Line, content: str, next_content: str, width: int, *, terminal: bool) -> bool:
    """Return whether a line that did not run full goes on in the next one all the same."""
    if following.start < HEADLINE_REACH and (not terminal or _is_abbreviated(content)) and _is_company_above(content, next_content):
        return True
    if terminal:
        if content.endswith(":"):
            return _ADDRESS.match(next_content) is not None
        return next_content[:1] == "(" and not ends_at(text, line.start, line.end, following.start)
    if content.endswith(";"):  # items, one a line, but a headline and its second clause are one
        return line.start < HEADLINE_REACH and is_capitalised(content) and is_capitalised(next_content)
    if _TITLE_BREAK.search(content, max(0, len(content) - LONGEST_LINK)):
        return True
    if _ENDS_IN_INFINITIVE.search(content) and is_capitalised(content) and is_capitalised(next_content):
        return line.start < HEADLINE_REACH and _HEADLINE_VERBS.isdisjoint(next_content.lower().split())
    if (_TITLE_CONTINUES_IN_CAPITALS if content.isupper() else _TITLE_CONTINUES).match(next_content):
        return True
    if not is_capitalised(content) and len(content) > PROSE_WIDTH * (width - line.indent) and (next_content[0].isdigit() or not is_capitalised(next_content)):
        return True
    centred = line.indent > 8 and following.indent > 8
    return centred and content.isupper() == next_content.isupper() and line.role == "text" and not _FULL_STOP.search(next_content)


def _is_wrapped_mark(content: str, next_content: str, width: int, opening: Line) -> bool:
    """Return whether a dash or a "(ii)" that a wrapped line of prose happens to begin with marks no item."""
    if opening.role == "text" and content.count("(") > content.count(")"):
        return True  # "(Tarn Trust I and Tarn Trust / II) sold notes"
    if opening.role == "text" and next_content[0] == "(" and _ENUMERATED.search(content) and content[-1] in ",;":
        return True  # "(iii) prices fall, / (iv) growers leave": a list that runs on in the lines
    if opening.role != "text" or TERMINAL.search(content[-12:]) or content.endswith(";") or is_capitalised(content):
        return False
    dash = next_content[0] in DASHES and LOWER_START.match(next_content.lstrip(DASHES + " "))
    enumerator = _ENUMERATOR.match(next_content) and next_content[0] == "(" and len(content) > PROSE_WIDTH * width and not content.endswith(",")
    if not dash and not enumerator:
        return False
    return len(content) > PROSE_WIDTH * width
