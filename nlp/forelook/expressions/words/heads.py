"""Heads: the letters with which the words begin that a pattern may match at.

In: a parsed pattern for folded text. Out: its heads, each a beginning of words or a whole word, or a whole word and the beginning of the next one; and
an index of many patterns by theirs, which says for a word, by a look at its letters, which of them can match there at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from re import _constants as _op  # type: ignore[attr-defined]
from typing import Any, NamedTuple

LONGEST = 12  # letters of the first word
LONGEST_NEXT = 2  # of the next one
_ALPHABET = frozenset("abcdefghijklmnopqrstuvwxyz0123456789&")  # of words; "s&p" is one
_FEW = 2  # times that one item repeats, each told apart
_MOST_LETTERS = 10  # in a class of characters that is told apart by each of them
_MOST_HEADS = 100  # that go on; more end, since years with all that may follow them would make thousands


class Head(NamedTuple):
    """The letters of a word that a match begins with."""

    letters: str  # with a blank between two words
    end: str = ""  # "" while it goes on; "*" where any letters may follow; "|" where no letter does


_Heads = frozenset[Head]


class HeadIndex:
    """Which of several patterns a word may begin."""

    def __init__(self, patterns: Iterable[_Heads]) -> None:
        self._beginnings: dict[str, list[tuple[int, str]]] = {}  # for the first word's letters the patterns' numbers, each with the next word's
        self._whole: dict[str, list[tuple[int, str]]] = {}
        for number, heads in enumerate(patterns):
            for head in heads:
                first, blank, second = head.letters.partition(" ")
                (self._whole if blank or head.end == "|" else self._beginnings).setdefault(first, []).append((number, second))

    def find(self, word: str) -> list[tuple[int, tuple[str, ...]]]:
        """Return the numbers of the patterns that may match where a word begins, in order, each with what the next word must begin with."""
        found: dict[int, set[str]] = {}
        for length in range(min(len(word), LONGEST) + 1):
            letters = word[:length]
            entries = self._beginnings.get(letters, [])
            if length == len(word) or not word[length].isalpha():
                entries = entries + self._whole.get(letters, [])
            for number, second in entries:
                found.setdefault(number, set()).add(second)
        return [(number, ("",) if "" in found[number] else tuple(sorted(found[number]))) for number in sorted(found)]


def find_pairs(parsed: Any) -> _Heads:
    """Return the heads of a parsed pattern with those of the next word where they are told; the empty one where any word may begin a match."""
    return frozenset(Head(letters, end or "*") for letters, end in _walk(parsed, frozenset({Head("")})))


def first_heads(pairs: _Heads) -> _Heads:
    """Return the heads of the first words alone."""
    return frozenset(Head(letters.partition(" ")[0], "|") if " " in letters else Head(letters, end) for letters, end in pairs)


def _walk(items: Any, heads: _Heads) -> _Heads:
    """Return the heads after a sequence of parsed items, given those before it."""
    parts, place = items.data, 0  # which a loop over the items themselves would ask for one by one
    while place < len(parts) and (going := frozenset(head for head in heads if not head.end)):
        code, value = parts[place]
        letters = _read_letters(parts, place)
        heads = (heads - going) | (_add(going, letters) if letters else _step(code, value, going))
        place += max(len(letters), 1)
    return heads


def _read_letters(parts: list[tuple[Any, Any]], place: int) -> str:
    """Return the letters of words that stand one after another from a place on."""
    end = place
    while end < len(parts) and parts[end][0] is _op.LITERAL and chr(parts[end][1]) in _ALPHABET:
        end += 1
    return "".join(chr(value) for _, value in parts[place:end])


def _step(code: Any, value: Any, heads: _Heads) -> _Heads:
    """Return the heads after one parsed item."""
    if code is _op.LITERAL:
        return _add(heads, chr(value))
    if code is _op.IN:
        letters = _letters(value)
        if len(letters) * len(heads) > _MOST_HEADS:
            return _end(heads, "*")
        if letters:
            return frozenset(head for letter in letters for head in _add(heads, letter))
        return _part(heads) if _parts(value) else _end(heads, "*")
    if code is _op.BRANCH:
        return frozenset(head for branch in value[1] for head in _walk(branch, heads))
    if code is _op.SUBPATTERN:
        return _walk(value[3], heads)
    if code in (_op.MAX_REPEAT, _op.MIN_REPEAT):
        least, most, items = value
        walked, none = _walk(items, heads), heads if least == 0 else frozenset()
        if most == _FEW and items[0][0] in (_op.IN, _op.LITERAL):
            return none | _walk(items, walked) | (walked if least < most else frozenset())
        return none | (walked if most == 1 or _only_parts(items) else _end(walked, "*"))
    if code in (_op.ASSERT, _op.ASSERT_NOT):
        return _end(heads, "|") if code is _op.ASSERT_NOT and value[0] > 0 and list(value[1]) == _NO_LETTER else heads
    if code is _op.AT:
        return _end(heads, "|") if value in _WORD_ENDS else heads
    return _end(heads, "*")


_WORD_ENDS = (_op.AT_BOUNDARY, _op.AT_END, _op.AT_END_STRING)
_NO_LETTER = [
    (
        _op.IN,
        [(_op.NEGATE, None), (_op.CATEGORY, _op.CATEGORY_NOT_WORD), (_op.CATEGORY, _op.CATEGORY_DIGIT), (_op.LITERAL, ord("_")), (_op.LITERAL, ord("&"))],
    )
]
r"""What the `[^\W\d_&]` is parsed to that no match may be followed by."""


def _add(heads: _Heads, letters: str) -> _Heads:
    """Return the heads with the letters of a word, or with one sign that stands between words."""
    if letters not in _ALPHABET and len(letters) == 1:
        return _part(heads)
    if len(heads) > _MOST_HEADS:
        return _end(frozenset(Head(before + letters[0]) for before, _ in heads), "*")
    return frozenset(_spell(before, letters) for before, _ in heads)


def _spell(before: str, letters: str) -> Head:
    """Return a head with letters added, as many as are told apart."""
    first, blank, following = before.partition(" ")
    room = LONGEST_NEXT - len(following) if blank else LONGEST - len(first)
    return Head(before + letters[:room], "*" if len(letters) >= room else "")


def _part(heads: _Heads) -> _Heads:
    """Return the heads after what stands between words: a word is whole, and the next one begins; what stands before the first word changes nothing."""
    return frozenset(
        head if head.end or not head.letters or head.letters.endswith(" ") else Head(head.letters, "|") if " " in head.letters else Head(head.letters + " ")
        for head in heads
    )


def _end(heads: _Heads, end: str) -> _Heads:
    """Return the heads with those ended that go on."""
    return frozenset(head if head.end or (end == "|" and not head.letters) else Head(head.letters, end) for head in heads)


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


def _only_parts(items: Any) -> bool:
    """Return whether an item that repeats is only what stands between words."""
    code, value = items[0]
    return len(items) == 1 and (_parts(value) if code is _op.IN else code is _op.LITERAL and chr(value) not in _ALPHABET)


def _parts(members: Any) -> bool:
    """Return whether a class holds only what stands between words, blanks and signs."""
    return all(
        chr(value) not in _ALPHABET if code is _op.LITERAL else code is _op.CATEGORY and value in (_op.CATEGORY_SPACE, _op.CATEGORY_NOT_WORD)
        for code, value in members
    )
