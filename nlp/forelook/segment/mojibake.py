"""Mojibake: quotation marks of UTF-8 that some program before us has read as Windows-1252 or Latin-1 ("â€œSales roseâ€").

In: a text. Out: one of the same length in which each mark is repeated over the characters that replaced it, so that all places stay the same.
Apostrophes and dashes are left as they are: nothing is cut at them.
"""

from __future__ import annotations

import re

_FIRST = "â"
_GARBLED = re.compile("(?P<opening>â(?:€œ|\x80\x9c))|â(?:€\x9d|\x80\x9d|€(?=[\\s.,;:?!)]|$))")


def mend_marks(text: str) -> str:
    """Return `text` with quotation marks in place of their mojibake; other texts as they are."""
    if _FIRST not in text:
        return text
    return _GARBLED.sub(lambda match: ("“" if match["opening"] else "”") * len(match[0]), text)
