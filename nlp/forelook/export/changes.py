"""Describes changes between two versions in words.

In: a Diff, or its parts. Out: short English, the same in terminal and page.
"""

from __future__ import annotations

from collections import Counter

from forelook.analyze.audit import check_titles
from forelook.export.names import ARROW, LABEL_NAMES, UNKNOWN_SPEAKER, name_metric, name_period, write_amount
from forelook.records import Label, Release
from forelook.records.diff import Diff, DiffUnit, FigureChange, FindingChange, StatementChange

_ALONE = ("added", "dropped", "moved", "reworded")  # described by one word; the others by the old and the new value


def sum_up_changes(diff: Diff) -> str:
    """Return the counts of a diff on one line: "3 reworded, 1 added; figures: 2 raised"."""
    statements = Counter(name_kind(change) for each in diff.statements for change in each.changes)
    parts = [
        ("", statements),
        ("figures", Counter[str](name_kind(each.change) for each in diff.figures)),
        ("speakers", Counter[str](each.change for each in diff.speakers)),
        ("audit", Counter[str](each.change for each in diff.findings)),
        ("factors", Counter[str](each.change for each in diff.factors)),
    ]
    return "; ".join((f"{name}: " if name else "") + _count(counts) for name, counts in parts if counts)


def describe_changes(change: StatementChange) -> list[str]:
    """Return lines on what has changed in a statement: first the kinds of change, then a line each for label, flag and speaker."""
    alone = [each for each in change.changes if each in _ALONE]
    lines = [" ".join(alone)] if alone else [name_kind(change.changes[0])]
    old, new = change.old, change.new
    if old is not None and new is not None:
        if "label" in change.changes:
            lines.append(f"label: {_label(old)} {ARROW} {_label(new)}")
        if "forward_looking" in change.changes:
            lines.append("now looks forward" if new.forward_looking else "no longer looks forward")
        if "speaker" in change.changes:
            lines.append(f"speaker: {_speaker(old)} {ARROW} {_speaker(new)}")
    return lines


def name_figure_change(change: FigureChange, old: Release, new: Release) -> str:
    """Return a changed figure: metric, period, amount before and now."""
    figure, release = (change.new, new) if change.new is not None else (change.old, old)
    if figure is None:
        return ""
    figures = [each for each in (change.old, change.new) if each is not None]
    periods = f" {ARROW} ".join(dict.fromkeys(filter(None, map(name_period, figures))))
    what = ", ".join(filter(None, (name_metric(figure, release), periods)))
    amounts = [write_amount(each) or "no figure" for each in figures]
    if len(set(amounts)) < len(amounts) and change.change != "rolled_forward":  # the same figure with another relation to earlier guidance
        return f"{what}: {amounts[0]}, {name_change(figures[0].direction, figures[1].direction)}"
    return f"{what}: {f' {ARROW} '.join(dict.fromkeys(amounts))}"


def name_finding_change(change: FindingChange) -> str:
    """Return a changed finding of the audit: the check by its title, the grades, and what the new version's audit says."""
    return f"{check_titles()[change.check]} ({name_change(change.old, change.new)}). {change.message}"


def list_warnings(diff: Diff) -> list[str]:
    """Return what reading both versions left to be said, each line under the name of its version."""
    return [f"{name}: {warning}" for name, warnings in ((diff.old, diff.old_warnings), (diff.new, diff.new_warnings)) for warning in warnings]


def name_change(old: str, new: str) -> str:
    """Return an old and a new value with an arrow between them."""
    return f"{old.replace('_', ' ')} {ARROW} {new.replace('_', ' ')}"


def name_kind(change: str) -> str:
    """Return the word for a kind of change."""
    return {"forward_looking": "forward-looking", "label": "relabelled", "rolled_forward": "rolled forward"}.get(change, change)


def _count(counts: Counter[str]) -> str:
    return ", ".join(f"{count} {name}" for name, count in counts.most_common())


def _label(unit: DiffUnit) -> str:
    return LABEL_NAMES[unit.label] if unit.label is not None else "none"


def _speaker(unit: DiffUnit) -> str:
    return unit.speaker or (UNKNOWN_SPEAKER if unit.label is Label.MANAGEMENT_QUOTE else "nobody")
