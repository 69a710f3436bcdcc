"""Cues: word patterns for folded text, with the letters that they may begin with.

In: patterns as written, with capitals where words bear them. Out: Cues that look at folded text only, which Python's engine tries three to six
times as quickly as patterns that ignore case, and that say by a look at a text's words (words.py) whether they can match there at all.
"""

from __future__ import annotations

import re
from functools import cache, cached_property
from re import _constants as _op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

LONGEST_HEAD = 4
_CAPITALS = re.compile(r"\\.|\(\?P[<=]\w+|[A-Z]+", re.DOTALL)
_MOST_LETTERS = 10  # in a class of characters that is told apart by each of them
_Heads = frozenset[tuple[str, bool]]  # a head, and whether it is complete


class Cue:
    """A compiled pattern for folded text; its methods are those of the pattern."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = re.compile(_CAPITALS.sub(lambda match: match.group() if match.group()[0] in "\\(" else match.group().lower(), pattern), flags)
        self.search, self.match, self.fullmatch = self.pattern.search, self.pattern.match, self.pattern.fullmatch
        self.finditer, self.findall, self.split = self.pattern.finditer, self.pattern.findall, self.pattern.split

    @cached_property
    def heads(self) -> frozenset[str]:
        """The beginnings, of up to LONGEST_HEAD letters, of the words that a match may begin with; the empty one where any may."""
        parsed = _parser.parse(self.pattern.pattern, self.pattern.flags)
        return frozenset(head for head, _ in _walk(parsed, frozenset({("", False)})))


@cache
def cue(pattern: str, flags: int = 0) -> Cue:
    """Return the Cue of a pattern: its capitals are folded, those of escapes and names of groups stay."""
    return Cue(pattern, flags)


def fold(text: str) -> str:
    """Return `text` in lower case, of the same length: a letter whose small form is longer stays as it is."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


def _walk(items: Any, heads: _Heads) -> _Heads:
    """Return the heads after a sequence of parsed items, given those before it."""
    for code, value in items:
        going = frozenset(head for head in heads if not head[1])
        if not going:
            break
        heads = (heads - going) | _step(code, value, going)
    return heads


def _step(code: Any, value: Any, heads: _Heads) -> _Heads:
    """Return the heads after one parsed item."""
    if code is _op.LITERAL:
        return _add(heads, chr(value))
    if code is _op.IN and (letters := _letters(value)):
        return frozenset(head for letter in letters for head in _add(heads, letter))
    if code is _op.BRANCH:
        return frozenset(head for branch in value[1] for head in _walk(branch, heads))
    if code is _op.SUBPATTERN:
        return _walk(value[3], heads)
    if code in (_op.MAX_REPEAT, _op.MIN_REPEAT):
        least, most, items = value
        walked = _walk(items, heads)
        return (heads if least == 0 else frozenset()) | (walked if most == 1 else _end(walked))
    if code in (_op.ASSERT, _op.ASSERT_NOT):
        return heads
    if code is _op.AT:
        return frozenset((head, head != "") for head, _ in heads)
    return _end(heads)


def _add(heads: _Heads, letter: str) -> _Heads:
    if not letter.isalnum() and letter != "&":  # "s&p" is a word
        return _end(heads)
    return frozenset((head + letter, len(head) + 1 == LONGEST_HEAD) for head, _ in heads)


def _end(heads: _Heads) -> _Heads:
    return frozenset((head, True) for head, _ in heads)


def _letters(members: Any) -> list[str]:
    """Return the characters of a class, none where it is open or wide."""
    letters: list[str] = []
    for code, value in members:
        if code is _op.LITERAL:
            letters.append(chr(value))
        elif code is _op.CATEGORY and value is _op.CATEGORY_DIGIT:
            letters += "0123456789"
        elif code is _op.RANGE and value[1] - value[0] < _MOST_LETTERS:
            letters += map(chr, range(value[0], value[1] + 1))
        else:
            return []
    return letters
