"""The safe-harbor audit: does the legend cover what the release promises? Not legal advice.

In: a Release with its text. Out: an Audit of 21 findings with their evidence, in the order of `data/checks.toml`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from forelook.analyze.audit.checks import canada, caution, identification, measures, speech, statute, upkeep
from forelook.analyze.audit.matter import Matter, gather
from forelook.analyze.audit.phrases import read_data
from forelook.analyze.audit.subjects import shown
from forelook.analyze.audit.verdict import Verdict, does_not_apply
from forelook.records import Audit, Factor, Finding, Fragment, Grade, GradeCounts, Match, Release

__all__ = ["GRADES", "NO_ADVICE", "Check", "audit", "audit_matter", "check_titles", "checks"]

GRADES: tuple[Grade, ...] = ("missing", "weak", "note", "fine", "not_applicable")
NO_ADVICE = "A reviewer's checklist, not legal advice: it says what is in the text, never whether a court would protect it."
_ALWAYS = frozenset({"legend", "needed"})
_ROOMS = (identification, caution, upkeep, statute, speech, measures, canada)


class Check(NamedTuple):
    """One check: its name and title, the source of its rule, the score of its findings, and the function that runs it."""

    name: str
    title: str
    source: str
    score: float
    run: Callable[[Matter], Verdict]


@cache
def checks() -> tuple[Check, ...]:
    """Return the checks, in the order of `data/checks.toml`."""
    return tuple(
        Check(each["name"], each["title"], each["source"], each["score"], next(vars(room)[each["name"]] for room in _ROOMS if each["name"] in vars(room)))
        for each in read_data("checks")["check"]
    )


@cache
def check_titles() -> dict[str, str]:
    """Return the titles of the checks by their names."""
    return {check.name: check.title for check in checks()}


def audit(release: Release) -> Audit:
    """Return the safe-harbor audit of a release.

    Raises InputError for a release without its text.

        >>> import forelook
        >>> found = forelook.audit(forelook.load()("Acme expects sales to double in 2027."))
        >>> found.worst, found.findings[0].check
        ('missing', 'legend')
    """
    return audit_matter(gather(release))


def audit_matter(matter: Matter) -> Audit:
    """Return the audit of a release that has been gathered already."""
    findings = [_find(number, check, matter) for number, check in enumerate(checks(), 1)]
    counts = Counter(finding.finding for finding in findings)
    worst = min((finding.finding for finding in findings), key=GRADES.index)
    legend = [Fragment(start, end) for start, end in matter.legend.spans] if matter.legend.speaks else []
    return Audit(legend, worst, GradeCounts(*(counts[grade] for grade in GRADES)), findings, _matches(matter))


def _find(number: int, check: Check, matter: Matter) -> Finding:
    """Return what one check finds. A fault is reported once: without a legend, every check but the first does not apply."""
    if check.name in _ALWAYS:
        verdict = check.run(matter) if check.name == "legend" or matter.legend.speaks else does_not_apply("There is no legend.")
    elif not matter.forward:
        verdict = does_not_apply("No statement looks forward.")
    elif not matter.legend.speaks:
        verdict = does_not_apply("There is no legend.")
    else:
        verdict = check.run(matter)
    evidence = list(verdict.evidence) if verdict.grade != "not_applicable" else []
    return Finding(check.name, number, verdict.grade, verdict.message, verdict.source or check.source, evidence, check.score)


def _matches(matter: Matter) -> list[Match]:
    if not matter.legend.speaks:
        return []
    return [Match(each.place, shown(each.subjects), [Factor(*factor.span, factor.specific) for factor in each.factors]) for each in matter.forward]
