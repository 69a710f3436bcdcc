"""Which speakers belong to another organization than the issuer.

In: a Matter and quoted statements. Out: the statements of people whom the release introduces with an office at another
organization, one for which the legend does not speak. A person introduced without such an office speaks for the issuer.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from forelook.analyze.audit.phrases import phrase, read_words
from forelook.analyze.audit.specific import stem

if TYPE_CHECKING:
    from forelook.analyze.audit.matter import Matter
    from forelook.records import Statement

_BEFORE, _AFTER = 70, 200  # characters around a name in which its office and organization stand
_NAME = r"(?:[A-Z][\w&.'’+-]*)(?:\s+(?:(?:of|and|for|the|de)\s+){0,2}(?:[A-Z][\w&.'’+-]*|&))*"
_ORGANIZATION = re.compile(rf"(?:\b(?:of|at|for|with|from|by)\s+(?:the\s+)?|,\s*|^\s*|\bthe\s+|\)\s*)(?P<name>{_NAME})")
# "Founder and President of Ashby Pumps", "Chief Revenue Officer for Ashby Pumps": the name of the company that someone leads follows; after a chief officer
# other than the CEO it must have two words, since one word may be a department.
_HEADS = re.compile(
    rf"""\b(?:C\.?E\.?O\.?|Chief\s+Executive(?:\s+Officer)?|(?:Co-?)?[Ff]ounder)
    (?:\s+(?:and|&)\s+(?:President|Chairman|C[A-Z]O|(?:Co-?)?[Ff]ounder))?
    \s+of\s+(?:the\s+)?(?P<name>{_NAME})""",
    re.VERBOSE,
)
_OFFICERS = re.compile(rf"\bChief\s+(?:\w+\s+){{1,2}}Officer\s+(?:of|for)\s+(?:the\s+)?(?P<name>{_NAME})")
# "Ashby founders Jane Roe and": one organization for several people.
_TOGETHER = re.compile(rf"(?P<name>{_NAME})[’']?s?\s+(?:co-?)?(?:founders|executives|presidents|directors|chairs)\s+{_NAME},?\s+and\s+$")
# "said co-CEO Dr. Jane Roe": an office without an organization is the issuer's.
_OFFICE_ALONE = re.compile(
    r"""(?:^|\b(?:said|says|added|adds|our|its|incoming|new)\s+)
    (?:co-)?(?:C[EFOT]O|president|chair(?:man|woman)?|chief\s+\w+\s+officer)\s+
    (?:(?:Mr|Ms|Mrs|Dr)\.?\s+)?$""",
    re.IGNORECASE | re.VERBOSE,
)
_APPOSED = re.compile(r"[\s’”\"]*(?:[,(–—-]|of\b|at\b|M\.?D\b|Ph)")
_STOP = re.compile(
    r"""
    (?<!\b[A-Z])(?<!\b[JSDM]r)(?<!\b(?:Ms|Ph|Co|St))(?<!\b(?:Mrs|Inc|Ltd))(?<!Corp)[.!?]["”]?\s+(?=[A-Z“"‘])     # the end of a sentence
    |[“"](?=\w)|\n\s*\n|:                                                                                        # a quotation, a paragraph
    |\b(?:said|says|added|adds|stated|states|commented|comments|continued|noted|remarked|mentioned|highlighted)\b
    |\b(?:will|has|have|is|was|are|were|who|today|in\s+an?|also)\b
    """,
    re.VERBOSE,
)
_AFFILIATION = re.compile(
    r"""\b(?:
    subsidiar(?:y|ies)|divisions?|business\s+units?|wholly[\s-]owned|parent
    |operating\s+as|doing\s+business\s+as|formerly
    |an?\s+(?:unit|affiliate|brand|part)\s+of
    |an?\s+(?:(?-i:[A-Z])[\w&’'-]*\s+){1,3}(?:company|brand|business|affiliate)       # "a Harrow Valve company", not "a blank-check company"
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
# "will become a wholly owned subsidiary", "merges with a subsidiary": no affiliation before the deal has closed.
_NOT_YET = re.compile(r"\b(?:becom(?:e|es|ing)|merg(?:e|es|ing)|surviv\w+|(?:will|would|shall|to)\s+(?:be|operate|continue))\b[^.;]{0,60}$", re.IGNORECASE)
# "said Ashby founder Jane Roe", "Ashby's chief executive, Jane Roe"
_HEADED = re.compile(
    rf"""(?<=[a-z]\s)(?P<name>{_NAME})(?:[’']s)?\s+(?:co-?)?(?:founder|CEO|chief\s+executive)
    (?:\s+(?:and|&)\s+(?:\w+\s?){{1,3}})?,?\s+(?:(?:Mr|Ms|Mrs|Dr)\.?\s+)?$""",
    re.VERBOSE,
)
# What the organization in whose name a legend speaks does or files.
_GIVES_LEGEND = r"(?:undertakes?|assumes?|disclaims?|cautions?|believes?|filings|annual\s+report|form\s+10|reports?\s+filed|makes?\s+no)"
_COMPANY = re.compile(r"\b(?:the\s+[Cc]ompany|[Oo]ur|[Ii]ts|[Cc]ompany[’']s)\b")


def outsiders(matter: Matter, quoted: list[Statement]) -> list[Statement]:
    """Return the quoted statements whose speaker belongs to another organization, one for which the legend does not speak."""
    names = dict.fromkeys(statement.speaker.name for statement in quoted if statement.speaker is not None)
    strangers = {name for name in names if is_outsider(matter, name)}
    return [statement for statement in quoted if statement.speaker is not None and statement.speaker.name in strangers]


def is_outsider(matter: Matter, name: str) -> bool:
    """Return whether a speaker belongs to another organization than the issuer.

    The first mention with an office and an organization decides. A profession alone, such as "physician", makes an outsider
    unless some mention gives the person an office at the issuer.
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
        organizations = _organizations(before, after)
        if organizations or (_APPOSED.match(after) and phrase("office").search(after)):
            return bool(organizations) and not any(_speaks_for(matter, organization) for organization in organizations)
    return called


def _before(words: str) -> str:
    """Return the words before a name in the same clause: "said Springdale Mayor"."""
    return re.split(r"[.!?,][\"”’]\s*|[\"“”]|[.!?]\s+(?=[A-Z])|\n\s*\n", words)[-1]


def _after(words: str) -> str:
    """Return the apposition after a name: the person's office and organization, without what the person says or does."""
    stop = _STOP.search(words)
    return words[: stop.start()] if stop else words


def _own(matter: Matter, words: str) -> bool:
    """Return whether an introduction names the issuer, or refers to it as "the Company", "our" or "its"."""
    stems = {stem(word) for word in re.findall(r"[^\W\d_]{3,}", words)}
    return bool(stems & matter.issuer.own_words) or _COMPANY.search(words) is not None


def _organizations(before: str, after: str) -> list[str]:
    """Return the organizations in an introduction that gives an office: capitalized names that are not part of the office."""
    if _APPOSED.match(after) and phrase("office").search(after):
        found = [match["name"] for match in (*_HEADS.finditer(after), *_ORGANIZATION.finditer(after))]
        found += [match["name"] for match in _OFFICERS.finditer(after) if " " in match["name"]]
    elif match := _TOGETHER.search(before) or _HEADED.search(before):
        found = [match["name"]]
    elif match := re.search(rf"\b(?P<name>{_NAME})[’']?s?,?\s+(?:\w+\s+){{0,4}}(?:(?:Mr|Ms|Mrs|Dr)\.?\s+)?$", before):
        office = phrase("office").search(match["name"])
        found = [match["name"][: office.start()].strip()] if office and office.start() > 0 else []
    else:
        found = []
    return [organization for organization in found if len(organization) > 2 and _is_organization(organization)]


def _is_organization(name: str) -> bool:
    """Return whether a capitalized name is an organization's, not part of an office or a degree."""
    first = name.split(maxsplit=1)[0].replace(".", "").rstrip(",’'-")
    return len(first) > 1 and first not in read_words("not_organizations")


def _speaks_for(matter: Matter, organization: str) -> bool:
    """Return whether an organization is affiliated with the issuer, or one for which the legend speaks; True where the issuer's name is not known."""
    words = organization.split()
    short = r"\s+".join(map(re.escape, words[:2] if len(words[0]) < 5 else words[:1])).rstrip("’'s")
    expression = re.compile(rf"\b{short}")
    for match in expression.finditer(matter.text):
        start, end = max(0, match.start() - 80), match.end() + 80
        affiliated = (each.start() for each in _AFFILIATION.finditer(matter.text, start, end))
        if any(_NOT_YET.search(matter.text, max(0, place - 80), place) is None for place in affiliated) and _own(matter, matter.text[start:end]):
            return True
    mentioned = [each for each in matter.legend.sentences if expression.search(matter.text, *each)]
    if not matter.issuer.own_words:
        return True
    giver = re.compile(rf"\b{short}[^.;]{{0,60}}?\b{_GIVES_LEGEND}", re.IGNORECASE)
    return any(giver.search(matter.text, *each) for each in mentioned)
