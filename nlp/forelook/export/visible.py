"""Makes text safe to show: characters that would control a terminal, reverse a line or hide in it become visible.

In: any text, since releases come from anywhere. Out: the same text to a reader, with every control character made visible.
"""

from __future__ import annotations

import re
from typing import Final

_PICTURES = 0x2400  # U+2400 and following: pictures of the control characters
_DELETE_PICTURE = "\N{SYMBOL FOR DELETE}"
# Meaningless to a reader: soft hyphens, zero-width joiners and marks, variation selectors, the byte-order mark.
_IGNORED = re.compile("[\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufe00-\ufe0f\ufeff]")
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_UNUSUAL = re.compile(r"[^\n\t -~]")
REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"


def make_visible(text: str) -> str:
    r"""Return `text` with newlines for line ends, blanks for other spaces, pictures for control characters, and `[U+202E]` for bidirectional controls.

    >>> make_visible("Sales\x1b[2J rose\u202e 5%")
    'Sales␛[2J rose[U+202E] 5%'
    """
    return _UNUSUAL.sub(lambda match: _show(match[0]), _LINE_ENDS.sub("\n", _IGNORED.sub("", text)))


def make_line(text: str) -> str:
    """Return `text` made visible, on one line with single blanks."""
    return " ".join(make_visible(text).split())


def shorten(text: str, longest: int) -> str:
    """Return `text` on one line of at most `longest` characters."""
    line = make_line(text)
    return line if len(line) <= longest else line[: longest - 2].rstrip() + " …"


def _show(character: str) -> str:
    code = ord(character)
    if character.isprintable():
        return character
    if code < 0x20:
        return chr(_PICTURES + code)
    if code == 0x7F:
        return _DELETE_PICTURE
    if character.isspace():
        return " "
    return REPLACEMENT if 0xD800 <= code <= 0xDFFF else f"[U+{code:04X}]"
