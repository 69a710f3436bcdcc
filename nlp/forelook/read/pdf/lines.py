"""The lines of a page, and the pieces between wide gaps in them.

In: words with their places. Out: `PrintedLine`s from the top down, each with its words from left to right; raised and lowered
words (notes, ordinals) are in the line that they belong to.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from forelook.read.pdf.words import PrintedWord

# Sizes are ems.
_SAME_BASE = 0.3  # between baselines of words in one line
_RAISED = 0.65  # a raised word is less than this above its line; lines are at least 1 apart
_NOTE_SIZE, _NOTE_RISE = 0.9, 0.15  # a note is smaller than its line, and raised
_BLANK = 0.12  # the narrowest gap between words
_WIDE, _WIDER = 0.9, 1.5  # gaps between columns: the first suffices where other gaps of the line are much narrower
_MUCH = 2.5
_NARROW = 0.4  # the same within a table whose columns are known
_NOTE = re.compile(r"\(?(\d{1,2})\)?")


class PrintedLine(NamedTuple):
    """A line of text: its words, its left and right ends, its baseline (down the page) and the size of most of its text, in points."""

    words: tuple[PrintedWord, ...]
    left: float
    right: float
    base: float
    size: float


class TextRun(NamedTuple):
    """A part of a line between wide gaps, such as the cell of a table."""

    text: str
    left: float
    right: float


def make_lines(words: list[PrintedWord]) -> list[PrintedLine]:
    """Return the lines that `words` form, from the top down."""
    groups: list[list[PrintedWord]] = []
    for word in sorted(words, key=lambda word: (word.base, word.left)):
        if groups and word.base - groups[-1][0].base <= _SAME_BASE * max(word.size, groups[-1][0].size):
            groups[-1].append(word)
        else:
            groups.append([word])
    lines: list[PrintedLine] = []
    for group in groups:
        line = _make_line(group)
        if lines and line.base - lines[-1].base < _RAISED * max(line.size, lines[-1].size) and not _overlap(lines[-1], line):
            line = _make_line([*lines.pop().words, *group])
        lines.append(line)
    return lines


def cut(line: PrintedLine, gutters: list[tuple[float, float]] | None = None) -> list[TextRun]:
    """Return the pieces of `line`, at least one; in a row of a table, narrower gaps also separate pieces at the `gutters` between columns."""
    gaps = [after.left - before.right for before, after in pairwise(line.words)]
    least = min((gap for gap in gaps if gap > _BLANK * line.size), default=0.0)
    limit = min(_WIDER, max(_WIDE, _MUCH * least / line.size)) * line.size
    groups = [[line.words[0]]]
    for before, word in pairwise(line.words):
        gap = word.left - before.right
        if gap > limit or (gutters and gap > _NARROW * line.size and _spans(before.right, word.left, gutters)):
            groups.append([word])
        else:
            groups[-1].append(word)
    return [TextRun(write(group, line), group[0].left, group[-1].right) for group in groups]


def _spans(left: float, right: float, gutters: list[tuple[float, float]]) -> bool:
    return any(max(left, begin) < min(right, end) for begin, end in gutters)


def write(words: list[PrintedWord], line: PrintedLine) -> str:
    """Return the text of some words of `line`: gaps become blanks, and numbers of notes are put in parentheses."""
    pieces = [words[0].text]
    for before, word in pairwise(words):
        note = _find_note(word, line)
        if note:
            # "$5.31 (1)" is not a figure of "$5.31(1)".
            pieces.append(f"{' ' if before.text[-1].isdigit() else ''}({note})")
            continue
        gap = word.left - before.right
        pieces.append(f" {word.text}" if gap > _BLANK * min(word.size, before.size) or (word.spaced and gap > 0) else word.text)
    return "".join(pieces)


def find_notes(line: PrintedLine) -> set[str]:
    """Return the numbers of the notes that `line` refers to."""
    return {note for word in line.words[1:] if (note := _find_note(word, line))}


def _find_note(word: PrintedWord, line: PrintedLine) -> str:
    if word.size > _NOTE_SIZE * line.size or line.base - word.base < _NOTE_RISE * line.size:
        return ""
    found = _NOTE.fullmatch(word.text)
    return found[1] if found else ""


def _make_line(words: list[PrintedWord]) -> PrintedLine:
    words = sorted(words, key=lambda word: word.left)
    letters: dict[tuple[float, float], int] = {}
    for word in words:
        place = (round(word.size, 1), word.base)
        letters[place] = letters.get(place, 0) + len(word.text)
    size, base = max(letters, key=letters.__getitem__)
    return PrintedLine(tuple(words), words[0].left, max(word.right for word in words), base, size)


def _overlap(one: PrintedLine, other: PrintedLine) -> bool:
    """Return whether a word of one line is above a word of the other."""
    words = sorted((*one.words, *other.words), key=lambda word: word.left)
    return any(after.left < before.right - _BLANK * before.size for before, after in pairwise(words))
