"""Headings and contacts: what a block is that is neither an item nor a table, by its form.

In: a block's text. Out: heading, contact or paragraph.
"""

from __future__ import annotations

import re

from forelook.months import month_pattern
from forelook.segment.abbreviations import OPENERS
from forelook.segment.blocks import ARTIFACT, CONTACT, HEADING, PARAGRAPH
from forelook.segment.ends import find_ends
from forelook.segment.forms import CONTACT as CONTACT_SIGN
from forelook.segment.forms import REACH, STOP, capitalised_share, find_form_signs
from forelook.segment.words import alternatives, join_alternatives, words

LONGEST_HEADING = 240  # characters; headlines with three clauses reach 200
LONGEST_STAMP = 90  # characters of the time at which a site showed the release, or of a line of tickers
TOP = 800  # characters of a text in which such a time stands; further down it is that of a call
CAPITALISED = 0.6  # share of a heading's long words that begin with a capital

CONTACT_OPENING = re.compile(r"/?\W?(?:(?:\w+[ /&,-]+){0,5}(?i:contacts?|inquiries|enquiries)\b(?:\s*:|\s*$|\s{2,})|/?(?:CONTACT|SOURCE|Source)\s*:?\s)")
EMAIL_OR_PHONE = re.compile(
    r"(?<![\w.+-])[\w.+-]++@[\w-]+\.\w|(?=[\d+(])(?<![\d-])(?:\+?\d{1,3}[ .-])?\(?\d{3}\)?[ .\u2011–-]{1,2}\d{3}[ .\u2011–-]\d{4}(?!\d)"
    r"|\b(?:tel|phone|fax|e-?mail|telephone)\b\s*[:.]|https?://|\bwww\.",
    re.IGNORECASE,
)
_SENTENCE_INSIDE = re.compile(r"[.!?](?<=[a-z0-9)”\"%]{2}[.!?])\s+[A-Z“\"]")  # begins with the mark, which is found fast
_DATE_ONLY = re.compile(rf"(?:\w+day,?\s+)?{month_pattern()}\s+\d{{1,2}},?\s+\d{{4}}\.?$")
_FEED_OPENINGS = ("View ", "This ", "To view th", "Updated", "Released", "Published", "Posted")  # cheap to say
_ADDED_STARTS = frozenset(("Fig", "FIG", *(opening[:3] for opening in _FEED_OPENINGS)))
_REACHED = REACH | CONTACT_SIGN
_REACH_LEAD = re.compile(r"For\s(?:more|further|additional)\s(?:information|details)(?:,[^.]{0,60})?:$")  # it leads in links and names
_FIGURE = re.compile(r"F(?:igure|IGURE|ig\.|IG\.)\s?\d{1,2}[A-Za-z]?\s?[:.–—|-]\s")  # the caption of a picture
_FEED = re.compile(  # lines that a wire or a feed adds to a release
    r"(?:This\s(?:(?:news|press)\srelease\sfeatures\smultimedia|information\swas\sbrought\sto\syou\sby\sCision)"
    r"|(?:To\sv|V)iew\s(?:(?:the\s)?(?:source|original)\s(?:version|content)|this\s(?:(?:press|news)\s)?release))\b.{0,200}$"
    r"|(?:Updated|Released|Published|Posted)(?:\son)?:?\s[\w,]{3,12}\s[\w,]{1,10}\s(?:19|20)\d\d\b.{0,40}$",
    re.DOTALL,
)
_EXCHANGE = join_alternatives(form.strip() for line in words("exchanges") for form in line.split("=")[1].split(","))
_STAMP = re.compile(  # when a site showed the release: "Friday, 3 May 2019 04:15 PM", "Friday May 3 8:30 AM EDT Company Press Release"
    rf"(?:\w{{3,6}}day,?\s)?(?:{month_pattern()}\.?\s\d{{1,2}}|\d{{1,2}}\s{month_pattern()})(?:,?\s(?:19|20)\d\d)?(?:,|\s[-–|])?\s\d{{1,2}}:\d\d(?:\s?[AaPp]\.?[Mm]\b\.?)?"
    r"(?:\s(?:[A-Z]{2,4}|Eastern(?:\s\w+)?\sTime))?(?:\s(?:Company\s)?(?:Press|News)\sRelease)?$"
)
_LISTINGS = re.compile(rf"(?:(?:{_EXCHANGE})\s?:\s?[A-Z][A-Z.]{{0,5}}(?:[\s,;|/]+|$))+$")  # "TSX: TRN | OTCQX: TRNF"
_STATES = re.compile(rf"\b(?:{alternatives('finite_verbs')}|[a-z]{{3,}}ed)\b")


def find_kind(text: str, start: int, end: int) -> str:
    """Return what the block `text[start:end]` is: an artifact where a wire added it or where it is the caption of a picture."""
    if text[start : start + 3] in _ADDED_STARTS and _is_added(text[start : min(end, start + LONGEST_HEADING + 1)]):
        return ARTIFACT
    if end - start > LONGEST_HEADING:
        return PARAGRAPH
    content = text[start:end]
    if ":" in content and len(content) <= LONGEST_STAMP and content[-1].isalnum() and ((start < TOP and _STAMP.match(content)) or _LISTINGS.match(content)):
        return ARTIFACT
    signs = find_form_signs(content)
    if (signs & _REACHED and is_contact(content, signs)) or (content[0] == "F" and _REACH_LEAD.match(content)):
        return CONTACT
    return HEADING if is_heading(content, signs) else PARAGRAPH


def _is_added(content: str) -> bool:
    """Return whether a block is a wire's line or the caption of a picture, by its beginning."""
    return _FIGURE.match(content) is not None or (content.startswith(_FEED_OPENINGS) and _FEED.match(content) is not None)


def is_contact(content: str, signs: int) -> bool:
    """Return whether a single block only says how somebody is reached; `signs` are those of `find_form_signs`."""
    if content.endswith("."):
        return False
    found = EMAIL_OR_PHONE.search(content) if signs & REACH and (len(content) < 160 or signs & CONTACT_SIGN) else None
    if signs & CONTACT_SIGN and CONTACT_OPENING.match(content) and (len(content) < 60 or found):
        return not _SENTENCE_INSIDE.search(content)
    return found is not None and len(content) < 160 and (len(content) < 45 or found.start() < 30)


def is_contact_group(content: str, longest_line: int) -> bool:
    """Return whether lines are names, addresses and numbers rather than prose."""
    if len(content) > 1500:
        return False
    if CONTACT_OPENING.match(content) and len(content) < 700:
        return not _SENTENCE_INSIDE.search(content)
    return longest_line < 64 and find_reach(content) is not None and not content.endswith(".") and not _SENTENCE_INSIDE.search(content)


def find_reach(content: str) -> re.Match[str] | None:
    """Return the first address or telephone number; most lines hold no part of one, which is cheap to say."""
    return EMAIL_OR_PHONE.search(content) if find_form_signs(content) & REACH else None


def is_heading(content: str, signs: int) -> bool:
    """Tell a heading from a sentence by its form: short, no full stop, mostly capitalised words; `signs` are those of `find_form_signs`."""
    if len(content) > LONGEST_HEADING or (content[-2:-1].isdigit() and _DATE_ONLY.match(content)):
        return len(content) <= LONGEST_HEADING
    last = content.rstrip("\"”’')]*†‡§0123456789")[-1:]
    if last in ".!?;":
        if content.isupper():
            return len(content) < 60 or not find_ends(content, 0, len(content))
        if content.endswith("?") and len(content) < 100:
            return not find_ends(content, 0, len(content))
        return len(content) < 60 and content.count(" ") < 4 and not _states(content)
    if signs & STOP and _SENTENCE_INSIDE.search(content) and (ends := find_ends(content, 0, len(content))):
        return capitalised_share(content) >= CAPITALISED and all(content[cut - 1] in "?!" for cut, _ in ends)  # "Out of Oats? Tarn Sells Them"
    return len(content) < 60 or content.isupper() or (last == ":" and len(content) < 80) or capitalised_share(content) >= CAPITALISED


def is_capitalised(content: str) -> bool:
    """Return whether a line is in capitals or in title case."""
    return content.isupper() or capitalised_share(content) >= CAPITALISED


def _states(content: str) -> bool:
    """Return whether a few words are a sentence: they have a verb, or begin as one."""
    return content.endswith(".") and (content.split(None, 1)[0] in OPENERS or _STATES.search(content) is not None)
