"""Compares the guidance of two versions: raised, lowered, narrowed, rolled forward, new, withdrawn.

In: two Releases with their figures. Out: FigureChanges. Figures correspond where metric, basis, part, period and measure are the same; of several
mentions the one with numbers and the highest score counts. Guidance for one quarter in the old version and for the next in the new one is rolled forward,
not withdrawn.
"""

from __future__ import annotations

from datetime import date
from math import inf

from forelook.analyze.diff.periods import comes_after, is_over
from forelook.records import Figure, Release
from forelook.records.diff import FigureChange, FigureChangeKind

Key = tuple[str, str, str, str | None, str]


def compare_figures(old: Release, new: Release) -> list[FigureChange]:
    """Return the changes of guidance: first the figures of the new version in its order, then those that it no longer gives."""
    before, after = _pick(old), _pick(new)
    rolled = _roll(before, after)
    changes = []
    for key, figure in after.items():
        if key in rolled:
            changes.append(FigureChange("rolled_forward", before[rolled[key]], figure))
            continue
        earlier = before.get(key)
        change = compare(earlier, figure)
        if change is not None:
            changes.append(FigureChange(change, earlier, figure))
    day = date.fromisoformat(new.header.date) if new.header.date is not None else None
    left = before.keys() - after.keys() - set(rolled.values())
    gone = (figure for key, figure in before.items() if key in left and figure.direction != "withdrawn")
    return changes + [FigureChange("lapsed" if is_over(figure.period.name, day) else "withdrawn", figure, None) for figure in gone]


def _roll(before: dict[Key, Figure], after: dict[Key, Figure]) -> dict[Key, Key]:
    """Return the key of the old figure by the key of the new figure that is the same for a later period; the latest old one is taken first."""
    rolled: dict[Key, Key] = {}
    for key, figure in after.items():
        if key in before or figure.direction == "withdrawn":
            continue
        taken = set(rolled.values())
        found = [
            old
            for old, earlier in before.items()
            if old not in after and old not in taken and earlier.direction != "withdrawn" and _same_thing(old, key) and comes_after(old[3], key[3])
        ]
        if found:
            rolled[key] = max(found, key=lambda old: old[3] or "")
    return rolled


def _same_thing(old: Key, new: Key) -> bool:
    return (*old[:3], old[4]) == (*new[:3], new[4])


def compare(old: Figure | None, new: Figure) -> FigureChangeKind | None:
    """Return how a figure has changed, None where it has not; its stated relation to earlier guidance (direction, prior) counts."""
    if new.direction == "withdrawn":
        return "withdrawn" if old is None or old.direction != "withdrawn" else None
    if old is None or old.direction == "withdrawn":
        return "new"
    if (old.low, old.high, old.unit, old.form, old.trend) == (new.low, new.high, new.unit, new.form, new.trend):
        return None if (old.direction, old.prior is None) == (new.direction, new.prior is None) else "updated"
    if old.unit != new.unit or not _has_number(old) or not _has_number(new):
        return "updated"
    (a, b), (c, d) = _ends(old), _ends(new)
    if (a, b) == (c, d):
        return "updated"  # "about" or "at least" where it was not said before
    if c >= a and d >= b:
        return "raised"
    if c <= a and d <= b:
        return "lowered"
    return "narrowed" if c >= a and d <= b else "updated"


def _pick(release: Release) -> dict[Key, Figure]:
    picked: dict[Key, Figure] = {}
    for figure in release.figures if isinstance(release.figures, list) else ():
        key = _key(figure, release.text)
        other = picked.get(key)
        if other is None or (_has_number(figure), figure.score) > (_has_number(other), other.score):
            picked[key] = figure
    return picked


def _key(figure: Figure, text: str) -> Key:
    name = figure.metric.name if figure.metric.name != "other" else _words(text, figure.metric.start, figure.metric.end)
    part = _words(text, figure.entity.start, figure.entity.end) if figure.entity is not None else ""
    return name, figure.basis, part, figure.period.name, figure.measure


def _words(text: str, start: int, end: int) -> str:
    return " ".join(text[start:end].lower().split())


def _has_number(figure: Figure) -> bool:
    return figure.low is not None or figure.high is not None


def _ends(figure: Figure) -> tuple[float, float]:
    return -inf if figure.low is None else figure.low, inf if figure.high is None else figure.high
