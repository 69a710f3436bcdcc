"""The footnotes of a page.

In: the lines of a page. Out: the lines of its text, and its notes: small print at the foot of the page that
begins with the number of a note to which the page refers.
"""

from __future__ import annotations

import re

from forelook.read.pdf.lines import PrintedLine, find_notes, write

_SMALLER = 0.95
_NUMBER = re.compile(r"\(?(\d{1,2})\)?[.)]?\s*(?=\S)")


def separate_notes(lines: list[PrintedLine]) -> tuple[list[PrintedLine], list[tuple[str, list[PrintedLine]]]]:
    """Return the lines of the text, and for every note its number and its lines."""
    wanted = {note for line in lines for note in find_notes(line)}
    size = _find_size(lines)
    begin = len(lines)
    while begin > 0 and lines[begin - 1].size <= _SMALLER * size:
        begin -= 1
    notes: list[tuple[str, list[PrintedLine]]] = []
    if not wanted:
        return lines, notes
    for number in range(begin, len(lines)):
        found = _NUMBER.match(write(list(lines[number].words), lines[number]))
        if found and found[1] in wanted:
            notes.append((found[1], [lines[number]]))
        elif notes:
            notes[-1][1].append(lines[number])
        else:
            begin = number + 1
    return lines[:begin], notes


def read_note(number: str, lines: list[PrintedLine]) -> list[str]:
    """Return the text of the lines of a note, with its number in parentheses before the first."""
    first, *others = [write(list(line.words), line) for line in lines]
    return [f"({number}) {_NUMBER.sub('', first, count=1)}", *others]


def _find_size(lines: list[PrintedLine]) -> float:
    """Return the font size of most of the text, in points."""
    letters: dict[float, int] = {}
    for line in lines:
        letters[line.size] = letters.get(line.size, 0) + sum(len(word.text) for word in line.words)
    return max(letters, key=letters.__getitem__) if letters else 0.0
