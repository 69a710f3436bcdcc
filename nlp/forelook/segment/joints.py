"""Joints: where something else begins inside a paragraph whose line's end was lost, although no full stop says so.

In: a text and the bounds of a paragraph. Out: ends, each with where the next piece begins: before what a wire adds, a copyright
or "About NAME", around a rule, after a web address, after a lead-in whose list was lost, and where two words lost the blank between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forelook.characters import skip_blank, trim_blank
from forelook.months import month_pattern
from forelook.segment.abbreviations import next_is_clause, next_opens
from forelook.segment.again import stands, stands_again
from forelook.segment.ends import LEADING_IN, find_note
from forelook.segment.joint_signs import ABOUT, ADDRESS, FEED, LEAD_IN, LEGEND, OPENING, RULE, SEAM, SIGNED, STOP, find_joint_signs
from forelook.segment.seams import SECTIONS, SHORTEST_SPEECH, first_word, opens_clause
from forelook.segment.titles import is_about
from forelook.segment.words import DATED_OPENINGS, function_words, opening_words

LONGEST_LEADING_IN = 40  # characters of the words before a colon
FEWEST_LEADING_IN = 3  # words before it
LONGEST_TAG = 20  # characters of a company's tag, and of the blanks after it
SHORTEST_SENTENCE = 30  # characters after an address
LONGEST_BEFORE_OPENING = 5  # characters before a word that opens a sentence by which it is judged
LONGEST_WORD = 60  # characters of a word that something is glued to
SHORTEST_GLUED_TO = 8  # characters of a piece that something is glued to
_FUNCTION_WORDS = frozenset(function_words()) | {"from", "under", "that", "with"}
_SEAM = re.compile(  # begins with one set of characters, which is found fast
    r"""
    [A-Z“"]
    (?:
        (?:(?<=[a-z]{4}[A-Z])|(?<=\s(?:19|20)\d\d[A-Z])|(?<=[A-Za-z\d]\)[A-Z]))(?:(?=[a-z]+[\s,’'])|(?<=A)(?=\s[a-z]))
      | (?<=[A-Za-z)][“"])(?=[A-Z])
    )
    """,
    re.VERBOSE,
)
_FEED = re.compile(
    r"View\s(?:original\scontent|source\sversion)\b|Copyright\s(?=©\s?(?:19|20)\d\d)|©(?<=[\s.]©)(?<!opyright ©)\s?(?:Copyright\s)?(?:19|20)\d\d"
)
_ABOUT = re.compile(r"About\s(?<=[^\s\"“‘'(\[/-]About\s)(?=(?:[Tt]he\s)?(?:[A-Z\d]|[a-z][A-Z]))")
_LEGEND = re.compile(r"(?:Cautionary\s(?:Note|Statement)\s(?:Regarding|Concerning|on|About)\s)?Forward[- ]Looking\s(?:Statement|Information)")
_SIGNED = re.compile(  # "We sold more.” -- Jane Roe, Tarn Foods “We like it.”"
    r"(?<=[.!?])[\"”]\s?(?:--|[–—])\s?[A-Z][^\"“”.!?\n]{5,160}(?P<blank>\s+)(?=[\"“][A-Z][^\"“”]{8,600}[.!?,][\"”])"
)


def _after_first_letters(expected: int) -> str:
    """Return an expression for the rest, after the first letter, of the opening words that must be followed by so many words in small letters."""
    return "|".join(f"(?<={word[0]}){word[1:]}" for word, count in opening_words().items() if count == expected)


_OPENING = re.compile(  # a word that opens sentences, and goes on in small letters as no name does
    rf"""
    [{"".join({word[0]: None for word in (*opening_words(), *DATED_OPENINGS)})}](?<=[ \xa0].)
    (?:
        (?:{_after_first_letters(1)})[ ](?=[a-z])
      | (?:{_after_first_letters(2)})[ ](?=[a-z]+,?[ ][a-z])
      | (?<=I)n[ ](?:{month_pattern()}[ ])?(?:19|20)\d\d,[ ](?=[a-z])
      | (?<=O)n[ ]{month_pattern()}[ ]\d{{1,2}},[ ](?:(?:19|20)\d\d,[ ])?(?=[A-Za-z])
    )
    """,
    re.VERBOSE,
)
_BEFORE_OPENING = re.compile(r"(?:[a-z]{2}|\b(?:19|20)\d\d)$")
_IN_CAPITALS_BEFORE_OPENING = re.compile(r"[A-Z]{2}$")  # which "The" may follow, but no "Under" ("traded on the OTCQB Under the symbol")
_RULE = re.compile(r"[-_=]{6,}")
_TAG = re.compile(r"[A-Z]{2,6}-[A-Z]{1,3}\s+$")  # the tag of a company that a wire sets before its own line
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s“\"]+")
_LAST_WORD = re.compile(r"[A-Z](?<=[a-z\d/.)][A-Z])(?:[a-z]+|[A-Z]+)?,?$")  # glued to an address
_LOST_LIST = re.compile(r":(?:[ \xa0]+|(?<=[\d)]:))(?=[A-Z“\"])")
_CONTACT = re.compile(r"(?:(?:Media|Press|Investor|Company)\s)?(?:Contacts?|CONTACTS?)\b")
_AFTER_STOP = re.compile(  # what comes after a full stop and is no capital: a name in camel case, a note after a year, in Roman figures or in brackets
    r"\.(?:(?<=[a-z\d)][a-z\d)]\.)(?=[a-z][A-Z]\w+(?:[’']s)?\s(?!(?:and|or|to|for|in|at|on|by|with)\b))"
    r"|(?P<note>(?:(?<=\s(?:19|20)\d\d\.)\d{1,2}|(?<=[a-z]{3}\.)[ivx]{1,4})(?=\s)|(?<=[a-z\d)]\.)\[(?:\d{1,2}|[ivx]{1,4})\])\s*(?=[A-Z]))"
)


def find_joints(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return where pieces end inside `text[start:end]` without a full stop, and where the next ones begin, in no order."""
    found: list[tuple[int, int]] = []
    signs = find_joint_signs(text, start, end)
    if not signs:
        return found  # most paragraphs hold none of the signs
    if signs & SIGNED:
        found += _find_after_signed(text, start, end)
    if signs & FEED:
        found += _find_feed(text, start, end)
    if signs & ABOUT:
        found += [(match.start(), match.start()) for match in _ABOUT.finditer(text, start + 1, end)]
        found += _find_about(text, start, end)
    if signs & LEGEND:
        found += [(match.start(), match.start()) for match in _LEGEND.finditer(text, start + 1, end) if _is_glued(text[match.start() - 1])]
    if signs & RULE:
        found += _find_around_rules(text, start, end)
    if signs & ADDRESS:
        found += _find_after_addresses(text, start, end)
    if signs & LEAD_IN:
        found += _find_after_lead_ins(text, start, end)
    if signs & SEAM:
        found += _find_glued(text, start, end)
    if signs & STOP:
        found += _find_after_stops(text, start, end)
    if signs & OPENING:
        found += _find_openings(text, start, end)
    return found


def _is_glued(before: str) -> bool:
    """Return whether a character before a word is neither blank nor one that opens a phrase or goes on a word."""
    return not before.isspace() and before not in "“\"‘'([/-"


def _find_feed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where the line that a wire adds begins, with the company's tag before it, and where a copyright does."""
    for match in _FEED.finditer(text, start + 1, end):
        tag = _TAG.search(text, max(start, match.start() - LONGEST_TAG), match.start()) if text[match.start()] == "V" else None
        if tag is not None and tag.start() > start and _is_glued(text[tag.start() - 1]):
            yield tag.start(), tag.start()
        yield trim_blank(text, start, match.start()), match.start()


def _find_around_rules(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the two ends of a rule between sentences."""
    for rule in _RULE.finditer(text, start + 1, end):
        yield trim_blank(text, start, rule.start()), rule.start()
        if rule.end() < end:
            yield rule.end(), skip_blank(text, rule.end(), end)


def _find_after_stops(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where a sentence begins that a name in camel case or the reference to a note parts from a full stop, or a note that its number begins."""
    for match in _AFTER_STOP.finditer(text, start, end):
        if match["note"] is None:
            yield match.end(), match.end()
            continue
        note = find_note(text, start, match.end("note"))
        yield (note, note) if note else (match.end("note"), match.end())


def _find_openings(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where a sentence opens after a heading, or after a sentence that lost its full stop ("Oats for All The mill sells oats")."""
    for opening in _OPENING.finditer(text, start + 1, end):
        place = trim_blank(text, start, opening.start())
        floor = max(start, place - LONGEST_BEFORE_OPENING)
        ends = _BEFORE_OPENING.search(text, floor, place) or (text[opening.start()] == "T" and _IN_CAPITALS_BEFORE_OPENING.search(text, floor, place))
        if ends and text.find("\n", place, opening.start()) < 0:
            yield place, opening.start()


def _find_after_signed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where a signed quotation ends that another one follows."""
    for match in _SIGNED.finditer(text, start + 1, end):
        yield match.start("blank"), match.end()


def _find_about(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where "About NAME" begins after a blank, if a sentence about that name follows."""
    place = start
    while (place := text.find(" About ", place + 1, end)) >= 0:
        if is_about(text, place + 1, end):
            yield trim_blank(text, start, place), place + 1


def _find_after_addresses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where a sentence begins that is glued to a web address, or that only a blank parts from one ("www.tarn.example The mill")."""
    for address in _ADDRESS.finditer(text, start, end):
        glued = _LAST_WORD.search(text, address.start(), address.end())
        if glued is not None:
            place = glued.start()
            if place > address.start() and _begins(text, place, end):
                yield place, place
            continue
        following = skip_blank(text, address.end(), end)
        if following < end and text[address.end() - 1] not in ".,;:!?" and _begins(text, following, end):
            yield address.end(), following


def _find_after_lead_ins(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where a sentence begins after a lead-in whose list was lost ("Key findings include: The mill")."""
    for colon in _LOST_LIST.finditer(text, start, end):
        lead_in = text[max(start, colon.start() - LONGEST_LEADING_IN) : colon.start()].split()
        if len(lead_in) < FEWEST_LEADING_IN or lead_in[-2:] == ["such", "as"]:
            continue
        place = colon.end()
        if lead_in[-1] in LEADING_IN:
            begins = _is_speech(text, place, end) if text[place] in '“"' else next_opens(text, place)
        else:
            begins = place == colon.start() + 1 and _begins(text, place, end)
        if begins:
            yield colon.start() + 1, place


def _is_speech(text: str, mark: int, end: int) -> bool:
    """Return whether a quotation mark opens more than a term or a title."""
    return text.find("”" if text[mark] == "“" else '"', mark + 1, min(end, mark + SHORTEST_SPEECH + 1)) < 0


def _find_glued(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where a sentence or a speech begins that is glued to a word in small letters, a year, a bracket ("the mill hereThe company has")."""
    marks, counted = 0, start  # straight quotation marks up to `counted`: an odd number of them leaves one open
    for seam in _SEAM.finditer(text, start + SHORTEST_GLUED_TO, end):
        place = seam.start()
        if text[place] in '“"':
            marks, counted = marks + text.count('"', counted, place), place
            if _is_speech(text, place, end) and (text[place] == "“" or marks % 2 == 0):
                yield place, place
            continue
        floor = max(start, place - LONGEST_WORD)
        left = text[max(text.rfind(" ", floor, place), text.rfind("\n", floor, place), floor - 1) + 1 : place]
        if (not left[-1].islower() or _is_two_words(text, place, left)) and _begins(text, place, end):
            yield place, place


def _is_two_words(text: str, place: int, left: str) -> bool:
    """Tell two words that lost the blank between them from a name such as "easyMill" and from a sentence that goes on."""
    right = first_word(text, place)
    if not (left.isalpha() and left.islower()) or left in _FUNCTION_WORDS:
        return False
    if next_opens(text, place):
        return True
    return not stands_again(text, place - len(left), place, place + len(right)) and (
        left == right.lower() or stands(text, place, left) or stands(text, place, right)
    )


def _begins(text: str, place: int, end: int) -> bool:
    """Return whether a sentence or a heading begins at `place`."""
    if text.startswith("About ", place) or next_opens(text, place) or _CONTACT.match(text, place) or first_word(text, place) in SECTIONS:
        return True
    return end - place >= SHORTEST_SENTENCE and (next_is_clause(text, place) or opens_clause(text, place))
