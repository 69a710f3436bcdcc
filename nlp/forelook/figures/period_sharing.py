"""Periods that figures of a statement share: one that has none takes that of another.

In: the drafts of a statement in order, of which some have a period (period_choice.py). Out: the same, with more of them.
"""

from __future__ import annotations

from itertools import pairwise

from forelook.expressions.words.cues import cue
from forelook.figures.drafts import Draft
from forelook.figures.section import Section
from forelook.figures.sentence import Sentence

_LISTED = cue(
    r"(?:\s+(?!(?:and|or|to|from|by|in|will|would|is|are|was|were|which|that|than|at|for|with|including|has|have)\b)[\w'’&/-]+){0,6}(?:,|,?\s+and)\s+"
    r"(?:(?:about|approximately|over|at\s+least|up\s+to|more\s+than|another|an\s+additional|an?|some|nearly)\s+)*"
)  # "pounds of copper, "
_AGAIN = cue(
    r"(?:\s+(?:annually|yearly|(?:a|per|each)\s+year)(?:\s+pre-?tax)?)?\s*,?\s*\(?(?:or|equivalent\s+to|equal\s+to)\s+"
    r"(?:(?:about|approximately|roughly|some|nearly|between|an?|up\s+to|at\s+least)\s+)*"
)  # "$2 million annually, or about three cents a share"
_CHANGED = cue(
    r"(?:[^.;]|\.\d)*?,\s+(?:(?:or|representing|reflecting)\s+)?(?:up|down|(?:an?\s+)(?:\w+\s+)?(?:increase|decrease|reduction|decline|rise|improvement|gain|drop|cut)\s+of)\s+"
    r"(?:(?:about|approximately|some|nearly|roughly|more\s+than|over|at\s+least)\s+)?"
)  # "$50 million in 2026, a reduction of"
_OPENED, _ENDED = cue(r"\s*:"), cue(r"[a-z%)\d]\.\s")
_PREDICATE = cue(
    r"\b(?:is|are)\s+(?:(?:now|also|currently|still)\s+)?(?:expected|assumed|anticipated|projected|forecast|planned|estimated|targeted|seen|included)\b"
)


def share_periods(drafts: list[Draft], section: Section, text: str) -> None:
    """Give figures without a period that of another one of their statement: what is lent to it, listed with it, or said again."""
    _share_lent(drafts, section)
    _share_listed(drafts, text)
    _share_again(drafts, text)
    _share_around(drafts)
    _share_opened(drafts, text)


def _share_opened(drafts: list[Draft], text: str) -> None:
    """Give figures without a period the one that opens their list: "the following for 2026: sales of $5, a margin of 4%"."""
    opening: Draft | None = None
    for draft in drafts:
        if opening and opening.period and draft.period is None and draft.value and not _ENDED.search(text, opening.period.end, draft.value[0]):
            draft.period = opening.period
        elif draft.period and _OPENED.match(text, draft.period.end) and draft.value and draft.value[0] > draft.period.end:
            opening = draft


def _share_around(drafts: list[Draft]) -> None:
    """Give a figure without a period that of both its neighbours in a list, if it may be its own: "sales of $5, a margin of 4% and EPS of $1 in 2026"."""
    for before, one, after in zip(drafts, drafts[1:], drafts[2:], strict=False):
        same = before.period and before.period == after.period
        if same and one.period is None and any(choice.frame == before.period for choice in one.choices):
            one.period = before.period


def _share_lent(drafts: list[Draft], section: Section) -> None:
    """Give figures of a statement that may have no period of its own the one that others of it borrow: a sentence borrows as a whole."""
    frames = [frame for frame in (section.list_frame, section.frame, section.year) if frame]
    lent = next((draft.period for draft in drafts if draft.period in frames), None) if frames else None
    for draft in drafts if lent else ():
        if draft.period is None and not draft.choices and draft.borrows and draft.form not in ("unstated", "qualitative"):
            draft.period = lent


def _share_again(drafts: list[Draft], text: str) -> None:
    """Give a figure that says the one before it again, in another unit or as a change, its period, and a count that of its share.

    "$2 million annually, or about three cents a share", "$50 million in 2026, a reduction of $20 million", "45 positions, or 12 percent of the workforce, by
    the end of the year".
    """
    for one, other in pairwise(drafts):
        if one.unit == "count" and other.unit == "percent" and one.period is None and one.choices and one.metric == other.metric:
            one.period = other.period
        if one.period and other.period is None and one.value and other.value and _is_again(one, other, text):
            other.period = one.period


def _is_again(one: Draft, other: Draft, text: str) -> bool:
    """Return whether a figure says the one before it in another unit, or by how much that differs from another period's."""
    changed = one.metric.name == other.metric.name and one.measure == "level" and other.measure == "change"
    return (_CHANGED if changed else _AGAIN).fullmatch(text, one.value[1], other.value[0]) is not None  # type: ignore[index]


def _share_listed(drafts: list[Draft], text: str) -> None:
    """Give counts without a period that of the next one of their list: "4 million pounds of copper and 2 million ounces of gold in 2026"."""
    for one, other in reversed(list(pairwise(drafts))):
        alike = one.unit == other.unit == "count" and one.metric.name == other.metric.name and one.value and other.value
        if alike and one.period is None and other.period and _LISTED.fullmatch(text, one.value[1], other.value[0]):  # type: ignore[index]
            one.period = other.period


def share_predicate(drafts: list[Draft], sentence: Sentence, start: int) -> None:
    """Give figures without a period that after the verb of which they are the subject: "sales of $5 and earnings of $1 are expected in 2026"."""
    verb = _PREDICATE.search(sentence.text) if len(drafts) > 1 else None
    if verb is None:
        return
    subject = [draft for draft in drafts if draft.value and draft.value[1] <= start + verb.start()]
    after = next((draft.period for draft in subject if draft.period and draft.period.start >= start + verb.end()), None)
    for draft in subject if after else ():
        if draft.period is None and any(choice.frame == after for choice in draft.choices):
            draft.period = after
