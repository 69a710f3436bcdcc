"""News wires, by the names that datelines give them.

In: a text and where to look. Out: the wire, with its place.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from forelook.segment.words import wire_forms

# A wire that no list knows.
_OTHER = re.compile(
    r"/(?P<slashed>[A-Z][\w .&-]{2,40})/"
    r"|\((?P<bracketed>[A-Z][\w .&-]{0,30}(?:[Ww]ire|WIRE|NEWS|News|Press))\)"
    r"|(?P<named>\b[A-Z]\w*\s?(?:Media|News)\s?[Ww]ire)\b"
)


class Wire(NamedTuple):
    """A wire's usual name, and where it is named."""

    name: str
    start: int
    end: int


@cache
def _known() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """Return each written form without blanks and case, the wire's name, and an expression for the form; longest first."""
    found: list[tuple[str, str, re.Pattern[str]]] = []
    for form, name in wire_forms().items():
        expression = re.compile(rf"(?<![A-Za-z]){re.escape(form)}(?![A-Za-z])".replace(r"\ ", r"\s?"), re.IGNORECASE)
        found.append((_squeeze(form), name, expression))
    return tuple(sorted(found, key=lambda each: -len(each[0])))


def _squeeze(written: str) -> str:
    return "".join(written.split()).lower()


def find_wire(text: str, start: int, end: int) -> Wire | None:
    """Return the wire named in `text[start:end]`: by its usual name, or as it is written if it is not a known one."""
    squeezed = _squeeze(text[start:end])
    for form, name, expression in _known():
        if form in squeezed and (match := expression.search(text, start, end)) is not None:
            return Wire(name, match.start(), match.end())
    if match := _OTHER.search(text, start, end):
        return Wire(" ".join(match[match.lastgroup or 0].split()), match.start(), match.end())
    return None
