"""Titles: the run-in heading with which a paragraph begins.

In: a text and the bounds of a paragraph. Out: where its run-in heading ends, or where a heading that lost the blank (or the
line's end) between itself and its paragraph ends.
"""

from __future__ import annotations

import re

from forelook.segment.abbreviations import BEFORE_OPENER, HARD, INITIAL, OPENERS, is_full_stop
from forelook.segment.seams import VERB_LIKE, first_word, is_capitalised, match_seam, states
from forelook.segment.signs import ABOUT as ABOUT_SIGN
from forelook.segment.signs import GLUED, RUN_IN, SPACED
from forelook.segment.words import alternatives

LONGEST_TITLE = 7  # words of a run-in heading that a full stop ends
CAPITALISED = 0.75  # share of a title's long words that begin with a capital
LONGEST_SPACED = 100  # characters of a title that only blanks or capitals part from its sentence
SPACED_REACH = 20  # characters after such a title: blanks, and the words that show a sentence

RUN_IN_TITLE = re.compile(r"(?P<title>[\"“]?[A-Z][^.:!?\r\n]{1,150}?)(?P<mark>[.:]|\s[–—]|\s--?)(?:\s+(?=[\"“]?[A-Z$])|(?<=[A-Za-z]:)(?=[A-Z][a-z]))")
ABOUT = re.compile(
    r"""
    A(?:bout|BOUT)\s+(?:[Tt]he\s+)?
    (?:
        (?P<colon>(?:[A-Z]|[a-z][A-Z])[^\r\n:.()]{1,80}:)(?=["“]?[A-Z])  # "About Tarn Foods:Meet the mill"
        # "About Tarn FoodsTarn Foods mills oats"
      | (?P<glued>(?P<start>[A-Z0-9][\w&.-]{2,}|[a-z][A-Z]\w+|[A-Z]\w+\s[A-Z]\w+)(?:\s[^\r\n:]{0,70}?)?[a-z.)®™]?:?)(?=(?P=start)\b)(?<=[\w.)®™:])
      | (?P<gap>[^\r\n:,]{2,60}?)(?=\s{2,}[A-Z][a-z]+\s)  # "About Tarn Foods  Founded in 1912"
      | (?P<bracket>[A-Z0-9][^\r\n:.()]{1,60}\([^()\r\n]{2,30}\):?)(?=[A-Z]|\d{4})  # "About Tarn Foods (NYSE: TRN)Milling oats"
      | (?P<opened>[A-Z0-9](?:[^\r\n:.]|\.(?=\w)){1,60}?(?:,?\s(?:Inc|Corp|Ltd|Co|L\.P|S\.A)\.|[\w)®™])):?  # "About Tarn Foods, Inc. We mill oats"
        (?=\s+(?:Founded|Established|Headquartered|Based|Launched|Incorporated|Formed|Created|Located|Born|Since|We|Our|If|With|For|Through|The|As)\s[a-z\d$])
      | (?P<twice>(?P<two>[A-Z]\w+\s[A-Z]\w+)[^\r\n:.,]{0,40},\s[^\r\n:.]{1,60}?)\s+(?=(?P=two)\b)  # "About Hotel Tarn, an Oat Hotel, Lima Hotel Tarn is"
      | (?P<name>(?P<first>(?!the\b)[A-Za-z0-9][\w&’'®™-]*)(?:[^\r\n:()]|\([^()\r\n]{0,60}\)){0,70}?)(?=[.:,\s–—-])[.:,]?(?:\s*[-–—:])?\s+
        (?=(?:(?:The|At|In|With|Founded|Established|As)\s+)?(?P=first)\b)  # "About Tarn Foods Tarn Foods mills oats"
      | (?P<article>[A-Z0-9](?:[^\r\n:.]|\.(?=\w)){1,80}?[\w)®™])(?=\s+The\s[A-Z])  # "About TOC The Tarn Oat Club"
      | (?P<led>[A-Z0-9](?:[^\r\n:.]|\.(?=\w)){1,60}?):?(?=\s+[A-Z][a-z]{2,}(?:ed|ing)\s[a-z])  # "About Tarn Foods Driven by oats"
    )
    """,
    re.VERBOSE,
)
# "About Tarn Foods" and no more: the name's first two characters, or its first letter as a word, do not recur, no word begins with a small letter, and
# there is no mark that ABOUT needs.
NAME_ALONE = re.compile(
    r"A(?:bout|BOUT) (?:the )?(?!The\b)(?P<two>(?P<one>[A-Z])[^\s:(])(?:(?!(?P=two))[^\s:(])*+"
    r"(?: (?!The\b|(?P=two)|(?P=one)\b)[A-Z&](?:(?!(?P=two))[^\s:(])*+)*+:?$"
)
_OPENER = rf"(?:{alternatives('title_openers')})\s+"
_WIDE_GAP = re.compile(  # "Outlook and Harvest   The mill"
    rf"(?P<title>(?P<first>[A-Z][\w&’'®™-]++|(?:19|20)\d\d)[^\s.:;!?,]*+(?:[ \xa0][^\s.:;!?,]++){{0,12}}+)[ \t\xa0]{{2,}}(?={_OPENER}\w|(?P=first)\b)"
)
_IN_CAPITALS = re.compile(  # "PRELIMINARY FIGURES The mill"
    rf"(?P<title>[A-Z][A-Z’'&/-]+(?:\s+[A-Z&][A-Z’'&/-]*){{0,8}}\s+[A-Z-]{{5,}})\s+(?={_OPENER}[a-z])"
)
_IN_TITLE_CASE = re.compile(rf"(?P<title>[A-Z][\w’'-]+(?:\s+(?:[A-Z][\w’'-]*|and|of|for|to|the|in|on|&)){{0,7}}\s+[A-Z][a-z]{{3,}})\s(?={_OPENER}[a-z])")
_LOGISTICS = re.compile(
    r"(?:(?:what|when|where|who|why|how)$|(?:date|time|webcast|dial|replay|phone|call|toll|conference\sid|pass|access|location|place"
    r"|note(?:\s\d+)?$|live|domestic"
    r"|international|participant|internet|event|q|a|subject|re|fig(?:ure|\.)?\s?\w*|photos?|picture|image|video|caption|source|venue|position|institution"
    r"|company|address|copyright|contact|more|see|visit|read|join|follow|to|project\stitle|grantee|named\saward)\b)",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"(?:What|Why|How|Who)(?:[’']s)?\s[^:]{0,60}$")  # "Why It is Important:"
_LEADS_IN = re.compile(r"\b(?:includes?|included|comprise[sd]?)$")  # "Highlights also include: the new boiler, which"
_ABBREVIATIONS = HARD | BEFORE_OPENER
_LEGEND = re.compile(r"forward[- ]looking|cautionary|safe\s+harbor", re.IGNORECASE)
_SUBJECT_THEN_VERB = re.compile(rf"[\"“]?(?:[\w&’'.®™,():-]+\s+){{1,11}}?(?:{alternatives('finite_verbs')}|(?:co-|re-)?[a-z]{{3,}}ed)\b")


def match_title(text: str, start: int, end: int, signs: int) -> int:
    """Return where a run-in heading that is a bare title ends, 0 where there is none; `signs` are those of `find_title_signs`."""
    about = _match_about(text, start, end) if signs & ABOUT_SIGN else None
    if about and (glued := next((name for name in ("colon", "glued", "bracket") if about[name]), None)):
        return about.end(glued)
    seam = match_seam(text, start, end, signs) if signs & GLUED else 0
    if seam:
        return seam
    if about:
        for group in ("gap", "opened", "twice", "article", "led"):
            if about[group]:
                return about.end(group) + text.startswith(":", about.end(group))
        return about.end("name") + (text[about.end("name")] in ".:")
    spaced = _match_spaced(text, start, end) if signs & SPACED else 0
    if spaced:
        return spaced
    match = RUN_IN_TITLE.match(text, start, min(end, start + 200)) if signs & RUN_IN else None
    if match is None or match.end() >= end or not is_title(match, text, end):
        return 0
    return match.end("mark")


def _match_spaced(text: str, start: int, end: int) -> int:
    """Return the end of a bare title that is separated from the sentence after it only by blanks or by its capitals, 0 where there is none."""
    reach = min(end, start + LONGEST_SPACED + SPACED_REACH)
    for pattern in (_IN_CAPITALS, _WIDE_GAP, _IN_TITLE_CASE):
        match = pattern.match(text, start, reach)
        if match is not None:
            title = match["title"]
            bare = not VERB_LIKE.search(title) and not states(title) and title.count("(") == title.count(")")
            return match.end("title") if bare and is_capitalised(title.split(), CAPITALISED) else 0
    return 0


def is_about(text: str, start: int, end: int) -> bool:
    """Return whether a paragraph opens with "About NAME" and a sentence about that company."""
    return text.startswith(("About", "ABOUT"), start) and _match_about(text, start, end) is not None


def _match_about(text: str, start: int, end: int) -> re.Match[str] | None:
    return ABOUT.match(text, start, end) if NAME_ALONE.match(text, start, end) is None else None


def is_title(match: re.Match[str], text: str, end: int) -> bool:
    """Return whether the words before a full stop, a colon or a dash are a bare title, followed by a sentence of its own."""
    title, mark = match.group("title"), match.group("mark").strip()
    all_words = title.split()
    if (
        title.count("(") != title.count(")")
        or title.count("“") != title.count("”")
        or (VERB_LIKE.search(title.lower() if title.isupper() else title) and not _QUESTION.match(title))
        or _LOGISTICS.match(title)
        or _LEADS_IN.search(title)
        or ("," in title and mark != ":")
    ):
        return False
    following = match.end()
    opens = first_word(text, following) in OPENERS
    if mark == ".":
        known = all_words[-1].lstrip('"“') in _ABBREVIATIONS or INITIAL.match(all_words[-1]) is not None
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
    return is_capitalised(all_words, CAPITALISED) or (mark == ":" and _LEGEND.search(title) is not None)
