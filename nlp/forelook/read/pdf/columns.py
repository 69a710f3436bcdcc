"""The reading order of a page in columns.

In: the lines of a page, each across its whole width. Out: frames, each the lines of one column or of the whole width, in
reading order. A page has columns where a gutter separates lines of prose on both sides; else it is one frame, and what
stands side by side is a table.
"""

from __future__ import annotations

from collections import Counter
from itertools import groupby, pairwise
from typing import NamedTuple

from forelook.read.pdf.lines import PrintedLine, make_lines
from forelook.read.pdf.words import PrintedWord

_GUTTER = 0.8  # ems: the narrowest
_FEWEST_LINES = 5  # on either side
_PROSE_SHARE = 0.25  # of the lines on either side
_PROSE_CHARACTERS = 15  # a line of prose has at least so many, not counting blanks
_WIDTH_SHARE = 0.6  # a line of prose fills this share of its column
_LETTERS_SHARE = 0.7  # and this share of its characters are letters
_SAME_PLACE = 2.0  # points: tolerance for lines that begin at the same place
_SET_APART = 1.8  # ems between baselines
_DEPTH = 3  # levels of columns within columns


class _Band(NamedTuple):
    """A horizontal part of the page: its lines, or the words on either side of a gutter."""

    lines: list[PrintedLine]
    halves: tuple[list[PrintedWord], list[PrintedWord]] | None


def order_pages(pages: list[list[PrintedLine]]) -> list[list[PrintedLine]]:
    """Return the frames of all pages in reading order."""
    gutters = [gutter for lines in pages if (gutter := _find_gutter(lines)) is not None]
    return [frame for lines in pages for frame in _order(lines, gutters[-1] if gutters else None, _DEPTH)]


def _order(lines: list[PrintedLine], gutter: float | None, depth: int) -> list[list[PrintedLine]]:
    """Return the frames of a page in reading order; `gutter` is that of other pages, for a page without one of its own."""
    own = _find_gutter(lines) if depth else None
    gutter = gutter if own is None else own
    if gutter is None:
        return [lines] if lines else []
    frames: list[list[PrintedLine]] = []
    for band in _split(lines, gutter):
        if band.halves is None:
            frames.append(band.lines)
        else:
            for half in band.halves:
                frames += _order(make_lines(half), None, depth - 1)
    return frames


def _find_gutter(lines: list[PrintedLine]) -> float | None:
    """Return where the second column begins, in points, None where there is none."""
    if not lines:
        return None
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    begins: Counter[int] = Counter()
    for line in lines:
        for before, word in pairwise(line.words):
            if word.left - before.right >= _GUTTER * line.size:
                begins[round(word.left / _SAME_PLACE)] += 1
        begins[round(line.left / _SAME_PLACE)] += 1
    inside = [(count, place) for place, count in begins.items() if left + 0.2 * (right - left) < place * _SAME_PLACE < left + 0.8 * (right - left)]
    for count, place in sorted(inside, reverse=True)[:3]:
        gutter = place * _SAME_PLACE - _SAME_PLACE
        if count >= _FEWEST_LINES and any(band.halves and all(map(_are_prose, band.halves)) for band in _split(lines, gutter)):
            return gutter
    return None


def _split(lines: list[PrintedLine], gutter: float) -> list[_Band]:
    """Return the bands of a page: lines that cross the gutter or form no columns, and those that form columns."""
    bands: list[_Band] = []
    for crossing, group in groupby(lines, lambda line: _crosses(line, gutter)):
        band = list(group)
        end = 0 if crossing else len(band) if band[-1] is lines[-1] else _find_end(band, gutter)
        halves = _halve(band[:end], gutter)
        if halves is None:
            end = 0
        else:
            bands.append(_Band([], halves))
        if bands and bands[-1].halves is None:
            bands[-1].lines.extend(band[end:])
        elif band[end:]:
            bands.append(_Band(band[end:], None))
    return bands


def _find_end(lines: list[PrintedLine], gutter: float) -> int:
    """Return how many of `lines` are in columns; a line with space above it, below the end of the second column, is a heading over both columns."""
    last = max((number for number, line in enumerate(lines) if line.right > gutter), default=-1)
    for number in range(last + 1, len(lines)):
        if number and lines[number].base - lines[number - 1].base > _SET_APART * lines[number].size:
            return number
    return len(lines)


def _crosses(line: PrintedLine, gutter: float) -> bool:
    before = [word for word in line.words if word.left < gutter]
    if len(before) == len(line.words):
        return line.right > gutter
    return bool(before) and line.words[len(before)].left - max(word.right for word in before) < _GUTTER * line.size


def _halve(lines: list[PrintedLine], gutter: float) -> tuple[list[PrintedWord], list[PrintedWord]] | None:
    """Return the words on either side of the gutter if those before it are prose and those after it begin at it, else None."""
    words = [word for line in lines for word in line.words]
    halves = [word for word in words if word.left < gutter], [word for word in words if word.left >= gutter]
    first, second = map(make_lines, halves)
    begin = sum(line.left - gutter <= line.size for line in second)
    is_prose = sum(map(_is_prose, first)) >= max(1, _PROSE_SHARE * len(first))
    return halves if is_prose and begin and 2 * begin >= len(second) else None


def _are_prose(words: list[PrintedWord]) -> bool:
    """Return whether enough of the lines of `words` are prose; a column may also hold tables."""
    lines = make_lines(words)
    if len(lines) < _FEWEST_LINES:
        return False
    width = max(line.right for line in lines) - min(line.left for line in lines)
    prose = sum(line.right - line.left >= _WIDTH_SHARE * width and _is_prose(line) for line in lines)
    return prose >= max(_FEWEST_LINES, _PROSE_SHARE * len(lines))


def _is_prose(line: PrintedLine) -> bool:
    text = "".join(word.text for word in line.words)
    return len(text) >= _PROSE_CHARACTERS and sum(map(str.isalpha, text)) >= _LETTERS_SHARE * len(text)
