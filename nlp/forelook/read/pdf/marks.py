"""The marks of list items.

In: a line. Out: its mark as displayed, and the text after it. Bullets of symbol fonts, for which the file gives another
character or none, are shown as •.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from forelook.characters import BULLETS, FONT_BULLETS, PRIVATE_USE, SHOWN_MARKS
from forelook.read.pdf.lines import PrintedLine, write

# Ems. A bullet needs no gap; a dash, a number or a letter of a symbol font needs one wider than a blank.
_GAP = 0.4
_WIDE_GAP = 0.55

_BULLET = re.compile(rf"[{re.escape(BULLETS)}{PRIVATE_USE}]")
_DASH = re.compile(r"[–—*·-]|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,5})[.)]")
_LETTER = re.compile(rf"[{re.escape(FONT_BULLETS)}\ufffd]")
_SHOWN = SHOWN_MARKS - {"·"}  # the bullet of the font Symbol


class PrintedMark(NamedTuple):
    """The mark of an item as displayed, its left end (points), and the text after it."""

    text: str
    left: float
    rest: str


def is_bullet(text: str) -> bool:
    """Return whether `text` begins with a character that is always the mark of an item."""
    return _BULLET.match(text) is not None


def find_mark(line: PrintedLine) -> PrintedMark | None:
    """Return the mark of the list item that `line` begins, None where it begins none."""
    first, *others = line.words
    if not others:
        return _split_bullet(first.text, line)
    gap = (others[0].left - first.right) / line.size
    bullet = _BULLET.fullmatch(first.text) is not None
    if bullet or (_DASH.fullmatch(first.text) and gap >= _GAP) or (_LETTER.fullmatch(first.text) and gap >= _WIDE_GAP):
        shown = first.text if first.text in _SHOWN or len(first.text) > 1 else "•"
        return PrintedMark(shown, line.left, write(others, line))
    return _split_bullet(write(list(line.words), line), line)


def _split_bullet(text: str, line: PrintedLine) -> PrintedMark | None:
    rest = text[1:].lstrip()
    return PrintedMark(text[0] if text[0] in _SHOWN else "•", line.left, rest) if rest and _BULLET.match(text) else None
