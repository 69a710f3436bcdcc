"""What a check returns: its grade, its message, and its evidence.

In: what a check has found. Out: a Verdict, which the audit turns into a Finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from forelook.records import Evidence, Grade
from forelook.spans import Span

MOST = 12  # passages of one role that are shown
_SINGLE = {"“": "‘", "”": "’", '"': "'"}  # quotation marks, as they are written inside a quotation
_CLOSING = re.compile(r"[,.;]?[”\"]")
_WORDS = 160  # characters of a passage that a message quotes


class Verdict(NamedTuple):
    """What one check found; `source` stands in for that of the check where the verdict rests on another rule."""

    grade: Grade
    message: str
    evidence: tuple[Evidence, ...] = ()
    source: str | None = None


def does_not_apply(reason: str) -> Verdict:
    """Return the verdict that a check does not apply."""
    return Verdict("not_applicable", reason)


def mark(role: str, spans: Iterable[Span]) -> tuple[Evidence, ...]:
    """Return the first MOST of some passages as evidence in the given role."""
    return tuple(Evidence(start, end, role) for start, end in list(spans)[:MOST])


def quote(text: str, span: Span) -> str:
    """Return a passage in quotation marks, on one line: its first and last words completed, cut short after _WORDS characters.

    Double quotation marks inside become single ones; one without its other half is dropped.
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
    """Return words with single quotation marks for double ones, without those that have no other half."""
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
    """Return items as a list in prose: "a", "a and b", "a, b and c"."""
    words = list(items)
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1] if words else "")))
