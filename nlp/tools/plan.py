"""The plan of the authored corpus: how much there should be of everything, and what is still missing.

In: annotated releases. Out: what is missing, one line each.

Run as `python -m tools.plan [DATA]`: prints what the corpus lacks; the exit status is 1 if it lacks anything.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from forelook.corpus.annotated import AnnotatedRelease, read_corpus


class Target(NamedTuple):
    """A number that the corpus should reach, and what is counted."""

    name: str
    least: int


RELEASES = Target("releases", 600)
STATEMENTS = Target("statements", 18_000)
TABLES = Target("tables", 250)
BY_CODE = {"G": Target("guidance statements (G)", 3_600), "S": Target("legend statements (S)", 2_500), "H": Target("factual statements (H)", 7_000)}
QUOTES = Target("quoted statements (QF and QN)", 3_000)
OUTLOOK_TABLES = Target("outlook tables (TG)", 70)
FORWARD_QUOTES = 0.45  # the least share of forward-looking ones among quoted statements; the aim is half


def check_plan(releases: Sequence[AnnotatedRelease]) -> list[str]:
    """Return a line for each number of the plan that the corpus does not reach."""
    counts = Counter(unit.code for release in releases for unit in release.units)
    quotes = counts["QF"] + counts["QN"]
    reached = [
        (RELEASES, len(releases)),
        (STATEMENTS, counts.total() - counts["M"]),
        *((target, counts[code]) for code, target in BY_CODE.items()),
        (QUOTES, quotes),
        (TABLES, counts["TG"] + counts["TH"]),
        (OUTLOOK_TABLES, counts["TG"]),
    ]
    findings = [
        f"plan: {count} {target.name}, expected at least {target.least}; write {target.least - count} more" for target, count in reached if count < target.least
    ]
    if counts["QF"] < FORWARD_QUOTES * quotes:
        findings.append(
            f"plan: {counts['QF'] / quotes:.0%} of the quoted statements look forward (QF), expected at least {FORWARD_QUOTES:.0%}; write more of them"
        )
    return findings


def main(data: Path) -> int:
    """Print what a corpus lacks; return the exit status."""
    findings = check_plan(read_corpus(data))
    print("\n".join(findings or ["the plan's counts are reached"]))
    return int(bool(findings))


if __name__ == "__main__":
    sys.exit(main(Path(*sys.argv[1:2] or ["training_data"])))
