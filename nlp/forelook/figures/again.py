"""Figures that a release gives more than once, which are rarely none.

In: the drafts of a release. Out: the words "again …" among those that score.py weighs, where another statement gives the same amount, the same amount of
the metric, and that for the period.
"""

from __future__ import annotations

from forelook.figures.drafts import Draft

_NAMES = ("again amount", "again metric", "again period")


def mark_repeats(drafts: list[Draft]) -> None:
    """Add the words of repeats to the drafts of a release, in time linear in their number."""
    first: dict[tuple[object, ...], int] = {}  # the statement that gives a thing first
    several: set[tuple[object, ...]] = set()  # what more than one gives
    numbered = [(draft, _keys(draft)) for draft in drafts if draft.low is not None or draft.high is not None]
    for draft, keys in numbered:
        several.update(key for key in keys if first.setdefault(key, draft.statement) != draft.statement)
    for draft, keys in numbered if several else ():
        draft.words = (*draft.words, *(name for name, key in zip(_NAMES, keys, strict=True) if key in several))


def _keys(draft: Draft) -> tuple[tuple[object, ...], ...]:
    """Return what a draft may share with others: its amount, that with its metric, that with its period."""
    amount = (draft.unit, draft.low, draft.high)
    return amount, (*amount, draft.metric.name), (*amount, draft.metric.name, draft.period.name if draft.period else None)
