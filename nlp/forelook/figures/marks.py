"""Marks that say how guidance stands, after a paragraph, an item or a heading: "— Updated", "(unchanged)", "Considerations — New".

In: the text of a release, and the drafts of its statements in order. Out: the directions that marks give to drafts that say nothing of their own, and the
earlier figure of "— Updated from $9.5 billion" with the first one of its paragraph.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from forelook.expressions.words.cues import cue, fold
from forelook.figures.directions import compare
from forelook.records import Direction

if TYPE_CHECKING:
    from forelook.figures.drafts import Draft
    from forelook.records import Statement

_MARK = cue(
    r"(?:[—–]|\s-|\()\s*(?:(?P<reaffirmed>no\s+(?:update|change)|unchanged|reaffirmed|reiterated|maintained|affirmed|confirmed)|(?P<updated>updated|revised)"
    r"|(?P<initiated>new|introduced|initiated)|(?P<raised>raised|increased)|(?P<lowered>lowered|reduced)|(?P<narrowed>narrowed)|(?P<withdrawn>withdrawn))"
    r"(?:\s+from\s+[^.;()\n]{1,40}(?:\.\d[^.;()\n]{0,20})?)?\s*+(?:\)\s*+)?[.:]?\s*+$"
)
_SIGNS = ("(", "-", "—", "–")  # with which a mark begins
_FIGURE = re.compile(r"from\s.*\d")
_LONGEST = 80  # characters of a mark
_PARAGRAPH = 1200  # characters after a statement in which its paragraph ends


def mark_directions(text: str, statements: list[Statement], drafts: list[Draft]) -> None:
    """Give drafts the directions of the marks after their statement, its paragraph or its heading."""
    number, end, mark = -1, 0, None
    paragraphs: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.statement != number:
            number = draft.statement
            end, mark = _find_mark(text, statements[number])
        if end:
            paragraphs.setdefault(end, []).append(draft)
        if mark and draft.direction in ("issued", "updated") and draft.prior is None:
            draft.direction, draft.own_act, draft.marked = mark, True, True
    for end, group in paragraphs.items():
        _move_prior(group, end)


def _find_mark(text: str, statement: Statement) -> tuple[int, Direction | None]:
    """Return the direction that a mark gives a statement, with the end of the paragraph after which it stands; 0 for a heading."""
    end = statement.end
    if statement.kind != "table" and (match := _search(text[max(statement.start, end - _LONGEST) : end])):
        return end, _direction(match)
    if statement.kind == "sentence":
        end = text.find("\n\n", end, end + _PARAGRAPH)
        end = len(text.rstrip()) if end < 0 and len(text) < statement.end + _PARAGRAPH else end
        if end > statement.end and (match := _search(text[max(statement.end, end - _LONGEST) : end])):
            return end, _direction(match)
    match = _search(statement.section[-_LONGEST:]) if statement.section else None
    return 0, _direction(match) if match else None


def _search(printed: str) -> re.Match[str] | None:
    """Return the mark at the end of a stretch of text; most stretches lack the signs with which one begins."""
    return _MARK.search(fold(printed)) if any(map(printed.__contains__, _SIGNS)) else None


def _direction(match: re.Match[str]) -> Direction | None:
    """Return the direction of a mark; None of one that names an earlier figure, which is that of one figure alone."""
    return None if _FIGURE.search(match.group()) else match.lastgroup  # type: ignore[return-value]


def _move_prior(drafts: list[Draft], end: int) -> None:
    """Give the first figure of a paragraph the earlier one that its mark names, if that went to a later figure of its unit."""
    last = next((draft for draft in drafts if draft.prior and end - _LONGEST < draft.prior[2] and draft.prior[3] <= end), None)
    first = next((draft for draft in drafts if last and draft.unit == last.unit), None)
    if first is None or last is None or first is last or first.prior:
        return
    first.prior, last.prior = last.prior, None
    first.direction, first.own_act = compare(first), True
    last.direction, last.own_act = "issued", False
