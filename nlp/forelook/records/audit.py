"""The records of the safe-harbor audit: one finding per check, with its evidence.

In: nothing. Out: Audit and its parts, as frozen structs with a description of every field.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from forelook.records.places import Fragment

Grade = Literal["missing", "weak", "note", "fine", "not_applicable"]


class Evidence(Struct, frozen=True, gc=False):
    """A passage on which a finding rests, and its role."""

    start: Annotated[int, Meta(description="Where the passage begins in the release's text.")]
    end: Annotated[int, Meta(description="Where it ends.")]
    role: Annotated[str, Meta(description="What it is evidence of: legend, word, warning, factor, statement, form, date, duty, act, listing, …")]


class Finding(Struct, frozen=True):
    """What one check of the safe-harbor audit found."""

    check: Annotated[str, Meta(description="The name of the check, as in `forelook audit`.")]
    number: Annotated[int, Meta(description="Its number, 1 to 21.")]
    finding: Annotated[Grade, Meta(description="The grade, most serious first: missing, weak, note, fine, not_applicable.")]
    message: Annotated[str, Meta(description="What was found, where, and what to add.")]
    source: Annotated[str, Meta(description="The statute, rule or decision on which the check rests.")]
    evidence: Annotated[list[Evidence], Meta(description="The passages on which the finding rests; none if it does not apply.")]
    score: Annotated[float, Meta(description="The estimated share of releases on which a reviewer agrees with this check, 0 to 1; the same for every release.")]


class Factor(Struct, frozen=True, gc=False):
    """A risk factor that the release names."""

    start: Annotated[int, Meta(description="Where it begins in the release's text.")]
    end: Annotated[int, Meta(description="Where it ends.")]
    specific: Annotated[
        bool, Meta(description="Whether it names something of the company's business, so that it could not stand in just any company's legend.")
    ]


class Match(Struct, frozen=True):
    """A forward-looking statement with the risk factors that address its subject."""

    statement: Annotated[int, Meta(description="Index into `statements`.")]
    subjects: Annotated[list[str], Meta(description="What the statement is about: sales, costs, tax, deals, …; empty if too vague to have a subject.")]
    factors: Annotated[list[Factor], Meta(description="The factors that address it; empty if none does.")]


class GradeCounts(Struct, frozen=True, gc=False):
    """The number of checks with each grade."""

    missing: Annotated[int, Meta(description="Something that protection depends on is absent.")]
    weak: Annotated[int, Meta(description="Present, but in a form that courts or the SEC staff have found inadequate.")]
    note: Annotated[int, Meta(description="Worth checking; no rule is broken.")]
    fine: Annotated[int, Meta(description="No objection.")]
    not_applicable: Annotated[int, Meta(description="The check does not apply to this release.")]


class Audit(Struct, frozen=True):
    """The safe-harbor audit of a release: a reviewer's checklist, not legal advice."""

    legend: Annotated[list[Fragment], Meta(description="The unbroken stretches of the safe-harbor legend; empty if there is none.")]
    worst: Annotated[Grade, Meta(description="The most serious grade.")]
    counts: Annotated[GradeCounts, Meta(description="The number of checks with each grade.")]
    findings: Annotated[list[Finding], Meta(description="All 21 findings, in the order of their numbers.")]
    matches: Annotated[list[Match], Meta(description="Every forward-looking statement with the factors that address it, in the order of the text.")]
