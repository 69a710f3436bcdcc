"""Running heads and feet, and page numbers.

In: the lines of every page. Out: the same without them: without lines at the edge of a page that other pages repeat at
the same place, apart from digits, and lines with the number of the page.
"""

from __future__ import annotations

import re
from collections import Counter

from forelook.read.pdf.lines import PrintedLine, cut

_LINES_LOOKED_AT = 4  # from the edge of a page
_SHARE = 0.3  # of the pages repeat a head; left and right pages may have different ones
_SAME_PLACE = 4.0  # points
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(r"\W*(?:(?:page|p\.)\s*)?(\d{1,4})(?:\s*(?:of|/|\|)\s*(\d{1,4}))?\W*", re.IGNORECASE)
_PRINTED = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? \d{1,2}:\d{2}(?:\s?[AP]M)?", re.IGNORECASE)  # when a browser printed the page


def leave_out_heads(pages: list[list[PrintedLine]]) -> list[list[PrintedLine]]:
    """Return the lines of `pages` without running heads, feet and page numbers."""
    heads: Counter[tuple[str, int]] = Counter()
    offsets: Counter[int] = Counter()
    for number, lines in enumerate(pages):
        edges = _find_edges(lines)
        heads.update({_find_keys(line)[0] for line in edges})
        offsets.update({offset for line in edges for offset in _find_offsets(line, number)})
    least = max(2, _SHARE * len(pages))
    counted = {offset for offset, count in offsets.items() if count >= least}

    def is_head(line: PrintedLine, number: int) -> bool:
        if sum(heads[key] for key in _find_keys(line)) >= least or not counted.isdisjoint(_find_offsets(line, number)):
            return True
        return _is_stamped(line, number + 1, len(pages))

    kept: list[list[PrintedLine]] = []
    for number, lines in enumerate(pages):
        first, last = 0, len(lines)
        while first < min(last, _LINES_LOOKED_AT) and is_head(lines[first], number):
            first += 1
        while last > max(first, len(lines) - _LINES_LOOKED_AT) and is_head(lines[last - 1], number):
            last -= 1
        kept.append(lines[first:last])
    return kept


def _find_edges(lines: list[PrintedLine]) -> list[PrintedLine]:
    return lines if len(lines) <= 2 * _LINES_LOOKED_AT else [*lines[:_LINES_LOOKED_AT], *lines[-_LINES_LOOKED_AT:]]


def _find_keys(line: PrintedLine) -> list[tuple[str, int]]:
    """Return the text of a line without digits, with its place, then with the neighbouring places."""
    text = _DIGITS.sub("#", " ".join(piece.text for piece in cut(line))).casefold()
    place = round(line.base / _SAME_PLACE)
    return [(text, place), (text, place - 1), (text, place + 1)]


def _find_offsets(line: PrintedLine, number: int) -> set[int]:
    """Return the differences between the numbers at the ends of a line and the index of its page."""
    pieces = cut(line)
    found = (_NUMBER.fullmatch(pieces[end].text) for end in (0, -1))
    return {int(match[1]) - number for match in found if match}


def _is_stamped(line: PrintedLine, number: int, pages: int) -> bool:
    """Return whether a line says when the page was printed, or which page it is (2/3, or 2 alone on the second)."""
    pieces = [piece.text for piece in cut(line)]
    if _PRINTED.fullmatch(pieces[0]):
        return True
    found = _NUMBER.fullmatch(pieces[-1])
    if found is None or int(found[1]) != number:
        return False
    return int(found[2]) == pages if found[2] else len(pieces) == 1 and number > 1
