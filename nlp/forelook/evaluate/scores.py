"""Evaluation: how right tagged releases are, measured on gold.

In: gold releases and what a tagger makes of their texts. Out: scores as the labelling guide counts them (boundaries, F1 a
label, forward-looking, speakers, tables, calibration), with bootstrap intervals by release, and the errors behind them.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct

from forelook.corpus.gold import GoldRelease, GoldUnit
from forelook.records import LABELS, Document, Label, Release, Source, Statement

BINS = 10
RESAMPLES = 1000
_HONORIFICS = frozenset(("mr", "mrs", "ms", "dr", "sir", "prof", "jr", "sr", "phd", "md"))


class Counts(Struct):
    """What one release adds to the scores."""

    boundary: Counter[str]
    labels: dict[str, Counter[str]]
    forward: Counter[str]
    speaker: Counter[str]
    table: Counter[str]
    confusion: Counter[tuple[str, str]]
    bins: list[tuple[float, bool]]
    errors: list[Error]


class Error(NamedTuple):
    """One wrong statement: where it stands, what it should be, what it was taken for, and the likely cause."""

    release: str
    start: int
    end: int
    expected: str
    predicted: str
    cause: str


class Scores(Struct):
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
    """Return the counts of each release; `tagged` holds the same releases in the same order."""
    return [_compare_release(one, other) for one, other in zip(gold, tagged, strict=True)]


def as_documents(gold: Sequence[GoldRelease]) -> list[Document]:
    """Return the texts of gold releases as documents to be tagged."""
    return [Document(release.id, release.text, Source()) for release in gold]


def score(counts: Sequence[Counts]) -> Scores:
    """Return the scores over all counts."""
    total = Counter[str]()
    labels = {label.value: Counter[str]() for label in LABELS}
    confidence: list[tuple[float, bool]] = []
    for one in counts:
        for name in ("boundary", "forward", "speaker", "table"):
            for key, value in getattr(one, name).items():
                total[f"{name} {key}"] += value
        for label, counter in one.labels.items():
            labels[label].update(counter)
        confidence += one.bins
    f1 = {label: _f1(counter["tp"], counter["fp"], counter["fn"]) for label, counter in labels.items()}
    return Scores(
        len(counts),
        sum(sum(value for (expected, _), value in one.confusion.items() if expected != "none") for one in counts),
        _f1(total["boundary tp"], total["boundary fp"], total["boundary fn"]),
        sum(f1.values()) / len(f1),
        f1,
        _f1(total["forward tp"], total["forward fp"], total["forward fn"]),
        total["speaker right"] / max(1, total["speaker n"]),
        total["table right"] / max(1, total["table n"]),
        _calibration_error(confidence),
    )


def bootstrap(counts: Sequence[Counts], resamples: int = RESAMPLES) -> dict[str, tuple[float, float]]:
    """Return 95 % intervals of macro_f1, guidance and boundary_f1 over resampled releases; the same every time."""
    chance = random.Random(0)
    draws: dict[str, list[float]] = {"boundary_f1": [], "macro_f1": [], "guidance": [], "forward_f1": []}
    for _ in range(resamples):
        scores = score(chance.choices(counts, k=len(counts)))
        draws["boundary_f1"].append(scores.boundary_f1)
        draws["macro_f1"].append(scores.macro_f1)
        draws["guidance"].append(scores.f1["guidance"])
        draws["forward_f1"].append(scores.forward_f1)
    return {name: (sorted(values)[int(0.025 * resamples)], sorted(values)[int(0.975 * resamples)]) for name, values in draws.items()}


def _compare_release(gold: GoldRelease, tagged: Release) -> Counts:
    text = gold.text
    counts = Counts(Counter(), {label.value: Counter() for label in LABELS}, Counter(), Counter(), Counter(), Counter(), [], [])
    tables = [unit for unit in gold.units if unit.kind == "table"]
    wanted = [unit for unit in gold.units if unit.kind == "statement"]
    for table in tables:
        best = max(tagged.statements, key=lambda each: _shared(each, table), default=None)
        counts.table["n"] += 1
        counts.table["right"] += best is not None and _shared(best, table) > 0 and best.label == table.label
    found = [each for each in tagged.statements if each.kind != "table" and not any(2 * _shared(each, table) > each.end - each.start for table in tables)]
    places, expected = {(each.start, each.end) for each in found}, {_trimmed(text, unit) for unit in wanted}
    counts.boundary.update(tp=len(places & expected), fp=len(places - expected), fn=len(expected - places))
    used: set[int] = set()
    for unit in wanted:
        _compare_unit(gold, unit, found, used, counts)
    for index, each in enumerate(found):
        if index not in used:
            counts.labels[each.label.value]["fp"] += 1
            counts.confusion["none", each.label.value] += 1
            counts.errors.append(Error(gold.id, each.start, each.end, "none", each.label.value, "boundary" if _touches(each, wanted) else "section"))
    return counts


def _compare_unit(gold: GoldRelease, unit: GoldUnit, found: list[Statement], used: set[int], counts: Counts) -> None:
    label = unit.label.value if unit.label else "none"
    start, end = _trimmed(gold.text, unit)
    index = max(range(len(found)), key=lambda k: _shared(found[k], unit), default=None)
    got = found[index] if index is not None and index not in used else None
    if got is not None and 2 * _shared(got, unit) < (end - start) + (got.end - got.start) - _shared(got, unit):
        got = None
    if got is not None and index is not None:
        used.add(index)
        counts.bins.append((got.score, got.label == unit.label))
    guess = got.label.value if got else "none"
    counts.confusion[label, guess] += 1
    if guess == label:
        counts.labels[label]["tp"] += 1
    else:
        counts.labels[label]["fn"] += 1
        if got:
            counts.labels[guess]["fp"] += 1
        counts.errors.append(Error(gold.id, start, end, label, guess, _cause(unit, got)))
    looks_forward = bool(got and got.forward_looking)
    wanted = unit.forward_looking
    counts.forward.update(tp=wanted and looks_forward, fp=looks_forward and not wanted, fn=wanted and not looks_forward)
    if unit.label is Label.MANAGEMENT_QUOTE and unit.speaker:
        counts.speaker["n"] += 1
        counts.speaker["right"] += got is not None and got.speaker is not None and name_key(got.speaker.name) == name_key(unit.speaker)


def _cause(unit: GoldUnit, got: Statement | None) -> str:
    """Name the stage that an error comes from: boundary, quotation, section (statement or meta), or wording."""
    if got is None:
        return "boundary or meta"
    if Label.MANAGEMENT_QUOTE in (unit.label, got.label):
        return "quotation"
    return "section" if Label.SAFE_HARBOR in (unit.label, got.label) else "wording"


def name_key(name: str) -> str:
    """Return a name as names are compared: lower case, no punctuation, no honorifics."""
    words = re.sub(r"[^a-z ]", "", name.lower().replace("-", " ")).split()
    return " ".join(word for word in words if word not in _HONORIFICS)


def _trimmed(text: str, unit: GoldUnit) -> tuple[int, int]:
    content = text[unit.start : unit.end]
    return unit.start + len(content) - len(content.lstrip()), unit.end - len(content) + len(content.rstrip())


def _shared(one: Statement | GoldUnit, other: Statement | GoldUnit) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _touches(one: Statement, others: list[GoldUnit]) -> bool:
    return any(_shared(one, other) for other in others)


def _f1(tp: int, fp: int, fn: int) -> float:
    return 2 * tp / (2 * tp + fp + fn) if tp + fp + fn else 1.0


def _calibration_error(confidence: list[tuple[float, bool]]) -> float:
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for probability, right in confidence:
        bins[min(BINS - 1, int(probability * BINS))].append((probability, right))
    gaps = (abs(sum(p for p, _ in each) - sum(r for _, r in each)) for each in bins)
    return sum(gaps) / max(1, len(confidence))
