"""The view of two versions for the templates: their statements side by side in rows, and lists of other changes.

In: two Releases and their Diff. Out: a ComparisonView. No HTML here.
"""

from __future__ import annotations

from typing import NamedTuple

from forelook.analyze.diff import Pair, align, list_changes
from forelook.analyze.diff.words import Edit, find_edits
from forelook.export.changes import describe_changes, list_warnings, name_figure_change, name_finding_change, name_kind, sum_up_changes
from forelook.export.names import MARGIN_TITLES
from forelook.export.visible import make_line, make_visible
from forelook.records import Release
from forelook.records.diff import Diff, DiffUnit, StatementChange


class Side(NamedTuple):
    """One version of a statement: its words as edits, in which differences are marked; `indent` is the blanks before the first row of a table."""

    edits: list[Edit]
    label: str
    title: str
    forward: bool
    speaker: str
    table: bool
    indent: str


class ComparedStatement(NamedTuple):
    """A statement in both versions; `changes` is empty where it is the same."""

    changes: list[str]
    described: list[str]
    old: Side | None
    new: Side | None


class OtherChange(NamedTuple):
    """Another change: its kind, and a description."""

    change: str
    words: str


class ComparisonView(NamedTuple):
    """Everything that the page shows of two versions."""

    old: str
    new: str
    summary: str
    warnings: list[str]
    rows: list[ComparedStatement]
    lists: list[tuple[str, list[OtherChange]]]


def compare_sides(old: Release, new: Release, diff: Diff) -> ComparisonView:
    """Return the view of two versions."""
    lists = [
        ("Figures", [OtherChange(name_kind(each.change), make_line(name_figure_change(each, old, new))) for each in diff.figures]),
        ("Speakers", [OtherChange(each.change, make_line(", ".join(filter(None, (each.name, each.new_title or each.old_title))))) for each in diff.speakers]),
        ("Safe-harbor audit", [OtherChange(each.change, make_line(name_finding_change(each))) for each in diff.findings]),
        ("Risk factors", [OtherChange(each.change, make_line(each.text)) for each in diff.factors]),
    ]
    rows = [_row(pair, old.text or "", new.text or "") for pair in align(old, new)]
    warnings = [make_line(each) for each in list_warnings(diff)]
    return ComparisonView(make_line(old.id), make_line(new.id), sum_up_changes(diff) or "No difference.", warnings, rows, [each for each in lists if each[1]])


def _row(pair: Pair, old: str, new: str) -> ComparedStatement:
    changes = list_changes(pair)
    described = describe_changes(StatementChange(changes, pair.similarity, pair.old, pair.new)) if changes else []
    if pair.old is not None and pair.new is not None:
        edits = find_edits(_words(pair.old), _words(pair.new)) if "reworded" in changes else [Edit(same=True, old=_words(pair.old), new=_words(pair.new))]
    else:
        edits = [Edit(same=False, old=_words(unit) if unit is pair.old else "", new=_words(unit) if unit is pair.new else "") for unit in pair[:2] if unit]
    return ComparedStatement(list(changes), described, _side(pair.old, edits, old), _side(pair.new, edits, new))


def _words(unit: DiffUnit) -> str:
    return make_visible(unit.text)


def _side(unit: DiffUnit | None, edits: list[Edit], text: str) -> Side | None:
    if unit is None:
        return None
    title = MARGIN_TITLES[unit.label] if unit.label is not None else ""
    table = any("  " in line.strip() for line in unit.text.splitlines()) and "\n" in unit.text
    indent = text[text.rfind("\n", 0, unit.start) + 1 : unit.start]
    label = unit.label.value if unit.label is not None else "other"
    return Side(edits, label, title, unit.forward_looking, make_line(unit.speaker or ""), table, indent if table and indent.isspace() else "")
