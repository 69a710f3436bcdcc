"""The safe-harbor audit: whether a release's legend covers what the release promises. No legal advice.

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

__all__ = ["GRADES", "NO_ADVICE", "Check", "audit", "checks", "list_factors"]

GRADES: tuple[Grade, ...] = ("missing", "weak", "note", "fine", "not_applicable")
NO_ADVICE = "A reviewer's checklist, no legal advice: it says what stands in the text, never whether a court would protect it."
_ALWAYS = frozenset({"legend", "needed"})
_ROOMS = (identification, caution, upkeep, statute, speech, measures, canada)


class Check(NamedTuple):
    """One check: its function, what it looks at, and the source of its rule."""

    name: str
    title: str
    source: str
    score: float
    run: Callable[[Matter], Verdict]


@cache
def checks() -> tuple[Check, ...]:
    """Return the checks in their order."""
    return tuple(
        Check(each["name"], each["title"], each["source"], each["score"], next(vars(room)[each["name"]] for room in _ROOMS if each["name"] in vars(room)))
        for each in read_data("checks")["check"]
    )


def audit(release: Release) -> Audit:
    """Return the safe-harbor audit of a release.

    Raises InputError for a release without its text.

        >>> import forelook
        >>> found = forelook.audit(forelook.load()("Acme expects sales to double in 2027."))
        >>> found.worst, found.findings[0].check
        ('missing', 'legend')
    """
    matter = gather(release)
    findings = [_find(number, check, matter) for number, check in enumerate(checks(), 1)]
    counts = Counter(finding.finding for finding in findings)
    worst = min((finding.finding for finding in findings), key=GRADES.index)
    legend = [Fragment(start, end) for start, end in matter.legend.spans] if matter.legend.speaks else []
    return Audit(legend, worst, GradeCounts(*(counts[grade] for grade in GRADES)), findings, _matches(matter))


def list_factors(release: Release) -> list[Factor]:
    """Return the risk factors that a release names, in the order of its text; raises InputError for one without its text."""
    return [Factor(*factor.span, factor.specific) for factor in gather(release).factors]


def _find(number: int, check: Check, matter: Matter) -> Finding:
    """Return what one check finds; a fault is told once, so that nothing but check 1 speaks where there is no legend."""
    if check.name in _ALWAYS:
        verdict = check.run(matter) if check.name == "legend" or matter.legend.speaks else does_not_apply("There is no legend.")
    elif not matter.forward:
        verdict = does_not_apply("No statement looks forward.")
    elif not matter.legend.speaks:
        verdict = does_not_apply("There is no legend.")
    else:
        verdict = check.run(matter)
    evidence = list(verdict.evidence) if verdict.grade != "not_applicable" else []
    return Finding(check.name, number, verdict.grade, verdict.message, check.source, evidence, check.score)


def _matches(matter: Matter) -> list[Match]:
    if not matter.legend.speaks:
        return []
    return [Match(each.place, shown(each.subjects), [Factor(*factor.span, factor.specific) for factor in each.factors]) for each in matter.forward]
