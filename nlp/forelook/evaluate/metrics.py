"""Measurements: a model's scores on held-out releases and on gold, stage by stage, and how they rise with the corpus.

In: a fit, or annotated releases to fit, and gold releases. Out: plain dictionaries, the content of `metrics.json`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt
from sklearn.metrics import precision_recall_curve

from forelook.corpus.annotated import AnnotatedRelease
from forelook.corpus.gold import GoldRelease, GoldUnit
from forelook.evaluate.scores import BINS, Counts, as_documents, bootstrap, compare, name_key, score
from forelook.model.classifier import CLASSES
from forelook.model.store import save_model
from forelook.records import LABELS, Label, Release
from forelook.segment.layout import TABLE, find_blocks
from forelook.segment.quotes.utterances import find_quotes
from forelook.segment.segmentation import assemble
from forelook.segment.sentences import Unit, cut_units
from forelook.tagger import Tagger
from forelook.train.fit import Fit, Progress, fit, number_of

NAMES = (*(label.value for label in LABELS), "meta")
LABEL_OF_CLASS = np.array([0, 1, 2, 2, 3, 4])  # the index in NAMES of each class
CURVE_POINTS = 41  # recalls at which precision is kept
CORPUS_SIZES = (75, 150, 300, 600)
DIGITS = 4

Floats = npt.NDArray[np.float64]


def metrics(result: Fit, gold: Sequence[GoldRelease] = ()) -> dict[str, Any]:
    """Return what is cheap to measure on every training: cross-validated scores, and scores on gold where there is any.

    The cross-validated probabilities come from a first pass that has not seen the release; the second pass's 300 weights have.
    """
    measured: dict[str, Any] = {"cross_validated": cross_validated(result)}
    if gold:
        measured["gold"] = on_gold(gold, tag_with(result.arrays, gold))
    return measured


def tag_with(arrays: Mapping[str, Any], gold: Sequence[GoldRelease]) -> list[Release]:
    """Return gold releases as the model of `arrays` tags them, rounded as a saved model is."""
    with TemporaryDirectory() as directory:
        save_model(Path(directory), dict(arrays), {"name": "trial", "version": "0"})
        return Tagger(Path(directory)).tag(as_documents(gold))


def cross_validated(result: Fit) -> dict[str, Any]:
    """Return scores a unit over the corpus as laid out for training: what a model says of releases that it has not learned from."""
    truth, scores = LABEL_OF_CLASS[result.corpus.classes], np.zeros((len(result.held_out), len(NAMES)))
    np.add.at(scores.T, LABEL_OF_CLASS, result.held_out.T)
    guess = scores.argmax(axis=1)
    confusion = np.zeros((len(NAMES), len(NAMES)), int)
    np.add.at(confusion, (truth, guess), 1)
    f1 = {label: _f1(confusion[k, k], confusion[:, k].sum(), confusion[k].sum()) for k, label in enumerate(NAMES[:-1])}
    forward = np.isin(result.corpus.classes, [CLASSES.index("guidance"), CLASSES.index("quote_forward")])
    forward_guess = (guess == 0) | ((guess == 2) & (result.held_out[:, 2] > result.held_out[:, 3]))
    stated = (truth < len(LABELS)) & (guess < len(LABELS))
    four = scores[stated, : len(LABELS)] / scores[stated, : len(LABELS)].sum(axis=1, keepdims=True)
    bins = _bins(four.max(axis=1), guess[stated] == truth[stated])
    return {
        "units": len(truth),
        "macro_f1": _round(sum(f1.values()) / len(f1)),
        "f1": {label: _round(value) for label, value in f1.items()},
        "forward_f1": _round(_f1((forward & forward_guess).sum(), forward_guess.sum(), forward.sum())),
        "ece": _round(sum(abs(p - right) * n for p, right, n in bins) / max(1, sum(n for _, _, n in bins))),
        "confusion": {row: dict(zip(NAMES, confusion[k].tolist(), strict=True)) for k, row in enumerate(NAMES)},
        "reliability": bins,
        "precision_recall": {label: _curve(truth == k, scores[:, k]) for k, label in enumerate(NAMES[:-1])},
    }


def on_gold(gold: Sequence[GoldRelease], tagged: Sequence[Release]) -> dict[str, Any]:
    """Return scores on gold, end to end, with intervals, errors by cause and each stage by itself."""
    counts = compare(gold, tagged)
    scores = score(counts)
    confusion = sum((Counter(one.confusion) for one in counts), Counter[tuple[str, str]]())
    pairs = [pair for one in counts for pair in one.bins]
    truth, chances = _pair_scores(gold, tagged)
    causes = Counter((error.expected, error.cause) for one in counts for error in one.errors)
    return {
        **{key: value if isinstance(value, int) else _round(value) for key, value in msgspec.to_builtins(scores).items() if key != "f1"},
        "f1": {label: _round(value) for label, value in scores.f1.items()},
        "intervals": {name: [_round(low), _round(high)] for name, (low, high) in bootstrap(counts).items()},
        "confusion": {row: {column: confusion[row, column] for column in (*NAMES[:-1], "none")} for row in (*NAMES[:-1], "none")},
        "causes": {expected: {cause: n for (row, cause), n in sorted(causes.items()) if row == expected} for expected in (*NAMES[:-1], "none")},
        "reliability": _bins(np.array([p for p, _ in pairs]), np.array([right for _, right in pairs])),
        "precision_recall": {label: _curve(truth == k, chances[:, k]) for k, label in enumerate(NAMES[:-1])},
        "stages": _stages(gold, tagged, counts),
    }


def learning_curve(
    releases: Sequence[AnnotatedRelease], gold: Sequence[GoldRelease] = (), sizes: Sequence[int] = CORPUS_SIZES, progress: Progress = lambda _: None
) -> list[dict[str, Any]]:
    """Return scores of models trained on ever more of the corpus and on nothing else: cross-validated, and on gold.

    Each number of releases includes the smaller ones; which come first hangs on their ids. Takes a full training a row.
    """
    order = sorted(releases, key=lambda release: number_of(f"curve {release.id}", 1 << 30))
    rows = []
    with TemporaryDirectory() as nothing_absorbed:
        for size in [*(size for size in sizes if size < len(order)), len(order)]:
            if size < len(order) and size * 1.1 > len(order):
                continue
            progress(f"learning curve: {size} releases")
            result = fit(sorted(order[:size], key=lambda release: release.id), Path(nothing_absorbed), jobs=1)
            own = cross_validated(result)
            row: dict[str, Any] = {"releases": size, "statements": sum(unit.label is not None for each in order[:size] for unit in each.units)}
            row["cross_validated"] = {"macro_f1": own["macro_f1"], **own["f1"], "forward": own["forward_f1"]}
            if gold:
                scores = score(compare(gold, tag_with(result.arrays, gold)))
                row["gold"] = {key: _round(value) for key, value in {"macro_f1": scores.macro_f1, **scores.f1, "forward": scores.forward_f1}.items()}
            rows.append(row)
    return rows


def _pair_scores(gold: Sequence[GoldRelease], tagged: Sequence[Release]) -> tuple[npt.NDArray[np.int64], Floats]:
    """Return the true label's index (4 for none) and the four scores of each statement; gold statements that none meets score 0."""
    truth: list[int] = []
    chances: list[tuple[float, ...]] = []
    for release, found in zip(gold, tagged, strict=True):
        wanted = [unit for unit in release.units if unit.label]
        met: set[int] = set()
        for each in found.statements:
            best = max(range(len(wanted)), key=lambda k: min(wanted[k].end, each.end) - max(wanted[k].start, each.start), default=-1)
            same = best >= 0 and best not in met and min(wanted[best].end, each.end) > max(wanted[best].start, each.start)
            truth.append(NAMES.index(str(wanted[best].label)) if same else len(LABELS))
            chances.append(msgspec.structs.astuple(each.scores))
            met |= {best} if same else set()
        missed = [unit for k, unit in enumerate(wanted) if k not in met]
        truth += [NAMES.index(str(unit.label)) for unit in missed]
        chances += [(0.0,) * len(LABELS)] * len(missed)
    return np.array(truth), np.array(chances)


def _stages(gold: Sequence[GoldRelease], tagged: Sequence[Release], counts: Sequence[Counts]) -> dict[str, dict[str, float | None]]:
    """Return boundaries, quotes and speakers, alone (gold of the stage before given) and end to end, exact and by overlap."""
    n: Counter[str] = Counter()
    for release, found in zip(gold, tagged, strict=True):
        blocks = find_blocks(release.text)
        wanted = [unit for unit in release.units if unit.kind == "statement"]
        cut = [(unit.start, unit.end) for unit in cut_units(release.text, blocks)]
        units = [Unit(*_trim(release.text, unit), TABLE if unit.kind == "table" else "sentence", 0) for unit in release.units]
        given = assemble(release.text, blocks, units, find_quotes(release.text, blocks))
        exact = {(each.start, each.end): each.label for each in found.statements}
        n["statements"] += len(wanted)
        n["cut"] += sum(_trim(release.text, unit) in set(cut) for unit in wanted)
        n["near"] += sum(_meets(_trim(release.text, unit), cut) for unit in wanted)
        n["exact tagged"] += sum(label is Label.MANAGEMENT_QUOTE for label in exact.values())
        for unit, index in zip(release.units, given.quoted_by, strict=True):
            if unit.kind != "statement":
                continue
            quote = unit.label is Label.MANAGEMENT_QUOTE
            said = given.utterances[index].speaker if index >= 0 else None
            n["quotes"] += quote
            n["found"] += said is not None
            n["right"] += quote and said is not None
            n["exact right"] += quote and exact.get(_trim(release.text, unit)) is Label.MANAGEMENT_QUOTE
            if quote and unit.speaker:
                n["speakers"] += 1
                n["named"] += said is not None and name_key(said.name) == name_key(unit.speaker)
    scores, pairs = score(counts), Counter[str]()
    for one in counts:
        for (expected, guess), number in one.confusion.items():
            pairs["missed" if guess == "none" else "false" if expected == "none" else "paired"] += number
    overlap = _f1(pairs["paired"], pairs["paired"] + pairs["false"], pairs["paired"] + pairs["missed"])
    table = {
        "boundaries": (n["cut"] / max(1, n["statements"]), n["near"] / max(1, n["statements"]), scores.boundary_f1, overlap),
        "quotes": (None, _f1(n["right"], n["found"], n["quotes"]), _f1(n["exact right"], n["exact tagged"], n["quotes"]), scores.f1["management_quote"]),
        "speakers": (n["named"] / max(1, n["speakers"]), None, scores.speaker, None),
    }
    columns = ("alone, exact", "alone, overlap", "end to end, exact", "end to end, overlap")
    return {stage: {column: None if value is None else _round(value) for column, value in zip(columns, row, strict=True)} for stage, row in table.items()}


def _trim(text: str, unit: GoldUnit) -> tuple[int, int]:
    content = text[unit.start : unit.end]
    return unit.start + len(content) - len(content.lstrip()), unit.start + len(content.rstrip())


def _meets(place: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    start, end = place
    return any(2 * max(0, min(end, b) - max(start, a)) >= max(end, b) - min(start, a) for a, b in others)


def _bins(confidence: Floats, right: npt.NDArray[np.bool_]) -> list[tuple[float, float, int]]:
    """Return mean confidence, share of right ones and number, bin by bin; empty bins are left out."""
    number = np.minimum((confidence * BINS).astype(int), BINS - 1)
    inside = [number == k for k in range(BINS)]
    return [(_round(confidence[own].mean()), _round(right[own].mean()), int(own.sum())) for own in inside if own.any()]


def _curve(truth: npt.NDArray[np.bool_], scores: Floats) -> list[float]:
    """Return the best precision at recalls of 0, 1/40 … 1."""
    precision, recall, _ = precision_recall_curve(truth, scores)
    return [_round(precision[recall >= least - 1e-9].max()) for least in np.linspace(0, 1, CURVE_POINTS)]


def _f1(right: float, found: float, wanted: float) -> float:
    return float(2 * right / (found + wanted)) if found + wanted else 1.0


def _round(value: float) -> float:
    return round(float(value), DIGITS)
