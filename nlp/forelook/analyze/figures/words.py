"""The words of a folded text that any stage looks for, found in one pass.

In: a folded text. Out: those of its words that some watched pattern may begin with, in order, each with the marks of those patterns; a
stage then tries its patterns at these places only, and at none where the text lacks its mark.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import lru_cache, reduce
from operator import or_

from forelook.analyze.figures.cues import Cue
from forelook.analyze.figures.heads import HeadIndex

_BLANKS = bytes(code if chr(code) in "abcdefghijklmnopqrstuvwxyz0123456789&" else 32 for code in range(256))
"""What turns all but letters, digits and ampersands into blanks."""
_WATCHES: list[Callable[[str], bool]] = []  # the mark of each is the bit of its place
Word = tuple[int, str, int]
"""Where a word begins, the word, and its marks."""


def watch(begins: Cue | Callable[[str], bool]) -> int:
    """Return the mark that words bear with which a pattern may begin, or for which a function says yes."""
    _WATCHES.append(_beginner(begins) if isinstance(begins, Cue) else begins)
    _marks.cache_clear()
    return 1 << (len(_WATCHES) - 1)


def _beginner(pattern: Cue) -> Callable[[str], bool]:
    index = HeadIndex([pattern.heads])
    return lambda word: bool(index.find(word))


@lru_cache(16384)
def _marks(word: bytes) -> int:
    """Return the marks of a word."""
    return sum(1 << number for number, begins in enumerate(_WATCHES) if begins(word.decode()))


class Words:
    """A folded text and the words in it that are watched: runs of letters and digits, "s&p" and "sg&a" among them."""

    __slots__ = ("_blanked", "_found", "marks", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._blanked = text.encode("ascii", "replace").translate(_BLANKS)
        self.marks: int = reduce(or_, map(_marks, self._blanked.split()), 0)
        self._found: list[Word] | None = None

    @property
    def found(self) -> list[Word]:
        """The watched words in order."""
        if self._found is None:
            self._found = []
            end = 0
            for word in self._blanked.split():
                start = self._blanked.find(word, end)
                end = start + len(word)
                if marks := _marks(word):
                    self._found.append((start, self.text[start:end], marks))
        return self._found

    def before(self, place: int) -> Iterator[Word]:
        """Return the watched words that begin before a place, from the last one back."""
        for number in range(bisect_left(self.found, (place,)) - 1, -1, -1):
            yield self.found[number]
