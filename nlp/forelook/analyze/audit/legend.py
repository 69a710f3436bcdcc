"""The safe-harbor legend of a release: where it stands, its sentences, its heading.

In: a Release. Out: a Legend. Statements tagged `safe_harbor` make it, if one at least speaks of forward-looking statements
or of all that is not historical; several legends are read as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from forelook.analyze.audit.factors import sentences
from forelook.analyze.audit.phrases import phrase
from forelook.records import Label, Release, Statement
from forelook.spans import Span

_HEADING_ROOM = 240  # characters before a legend in which its heading stands


@dataclass(frozen=True)
class Legend:
    """The cautionary statements of a release.

    `spans` are their unbroken stretches, `sentences` theirs in order, `headings` the untagged lines above them; `speaks`
    tells whether they are a legend or mere risk warnings.
    """

    text: str
    spans: tuple[Span, ...]
    sentences: tuple[Span, ...]
    headings: tuple[Span, ...]
    speaks: bool

    def find(self, name: str, *, headings: bool = False) -> Iterator[Span]:
        """Yield where a phrase of the list `name` stands in the legend, at most once a sentence."""
        for start, end in (*self.headings, *self.sentences) if headings else self.sentences:
            if match := phrase(name).search(self.text, start, end):
                yield match.span()

    def has(self, name: str) -> bool:
        """Return whether a phrase of the list `name` stands in the legend."""
        return next(self.find(name), None) is not None


def find_legend(release: Release, text: str) -> Legend:
    """Return the legend of a release, without sentences if nothing is tagged as one."""
    spans: list[Span] = []
    pieces: list[Span] = []
    headings: list[Span] = []
    before, inside = 0, False
    for statement in release.statements:
        cautionary = is_cautionary(statement)
        if cautionary:
            pieces.extend(sentences(text, statement.start, statement.end))
            if inside:
                spans[-1] = (spans[-1][0], statement.end)
            else:
                spans.append((statement.start, statement.end))
            headings.extend(_headings(text, before, statement.start))
        inside = cautionary
        before = statement.end
    speaks = any(phrase("speaks").search(text, start, end) for start, end in (*headings, *pieces))
    return Legend(text, tuple(spans), tuple(pieces), tuple(headings), speaks)


def is_cautionary(statement: Statement) -> bool:
    """Return whether a statement belongs to the legend: tagged so, or written so that no reader would take it for anything else.

    Of 30,000 statements that readers labelled fact or guidance in a thousand releases, one bears the words looked for.
    """
    if statement.label in {Label.HISTORICAL_FACT, Label.GUIDANCE} and statement.kind != "table":
        return phrase("cautionary").search(statement.text) is not None
    return statement.label is Label.SAFE_HARBOR


def _headings(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the lines between two statements that hold words, the nearest ones only."""
    for match in re.finditer(r"[^\n]*\w[^\n]*", text[max(start, end - _HEADING_ROOM) : end]):
        offset = max(start, end - _HEADING_ROOM)
        yield match.start() + offset, match.end() + offset
