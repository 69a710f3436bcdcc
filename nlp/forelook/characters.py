"""Characters: what is blank, what marks an item, what opens and closes a quotation. Defined once, used everywhere.

In: nothing. Out: sets of characters and pieces of regular expressions. The compiled passes say what is blank
(segment/characters.pxd) and what ends a line (segment/scan.pyx) a second time, for speed; a test compares them over all code points.
"""

from __future__ import annotations

import re

from forelook.data_files import read_entries

ZERO_WIDTH = "\u200b\ufeff"  # blanks without width
INVISIBLE = f"\u00ad{ZERO_WIDTH}"  # left out by the readers of files
LINE_ENDS = "\n\r\f\u2028\u2029"
BLANK_CLASS = rf"\s{ZERO_WIDTH}"  # inside square brackets of an expression

# Quotation marks of UTF-8 read as Windows-1252.
MISREAD_SIGN = "â€"  # the first two bytes of a quotation mark that was read as Windows-1252
MISREAD_OPENING = r"â€(?:œ|˜)"
MISREAD_CLOSING = r"â€(?:\x9d|™|�)?"
DASHES = "-‐‑‒–—―−\x96\x97"


def _read_bullets() -> tuple[str, str]:
    """Return the marks that are always bullets, and the characters that are bullets in symbol fonts only."""
    rows = [entry.partition("\t") for entry in read_entries("", "bullets")]
    marks = "".join(dict.fromkeys("".join(_spell_out(mark) for mark, _, font in rows if not font)))
    return marks, "".join(mark for mark, _, font in rows if font)


def _spell_out(mark: str) -> str:
    """Return the characters of a line of the list: the mark itself, or all from one code point to another."""
    first, dash, last = mark.partition("-")
    return "".join(map(chr, range(int(first, 16), int(last, 16) + 1))) if dash else mark


BULLETS, FONT_BULLETS = _read_bullets()
PRIVATE_USE = "\ue000-\uf8ff"  # where symbol fonts put their bullets
SHOWN_MARKS = frozenset(BULLETS) | frozenset("–—-*")  # of list items: shown as they are by a reader of files; others as •
ITEM_MARK = rf"(?:[{re.escape(BULLETS)}{PRIVATE_USE}*–—-]|--)"  # the text of a list item may begin with it; callers add letters and numbers


def is_blank(character: str) -> bool:
    """Return whether a character is invisible and separates words."""
    return character.isspace() or character in ZERO_WIDTH


def skip_blank(text: str, start: int, end: int) -> int:
    """Return the first place from `start` on that is not blank, `end` if there is none."""
    while start < end and is_blank(text[start]):
        start += 1
    return start


def trim_blank(text: str, start: int, end: int) -> int:
    """Return where `text[start:end]` ends without the blanks after it."""
    while end > start and is_blank(text[end - 1]):
        end -= 1
    return end
