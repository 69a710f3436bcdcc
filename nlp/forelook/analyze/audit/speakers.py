"""Who is quoted for whom: speakers of another house than the issuer's.

In: a Matter and quoted statements. Out: those by someone whom the release introduces as of another organisation, in whose
name the legend does not speak. Who is introduced without one speaks for the issuer.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from forelook.analyze.audit.factors import Span
from forelook.analyze.audit.phrases import phrase
from forelook.analyze.audit.specific import stem

if TYPE_CHECKING:
    from forelook.analyze.audit.matter import Matter
    from forelook.records import Statement

_ROOM = 190  # characters after a name in which its office and house stand
_ORG = r"(?P<org>(?:[A-Z][\w&.’'+-]*)(?:(?:,)?\s+(?:(?:of|and|for|the|&|de)\s+){0,2}(?:[A-Z][\w&.’'+-]*|&))*)"
_HOUSE = re.compile(rf"(?:\b(?:of|at|for|with|from|by)\s+(?:the\s+)?|,\s*|\bthe\s+){_ORG}")
_OFFICE_WORD = re.compile(
    r"^(?:Chief|Executive|Senior|Vice|President|Chair\w*|CEO|CFO|COO|CTO|CMO|CIO|Director|Managing|General|Manager|Head|Founder|Co-?[Ff]ounder|Officer|Board|Global|Operating|Financial|Technology|Medical|Marketing|Scientific|Partner|Principal|Corporate|Investor|Business|Product|Interim|Group|Deputy|Lead|Secretary|Treasurer|Dr|Ph|MD|Mr|Ms|Mrs|Jr|Sr|II|III|Professor|And|The|Inc|Worldwide|North|South|Europe|Americas|Company|Commercial|Development|Research|Strategy|Sales|Human|Resources|People|Legal|Counsel|Digital|Media|Operations|Engineering|Information|Clinical|Administrative|Strategic|Innovation|M\.?D|Ph\.?\s*D|MBA|CPA|CFA|J\.?D|Esq|D\.?V|R\.?N|DDS|PharmD|FACC|MSc|BSc|P\.?\s?Eng|CBE|OBE|Vice-|Mayor-)(?:\b|\.)"
)
_KIN = re.compile(r"\b(?:subsidiar(?:y|ies)|division|business\s+unit|unit\s+of|part\s+of|segment|brand|owned\s+by|operating\s+as|doing\s+business|formerly|member\s+of|managed\s+by|also\s+known)\b", re.IGNORECASE)


def outsiders(matter: Matter, quoted: list[Statement]) -> list[Statement]:
    """Return the quoted statements whose speaker is of another house, in whose name the legend does not speak."""
    known: dict[str, bool] = {}
    strangers = []
    for statement in quoted:
        if statement.speaker is None:
            continue
        name = statement.speaker.name
        if name not in known:
            known[name] = _is_outsider(matter, name)
        if known[name]:
            strangers.append(statement)
    return strangers


def _is_outsider(matter: Matter, name: str) -> bool:
    """Tell whether the release introduces a speaker as of another house; the first introduction with a house decides."""
    for place in re.finditer(re.escape(name).replace(r"\ ", r"\s+"), matter.text):
        end = place.end() + _introduction(matter.text[place.end() : place.end() + _ROOM])
        start = max(0, place.start() - 60)
        words = matter.text[place.end() : end]
        if not words.lstrip(" \n\"”’)").startswith((",", "(", "of ", "at ")) and not re.match(r"\s*,?\s*(?:the\s+)?[A-Z]?\w+\s+(?:of|at|for)\b", words):
            continue
        if _own(matter, matter.text[start:end]):
            return False
        if phrase("outsider_role").search(words):
            return True
        for house in _houses(matter.text, place.end(), end):
            return not _speaks_for(matter, matter.text[house[0] : house[1]])
    return False


def _introduction(words: str) -> int:
    """Return how far the apposition after a name reaches: to the end of its sentence or the next quotation."""
    stop = re.search(r"(?<![A-Z])(?<!\b[JSDM]r)(?<!\b(?:Mr|Ms|Ph|Co|St|Dr))(?<!\b(?:Mrs|Inc|Ltd))(?<!Corp)[.!?][\"”]?\s+(?=[A-Z“\"])|[“\"](?=\w)|\n\s*\n|\b(?:said|says|added|stated|commented|continued|noted|will|has|is|was|who|today)\b", words)
    return stop.start() if stop else len(words)


def _own(matter: Matter, words: str) -> bool:
    """Tell whether an introduction names the issuer, or the company without a name."""
    stems = {stem(word) for word in re.findall(r"[^\W\d_]{3,}", words)}
    return bool(stems & matter.issuer.own_words) or re.search(r"\b(?:the\s+Company|our|its|Company['’]s)\b", words) is not None


def _houses(text: str, start: int, end: int) -> list[Span]:
    """Return the organisations in an introduction: capitalized names that are no part of an office."""
    found = []
    for match in _HOUSE.finditer(text, start, end):
        words = match["org"]
        if not _OFFICE_WORD.match(words) and len(words) > 2:
            found.append(match.span("org"))
    return found


def _speaks_for(matter: Matter, house: str) -> bool:
    """Tell whether a house is the issuer's kin, or one in whose name the legend speaks."""
    first = re.escape(house.split(",")[0].split()[0].rstrip(".,’'s"))
    for match in re.finditer(rf"\b{first}\b", matter.text):
        if _KIN.search(matter.text, max(0, match.start() - 70), min(len(matter.text), match.end() + 70)):
            return True
    giver = re.compile(rf"\b{first}\b[^.;]{{0,60}}?\b(?:undertakes?|assumes?|disclaims?|cautions?|believes?|filings|annual\s+report|form\s+10|reports?\s+filed|control|makes?\s+no)", re.IGNORECASE)
    return any(giver.search(matter.text, start, end) for start, end in matter.legend.sentences)
