"""Review: the statements of a batch that are most worth checking.

In: any number of tagged releases; only the least certain statements are kept in memory. Out: those with the smallest margin
between their two best labels, with near-duplicates counted as one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import asdict

from forelook.corpus.similar import find_similar
from forelook.records import Label, Release, Statement

HELD = 20  # statements kept for each one requested, so that merging near-duplicates does not leave too few
DIGITS = 4  # decimals of a margin


class ReviewCandidate(Struct, frozen=True):
    """A statement worth checking; `id`, `start` and `end` say where it is, `count` how many near-duplicates it stands for."""

    margin: float  # between the scores of the label and the runner-up; negative where the label is not the most probable one
    id: str
    start: int
    end: int
    label: Label
    score: float
    runner_up: Label
    text: str
    count: int


def review(releases: Iterable[Release], limit: int) -> list[ReviewCandidate]:
    """Return at most `limit` statements, least certain first.

    Statements that share more than 60% of their runs of three words count as one, represented by the least certain of them;
    `count` includes only statements that were kept, which are the least certain ones.

    Raises ValueError for a limit below 1.
    """
    if limit < 1:
        raise ValueError(f"limit {limit}: expected 1 or more")
    held: list[ReviewCandidate] = []
    for release in releases:
        held += [_weigh(release.id, statement) for statement in release.statements]
        if len(held) > 2 * HELD * limit:
            held = sorted(held, key=_order)[: HELD * limit]
    held = sorted(held, key=_order)[: HELD * limit]
    first = find_similar([candidate.text for candidate in held])
    counts = Counter(first)
    kept = [number for number, leader in enumerate(first) if number == leader][:limit]
    return [_counted(held[number], counts[number]) for number in kept]


def _weigh(identity: str, statement: Statement) -> ReviewCandidate:
    scores = asdict(statement.scores)
    runner_up = max((label for label in Label if label is not statement.label), key=lambda label: scores[label.value])
    margin = round(statement.score - scores[runner_up.value], DIGITS)
    return ReviewCandidate(margin, identity, statement.start, statement.end, statement.label, statement.score, runner_up, statement.text, 1)


def _order(candidate: ReviewCandidate) -> tuple[float, str, int]:
    return candidate.margin, candidate.id, candidate.start


def _counted(candidate: ReviewCandidate, count: int) -> ReviewCandidate:
    return ReviewCandidate(**{**asdict(candidate), "count": count})
