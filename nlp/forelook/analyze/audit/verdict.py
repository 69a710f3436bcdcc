"""What a check returns: its grade, its message, and its evidence.

In: what a check has found. Out: a Verdict, which the audit makes a Finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from forelook.records import Evidence, Grade
from forelook.spans import Span

MOST = 12  # passages of one role that are shown
_SINGLE = {"“": "‘", "”": "’", '"': "'"}  # marks of quotation, as they stand inside a quotation
_CLOSING = re.compile(r"[,.;]?[”\"]")
_WORDS = 160  # characters of a passage that a message quotes


class Verdict(NamedTuple):
    """What one check found."""

    grade: Grade
    message: str
    evidence: tuple[Evidence, ...] = ()


def does_not_apply(reason: str) -> Verdict:
    """Return the verdict that a check does not apply."""
    return Verdict("not_applicable", reason)


def mark(role: str, spans: Iterable[Span]) -> tuple[Evidence, ...]:
    """Return passages as evidence of one role, the first MOST of them."""
    return tuple(Evidence(start, end, role) for start, end in list(spans)[:MOST])


def quote(text: str, span: Span) -> str:
    """Return a passage on one line, in quotation marks, its first and last word whole, cut where it is long.

    Marks of quotation inside are written as single ones, each with its other half.
    """
    start, end = span
    while 0 < start < end and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while start < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    if any(character in _SINGLE for character in text[start:end]):
        start -= start > 0 and text[start - 1] in _SINGLE
        closing = _CLOSING.match(text, end)
        end = closing.end() if closing else end
    words = " ".join(_pair_marks(text[start:end]).split())
    return f'"{words}"' if len(words) <= _WORDS else f'"{words[:_WORDS].rsplit(" ", 1)[0]} …"'


def _pair_marks(words: str) -> str:
    """Return words with single marks of quotation for double ones, without those that have no other half."""
    written, opened = list(words), list[int]()
    for place, character in enumerate(words):
        if character not in _SINGLE:
            continue
        written[place] = _SINGLE[character]
        if character == "“" or (character == '"' and not opened):
            opened.append(place)
        elif opened:
            opened.pop()
        else:
            written[place] = ""
    for place in opened:
        written[place] = ""
    return "".join(written)


def listing(items: Iterable[str]) -> str:
    """Return words as a list in prose: "a", "a and b", "a, b and c"."""
    words = list(items)
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1] if words else "")))
