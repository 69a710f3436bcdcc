"""An audit as a table for the terminal.

In: a Release and its Audit. Out: a Rich renderable: the findings, most serious first, each with its evidence; the statements
that no factor addresses; and the notice that it is not legal advice.
"""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from forelook.analyze.audit import GRADES, NO_ADVICE, check_titles
from forelook.export.visible import make_line, make_visible, shorten
from forelook.records import Audit, Evidence, Finding, Grade, Release

STYLES: dict[Grade, str] = {"missing": "bold red", "weak": "bold yellow", "note": "cyan", "fine": "green", "not_applicable": "dim"}
_QUOTED = 100  # characters of a passage that are shown
_PASSAGES = 3  # passages of a finding that are shown


def render_audit(release: Release, audit: Audit, number: int) -> RenderableType:
    """Return an audit as the terminal shows it; `number` counts the audits shown, from 1."""
    parts: list[RenderableType] = [Text()] if number > 1 else []
    parts += [Rule(Text(make_visible(release.id), "bold"), style="dim"), _summary(audit), Text(), _findings(release, audit)]
    unmatched = [match.statement for match in audit.matches if not match.factors]
    if unmatched:
        parts += [Text(), Text("No factor speaks of:", "bold")]
        parts += [Text(f"  {index:3}  {shorten(release.statements[index].text, _QUOTED)}") for index in unmatched]
    if release.warnings:
        parts += [Text(), *(Text(f"warning: {make_line(each)}", "bold") for each in release.warnings)]
    return Group(*parts, Text(), Text(NO_ADVICE, "dim italic"))


def _summary(audit: Audit) -> Text:
    summary = Text()
    for grade in GRADES:
        summary.append(f"{_word(grade)} {getattr(audit.counts, grade)}   ", STYLES[grade])
    return summary


def _findings(release: Release, audit: Audit) -> Table:
    table = Table(show_edge=False, pad_edge=False, expand=True)
    table.add_column("finding", no_wrap=True)
    table.add_column("check", ratio=2)
    table.add_column("what was found", ratio=5)
    titles = check_titles()
    applicable = [finding for finding in audit.findings if finding.finding != "not_applicable"]
    for finding in sorted(applicable, key=lambda each: GRADES.index(each.finding)):
        table.add_row(Text(_word(finding.finding), STYLES[finding.finding]), f"{finding.number} {titles[finding.check]}", _describe(release, finding))
    return table


def _describe(release: Release, finding: Finding) -> Text:
    """Return the message of a finding, and below it the passages of its evidence, unless its grade is fine."""
    words = Text(make_visible(finding.message))
    if finding.finding == "fine":
        return words
    for each in finding.evidence[:_PASSAGES]:
        words.append(f"\n  {each.role} at {each.start}: ", "dim").append(f"“{_passage(release, each)}”", "italic dim")
    if len(finding.evidence) > _PASSAGES:
        words.append(f"\n  and {len(finding.evidence) - _PASSAGES} more", "dim")
    return words.append(f"\n  {finding.source}", "dim")


def _passage(release: Release, evidence: Evidence) -> str:
    text = release.text if isinstance(release.text, str) else ""
    return shorten(text[evidence.start : evidence.end], _QUOTED)


def _word(grade: Grade) -> str:
    return grade.replace("_", " ")
