"""Quotations: what is said in somebody's own words, and who says it.

In: a text and its blocks. Out: utterances in order, each with all its fragments (one a paragraph at most, or several where
an attribution interrupts), its speaker and the cue. Scare quotes, defined terms and titles are passed over.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from forelook.segment.layout import CONTACT, FURNITURE, HEADING, LIST_ITEM, PARAGRAPH, Block
from forelook.segment.quotes.attribution import Fragment, Utterance, find_attribution
from forelook.segment.quotes.letters import find_letters
from forelook.segment.quotes.namebook import NameBook
from forelook.segment.quotes.names import Person
from forelook.segment.sentences import find_ends

__all__ = ["Utterance", "find_quotes"]

FEWEST_WORDS = 4  # a quoted clause; shorter ones are terms, names and scare quotes
LOOK_AHEAD = 6  # paragraphs in which the end of an open quotation is looked for
FARTHEST = 40  # blocks in which it is looked for, page marks among them


_MARKS = ('"', "“", "”", "„", "\x93", "\x94", "``", "''")
_OPENERS = "“„\x93``"
_CLOSERS = "”\x94''"
_TERM_BEFORE = re.compile(
    r"(?:\b(?:the|a|an|and|or|of|as|like|words?|terms?|entitled|titled|called|named|dubbed|caption|captions|captioned|heading|headings|headed|section|sections|under|see|known|is|are|its|our|motto|mission|theme|themed|slogan|tagline|song|film|book|report|study|rated|rating|not|so-called|symbol|ticker)|\()\s*,?\s*$",
    re.IGNORECASE,
)


def find_quotes(text: str, blocks: list[Block]) -> list[Utterance]:
    """Return the utterances of `text`, in the order in which they begin."""
    book = NameBook(text)
    utterances: list[Utterance] = []
    marks = _find_marks(text)
    if marks:
        fragments = _find_fragments(text, blocks, marks)
        utterances = _attribute(text, blocks, fragments, book)
    letters = [
        Utterance(book.resolve(letter.signer) if letter.signer else None, None, [(block.start, block.end) for block in letter.blocks])
        for letter in find_letters(text, blocks)
    ]
    if letters:
        inside = [(u.fragments[0][0], u.fragments[-1][1]) for u in letters]
        utterances = [u for u in utterances if not any(a <= u.fragments[0][0] < b for a, b in inside)] + letters
        utterances.sort(key=lambda u: u.fragments[0][0])
    return utterances


def _find_marks(text: str) -> list[tuple[int, int]]:
    """Return where quotation marks stand, in order; a search a mark is several times faster than one expression for all."""
    places = []
    for mark in _MARKS:
        start = text.find(mark)
        while start >= 0:
            places.append((start, start + len(mark)))
            start = text.find(mark, start + len(mark))
    places.sort()
    return places


def _find_fragments(text: str, blocks: list[Block], marks: list[tuple[int, int]]) -> list[Fragment]:
    """Return every stretch between quotation marks, outermost marks only, cut at the ends of paragraphs."""
    fragments: list[Fragment] = []
    carried = False
    k = 0
    for index, block in enumerate(blocks):
        if block.kind not in (PARAGRAPH, LIST_ITEM, HEADING):
            continue
        first = k = bisect_left(marks, (block.start, 0), k)
        while k < len(marks) and marks[k][1] <= block.end:
            k += 1
        if first == k and not carried:
            continue
        depth, start = (1, block.start) if carried else (0, -1)
        continues = carried
        nested_from = -1
        for mark_start, mark_end in marks[first:k]:
            opens = _opens(text, mark_start, mark_end, block, depth)
            if opens is None:
                continue
            if opens:
                if depth == 0:
                    start = mark_start
                elif mark_start == block.start:
                    start = mark_start
                    continue
                else:
                    nested_from = mark_start
                depth += 1
            elif not depth and fragments and fragments[-1].block == index:
                sentence = find_ends(text, fragments[-1].end, mark_start)
                if sentence:  # the mark that should open the rest of the quotation is missing
                    fragments.append(Fragment(sentence[0][1], mark_end, index, False, False))
            elif depth:
                depth -= 1
                if depth == 0:
                    fragments.append(Fragment(start, mark_end, index, continues, False))
                    continues = False
                    nested_from = -1
        carried = False
        if depth:
            if depth == 1 and nested_from > start and not continues and not _goes_on(text, blocks, index, marks, k):
                closing = marks[k - 1][1] if marks[k - 1][0] > nested_from else block.end
                fragments.append(Fragment(start, nested_from, index, False, False))
                fragments.append(Fragment(nested_from, closing, index, False, False))
                continue
            carried = _goes_on(text, blocks, index, marks, k)
            fragments.append(Fragment(start, block.end, index, continues, carried))
    return fragments


def _opens(text: str, start: int, end: int, block: Block, depth: int) -> bool | None:
    """Tell whether a mark opens or closes; None for one that is no quotation mark, as in 12"."""
    before = text[start - 1] if start > block.start else " "
    after = text[end] if end < block.end else " "
    mark = text[start:end]
    starts_word = (before.isspace() or before in "([—–-/‘'\u200b") and not after.isspace()
    ends_word = not before.isspace() and (after.isspace() or after in ",.;:!?)]—–-'’*" or end == block.end)
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


def _goes_on(text: str, blocks: list[Block], index: int, marks: list[tuple[int, int]], k: int) -> bool:
    """Tell whether a quotation that is open at the end of a paragraph goes on in the next ones."""
    seen = 0
    for following in blocks[index + 1 : index + 1 + FARTHEST]:
        if following.kind in (FURNITURE, CONTACT):
            continue
        if following.kind not in (PARAGRAPH, LIST_ITEM) or seen == LOOK_AHEAD:
            return False
        seen += 1
        k = bisect_left(marks, (following.start, 0), k)
        if k < len(marks) and marks[k][1] <= following.end:
            start, end = marks[k]
            return start == following.start or not _opens(text, start, end, following, 1)
    return False


def _attribute(text: str, blocks: list[Block], fragments: list[Fragment], book: NameBook) -> list[Utterance]:
    """Join fragments to utterances and find their speakers; what nobody says is left out."""
    utterances: list[Utterance] = []
    last_block = -2
    for k, fragment in enumerate(fragments):
        block = blocks[fragment.block]
        floor = fragments[k - 1].end if k and fragments[k - 1].block == fragment.block else block.start
        ceiling = fragments[k + 1].start if k + 1 < len(fragments) and fragments[k + 1].block == fragment.block else block.end
        size = len(text[fragment.start : fragment.end].split())
        previous = utterances[-1] if utterances else None
        speaker, cue = find_attribution(text, blocks, fragment, floor, ceiling, previous)
        if fragment.continues and previous is not None and last_block >= fragment.block - LOOK_AHEAD and _is_same(book, previous.speaker, speaker):
            previous.fragments.append((fragment.start, fragment.end))
            last_block = fragment.block
            continue
        spoken = size >= FEWEST_WORDS or (speaker is not None and size >= 2 and text[fragment.end - 2] in ",.!?")
        if not spoken or _is_term(text, fragment, floor, attributed=speaker is not None):
            continue
        if speaker is not None:
            resolved = book.resolve(speaker) if speaker.name[0].isupper() else speaker
            if previous is not None and previous.speaker is not None and last_block == fragment.block and previous.speaker.name == resolved.name:
                previous.fragments.append((fragment.start, fragment.end))
            else:
                utterances.append(Utterance(resolved, cue, [(fragment.start, fragment.end)]))
        elif previous is not None and previous.speaker is not None and (last_block == fragment.block or _follows_on(blocks, last_block, fragment)):
            previous.fragments.append((fragment.start, fragment.end))
        elif fragment.start == block.start and fragment.end >= block.end - 1 and size >= 8 and text[fragment.end - 2] in ".!?,…":
            utterances.append(Utterance(None, None, [(fragment.start, fragment.end)]))
        else:
            continue
        last_block = fragment.block
    return utterances


def _is_same(book: NameBook, one: Person | None, other: Person | None) -> bool:
    """Tell whether two attributions may name one person; an open quotation that another speaker closes is not one."""
    return one is None or other is None or book.resolve(one).name == book.resolve(other).name


def _follows_on(blocks: list[Block], last_block: int, fragment: Fragment) -> bool:
    """Tell whether a fragment opens the paragraph right behind the one in which somebody spoke."""
    if fragment.start != blocks[fragment.block].start or fragment.block - last_block > FARTHEST:
        return False
    return all(block.kind in (FURNITURE, CONTACT) for block in blocks[last_block + 1 : fragment.block])


def _is_term(text: str, fragment: Fragment, floor: int, *, attributed: bool) -> bool:
    """Tell a defined term, a title or a list of words from speech."""
    content = text[fragment.start + 1 : fragment.end - 1]
    following = text[fragment.end : fragment.end + 1]
    all_words = [word for word in content.split() if word[0].isalpha()]
    capitalised = sum(word[0].isupper() for word in all_words)
    if len(all_words) > 1 and capitalised >= 0.7 * len(all_words) and content[-1:] not in ".!?":
        return not (content.isupper() and attributed)
    if attributed:
        return False
    if following == ")" or _TERM_BEFORE.search(text, max(floor, fragment.start - 30), fragment.start):
        return True
    return content[-1:] not in ".,!?…—–-" and following not in ".,!?"
