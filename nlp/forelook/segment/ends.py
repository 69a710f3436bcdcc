"""Ends: where sentences end inside a stretch of prose.

In: a text and the bounds of a stretch. Out: each end, and where the next sentence begins. Linear in the length of the stretch.
"""

from __future__ import annotations

import re
from functools import cache

from forelook.characters import BLANK_CLASS, MISREAD_CLOSING, MISREAD_OPENING, MISREAD_SIGN
from forelook.segment.abbreviations import OPENERS, is_full_stop, next_is_clause, next_opens
from forelook.segment.stops import find_stops
from forelook.segment.words import alternatives, words

LONGEST_CHUNK = 500  # characters without a blank; a web address is shorter
SHORTEST_NAME = 3  # letters after a full stop by which a name is known again
NAME_REACH = 3000  # characters around it in which it occurs again
LONGEST_NUMBER = 10  # characters of a note's number, and of the full stop before it
NOTE_REACH = 12_000  # characters before a footnote in which it is referred to
SHORTEST_CAPITALS = 3  # letters of a word in capitals that ends a sentence ("as told by GAAP.The mill")
LEAD_IN_REACH = 160  # characters of a lead-in in which a word says that something follows
FEWEST_BEFORE_COLON = 2  # blanks in a lead-in that a colon ends
LONGEST_PARENTHESIS = 300  # characters; a mark inside a longer one is taken for a sentence's end

_CLOSING = r"""["”“’'»`\x92\x94)\]™®*†‡¹²³⁰⁴-⁹\xad]"""
_OPENING = r"""["“„‘'`(\[«\x91\x93\u2600-\u27bf\U0001f300-\U0001faff\ufe0f\u200d]"""  # quotation marks, brackets, emoji with what joins and colours them
# Every alternative begins after the mark, so that the engine skips from mark to mark.
_END_PATTERN = rf"""
    MARK
    (?:
        (?<![.!?…]{{2}})(?<!:)[.!?…]*+
        (?P<closing>
            CLOSING
            (?:(?:(?<=[A-Za-z%)”"][.!?])|(?<=[.!?]["”])|(?<=\$\d\.\d\d\.)|(?<=\$\d\d\.\d\d\.))\d{{1,2}}(?:,\d{{1,2}})*+(?=\s)|(?:\((?:\d{{1,2}}|[a-h])\))+|(?:\[\w{{1,4}}\])+)?
        )
        (?P<blank>[{BLANK_CLASS}]++)
        (?=(?:OPENING[\s\xa0]?|”(?=[A-Z]))(?P<first>[A-Z0-9$€£@#•™©a-z]|»(?=\s[A-Z])))
      | (?P<glued>
            (?:(?<=[a-z)][a-z)][a-z)][.!?])|(?<=\s[a-z]{{2}}[.!?]))(?:''|["”’])?(?=[A-Z][\w&]*[\s,:’'-]|[A-Z]{{2,}}\.)
          | (?<=[a-z]:)(?=[A-Z][a-z]+[\s,’'-]|A\s[a-z]|[A-Z]{{2,}}\s|[“"][A-Z])
          | (?<=\.)(?:com|org|net)(?=[A-Z][A-Za-z]+[\s,:])
          | (?<=[\d%®™][.!?])(?=[A-Z][a-z]+[\s,-])
          | (?:(?<=[A-Z][A-Z]\.)|(?<=\s(?:Inc|Ltd)\.)|(?<=\s[A-Z]\.[A-Z]\.))(?=[A-Z][a-z]+\s)
          | (?<=[\w%)®™][.!?])(?=“[A-Z])
          | (?<=[a-z\d%)][.!?])(?="[A-Z])
          | (?<=[A-Z]{{4}}\.)(?=[A-Z]{{2,}}\s)
          | (?<=\s[.!?])(?=[A-Z][a-z]+\s)
          | (?<=[a-z]\.\.)(?=[A-Z][a-z]+[\s,])
          | (?<=[a-z]{{3}}\.)(?=\*[A-Z]|©\s)
          | (?<=[A-Za-z)%][.!?])["”]?(?P<note>\d{{1,2}})(?=[A-Z][a-z]+[\s,]|["“][A-Z])
        )
    )
    """


def _compile(mark: str, *, misread: bool) -> re.Pattern[str]:
    closing, opening = (f"(?:{_CLOSING}|{MISREAD_CLOSING})*", f"(?:{_OPENING}|{MISREAD_OPENING})*") if misread else (f"{_CLOSING}*", f"{_OPENING}*")
    return re.compile(_END_PATTERN.replace("MARK", mark).replace("CLOSING", closing).replace("OPENING", opening), re.VERBOSE)


_END = _compile("[.!?…:]", misread=False)
_END_LATIN = _compile("[.!?:]", misread=False)  # three times as fast where there is no ellipsis
_END_MISREAD = _compile("[.!?…:]", misread=True)
_SUFFIX = re.compile(r"(?:Inc|Corp|Ltd|LLC|Group)\b")
_EXCLAIMED = frozenset(words("names_with_exclamation"))
_SMALL_NAME = re.compile(
    r"(?!(?:and|or|but|nor|which|who|that|it|he|she|they|we|you|as|when|where)\b)"
    rf"(?:[a-z]\w*(?:(?<=[a-z])[A-Z]|\d)\w*|[a-z]\w+(?:[’']s\s|\s+\(|,?\s+(?:also\s+)?(?:{alternatives('finite_verbs')})\b))"
)
_BEFORE_SMALL_NAME = re.compile(r"(?:[a-z]{4}|[\d%)\]])$")
_ENDING = frozenset(("Com", "Net", "Org", "Io", "Ai", "Co", "Edu", "Gov", "Tv", "Biz", "Info"))  # of web addresses
_ADDRESS_BEFORE = re.compile(r"(?:@\w+|(?:[\w.+-]+@|(?:https?://)?www\.)[\w.-]+\.(?:com|org|net|gov|edu|ca|io))\.?$")
LEADING_IN = frozenset(  # words before the colon of a lead-in
    ("include", "includes", "including", "are", "follows", "following", "to", "as", "on", "by", "provide", "provides", "shows", "features", "below")
)
_NUMBER = re.compile(r"(?:(?<=[.!?])|(?<=[.!?][\"”]))(?:\d{1,2}|\(\d{1,2}\)|\[(?:\d{1,2}|[ivx]{1,4})\])$")
_PATH = re.compile(r"\.\w+/")  # of an address without its scheme
_ANNOUNCING = re.compile(r"\b(?:follow(?:s|ing)|includ(?:e|es|ing)|these|several|two|three|four|five|six|seven|eight|nine|ten)\b")
_WORD = re.compile(r"[A-Z][\w’']*")


def find_ends(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return where sentences end inside `text[start:end]` and where the next ones begin; the last end is left out."""
    found: list[tuple[int, int]] = []
    sentence = start
    pattern: re.Pattern[str] | None = None
    opened, counted = 0, start  # straight quotation marks up to `counted`: an odd number of them leaves one open
    resume = start
    for stop in find_stops(text, start, end):
        if isinstance(stop, tuple):  # an end for certain
            found.append(stop)
            sentence = resume = stop[1]
            continue
        pattern = pattern or _choose_pattern(text, start, end)
        match = pattern.match(text, stop, end) if stop >= resume else None
        if match is None:
            continue
        resume = match.end()
        if match["glued"] is None:
            if _is_end(text, sentence, match):
                sentence = find_note(text, sentence, match.start("blank")) or match.end()
                found.append((min(sentence, match.start("blank")), sentence))
            continue
        if match["note"]:
            if text[match.end()] != '"' or text.count('"', counted, match.start()) % 2 == opened % 2:
                sentence = find_note(text, sentence, match.end()) or match.end()
                found.append((sentence, sentence))
            continue
        cut = match.end()
        straight = '"' in (match["glued"], text[cut : cut + 1])
        if straight:
            opened, counted = opened + text.count('"', counted, match.start()), match.start()
            cut = match.start() + 1 + opened % 2
        if (match["glued"] == '"' or not straight or opened % 2 == 0) and _is_glued_end(text, sentence, match.start(), cut):
            found.append((cut, cut))
            sentence = cut
    return found


def _choose_pattern(text: str, start: int, end: int) -> re.Pattern[str]:
    if text.find(MISREAD_SIGN, start, end) >= 0:
        return _END_MISREAD
    return _END if text.find("…", start, end) >= 0 else _END_LATIN


def find_note(text: str, sentence: int, end: int) -> int:
    """Return the place of the number of a footnote that begins right before `end`, 0 where that number is a reference to a footnote.

    Text that ends with "oats.2" or "oats.(2)" refers to a note, unless that was done before or the first note comes right before it.
    """
    found = _NUMBER.search(text, max(sentence, end - LONGEST_NUMBER), end)
    if found is None or found.start() * 2 < len(text):  # notes are in the second half
        return 0
    start, number = found.start(), found.group()
    floor = max(0, start - NOTE_REACH)
    if text.startswith((" Source:", "Source:"), end):
        return start
    if not number.isdecimal():
        return start if text.find(number, floor, start) >= 0 else 0
    before = str(int(number) - 1)
    follows = text.startswith(before, sentence) and (text[sentence + len(before)].isspace() or text[sentence + len(before)].isupper())
    return start if follows or _compile_reference(number).search(text, floor, start) is not None else 0


@cache
def _compile_reference(number: str) -> re.Pattern[str]:
    return re.compile(rf"(?<=[a-z.,”\"%)®™])(?<!\d[.,]){number}(?=[\s.,;:])")


def ends_at(text: str, start: int, place: int, following: int) -> bool:
    """Return whether a sentence that begins at `start` ends right before `place`, the next one beginning at `following`."""
    return any(cut == place for cut, _ in find_ends(text, start, following + 1))


def _is_end(text: str, sentence: int, match: re.Match[str]) -> bool:
    mark = match.start()
    following = match.end()
    closing_start, closing_end = match.span("closing")
    marks = text[mark:closing_start]
    closed = closing_end > closing_start
    if marks == "!" and (_SUFFIX.match(text, following) or _is_exclaimed_name(text, sentence, mark)):
        return False
    if match["first"].islower() and not _is_small_start(text, mark, match.start("first"), marks):
        return False
    if marks == "." and not is_full_stop(text, sentence, mark, following, closed=closed):
        return False
    if text[mark - 1 : mark] == "[":  # "[...]"
        return False
    if marks in ("...", "…") and not closed and (not text[following : following + 1].isupper() or text[mark - 1 : mark].isspace()):
        return False
    return not _stands_in_brackets(text, sentence, mark, following)


def _stands_in_brackets(text: str, sentence: int, mark: int, following: int) -> bool:
    opened = text.rfind("(", max(sentence, mark - LONGEST_PARENTHESIS), mark)
    if opened < 0 or text.find(")", opened, following) >= 0:
        return False
    return text.find(")", following, opened + LONGEST_PARENTHESIS) >= 0


def _is_exclaimed_name(text: str, sentence: int, mark: int) -> bool:
    """Return whether an exclamation mark belongs to a name like "Yahoo!"."""
    words_before = text[max(sentence, mark - 20) : mark].split()
    return bool(words_before) and words_before[-1] in _EXCLAIMED


def _is_small_start(text: str, mark: int, following: int, marks: str) -> bool:
    """Return whether a small letter begins a sentence: that of an address, or of a name that is written so ("atai intends")."""
    if text.startswith(("www.", "http"), following):
        return True
    if marks not in (".", "!", "?") or not _BEFORE_SMALL_NAME.search(text, max(0, mark - 4), mark):
        return False
    return _SMALL_NAME.match(text, following) is not None


def _is_glued_end(text: str, sentence: int, start: int, end: int) -> bool:
    """Return whether two sentences lost the blank between them, rather than a web address or a name with a full stop inside."""
    floor, ceiling = max(0, start - LONGEST_CHUNK), end + LONGEST_CHUNK
    left = max(text.rfind(" ", floor, start), text.rfind("\n", floor, start), floor - 1) + 1
    right = text.find(" ", end, ceiling)
    chunk = text[left : right if right > 0 else ceiling]
    if ("@" in chunk or "www" in chunk or ("/" in chunk and ("://" in chunk or _PATH.search(chunk)))) and not _ADDRESS_BEFORE.match(text, left, end):
        return False
    if "@" not in chunk and "www" not in chunk and chunk.count(".") + chunk.count("?") > 2:
        return False
    if text[start] == ":":  # a lead-in whose list or table was lost; "Contact:Jane Roe" is none
        last = text[left:start]
        if last == "re" or text.count(" ", sentence, start) < FEWEST_BEFORE_COLON:  # "the re:Grow fair"
            return False
        if text[end] in '“"':
            return last in LEADING_IN or _ANNOUNCING.search(text, max(sentence, start - LEAD_IN_REACH), start) is not None
        return last[0].islower()
    if text[start - 1].isalpha() and text.count(text[left : end + SHORTEST_NAME], max(0, left - NAME_REACH), left + NAME_REACH) > 1:
        return False  # "Harlow.Market" again and again: a name
    if left <= sentence:  # "Harlow.Com Inc. said": one word is no sentence
        return False
    word = _WORD.match(text, end)
    if word is None:
        return True
    if text.startswith((", and ", ", or "), word.end()) or (word.group().capitalize() in _ENDING and text[start - 1].isalpha()):
        return False
    before = text[left:start]
    if before.isupper() and before.isalpha() and len(before) >= SHORTEST_CAPITALS and len(word.group()) >= SHORTEST_CAPITALS:
        return True
    opens = word.group() in OPENERS or next_opens(text, end)
    return opens or not text[left].isupper() or "$" in before or ("." not in before and next_is_clause(text, end))  # "J.P.Tarn said"
