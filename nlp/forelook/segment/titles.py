"""Titles: the run-in heading with which a paragraph begins.

In: a text and the bounds of a paragraph. Out: where its run-in heading ends, or where a heading that lost the blank (or the
line's end) between itself and its paragraph ends.
"""

from __future__ import annotations

import re

from forelook.segment.abbreviations import BEFORE_OPENER, HARD, INITIAL, OPENERS, is_full_stop, next_is_clause
from forelook.segment.words import alternatives

LONGEST_TITLE = 7  # words of a run-in heading that a full stop ends
SEAM_REACH = 130  # characters in which the seam between a heading and its paragraph is looked for
SHORTEST_NAME = 4  # letters of a name that a heading is glued to
NAME_REACH = 3000  # characters around in which that name has to stand by itself
SHORTEST_SPEECH = 40  # characters between marks that somebody's name and office lead in
CAPITALISED = 0.75  # share of a title's long words that begin with a capital; of a heading at a seam 0.6, for there the seam speaks, too

RUN_IN = re.compile(r"(?P<title>[\"“]?[A-Z][^.:!?\r\n]{1,150}?)(?P<mark>[.:]|\s[–—]|\s--?)(?:\s+(?=[\"“]?[A-Z$])|(?<=[A-Za-z]:)(?=[A-Z][a-z]))")
_RUN_IN_REACH = re.compile(r"[\"“]?[A-Z][^.:!?\r\n]{1,150}+")
_DASH_BEFORE = re.compile(r"[–—-](?<=\s[–—-])")  # begins with the dash, which is found fast
_ABOUT = re.compile(
    r"""
    A(?:bout|BOUT)\s+(?:[Tt]he\s+)?
    (?:
        # "About Tarn FoodsTarn Foods mills oats"
        (?P<glued>(?P<start>[A-Z0-9][\w&-]{2,}|[a-z][A-Z]\w+|[A-Z]\w+\s[A-Z]\w+)(?:\s[^\r\n:]{0,70}?)?[a-z.)®™]?)(?<=\S)(?=(?P=start)\b)
      | (?P<gap>[^\r\n:,]{2,60}?)(?=\s{2,}[A-Z][a-z]+\s)  # "About Tarn Foods  Founded in 1912"
      | (?P<name>(?P<first>[A-Za-z0-9][\w&’'®™-]*)[^\r\n:]{0,70}?)[.:,]?(?:\s*[-–—:])?\s+
        (?=(?:(?:The|At|In|With|Founded|Established|As)\s+)?(?P=first)\b)  # "About Tarn Foods Tarn Foods mills oats"
    )
    """,
    re.VERBOSE,
)
_LOGISTICS = re.compile(
    r"(?:(?:what|when|where|who|why|how)$|(?:date|time|webcast|dial|replay|phone|call|toll|conference\sid|pass|access|location|place|note(?:\s\d+)?$|live|domestic"
    r"|international|participant|internet|event|q|a|subject|re|fig(?:ure|\.)?\s?\w*|photos?|picture|image|video|caption|source|venue|position|institution"
    r"|company|address|copyright|contact|more|see|visit|read|join|follow|to|project\stitle|grantee|named\saward)\b)",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"(?:What|Why|How|Who)(?:[’']s)?\s[^:]{0,60}$")  # "Why It is Important:"
_LEGEND = re.compile(r"forward[- ]looking|cautionary|safe\s+harbor", re.IGNORECASE)
_VERB_LIKE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|said|says|announced|today|would|can|may)\b")
_SUBJECT_THEN_VERB = re.compile(rf"[\"“]?(?:[\w&’'.®™,()-]+\s+){{1,11}}?(?:{alternatives('finite_verbs')}|[a-z]{{3,}}ed)\b")
# The seams begin with what stands after them, which is found fast.
_SEAM = re.compile(r"[A-Z](?=[a-z])(?:(?<=[a-z®™)?&\d][A-Z])|(?<=[A-Z]{3})|(?<=[a-z]:[A-Z]))")
_CAPITALS_SEAM = re.compile(r"[A-Z](?<=[A-Z]{4})[a-z]{2}")
_SECTION = re.compile(
    r"(?:[A-Z][\w-]*\s+){0,4}(?:Forward[- ]Looking\s+(?:Statements?|Information)|Safe\s+Harbor(?:\s+Statement)?)"
    r"(?=\s+(?:This|The|Certain|Statements|Except|Any|Some|All|In)\s)"
)
_QUOTE_SEAM = re.compile(r"[\"“](?:(?<=[a-z)].)|(?<=[a-z)]\s.))(?=[A-Z])")
_SPEAKER = re.compile(r"[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){1,3},\s[A-Z]")
_CLOSING = re.compile(r"[\"”]")
_LIKE_SEAM = ("LinkedIn", "ServiceNow")  # names that look like one
_PARTS = re.compile(r"[A-Za-z][\w’'&-]*")


def match_title(text: str, start: int, end: int) -> int:
    """Return where a run-in heading that is a bare title ends, 0 where there is none."""
    seam = _match_seam(text, start, end)
    if seam:
        return seam
    about = _ABOUT.match(text, start, end) if text.startswith(("About", "ABOUT"), start) else None
    if about:
        for group in ("glued", "gap"):
            if about[group]:
                return about.end(group)
        return about.end("name") + (text[about.end("name")] in ".:")
    if not may_open_with_title(text, start, end):
        return 0
    match = RUN_IN.match(text, start, min(end, start + 200))
    if match is None or match.end() >= end or not is_title(match, text, end):
        return 0
    return match.end("mark")


def is_about(text: str, start: int, end: int) -> bool:
    """Tell whether a paragraph opens with "About NAME" and a sentence about that company."""
    return text.startswith(("About", "ABOUT"), start) and _ABOUT.match(text, start, end) is not None


def is_title(match: re.Match[str], text: str, end: int) -> bool:
    """Tell whether what stands before a full stop, a colon or a dash is a bare title, and what follows a sentence of its own."""
    title, mark = match.group("title"), match.group("mark").strip()
    all_words = title.split()
    if (
        title.count("(") != title.count(")")
        or title.count("“") != title.count("”")
        or _VERB_LIKE.search(title)
        or _LOGISTICS.match(title)
        or ("," in title and mark != ":")
    ):
        return False
    following = match.end()
    opens = _first_word(text, following) in OPENERS
    if mark == ".":
        known = all_words[-1].lstrip('"“') in HARD | BEFORE_OPENER or INITIAL.match(all_words[-1]) is not None
        if known or len(all_words) > LONGEST_TITLE or not is_full_stop(text, match.start(), match.start("mark"), following, closed=False):
            return False
    elif not (opens and text[end - 1] in '.!?”")') and not _SUBJECT_THEN_VERB.match(text, following, min(end, following + 160)):
        return False
    if mark not in ".:" and (len(all_words) > 6 or not opens):
        return False
    if mark == ":" and len(all_words) <= 4 and text[following].isalpha() and text[end - 1] == ".":
        return True
    if len(all_words) > 16 or (mark != "." and text[following] in '"“'):
        return False
    return _is_capitalised(all_words, CAPITALISED) or (mark == ":" and _LEGEND.search(title) is not None)


def may_open_with_title(text: str, start: int, end: int) -> bool:
    """Tell whether a dash, a colon or a full stop stands where it could end a run-in heading, which is cheap to say."""
    reach = _RUN_IN_REACH.match(text, start, end)
    if reach is None:
        return False
    mark = text[reach.end() : reach.end() + 1]
    if mark == ":" or (mark == "." and len(reach.group().split()) <= LONGEST_TITLE):
        return True
    return _DASH_BEFORE.search(text, start, reach.end() + 2) is not None


def _match_seam(text: str, start: int, end: int) -> int:
    """Return where a heading ends that is glued to its paragraph ("About TarnThe company mills oats"), 0 where none is."""
    reach = min(end, start + SEAM_REACH)
    section = _SECTION.match(text, start, reach)
    if section is not None:
        return section.end()
    for seam in _SEAM.finditer(text, start + 1, reach):
        if _opens_clause(text, start, seam.start()):
            if _is_seam(text, start, seam.start()):
                return seam.start()
            break
    match = _CAPITALS_SEAM.search(text, start + 1, reach)
    if match is not None and (heading := text[start : match.start()]).isupper() and heading.count(" ") and not _ends_inside(text, start, match.start()):
        return match.start()
    quote = _QUOTE_SEAM.search(text, start + 2, reach)
    if quote is None:
        return 0
    place = quote.start()
    byline = text[start:place]
    spoken = not byline[-1].isspace() or (_SPEAKER.match(byline) is not None and _VERB_LIKE.search(byline) is None)
    closing = _CLOSING.search(text, place + 1, min(end, place + SHORTEST_SPEECH))
    return place if spoken and closing is None and _is_byline(byline) else 0


def _opens_clause(text: str, start: int, place: int) -> bool:
    """Tell whether a word that opens sentences begins at `place`, or a name that stands elsewhere, too, and its verb."""
    word = _first_word(text, place)
    if len(word) > 1 and word in OPENERS:
        return text[place + len(word) : place + len(word) + 1].isspace()
    if len(word) < SHORTEST_NAME or not text[place - 1].islower() or not next_is_clause(text, place):
        return False
    return text.find(f" {word}", max(0, start - NAME_REACH), min(len(text), place + NAME_REACH)) >= 0


def _is_byline(content: str) -> bool:
    """Tell the name and office of the one who speaks, glued to the words spoken."""
    if '"' in content or "“" in content or content.count("(") != content.count(")") or ". " in content:
        return False
    return content[0].isupper() and content.count(" ") > 0 and _is_capitalised(content.split(), 0.6)


def _is_seam(text: str, start: int, place: int) -> bool:
    """Tell a heading's end from a name with a capital inside, such as "LinkedIn"."""
    heading = text[start:place]
    if (_ends_inside(text, start, place) and not heading.startswith("About")) or text.startswith(_LIKE_SEAM, heading.rfind(" ") + 1 + start):
        return False
    parts = _PARTS.findall(heading)
    if not parts or len(parts) > 14 or _VERB_LIKE.search(heading):
        return False
    word = _first_word(text, place)
    if len(parts) == 1 and (len(word) < 3 or word not in OPENERS or not text[place - 1].islower()):
        return False
    token = text[heading.rfind(" ") + 1 + start : place] + word
    if text.find(token, place, min(len(text), place + 2000)) >= 0:  # it stands there again: a name
        return False
    return heading.startswith("About") or _is_capitalised(heading.split(), 0.6)


def _ends_inside(text: str, start: int, end: int) -> bool:
    return any(mark in text[start:end] for mark in (". ", "; ", ", ", "! "))


def _first_word(text: str, start: int) -> str:
    match = _PARTS.match(text, start)
    return match.group() if match is not None else ""


def _is_capitalised(all_words: list[str], share: float) -> bool:
    content_words = [word for word in all_words if len(word) > 3]
    capitalised = sum(word.lstrip('"“(')[:1].isupper() or word[0].isdigit() for word in content_words)
    return capitalised >= share * len(content_words)
