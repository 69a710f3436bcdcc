"""Fit the small models behind figures and write them into the package: `python -m tools.fit_figures training_data [UNITS.jsonl RECORDS.jsonl]`.

In: a directory of annotated text, whose releases with guidance records are used; gold of texts that stay outside (their units, as in a gold
file, and their records, a release a line). Out: data/period.json and data/score.json of
figures/, and on standard output how well the score separates right records by cross-validation over releases.
"""

from __future__ import annotations

import math
import sys
from pathlib import Path

import msgspec

from forelook.corpus.alignment import as_gold
from forelook.corpus.annotated import read_corpus
from forelook.corpus.gold import GoldRelease, read_gold
from forelook.figures import period_choice, score
from forelook.records import Figure
from forelook.train.figures import encode, fit_periods, fit_scores, score_rows

DATA = Path(score.__file__).parent / "data"
FOLDS = 5


def main(directory: str, units: str = "", records: str = "") -> None:
    """Fit on every release that bears records."""
    releases = [as_gold(release) for release in read_corpus(Path(directory)) if any(unit.figures for unit in release.units)]
    if units:
        releases += read_outside(Path(units), Path(records))
    (DATA / "period.json").write_bytes(encode(fit_periods(releases)))
    period_choice.reload()
    report(releases)
    (DATA / "score.json").write_bytes(encode(fit_scores(releases)))


def read_outside(units: Path, records: Path) -> list[GoldRelease]:
    """Return the gold releases of a file with their records of another, which stand with its first unit."""
    found = {}
    for line in records.read_bytes().splitlines():
        row = msgspec.json.decode(line)
        found[row["id"]] = [msgspec.convert({"score": 1.0, **record}, Figure) for record in row["records"]]
    releases = []
    for gold in read_gold(units):
        first = msgspec.structs.replace(gold.units[0], figures=tuple(found.get(gold.id, ())))
        releases.append(msgspec.structs.replace(gold, units=[first, *gold.units[1:]]))
    return releases


def report(releases: list[GoldRelease]) -> None:
    """Print precision, recall and F1 of whole records at thresholds, scores by cross-validation, and how well they are calibrated."""
    scored: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        weights = fit_scores([release for number, release in enumerate(releases) if number % FOLDS != fold])
        for release in releases[fold::FOLDS]:
            for features, right in score_rows(release):
                scored.append((1 / (1 + math.exp(-sum(weights.get(name, 0.0) * value for name, value in features.items()))), right))
    records = sum(len(unit.figures) for release in releases for unit in release.units)
    for threshold in (0.0, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5):
        kept = [right for probability, right in scored if probability >= threshold]
        precision, recall = sum(kept) / max(len(kept), 1), sum(kept) / records
        print(f"{threshold:.2f}  precision {precision:.3f}  recall {recall:.3f}  F1 {2 * precision * recall / (precision + recall):.3f}")
    for low in range(0, 10, 2):
        bin_ = [(probability, right) for probability, right in scored if low / 10 <= probability < (low + 2) / 10]
        if bin_:
            print(f"score {sum(p for p, _ in bin_) / len(bin_):.2f}: {sum(r for _, r in bin_) / len(bin_):.2f} right of {len(bin_)}")


if __name__ == "__main__":
    main(*sys.argv[1:])
