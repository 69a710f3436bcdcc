"""The words of a folded text that any stage looks for, found in one pass.

In: a folded text. Out: its words (marking.pyx), each with the marks of the patterns that it may begin; a stage then tries its patterns at these
places only, and at none where the text lacks its mark.
"""

from __future__ import annotations

from collections.abc import Callable

from forelook.expressions.words.cues import Cue
from forelook.expressions.words.heads import Head, HeadIndex
from forelook.expressions.words.marking import Marks, Words

__all__ = ["Words", "find_words", "watch", "watch_heads", "watch_words"]
_MOST_MARKS = 64  # bits
_Heads = Callable[[], frozenset[Head]]


class _Interests:
    """What the stages look for, each interest a bit of the marks that words bear."""

    def __init__(self) -> None:
        self.heads: list[_Heads] = []  # the mark of each is the bit of its place
        self.tests: list[tuple[int, Callable[[str], bool]]] = []
        self.table = Marks(self.find)
        self._index: HeadIndex | None = None

    def take(self, heads: _Heads) -> int:
        """Return a new mark, of the words with these heads."""
        if len(self.heads) == _MOST_MARKS:
            raise RuntimeError(f"more than {_MOST_MARKS} marks of words: let patterns that are asked for together share one")
        self.heads.append(heads)
        self._index = None
        self.table.clear()
        return 1 << (len(self.heads) - 1)

    def find(self, word: str) -> int:
        """Return the marks of a word."""
        if self._index is None:
            self._index = HeadIndex(heads() for heads in self.heads)
        return sum(1 << number for number, _ in self._index.find(word)) | sum(mark for mark, is_meant in self.tests if is_meant(word))


_INTERESTS = _Interests()


def watch(*patterns: Cue) -> int:
    """Return the mark that words bear with which one of these patterns may begin."""
    return watch_heads(lambda: frozenset().union(*(pattern.heads for pattern in patterns)))


def watch_heads(heads: _Heads) -> int:
    """Return the mark that words with these heads bear; they are asked for with the first text."""
    return _INTERESTS.take(heads)


def watch_words(is_meant: Callable[[str], bool]) -> int:
    """Return the mark that words bear for which a function says yes."""
    mark = _INTERESTS.take(frozenset)
    _INTERESTS.tests.append((mark, is_meant))
    return mark


def find_words(text: str) -> Words:
    """Return the words of a folded text."""
    return Words(text, _INTERESTS.table)
