"""Joins lines into running text, and removes the hyphens of words split at their ends.

In: the lines of one paragraph, and the words of the whole text. Out: one string. A hyphen is removed where the joined word
occurs elsewhere in the text or in a word list, or where it joins lower-case letters; it stays where the compound occurs
elsewhere with it, where the compound has further parts (mid-single-digit, year-over-year), or where both halves are words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from forelook.data_files import read_entries

_HYPHENS = "-\u00ad"
_SPLIT_WORD = re.compile(rf"(?<![\w-])((?:\w+-)*)(\w+)[{_HYPHENS}]\Z")
_REST = re.compile(r"(\w+)((?:-\w+)*)")
_DASH = re.compile(r"[^\s-](?:--|—|/)\Z")  # a line may end after a dash without blanks around it
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_LONGEST_WORD = 80


@cache
def _read_words() -> frozenset[str]:
    return frozenset(read_entries("read", "words"))


class WordsOfText:
    """The words and compounds of a text, except those split at line ends, and a list of common words."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._compounds = {found[0].casefold() for line in lines for found in _find_whole(line)}
        self._words = {part for compound in self._compounds for part in compound.split("-")} | self._compounds | _read_words()

    def keeps_hyphen(self, before: re.Match[str], after: re.Match[str]) -> bool:
        """Return whether the hyphen between the matched end of one line and the matched beginning of the next belongs to the word."""
        first, second = before[2].casefold(), after[1].casefold()
        if f"{first}-{second}" in self._compounds:
            return True
        if len(first) > 1 and first + second in self._words:
            return False
        has_more = after[2] or (before[1] and second in before[1].casefold().split("-"))
        if has_more or len(first) == 1 or not (before[2] + after[1]).isalpha():
            return True
        return not (before[2] + after[1]).islower() or (first in self._words and second in self._words)


def join_lines(lines: list[str], vocabulary: WordsOfText) -> str:
    """Return the text of lines that are one paragraph."""
    pieces = [lines[0]]
    for line in lines[1:]:
        before, after = _SPLIT_WORD.search(pieces[-1][-_LONGEST_WORD:]), _REST.match(line[:_LONGEST_WORD])
        if before and after:
            if pieces[-1].endswith("\u00ad") or not vocabulary.keeps_hyphen(before, after):
                pieces[-1] = pieces[-1][:-1]
        elif not _DASH.search(pieces[-1]):
            pieces.append(" ")
        pieces.append(line)
    return "".join(pieces).replace("\u00ad", "")


def _find_whole(line: str) -> Iterator[re.Match[str]]:
    for found in _WORD.finditer(line):
        if found.start() > 0 and (found.end() < len(line) - 1 or line[-1] not in _HYPHENS):
            yield found
