"""Scores of tagged releases against gold.

In: gold releases, and the same tagged. Out: scores as the labelling guide defines them (boundaries, F1 by label,
forward-looking, speakers, tables, calibration), with bootstrap intervals over releases, and the errors.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from msgspec import Struct

from forelook.corpus.gold import GoldRelease, GoldUnit
from forelook.counting import say_count
from forelook.evaluate.measures import calibration_bins, calibration_error, f1
from forelook.records import LABELS, Document, Label, Release, Source, Statement
from forelook.spans import Span, match_spans, overlap, similarity, span_of, trim

RESAMPLES = 1000
_HONORIFICS = frozenset(("mr", "mrs", "ms", "dr", "sir", "prof", "jr", "sr", "phd", "md"))


class Counts(Struct):
    """The counts of one release, of which scores are computed."""

    boundary: Counter[str]
    labels: dict[str, Counter[str]]
    forward: Counter[str]
    speaker: Counter[str]
    table: Counter[str]
    confusion: Counter[tuple[str, str]]
    bins: list[tuple[float, bool]]
    errors: list[Error]


class Error(NamedTuple):
    """One wrong statement: its span, the expected and the predicted label, and the likely cause."""

    release: str
    start: int
    end: int
    expected: str
    predicted: str
    cause: str


class EvaluationScores(Struct):
    """Scores over a set of releases, as fractions; `f1` by label."""

    releases: int
    statements: int
    boundary_f1: float
    macro_f1: float
    f1: dict[str, float]
    forward_f1: float
    speaker: float
    table: float
    ece: float


def compare(gold: Sequence[GoldRelease], tagged: Sequence[Release]) -> list[Counts]:
    """Return the counts of each release; `tagged` are the same releases in the same order."""
    return [_compare_release(one, other) for one, other in zip(gold, tagged, strict=True)]


def as_documents(gold: Sequence[GoldRelease]) -> list[Document]:
    """Return the texts of gold releases as documents to be tagged."""
    return [Document(release.id, release.text, Source()) for release in gold]


def score(counts: Sequence[Counts]) -> EvaluationScores:
    """Return the scores over all counts."""
    groups = {name: Counter[str]() for name in ("boundary", "forward", "speaker", "table")}
    labels = {label.value: Counter[str]() for label in LABELS}
    confidence: list[tuple[float, bool]] = []
    for one in counts:
        for name, group in groups.items():
            group.update(getattr(one, name))
        for label, counter in one.labels.items():
            labels[label].update(counter)
        confidence += one.bins
    by_label = {label: _f1(counter) for label, counter in labels.items()}
    return EvaluationScores(
        len(counts),
        sum(sum(value for (expected, _), value in one.confusion.items() if expected != "none") for one in counts),
        _f1(groups["boundary"]),
        sum(by_label.values()) / len(by_label),
        by_label,
        _f1(groups["forward"]),
        groups["speaker"]["right"] / max(1, groups["speaker"]["n"]),
        groups["table"]["right"] / max(1, groups["table"]["n"]),
        calibration_error(calibration_bins(np.array([p for p, _ in confidence]), np.array([right for _, right in confidence], bool))),
    )


def bootstrap(counts: Sequence[Counts], resamples: int = RESAMPLES) -> dict[str, tuple[float, float]]:
    """Return 95% intervals of boundary_f1, macro_f1, forward_f1 and the F1 of guidance over resampled releases; deterministic."""
    chance = random.Random(0)
    draws: dict[str, list[float]] = {"boundary_f1": [], "macro_f1": [], "guidance": [], "forward_f1": []}
    for _ in range(resamples):
        scores = score(chance.choices(counts, k=len(counts)))
        draws["boundary_f1"].append(scores.boundary_f1)
        draws["macro_f1"].append(scores.macro_f1)
        draws["guidance"].append(scores.f1["guidance"])
        draws["forward_f1"].append(scores.forward_f1)
    return {name: (sorted(values)[int(0.025 * resamples)], sorted(values)[int(0.975 * resamples)]) for name, values in draws.items()}


def describe_scores(counts: Sequence[Counts]) -> list[str]:
    """Return the scores over all counts as lines, some with their intervals, and the errors by frequency."""
    scores, intervals = score(counts), bootstrap(counts)
    lines = [f"{say_count(scores.releases, 'release')}, {say_count(scores.statements, 'statement')}"]
    for name in ("boundary_f1", "macro_f1", "forward_f1", "speaker", "table", "ece"):
        between = f"   95 % between {intervals[name][0]:.3f} and {intervals[name][1]:.3f}" if name in intervals else ""
        lines.append(f"{name:22}{getattr(scores, name):.4f}{between}")
    lines += [f"f1 {label:19}{value:.4f}" for label, value in scores.f1.items()]
    causes = Counter((error.cause, error.expected, error.predicted) for one in counts for error in one.errors)
    return lines + [f"{number:4} {cause:18} {expected} → {predicted}" for (cause, expected, predicted), number in causes.most_common()]


def _compare_release(gold: GoldRelease, tagged: Release) -> Counts:
    counts = Counts(Counter(), {label.value: Counter() for label in LABELS}, Counter(), Counter(), Counter(), Counter(), [], [])
    tables = [unit for unit in gold.units if unit.kind == "table"]
    for table, index in zip(tables, match_spans(tables, tagged.statements), strict=True):
        counts.table["n"] += 1
        counts.table["right"] += index >= 0 and tagged.statements[index].label == table.label
    wanted = [unit for unit in gold.units if unit.kind == "statement"]
    nearest = match_spans(tagged.statements, tables)
    found = [each for each, k in zip(tagged.statements, nearest, strict=True) if each.kind != "table" and not _is_inside(each, tables, k)]
    places, expected = {span_of(each) for each in found}, {trim(gold.text, unit.start, unit.end) for unit in wanted}
    counts.boundary.update(tp=len(places & expected), fp=len(places - expected), fn=len(expected - places))
    used: set[int] = set()
    for unit, index in zip(wanted, match_spans(wanted, found), strict=True):
        place = trim(gold.text, unit.start, unit.end)
        same = index >= 0 and index not in used and similarity(place, span_of(found[index])) >= 0.5
        if same:
            used.add(index)
        _compare_unit(gold.id, unit, place, found[index] if same else None, counts)
    touched = match_spans(found, wanted)
    for index, each in enumerate(found):
        if index not in used:
            counts.labels[each.label.value]["fp"] += 1
            counts.confusion["none", each.label.value] += 1
            counts.errors.append(Error(gold.id, each.start, each.end, "none", each.label.value, "boundary" if touched[index] >= 0 else "section"))
    return counts


def _is_inside(statement: Statement, tables: Sequence[GoldUnit], table: int) -> bool:
    """Return whether more than half of a statement is inside the table (by index, -1 for none) that it overlaps most."""
    return table >= 0 and 2 * overlap(span_of(statement), span_of(tables[table])) > statement.end - statement.start


def _compare_unit(release: str, unit: GoldUnit, place: Span, got: Statement | None, counts: Counts) -> None:
    """Add a gold statement and the tagged one paired with it, if any, to the counts."""
    label = unit.label.value if unit.label else "none"
    guess = got.label.value if got else "none"
    if got is not None:
        counts.bins.append((got.score, got.label == unit.label))
    counts.confusion[label, guess] += 1
    if guess == label:
        counts.labels[label]["tp"] += 1
    else:
        counts.labels[label]["fn"] += 1
        if got:
            counts.labels[guess]["fp"] += 1
        counts.errors.append(Error(release, *place, label, guess, _cause(unit, got)))
    looks_forward = bool(got and got.forward_looking)
    wanted = unit.forward_looking
    counts.forward.update(tp=wanted and looks_forward, fp=looks_forward and not wanted, fn=wanted and not looks_forward)
    if unit.label is Label.MANAGEMENT_QUOTE and unit.speaker:
        counts.speaker["n"] += 1
        counts.speaker["right"] += got is not None and got.speaker is not None and name_key(got.speaker.name) == name_key(unit.speaker)


def _cause(unit: GoldUnit, got: Statement | None) -> str:
    """Return the stage that an error comes from: boundary or meta, quotation, section, or wording."""
    if got is None:
        return "boundary or meta"
    if Label.MANAGEMENT_QUOTE in (unit.label, got.label):
        return "quotation"
    return "section" if Label.SAFE_HARBOR in (unit.label, got.label) else "wording"


def name_key(name: str) -> str:
    """Return a name normalized for comparison: lower case, without punctuation and honorifics."""
    words = re.sub(r"[^a-z ]", "", name.lower().replace("-", " ")).split()
    return " ".join(word for word in words if word not in _HONORIFICS)


def _f1(counter: Counter[str]) -> float:
    return f1(counter["tp"], counter["tp"] + counter["fp"], counter["tp"] + counter["fn"])
