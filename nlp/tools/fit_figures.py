"""Fit the small models behind figures and write them into the package: `python -m tools.fit_figures TEXTS… [--data DIR]`.

In: a directory of annotated text, whose releases with guidance records are used; texts of real releases (files that forelook reads), whose records stand
in `training_data/real_figures.tsv` and whose statements the model tags. Out: data/period.json and data/score.json of figures/, and on standard
output how well the score separates right records by cross-validation over releases: annotated ones, real ones in which few drafts are found and in which many.
"""

from __future__ import annotations

import argparse
import math
from hashlib import sha256
from pathlib import Path

from forelook.corpus.alignment import as_gold
from forelook.corpus.annotated import read_corpus
from forelook.figures import period_choice, score
from forelook.records import Document
from forelook.tagger import load
from forelook.train.figures import FigureExample, ScoreRows, as_example, encode, fit_periods, fit_scores, score_rows
from tools.real_figures import FILE, read_figures
from tools.real_labels import read_texts

DATA = Path(score.__file__).parent / "data"
FOLDS = 5
FEW = 3  # drafts
THRESHOLDS = (0.0, 0.15, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5)
Scored = list[tuple[float, bool]]


def fit(data: Path, names: list[str]) -> None:
    """Fit on every release with records, annotated and real."""
    examples = [as_example(as_gold(release)) for release in read_corpus(data) if any(unit.figures for unit in release.units)]
    examples += read_real(names)
    (DATA / "period.json").write_bytes(encode(fit_periods(examples)))
    period_choice.reload()
    rows = [score_rows(example) for example in examples]
    report(examples, rows)
    (DATA / "score.json").write_bytes(encode(fit_scores(rows)))


def read_real(names: list[str]) -> list[FigureExample]:
    """Return the real releases whose text is in files, as the model tags them."""
    read = read_figures(FILE, read_texts(names)) if names else []
    tagged = load(figures=False).pipe([Document(id=one.id, text=one.text) for one in read])
    return [FigureExample(release, one.figures, one.read) for release, one in zip(tagged, read, strict=True)]


def report(examples: list[FigureExample], rows: list[ScoreRows]) -> None:
    """Print precision, recall and F1 of whole records at thresholds, scores by cross-validation, and how well they are calibrated."""
    scored: dict[str, Scored] = {}
    for fold in range(FOLDS):
        weights = fit_scores([of_one for example, of_one in zip(examples, rows, strict=True) if _fold(example) != fold])
        for example, of_one in zip(examples, rows, strict=True):
            if _fold(example) == fold:
                scored.setdefault(_group(example, of_one), []).extend((_apply(weights, features), right) for features, right in of_one)
    for name, found in scored.items():
        wanted = sum(len(example.figures) for example, of_one in zip(examples, rows, strict=True) if _group(example, of_one) == name)
        print(f"{name}: {wanted} records, {len(found)} drafts, log loss {sum(-math.log(p if right else 1 - p) for p, right in found) / len(found):.3f}")
        _print_thresholds(found, wanted)
        _print_reliability(found)


def _print_thresholds(found: Scored, wanted: int) -> None:
    for threshold in THRESHOLDS:
        kept = [right for probability, right in found if probability >= threshold]
        precision, recall, f1 = sum(kept) / max(len(kept), 1), sum(kept) / wanted, 2 * sum(kept) / (len(kept) + wanted)
        print(f"  {threshold:.2f}  precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")


def _print_reliability(found: Scored) -> None:
    for low in range(0, 10, 2):
        bin_ = [(probability, right) for probability, right in found if low / 10 <= probability < (low + 2) / 10]
        if bin_:
            print(f"  score {sum(p for p, _ in bin_) / len(bin_):.2f}: {sum(r for _, r in bin_) / len(bin_):.2f} right of {len(bin_)}")


def _apply(weights: dict[str, float], features: dict[str, float]) -> float:
    """Return the probability of a draft."""
    return 1 / (1 + math.exp(-sum(weights.get(name, 0.0) * value for name, value in features.items())))


def _fold(example: FigureExample) -> int:
    return int(sha256(example.release.id.encode()).hexdigest()[:8], 16) % FOLDS


def _group(example: FigureExample, rows: ScoreRows) -> str:
    return "annotated" if example.read is None else "real, many drafts" if len(rows) > FEW else "real, few drafts"


def main() -> None:
    """Parse arguments and fit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="*", help="texts of real releases; without them, the models learn only from annotated ones")
    parser.add_argument("--data", type=Path, default=Path("training_data"))
    options = parser.parse_args()
    fit(options.data, options.texts)


if __name__ == "__main__":
    main()
