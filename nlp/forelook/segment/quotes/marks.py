"""Quotation marks: where they are, which of them open and which close.

In: a text and its blocks. Out: fragments, each the stretch of one paragraph between two marks, which it includes. A mark that was lost,
typed the wrong way round or put on a line of its own costs no more than its own quotation.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from msgspec import Struct

from forelook.characters import is_blank
from forelook.segment.ends import find_ends
from forelook.segment.layout import ARTIFACT, CONTACT, HEADING, LIST_ITEM, PARAGRAPH, Block
from forelook.segment.quotes.names import NICKNAME
from forelook.segment.quoting import find_double_marks
from forelook.spans import Span

LOOK_AHEAD = 6  # paragraphs in which the end of an open quotation is looked for
FARTHEST = 40  # blocks in which it is looked for, page marks among them


class QuotedSpan(Struct, frozen=True, gc=False):
    """A stretch of one paragraph between quotation marks, which it includes."""

    start: int
    end: int
    block: int
    continues: bool = False  # the quotation was open when its paragraph began
    guessed: bool = False  # the mark that should open it is missing


_OPENERS = ("“", "„", "\x93", "``", "«", "‘")
_CLOSERS = ("”", "\x94", "''", "»", "’")
_GLUED_CUE = re.compile(r"(?:said|says|stated|added|commented)\s[A-Z]")
_SINGLE_MARKS = "‘'´`’"  # of a release that has no other marks; every other single mark is an apostrophe
_ACUTE = re.compile(r"(?<=[\s:(])´(?=[A-Z])|(?<=[,.!?])´(?=[\s).,;]|\Z)")
_PROSE = (PARAGRAPH, LIST_ITEM, HEADING)


def find_quoted_spans(text: str, blocks: list[Block]) -> list[QuotedSpan]:
    """Return every stretch between quotation marks, outermost marks only, cut at the ends of paragraphs."""
    marks = _find_marks(text)
    if not marks:
        return []
    fragments: list[QuotedSpan] = []
    starts = [block.start for block in blocks]
    carried = opened = False
    k = following = 0
    while following < len(blocks):
        index = following
        if not carried and not opened:  # on to the block with the next mark
            k = bisect_left(marks, (starts[index], 0), k)
            if k == len(marks):
                break
            index = max(index, bisect_right(starts, marks[k][0], index) - 1)
        block, following = blocks[index], index + 1
        if block.end - block.start <= 2 and _is_mark(marks, block):
            # a mark on a line of its own closes what is open, or opens the next paragraph
            carried, opened = False, not carried and _closes_next(text, blocks, index, marks)
            continue
        if block.kind not in _PROSE:
            continue
        first = k = bisect_left(marks, (block.start, 0), k)
        while k < len(marks) and marks[k][1] <= block.end:
            k += 1
        if first == k and not carried and not opened:
            continue
        carried = _cut_block(text, blocks, index, marks[first:k], fragments, continues=carried, opened=carried or opened) and _goes_on(
            text, blocks, index, marks, k
        )
        opened = False
    return [fragment for fragment in fragments if not _is_nickname(text, fragment.start, fragment.end)]


def _is_mark(marks: list[Span], block: Block) -> bool:
    """Return whether a block is a single quotation mark."""
    k = bisect_left(marks, (block.start, block.end))
    return k < len(marks) and marks[k] == (block.start, block.end)


def _is_nickname(text: str, start: int, end: int) -> bool:
    """Return whether marks hold a name inside a name, as in: Robert "Bud" Hale."""
    if end - start > 18 or not text[start - 1 : start].isspace() or not text[end : end + 1].isspace() or not text[end + 1 : end + 2].isupper():
        return False
    return (
        text[max(0, start - 30) : start].split()[-1:] != []
        and text[max(0, start - 30) : start].rsplit(maxsplit=1)[-1][0].isupper()
        and NICKNAME.fullmatch(text, start, end) is not None
    )


def _find_marks(text: str) -> list[Span]:
    """Return the places of quotation marks, in order."""
    places = find_double_marks(text)
    if "´" in text:
        places += [match.span() for match in _ACUTE.finditer(text)]
    if not places and ("'" in text or "‘" in text or "´" in text):
        places = [(place, place + 1) for mark in _SINGLE_MARKS for place in _find_all(text, mark) if _is_single_mark(text, place)]
    places.sort()
    return places


def _find_all(text: str, mark: str) -> Iterator[int]:
    place = text.find(mark)
    while place >= 0:
        yield place
        place = text.find(mark, place + 1)


def _is_single_mark(text: str, place: int) -> bool:
    """Return whether a mark is a single quotation mark, not an apostrophe: it opens a word with a capital, or closes after a stop."""
    mark, before, after = text[place], text[place - 1 : place], text[place + 1 : place + 2]
    if mark != "’" and (not before or before.isspace() or before == "(") and "A" <= after <= "Z":
        return True
    glued = before != "." and _GLUED_CUE.match(text, place + 1) is not None  # "'We sold it,'said Lena Brandt"
    return mark in "’'´" and before in (",", ".", "!", "?") and (not after or after.isspace() or after in ").,;" or glued)


def _cut_block(text: str, blocks: list[Block], index: int, marks: list[Span], fragments: list[QuotedSpan], *, continues: bool, opened: bool) -> bool:
    """Add the fragments of one block; True when a quotation is open at its end."""
    block = blocks[index]
    depth, start = (1, block.start) if opened else (0, -1)
    nested_from = -1
    for mark_start, mark_end in marks:
        if depth and text[mark_start] == '"' and text[start] in _OPENERS and text[mark_start - 1].isdigit():
            continue  # inches inside curly marks
        opens = _opens(text, mark_start, mark_end, block, depth)
        if opens:
            if depth == 0 or mark_start == block.start:
                start = mark_start
                depth = 1
                continue
            if mark_start - start > 1 or text[mark_end : mark_end + 1] == text[mark_start]:  # else the mark is typed twice
                nested_from = mark_start
                depth += 1
        elif opens is False and depth:
            depth -= 1
            if depth == 0:
                if mark_end - start > 2 or continues:
                    fragments.append(QuotedSpan(start, mark_end, index, continues))
                continues = False
                nested_from = -1
        elif opens is False:
            _guess_opening(text, block, index, mark_start, mark_end, fragments)
    if depth == 1 and nested_from > start and not continues:
        closing = marks[-1][1] if marks[-1][0] > nested_from else block.end
        fragments += [QuotedSpan(start, nested_from, index), QuotedSpan(nested_from, closing, index)]
        return False
    if depth:
        fragments.append(QuotedSpan(start, block.end, index, continues))
    return depth > 0


def _guess_opening(text: str, block: Block, index: int, mark_start: int, mark_end: int, fragments: list[QuotedSpan]) -> None:
    """Add the fragment that a closing mark ends and no mark opens: the rest of a sentence after the last one, or a whole sentence."""
    own = bool(fragments) and fragments[-1].block == index
    ends = find_ends(text, fragments[-1].end if own else block.start, mark_start)
    if own and ends:
        fragments.append(QuotedSpan(ends[0][1], mark_end, index))
    elif not own and text[mark_start - 1 : mark_start] in (",", ".", "!", "?"):
        fragments.append(QuotedSpan(ends[-1][1] if ends else block.start, mark_end, index, guessed=True))


def _opens(text: str, start: int, end: int, block: Block, depth: int) -> bool | None:
    """Return whether a mark opens or closes; None for one that is no quotation mark, as in 12"."""
    mark = text[start:end]
    if mark in (_CLOSERS if depth else _OPENERS):
        return depth == 0
    before = text[start - 1] if start > block.start else " "
    after = text[end] if end < block.end else " "
    starts_word = (is_blank(before) or before in "([—–-/‘'") and not is_blank(after)
    ends_word = not is_blank(before) and (is_blank(after) or after in ",.;:!?)]—–-'’*" or end == block.end)
    if mark in _OPENERS:
        return not (ends_word and not starts_word and depth > 0)
    if mark in _CLOSERS:
        return starts_word and not ends_word and depth == 0
    if before.isdigit() and depth == 0:
        return None
    if starts_word and not ends_word:
        return True
    if ends_word and not starts_word:
        return False
    return depth == 0


def _closes_next(text: str, blocks: list[Block], index: int, marks: list[Span]) -> bool:
    """Return whether the next paragraph has a closing mark that none opens."""
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    if following is None or following.kind not in _PROSE:
        return False
    k = bisect_left(marks, (following.start, 0))
    return k < len(marks) and marks[k][1] <= following.end and marks[k][0] > following.start and _opens(text, *marks[k], following, 1) is False


def _goes_on(text: str, blocks: list[Block], index: int, marks: list[Span], k: int) -> bool:
    """Return whether a quotation that is open at the end of a paragraph goes on in the next ones."""
    seen = 0
    for following in blocks[index + 1 : index + 1 + FARTHEST]:
        k = bisect_left(marks, (following.start, 0), k)
        if following.end - following.start <= 2 and k < len(marks) and marks[k][0] == following.start:
            return True
        if following.kind in (ARTIFACT, CONTACT):
            continue
        if following.kind not in _PROSE or (following.kind == HEADING and following.end - following.start > 60) or seen == LOOK_AHEAD:
            return False
        seen += 1
        if k < len(marks) and marks[k][1] <= following.end:
            start, end = marks[k]
            return start == following.start or _opens(text, start, end, following, 1) is False
        if following.kind == HEADING:
            return False
    return False
