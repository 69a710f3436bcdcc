"""Seams: where a heading or a byline ends that lost the line's end between itself and its paragraph.

In: a text and the bounds of a sentence or a paragraph. Out: where the glued heading ends.
"""

from __future__ import annotations

import re

from forelook.segment.abbreviations import OPENERS, next_is_clause
from forelook.segment.again import stands, stands_again
from forelook.segment.quotes.cues import FIRST_WORDS
from forelook.segment.signs import BEFORE_CAPITALS, CAPITALS, QUOTE, SEAM, SECTION
from forelook.segment.words import function_words, words

OPENER, NAME, WORD = 3, 2, 1  # what shows that a clause begins at a seam
VERB_REACH = 130  # characters of a clause in which its verb is looked for
SEAM_REACH = 130  # characters in which the seam between a heading and its paragraph is looked for, as in signs.pyx
SHORTEST_NAME = 3  # letters of a name that a heading is glued to, as there
SHORTEST_SPEECH = 40  # characters between marks that somebody's name and office lead in
SHORTEST_WORD = 5  # letters of a word that is a heading by itself
SHORTEST_WITH_ARTICLE = 3  # words of a heading that an article begins
LONG_OPENER = 5  # letters of a word that opens a sentence before a comma ("Today,")
LONGEST_HEADING = 14  # words
SHORTEST_LAST = 3  # letters of a heading's last word
CAPITALISED, CAPITALISED_BEFORE_OPENER = 0.6, 0.3  # share of a heading's long words that begin with a capital

VERB_LIKE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|said|says|announced|today|would|can|may)\b")
_PAST = re.compile(r"[a-z]{3,}ed$")
_VERBS = frozenset(words("finite_verbs"))
_FINITE = _VERBS - {"now", "today", "also", "recently", "currently", "then", "shares", "stock"}  # what occurs beside verbs only
# The expressions begin with what comes after the seam, which is found fast.
_SEAM = re.compile(r"[A-Z](?:(?=[a-z])(?:(?<=[a-z®™)?&\d][A-Z])|(?<=[A-Z]{3})|(?<=[a-z]:[A-Z]))|(?<=[a-z]A)(?=\s[a-z]))")
_SEAM_BEFORE_CAPITALS = re.compile(r"[A-Z](?<=[a-z)][A-Z])(?=[A-Z]{2,}[\s,])")
_CAPITALS_SEAM = re.compile(r"[A-Z](?<=[A-Z]{4})[a-z]{2}")
_SECTION = re.compile(
    r"(?:[A-Z][\w-]*\s+){0,4}(?:Forward[- ]Looking\s+(?:Statements?|Information)|Safe\s+Harbor(?:\s+Statement)?)"
    r"(?=\s+(?:This|The|Certain|Statements|Except|Any|Some|All|In|We|Our)\s)"
)
_QUOTE_SEAM = re.compile(r"[\"“](?:(?<=[a-z)].)|(?<=[a-z)]\s.))(?=[A-Z])")
_SPEAKER = re.compile(r"[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){1,3},\s[A-Z]")
_GLUED_STOP = re.compile(r"\.(?<=[a-z)]{3}\.)(?=[A-Z])")
_PARTICIPLE = re.compile(r"[A-Z][a-z]{3,}(?:ed|ing)\s(?:in|on|by|from|with|at|as|along|an?|the|its|their)\s|[A-Z][a-z]{3,}ly\s[a-z]{3,}ed\s")
_CLOSING = re.compile(r"[\"”]")
_LIKE_SEAM = ("LinkedIn", "ServiceNow")  # names that look like one
_DETERMINERS = frozenset(("All", "Any", "Both", "Each", "Every", "Neither", "No", "Some", "These", "This", "Those"))
_ENDS_NO_NAME = re.compile(r"(?:The|This|These|As|For|At|To|We|If|Our|While|Through|During|Since)\s|On\s(?:an?|the)\s")  # "LinkedIn" and "CarryOn" do
_POSSESSIVE = re.compile(r"[’'](?:s$|$)")
_BRACKETED = re.compile(r"\([^()]*\)")
_HONORIFICS = frozenset(("Mr", "Ms", "Mrs", "Dr"))
_CLAUSE = re.compile(r"[A-Z][\w’'-]*,?\s+(?:\([^()]{1,40}\)\s+)?(?=[a-z])")
_STOP = re.compile(r"[.!?]")
_PARTS = re.compile(r"[A-Za-z][\w’'&-]*")
_FUNCTION_WORDS = frozenset(function_words())
SECTIONS = frozenset(words("section_words"))


def match_seam(text: str, start: int, end: int, signs: int) -> int:
    """Return where a heading ends that is glued to its paragraph ("About TarnThe company mills oats"), 0 where none is.

    `signs` are those of `find_title_signs`.
    """
    reach = min(end, start + SEAM_REACH)
    if signs & SECTION:
        section = _SECTION.match(text, start, reach)
        if section is not None:
            return section.end()
    if signs & SEAM and (place := _find_seam(_SEAM, text, start, reach)):
        return place
    if signs & BEFORE_CAPITALS and (place := _find_seam(_SEAM_BEFORE_CAPITALS, text, start, reach)):
        return place
    if signs & CAPITALS:
        match = _CAPITALS_SEAM.search(text, start + 1, reach)
        if match is not None and (heading := text[start : match.start()]).isupper() and heading.count(" ") and not _ends_inside(text, start, match.start()):
            return match.start()
    return _match_byline(text, start, end, reach) if signs & QUOTE else 0


def _find_seam(pattern: re.Pattern[str], text: str, start: int, reach: int) -> int:
    """Return the first place at which a sentence opens that is glued to a heading, 0 where none does."""
    for seam in pattern.finditer(text, start + 1, reach):
        evidence = _weigh_clause(text, start, seam.start())
        if evidence and _is_seam(text, start, seam.start(), evidence):
            return seam.start()
        if evidence == OPENER:
            return 0
    return 0


def _match_byline(text: str, start: int, end: int, reach: int) -> int:
    """Return where the name and office of a speaker end that are glued to the words spoken, 0 where they are not."""
    quote = _QUOTE_SEAM.search(text, start + 2, reach)
    if quote is None:
        return 0
    place = quote.start()
    byline = text[start:place]
    spoken = not byline[-1].isspace() or (_SPEAKER.match(byline) is not None and VERB_LIKE.search(byline) is None)
    closing = _CLOSING.search(text, place + 1, min(end, place + SHORTEST_SPEECH))
    return place if spoken and closing is None and _is_byline(byline) else 0


def states(heading: str) -> bool:
    """Return whether a heading asserts something, so that it is a statement."""
    return any(word in _FINITE or _PAST.match(word) for word in heading.lower().split()[1:])


def _weigh_clause(text: str, start: int, place: int) -> int:
    """Return how surely a clause begins at `place`: OPENER, a NAME that occurs elsewhere too, or a WORD after one that does; 0 where none begins."""
    word = first_word(text, place)
    after = text[place + len(word) : place + len(word) + 1]
    if word in OPENERS:
        opens = after.isspace() or (after == "," and len(word) >= LONG_OPENER) or (after == "." and word in _HONORIFICS)
        return OPENER if opens else 0
    first = max(start, text.rfind(" ", start, place) + 1)
    if _PARTICIPLE.match(text, place) and text[place - 1].islower():
        return WORD if not stands_again(text, first, place, place + len(word)) else 0
    about = text.startswith("About ", start)
    if len(word) < SHORTEST_NAME or after == "." or not (about or text[place - 1].islower() or text[place - 1] in ")®™"):
        return 0
    if stands_again(text, first, place, place + len(word)):
        return 0
    if text[start:place] in SECTIONS and stands(text, place, word):
        return NAME
    named = next_is_clause(text, place)
    if not named and not opens_clause(text, place):
        return 0
    word, last = _POSSESSIVE.sub("", word), text[first:place]
    if about or (named and (last == word or stands(text, place, word))):
        return NAME
    if stands(text, place, word):
        return WORD
    possessive = text.startswith(("'", "’"), place + len(word))
    return WORD if not possessive and (stands(text, place, last) or stands(text, place, last.lower())) else 0


def opens_clause(text: str, place: int) -> bool:
    """Return whether a capitalised word, one in small letters and a verb follow one another at `place`."""
    opening = _CLAUSE.match(text, place)
    if opening is None:
        return False
    stop = _STOP.search(text, opening.end(), opening.end() + VERB_REACH)
    return not _VERBS.isdisjoint(text[opening.end() : stop.start() if stop is not None else opening.end() + VERB_REACH].split())


def _is_byline(content: str) -> bool:
    """Tell the name and office of the one who speaks, glued to the words spoken."""
    if '"' in content or "“" in content or content.count("(") != content.count(")") or ". " in content:
        return False
    all_words = content.split()
    if all_words[-1] in FIRST_WORDS or (len(all_words) == 1 and content.rstrip() not in SECTIONS):
        return False
    return content[0].isupper() and is_capitalised(all_words, CAPITALISED)


def _is_seam(text: str, start: int, place: int, evidence: int) -> bool:
    """Tell a heading's end from a name with a capital inside, such as "LinkedIn"."""
    heading = text[start:place]
    last = heading.rfind(" ") + 1 + start
    if (_ends_inside(text, start, place) and not heading.startswith("About")) or text.startswith(_LIKE_SEAM, last):
        return False
    parts = _PARTS.findall(heading)
    word = first_word(text, place)
    opens = evidence == OPENER and text[place - 1].islower()
    if (
        heading[0] in '"“'
        or not parts
        or (parts[-1].islower() and len(parts[-1]) < SHORTEST_LAST)
        or len(parts) > LONGEST_HEADING
        or (VERB_LIKE.search(heading) and not opens)
        or parts[-1] in _FUNCTION_WORDS
    ):
        return False
    if not opens and not _may_begin_heading(text, place, parts):
        return False
    if evidence == WORD and (states(heading[: last - start]) or _BRACKETED.sub("", heading).count(",") or heading[0].isdigit()):
        return False
    if evidence == OPENER and not _ENDS_NO_NAME.match(text, place) and stands_again(text, last, place, place + len(word)):
        return False
    return heading.startswith("About") or is_capitalised(heading.split(), CAPITALISED_BEFORE_OPENER if opens else CAPITALISED)


def _may_begin_heading(text: str, place: int, parts: list[str]) -> bool:
    """Return whether the words of what may be a heading begin as one: with no function word but an article, or with a known word alone."""
    if parts[0] in _DETERMINERS:
        return False
    if len(parts) > 1:
        return parts[0].lower() not in _FUNCTION_WORDS or (parts[0] in ("A", "The") and len(parts) >= SHORTEST_WITH_ARTICLE)
    return parts[0] in SECTIONS or (len(parts[0]) >= SHORTEST_WORD and stands(text, place, parts[0].lower()))


def _ends_inside(text: str, start: int, end: int) -> bool:
    return any(mark in text[start:end] for mark in (". ", "; ", "! ")) or _GLUED_STOP.search(text, start, end) is not None


def first_word(text: str, start: int) -> str:
    """Return the word that begins at `start`, without marks around it, "" where none does."""
    match = _PARTS.match(text, start)
    return match.group() if match is not None else ""


def is_capitalised(all_words: list[str], share: float) -> bool:
    """Return whether that share of the long words begins with a capital or a figure."""
    content_words = [word for word in all_words if len(word) > 3]
    capitalised = sum(word.lstrip('"“(')[:1].isupper() or word[0].isdigit() for word in content_words)
    return capitalised >= share * len(content_words)
