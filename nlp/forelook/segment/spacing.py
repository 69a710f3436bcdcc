"""Spacing: text in which every printed line has a blank line after it, or is a paragraph of its own.

In: the lines of a text. Out: the same lines, of which those that only such spacing sets apart have no gap before them.
"""

from __future__ import annotations

from collections import Counter

from msgspec.structs import replace

from forelook.segment.lines import Line

SHORTEST_PRINTED = 35  # characters; a shorter line is no full line of a printed page
FEWEST = 2  # sentences that go on after a blank line before the spacing is believed
PAGE_GAP = 100  # as scan.pyx counts a page break


def close_gaps(text: str, lines: list[Line]) -> list[Line]:
    """Return `lines`, with the usual gap taken away where sentences go on over blank lines throughout the text."""
    gaps: Counter[int] = Counter()
    for k in [k for k, line in enumerate(lines) if k and text[line.start].islower()]:
        before, line = lines[k - 1], lines[k]
        if line.role == before.role == "text" and before.end - before.start >= SHORTEST_PRINTED:
            last = text[before.end - 1]
            gaps[line.gap] += last.isalnum() or last == ","
    if not gaps:
        return lines
    wrapped = gaps.pop(0, 0)
    gaps.pop(PAGE_GAP, 0)
    if gaps.total() < FEWEST or gaps.total() < 2 * wrapped:
        return lines
    usual = gaps.most_common(1)[0][0]
    return [replace(line, gap=0) if 0 < line.gap <= usual else line for line in lines]
