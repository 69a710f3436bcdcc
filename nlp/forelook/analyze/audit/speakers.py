"""Who is quoted for whom: speakers of another house than the issuer's.

In: a Matter and quoted statements. Out: those by someone whom the release introduces with an office in another
organisation, in whose name the legend does not speak. Who is introduced without one speaks for the issuer.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from forelook.analyze.audit.phrases import phrase, read_words
from forelook.analyze.audit.specific import stem

if TYPE_CHECKING:
    from forelook.analyze.audit.matter import Matter
    from forelook.records import Statement

_BEFORE, _AFTER = 70, 200  # characters around a name in which its office and house stand
_NAME = r"(?:[A-Z][\w&.'’+-]*)(?:\s+(?:(?:of|and|for|the|de)\s+){0,2}(?:[A-Z][\w&.'’+-]*|&))*"
_HOUSE = re.compile(rf"(?:\b(?:of|at|for|with|from|by)\s+(?:the\s+)?|,\s*|^\s*|\bthe\s+|\)\s*)(?P<house>{_NAME})")
# "Founder and President of Ashby Pumps", "Chief Revenue Officer for Ashby Pumps": who leads a whole company, whose name follows, of two words where it might
# be a department's.
_HEADS = re.compile(
    rf"\b(?:C\.?E\.?O\.?|Chief\s+Executive(?:\s+Officer)?|(?:Co-?)?[Ff]ounder)(?:\s+(?:and|&)\s+(?:President|Chairman|C[A-Z]O|(?:Co-?)?[Ff]ounder))?"
    rf"\s+of\s+(?:the\s+)?(?P<house>{_NAME})"
)
_OFFICERS = re.compile(rf"\bChief\s+(?:\w+\s+){{1,2}}Officer\s+(?:of|for)\s+(?:the\s+)?(?P<house>{_NAME})")
# "Ashby founders Jane Roe and": the house of several people together.
_TOGETHER = re.compile(rf"(?P<house>{_NAME})[’']?s?\s+(?:co-?)?(?:founders|executives|presidents|directors|chairs)\s+{_NAME},?\s+and\s+$")
# "said co-CEO Dr. Jane Roe": an office without a house is the issuer's.
_OFFICE_ALONE = re.compile(
    r"(?:^|\b(?:said|says|added|adds|our|its|incoming|new)\s+)(?:co-)?(?:C[EFOT]O|president|chair(?:man|woman)?|chief\s+\w+\s+officer)\s+(?:(?:Mr|Ms|Mrs|Dr)\.?\s+)?$",
    re.IGNORECASE,
)
_APPOSED = re.compile(r"[\s’”\"]*(?:[,(–—-]|of\b|at\b|M\.?D\b|Ph)")
_STOP = re.compile(
    r"(?<!\b[A-Z])(?<!\b[JSDM]r)(?<!\b(?:Ms|Ph|Co|St))(?<!\b(?:Mrs|Inc|Ltd))(?<!Corp)[.!?][\"”]?\s+(?=[A-Z“\"‘])|[“\"](?=\w)|\n\s*\n|:"
    r"|\b(?:said|says|added|adds|stated|states|commented|comments|continued|noted|remarked|mentioned|highlighted|will|has|have|is|was|are"
    r"|were|who|today|in\s+an?|also)\b"
)
_KIN = re.compile(
    r"\b(?:subsidiar(?:y|ies)|divisions?|business\s+units?|wholly[\s-]owned|parent|operating\s+as|doing\s+business\s+as|formerly|an?\s+(?:unit|affiliate|brand|part)\s+of"
    r"|an?\s+(?:[\w&’'-]+\s+){1,3}(?:company|brand|business|affiliate))\b",
    re.IGNORECASE,
)
_COMPANY = re.compile(r"\b(?:the\s+[Cc]ompany|[Oo]ur|[Ii]ts|[Cc]ompany[’']s)\b")


def outsiders(matter: Matter, quoted: list[Statement]) -> list[Statement]:
    """Return the quoted statements whose speaker is of another house, in whose name the legend does not speak."""
    names = dict.fromkeys(statement.speaker.name for statement in quoted if statement.speaker is not None)
    strangers = {name for name in names if is_outsider(matter, name)}
    return [statement for statement in quoted if statement.speaker is not None and statement.speaker.name in strangers]


def is_outsider(matter: Matter, name: str) -> bool:
    """Return whether a speaker is of another house.

    The first mention with an office and a house decides; a calling alone, as "physician", where no mention has an office of the issuer's.
    """
    called = False
    for place in re.finditer(re.escape(name).replace(r"\ ", r"\s+"), matter.text):
        before = _before(matter.text[max(0, place.start() - _BEFORE) : place.start()])
        after = _after(matter.text[place.end() : place.end() + _AFTER])
        if _own(matter, before) or _own(matter, after) or _OFFICE_ALONE.search(before):
            return False
        if phrase("outsider_role").search(before) or phrase("outsider_role").search(after):
            called = True
            continue
        houses = _houses(before, after)
        if houses or (_APPOSED.match(after) and phrase("office").search(after)):
            return bool(houses) and not any(_speaks_for(matter, house) for house in houses)
    return called


def _before(words: str) -> str:
    """Return what stands before a name in its own clause: "said Springdale Mayor"."""
    return re.split(r"[.!?,][\"”’]\s*|[\"“”]|[.!?]\s+(?=[A-Z])|\n\s*\n", words)[-1]


def _after(words: str) -> str:
    """Return the apposition after a name: its office and house, without what it says or does."""
    stop = _STOP.search(words)
    return words[: stop.start()] if stop else words


def _own(matter: Matter, words: str) -> bool:
    """Return whether an introduction names the issuer, or the company without a name."""
    stems = {stem(word) for word in re.findall(r"[^\W\d_]{3,}", words)}
    return bool(stems & matter.issuer.own_words) or _COMPANY.search(words) is not None


def _houses(before: str, after: str) -> list[str]:
    """Return the organisations in an introduction that holds an office: capitalized names that are no part of it."""
    if _APPOSED.match(after) and phrase("office").search(after):
        found = [match["house"] for match in (*_HEADS.finditer(after), *_HOUSE.finditer(after))]
        found += [match["house"] for match in _OFFICERS.finditer(after) if " " in match["house"]]
    elif match := _TOGETHER.search(before):
        found = [match["house"]]
    elif match := re.search(rf"\b(?P<house>{_NAME})[’']?s?,?\s+(?:\w+\s+){{0,4}}(?:(?:Mr|Ms|Mrs|Dr)\.?\s+)?$", before):
        office = phrase("office").search(match["house"])
        found = [match["house"][: office.start()].strip()] if office and office.start() > 0 else []
    else:
        found = []
    return [house for house in found if len(house) > 2 and _is_house(house)]


def _is_house(name: str) -> bool:
    """Return whether a capitalized name is a company's, not part of an office or a degree."""
    first = name.split(maxsplit=1)[0].replace(".", "").rstrip(",’'-")
    return len(first) > 1 and first not in read_words("no_house")


def _speaks_for(matter: Matter, house: str) -> bool:
    """Return whether a house is the issuer's kin, or one in whose name the legend speaks; the issuer's itself where it is not known."""
    words = house.split()
    short = r"\s+".join(map(re.escape, words[:2] if len(words[0]) < 5 else words[:1])).rstrip("’'s")
    expression = re.compile(rf"\b{short}")
    for match in expression.finditer(matter.text):
        around = matter.text[max(0, match.start() - 80) : match.end() + 80]
        if _KIN.search(around) and _own(matter, around):
            return True
    mentioned = [each for each in matter.legend.sentences if expression.search(matter.text, *each)]
    if not matter.issuer.own_words:
        return True
    giver = re.compile(
        rf"\b{short}[^.;]{{0,60}}?\b(?:undertakes?|assumes?|disclaims?|cautions?|believes?|filings|annual\s+report|form\s+10|reports?\s+filed|makes?\s+no)",
        re.IGNORECASE,
    )
    return any(giver.search(matter.text, *each) for each in mentioned)
