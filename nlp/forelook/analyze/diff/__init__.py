"""Compares two versions of a release: statements, labels, figures, speakers, risk factors, and audit findings.

In: two Releases with their text, such as two drafts or two quarters. Out: a Diff, empty where nothing differs.
"""

from __future__ import annotations

from forelook.analyze.audit import GRADES, audit_matter
from forelook.analyze.audit.matter import Matter, gather
from forelook.analyze.diff.align import Pair, align, normalize
from forelook.analyze.diff.factors import compare_factors
from forelook.analyze.diff.figures import compare_figures
from forelook.records import SCHEMA_VERSION, Audit, Grade, Release
from forelook.records.diff import Diff, FindingChange, FindingChangeKind, SpeakerChange, StatementChange, StatementChangeKind

__all__ = ["Pair", "align", "diff", "list_changes"]

_RAISED = GRADES[:3]


def diff(old: Release, new: Release) -> Diff:
    """Return everything that differs between two versions; releases without an audit are audited.

    Raises InputError for a release without its text.

        >>> import forelook
        >>> tagger = forelook.load()
        >>> found = forelook.diff(tagger("Acme expects sales of $5 million in 2027."), tagger("Acme expects sales of $6 million in 2027."))
        >>> found.statements[0].changes
        ['reworded']
    """
    pairs = align(old, new)
    statements = [StatementChange(changes, pair.similarity, pair.old, pair.new) for pair, changes in ((pair, list_changes(pair)) for pair in pairs) if changes]
    figures, speakers = compare_figures(old, new), _compare_speakers(old, new)
    matters = gather(old), gather(new)
    findings, factors = _compare_findings(*matters), compare_factors(*matters)
    return Diff(SCHEMA_VERSION, old.id, new.id, statements, figures, speakers, findings, factors, old.warnings, new.warnings)


def list_changes(pair: Pair) -> list[StatementChangeKind]:
    """Return what changed between the two units of a pair; empty where nothing did."""
    if pair.old is None:
        return ["added"]
    if pair.new is None:
        return ["dropped"]
    changed: dict[StatementChangeKind, bool] = {
        "reworded": normalize(pair.old.text) != normalize(pair.new.text),
        "moved": pair.moved,
        "label": pair.old.label is not pair.new.label,
        "forward_looking": pair.old.forward_looking is not pair.new.forward_looking,
        "speaker": pair.old.speaker != pair.new.speaker,
    }
    return [change for change, is_so in changed.items() if is_so]


def _compare_speakers(old: Release, new: Release) -> list[SpeakerChange]:
    before, after = _list_speakers(old), _list_speakers(new)
    changes = [
        SpeakerChange("title" if name in before else "added", name, before.get(name), title) for name, title in after.items() if before.get(name, ...) != title
    ]
    return changes + [SpeakerChange("dropped", name, title, None) for name, title in before.items() if name not in after]


def _list_speakers(release: Release) -> dict[str, str | None]:
    speakers: dict[str, str | None] = {}
    for statement in release.statements:
        if statement.speaker is not None:
            name, title = statement.speaker.name, statement.speaker.title
            speakers[name] = speakers.get(name) or title
    return speakers


def _compare_findings(old: Matter, new: Matter) -> list[FindingChange]:
    pairs = zip(_audit(old).findings, _audit(new).findings, strict=True)
    compared = ((before, after, _compare_grades(before.finding, after.finding)) for before, after in pairs)
    return [
        FindingChange(change, after.check, after.number, before.finding, after.finding, after.message)
        for before, after, change in compared
        if change is not None
    ]


def _compare_grades(old: Grade, new: Grade) -> FindingChangeKind | None:
    if old == new or not {old, new} & set(_RAISED):
        return None
    if old not in _RAISED:
        return "came"
    if new not in _RAISED:
        return "went"
    return "graver" if GRADES.index(new) < GRADES.index(old) else "milder"


def _audit(matter: Matter) -> Audit:
    return matter.release.audit if isinstance(matter.release.audit, Audit) else audit_matter(matter)
