"""Metrics: a model's scores on gold, end to end, and the file of everything measured of a model (`metrics.json`).

In: gold releases, and the same tagged. Out: plain dictionaries.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from forelook.arrays import Floats, Ints
from forelook.corpus.gold import GoldRelease
from forelook.errors import ModelError
from forelook.evaluate.cross_validated import NAMES
from forelook.evaluate.measures import calibration_bins, precision_at_recalls, rounded
from forelook.evaluate.scores import bootstrap, compare, score
from forelook.evaluate.stages import score_stages
from forelook.records import LABELS, Release
from forelook.spans import match_spans

METRICS_FILE = "metrics.json"
ON_GOLD = ("gold", "gold_also")  # sections


def on_gold(gold: Sequence[GoldRelease], tagged: Sequence[Release]) -> dict[str, Any]:
    """Return scores on gold, end to end, with intervals, errors by cause, and scores of each stage."""
    counts = compare(gold, tagged)
    scores = score(counts)
    confusion = sum((Counter(one.confusion) for one in counts), Counter[tuple[str, str]]())
    pairs = [pair for one in counts for pair in one.bins]
    truth, chances = _pair_scores(gold, tagged)
    causes = Counter((error.expected, error.cause) for one in counts for error in one.errors)
    return {
        **{key: value if isinstance(value, int) else rounded(value) for key, value in msgspec.to_builtins(scores).items() if key != "f1"},
        "f1": {label: rounded(value) for label, value in scores.f1.items()},
        "intervals": {name: [rounded(low), rounded(high)] for name, (low, high) in bootstrap(counts).items()},
        "confusion": {row: {column: confusion[row, column] for column in (*NAMES[:-1], "none")} for row in (*NAMES[:-1], "none")},
        "causes": {expected: {cause: n for (row, cause), n in sorted(causes.items()) if row == expected} for expected in (*NAMES[:-1], "none")},
        "reliability": [
            (rounded(p), rounded(right), n) for p, right, n in calibration_bins(np.array([p for p, _ in pairs]), np.array([right for _, right in pairs], bool))
        ],
        "precision_recall": {label: precision_at_recalls(truth == k, chances[:, k]) for k, label in enumerate(NAMES[:-1])},
        "stages": score_stages(gold, tagged, counts),
    }


def _pair_scores(gold: Sequence[GoldRelease], tagged: Sequence[Release]) -> tuple[Ints, Floats]:
    """Return the index of the true label (4 for none) and the four scores of each statement; missed gold statements have scores of 0."""
    truth: list[int] = []
    chances: list[tuple[float, ...]] = []
    for release, found in zip(gold, tagged, strict=True):
        wanted = [unit for unit in release.units if unit.label]
        met: set[int] = set()
        for each, best in zip(found.statements, match_spans(found.statements, wanted), strict=True):
            same = best >= 0 and best not in met
            truth.append(NAMES.index(str(wanted[best].label)) if same else len(LABELS))
            chances.append(msgspec.structs.astuple(each.scores))
            met |= {best} if same else set()
        missed = [unit for k, unit in enumerate(wanted) if k not in met]
        truth += [NAMES.index(str(unit.label)) for unit in missed]
        chances += [(0.0,) * len(LABELS)] * len(missed)
    return np.array(truth), np.array(chances)


def save_metrics(directory: Path, measured: Mapping[str, Any], digest: str) -> dict[str, Any]:
    """Write `metrics.json` of a model directory and return its content; `digest` is that of the model's sources.

    Sections that were not measured this time are kept with their digests, which show that they belong to an earlier training;
    scores of another model on gold are not kept.

    Raises ModelError where the existing file is damaged.
    """
    content = {name: section for name, section in read_metrics(directory).items() if name not in ON_GOLD or section["digest"] == digest}
    content |= {name: {"digest": digest, "content": section} for name, section in measured.items()}
    (directory / METRICS_FILE).write_text(json.dumps(dict(sorted(content.items())), separators=(",", ":")).replace("}},", "}},\n") + "\n", encoding="utf-8")
    return content


def read_metrics(directory: Path) -> dict[str, Any]:
    """Return the content of `metrics.json`, empty where there is none; raises ModelError where it is not a JSON object."""
    path = directory / METRICS_FILE
    try:
        content = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    except ValueError as error:
        raise ModelError(f"{path}: damaged: {error}; run `make train`") from error
    if not isinstance(content, dict):
        raise ModelError(f"{path}: not a JSON object; run `make train`")
    return content
