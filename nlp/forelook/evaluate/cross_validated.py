"""Cross-validated scores, unit by unit, on releases that the model has not learned from.

In: rows and their held-out probabilities. Out: scores as a dictionary. The decision rule is that of the shipped model; units are
those of segmentation, so boundaries and speakers are not scored here.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from sklearn.metrics import average_precision_score, confusion_matrix, f1_score, log_loss

from forelook.arrays import Floats
from forelook.evaluate.measures import calibration_bins, calibration_error, precision_at_recalls, rounded
from forelook.model.classifier import CLASSES
from forelook.model.decisions import decide_units
from forelook.records import LABELS
from forelook.train.dataset import Dataset

NAMES = (*(label.value for label in LABELS), "meta")
LABEL_OF_CLASS = np.array([0, 1, 2, 2, 3, 4])  # the index in NAMES of each class
_META = len(LABELS)
_FORWARD = [CLASSES.index("guidance"), CLASSES.index("quote_forward")]


def cross_validated(rows: Dataset, held_out: Floats) -> dict[str, Any]:
    """Return scores over the units whose label annotators agreed on; `held_out` has shape (units, classes)."""
    decided = decide_units(rows.kinds, rows.speech, held_out)
    guess, certain, forward = np.full(len(rows.classes), _META), np.zeros(len(rows.classes)), np.zeros(len(rows.classes), bool)
    guess[decided.units], forward[decided.units] = decided.labels, decided.forward
    certain[decided.units] = decided.scores[np.arange(len(decided.labels)), decided.labels]
    own = rows.weights > 0.4  # labels on which annotators agreed
    classes, guess, certain, forward, scores = rows.classes[own], guess[own], certain[own], forward[own], held_out[own]
    truth = LABEL_OF_CLASS[classes]
    values = f1_score(truth, guess, labels=range(_META), average=None, zero_division=1.0)
    stated = (truth < _META) & (guess < _META)
    bins = calibration_bins(certain[stated], guess[stated] == truth[stated])
    confusion = confusion_matrix(truth, guess, labels=range(len(NAMES)))
    merged = np.zeros((len(truth), len(NAMES)))
    np.add.at(merged.T, LABEL_OF_CLASS, scores.T)
    return {
        "releases": len(rows.ids),
        "units": len(truth),
        "log_loss": rounded(log_loss(classes, scores, labels=range(len(CLASSES)))),
        "average_precision": rounded(average_precision_score(truth == 0, merged[:, 0])) if (truth == 0).any() else None,
        "macro_f1": rounded(values.mean()),
        "f1": dict(zip(NAMES, map(rounded, values), strict=False)),
        "forward_f1": rounded(f1_score(np.isin(classes, _FORWARD), forward, zero_division=1.0)),
        "ece": rounded(calibration_error(bins)),
        "confusion": {row: dict(zip(NAMES, confusion[k].tolist(), strict=True)) for k, row in enumerate(NAMES)},
        "reliability": [(rounded(p), rounded(right), n) for p, right, n in bins],
        "precision_recall": {label: precision_at_recalls(truth == k, merged[:, k]) for k, label in enumerate(NAMES[:-1])},
    }
