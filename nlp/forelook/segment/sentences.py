"""Sentences: the units of a release, cut from its blocks.

In: a text and its blocks. Out: units in order, each a sentence, heading, list item or table (which are tagged), or a
dateline, title, contact or furniture (which are not). Linear in the length of the text.
"""

from __future__ import annotations

import re

from msgspec import Struct

from forelook.segment.layout import CONTACT, FURNITURE, HEADING, LIST_ITEM, PARAGRAPH, TABLE, Block
from forelook.segment.openings import BEFORE_OPENER, HARD, INITIAL, is_about, match_dateline, match_title
from forelook.segment.words import alternatives, words

SENTENCE, DATELINE, TITLE = "sentence", "dateline", "title"
STATEMENT_KINDS = frozenset({SENTENCE, HEADING, LIST_ITEM, TABLE})
META_KINDS = frozenset({DATELINE, TITLE, CONTACT, FURNITURE})

DATELINE_BLOCKS = 40  # a dateline stands among the first blocks of a release
LONGEST_CHUNK = 500  # characters without a blank; a web address is shorter
LONGEST_PARENTHESIS = 300  # characters; a mark inside a longer one is taken for a sentence's end


class Unit(Struct, frozen=True, gc=False):
    """A stretch of text that is cut no further; `block` is the index of the block it stands in."""

    start: int
    end: int
    kind: str
    block: int


_OPENING = "[\"“‘'(\\[«\x91\x93]"
# Every alternative begins behind the mark, so that the engine skips from mark to mark.
_END_PATTERN = rf"""
    MARK
    (?:
        (?<![.!?…]{{2}})[.!?…]*+
        (?P<closing>["”’'»\x92\x94)\]™®*†‡¹²³]*(?:(?<=[A-Za-z%)”"][.!?])\d{{1,2}}(?=\s)|(?:\(\d{{1,2}}\)))?)
        (?P<blank>[\s\u200b]++)
        (?={_OPENING}*[\s\xa0]?(?:[A-Z0-9$€£@#•™]|[a-z]{{1,4}}[A-Z]|www\.|https?:))
      | (?<=[a-z)][a-z)][a-z)][.!?])(?P<glued>["”’]?)(?=[A-Z][a-z]+[\s,’'])
    )
    """
_END = re.compile(_END_PATTERN.replace("MARK", "[.!?…]"), re.VERBOSE)
_END_LATIN = re.compile(_END_PATTERN.replace("MARK", "[.!?]"), re.VERBOSE)  # three times as fast where no ellipsis stands
_LAST_WORD = re.compile(r"[^\s(\[“\"‘/—–]+$")
LONGEST_CAPTION = 300  # characters of a table's caption, company and statement named
_CAPTION = re.compile(r"\((?:[^()]{0,60}\b)?(?:in|of)\s+(?:U\.?S\.?\s+|Canadian\s+)?(?:thousands|millions|billions)\b|\(unaudited[);,]", re.IGNORECASE)
_NUMBERING = re.compile(r"No\.\s*\d")  # "No." is an opener, but not in "U.S. No. 4,812,633"
_NEXT_WORD = re.compile(r"[\"“‘'(\[«]*([^\s,;:.!?\"”)]+)")
_HARD_AT_END = frozenset(("No", "Art", "Man", "Miss", "Mass", "Fig", "Sec", "v"))  # of these, the ones that are words too
_BEFORE_NAME = frozenset(word[:-1] for word in words("abbreviations") if word.endswith("!"))
_OPENERS = frozenset(words("openers"))
_NAME_THEN_VERB = re.compile(rf"(?:[A-Z][\w&’'.®™-]*[,]?\s+(?:(?:of|and|the|de|&)\s+)?){{1,5}}(?:{alternatives('finite_verbs')})\b")
_SUFFIX = re.compile(r"(?:Inc|Corp|Ltd|LLC|Group)\b")
_LETTERED = re.compile(r"\b(?:Series|Class|Appendix|Phase|Part|Exhibit|Schedule|Vitamin|Plan|Tranche|Category|Grade|Group|Hepatitis|Stage|Type)\s+[A-Z]$")
_ITEM = re.compile(r"\b(?:Item|Part|Section|Rule)s?\s+\w{1,4}$")
_NUMBER_NEXT = re.compile(r"[\d(]")


def cut_units(text: str, blocks: list[Block]) -> list[Unit]:
    """Return the units of `text`, in order; every non-blank character of every block stands in exactly one."""
    units: list[Unit] = []
    dateline_found = False
    for index, block in enumerate(blocks):
        if block.end - block.start < LONGEST_CAPTION and text[block.end - 1] == ")" and _CAPTION.search(text, block.start, block.end):
            units.append(Unit(block.start, block.end, TITLE if block.kind in (PARAGRAPH, HEADING) else block.kind, index))
        elif block.kind in (PARAGRAPH, HEADING):
            start = block.start
            if not dateline_found and index < DATELINE_BLOCKS:
                end = match_dateline(text, start, block.end)
                if end:
                    dateline_found = True
                    units.append(Unit(start, _trim(text, start, end), DATELINE, index))
                    start = _skip_blank(text, end, block.end)
                    if start >= block.end:
                        continue
            if block.kind == HEADING and start == block.start and not is_about(text, start, block.end):
                units.append(Unit(start, block.end, HEADING, index))
            else:
                _cut_paragraph(text, start, block.end, index, units)
        else:
            units.append(Unit(block.start, block.end, block.kind, index))
    return units


def _cut_paragraph(text: str, start: int, end: int, index: int, units: list[Unit]) -> None:
    title_end = match_title(text, start, end)
    if title_end:
        units.append(Unit(start, _trim(text, start, title_end), TITLE, index))
        start = _skip_blank(text, title_end, end)
    for cut, resume in find_ends(text, start, end):
        units.append(Unit(start, cut, SENTENCE, index))
        start = resume
    if start < end:
        units.append(Unit(start, end, SENTENCE, index))


def find_ends(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return where sentences end inside `text[start:end]` and where the next ones begin; the last end is left out."""
    found: list[tuple[int, int]] = []
    sentence = start
    pattern = _END if text.find("…", start, end) >= 0 else _END_LATIN
    for match in pattern.finditer(text, start, end):
        if match["glued"] is not None:
            if not _is_glued_end(text, match.start(), match.end()):
                continue
            found.append((match.end(), match.end()))
            sentence = match.end()
        elif _is_end(text, sentence, match):
            found.append((match.start("blank"), match.end()))
            sentence = match.end()
    return found


def _is_end(text: str, sentence: int, match: re.Match[str]) -> bool:
    mark = match.start()
    following = match.end()
    closing_start, closing_end = match.span("closing")
    before = text[max(sentence, mark - 40) : mark]
    marks = text[mark:closing_start]
    if marks == "!" and _SUFFIX.match(text, following):
        return False
    if marks == "." and not _is_full_stop(text, before, following, closed=closing_end > closing_start):
        return False
    if marks in ("...", "…") and closing_start == closing_end:
        return text[following : following + 1].isupper() and not before[-1:].isspace()
    opened = text.rfind("(", max(sentence, mark - LONGEST_PARENTHESIS), mark)
    if opened >= 0 and text.find(")", opened, following) < 0:
        return text.find(")", following, opened + LONGEST_PARENTHESIS) < 0
    return True


def _is_full_stop(text: str, before: str, following: int, *, closed: bool) -> bool:
    """Tell a full stop from the dot of an abbreviation, an initial or a numbered list."""
    if not before or before[-1].isspace():
        return True
    word = before.rsplit(None, 1)[-1]
    if not word.isalnum():
        found = _LAST_WORD.search(word)
        if found is None:
            return True
        word = found.group()
    if closed:
        return word not in HARD
    if word in HARD:
        return word in _HARD_AT_END and not _NUMBER_NEXT.match(text, following) and _next_opens(text, following)
    if word in BEFORE_OPENER:
        if text[following] == "(" or _next_opens(text, following):
            return text[following] != "("
        opens_name = text[following] in '“"' or _NAME_THEN_VERB.match(text, following, following + 120) is not None
        return word in _BEFORE_NAME and opens_name
    if word[-1].isupper() and INITIAL.match(word):
        return _next_opens(text, following) or bool(_LETTERED.search(before))
    if len(word) <= 4 and _ITEM.search(before):
        return _next_opens(text, following)
    if word.isdigit() and len(word) <= 2 and before == word:
        return False
    return not (text[following] == "(" and not text[following + 1 : following + 2].isupper())


def _next_opens(text: str, following: int) -> bool:
    """Tell whether the next word is one that opens sentences."""
    match = _NEXT_WORD.match(text, following)
    return match is not None and match.group(1) in _OPENERS and not _NUMBERING.match(text, following)


def _is_glued_end(text: str, start: int, end: int) -> bool:
    """Tell two sentences that lost the blank between them from a web address or a product's name."""
    floor, ceiling = max(0, start - LONGEST_CHUNK), end + LONGEST_CHUNK
    left = max(text.rfind(" ", floor, start), text.rfind("\n", floor, start), floor - 1) + 1
    right = text.find(" ", end, ceiling)
    chunk = text[left : right if right > 0 else ceiling]
    return "/" not in chunk and "@" not in chunk and "www" not in chunk and chunk.count(".") + chunk.count("?") <= 2


def _skip_blank(text: str, start: int, end: int) -> int:
    while start < end and (text[start].isspace() or text[start] == "\u200b"):
        start += 1
    return start


def _trim(text: str, start: int, end: int) -> int:
    while end > start and (text[end - 1].isspace() or text[end - 1] == "\u200b"):
        end -= 1
    return end
