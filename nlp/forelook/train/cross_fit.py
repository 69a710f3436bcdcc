"""Text encoders that a text encoder is distilled from: cross-fitted by release, then distilled into one.

In: passages. Out: the arrays of one encoder that has learned from all of them, and for every passage the scores of an encoder that has
not learned from it. The final one learns from the labels and from what the others say of the units that they have not seen, and so
does the classifier that takes the scores as columns. Needs the extra `[teacher]`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from forelook.arrays import Singles
from forelook.features.encoder import TextEncoder
from forelook.model.softmax import softmax
from forelook.train.encoder import Notify, train_encoder
from forelook.train.passages import Passage, soften
from forelook.train.vocabulary import Vocabulary

LABEL_SHARE = 0.75  # of a label beside what the other encoders say
UNLABELLED_WEIGHT = 2.0  # of a unit without a label, where one of a release labelled whole weighs 4

FOLD_EPOCHS = 6  # over the releases of one fold less, about as many steps as the final one takes


class CrossFitted(NamedTuple):
    """The arrays of the final encoder, and of those that have not learned from one fold each; every passage's scores by the latter, (units, classes)."""

    arrays: dict[str, Any]
    folds: list[dict[str, Any]]
    scores: list[Singles]


def _name_fold(progress: Notify, fold: int) -> Notify:
    return lambda step: progress(f"fold {fold}: {step}")


def train_cross_fitted(
    passages: Sequence[Passage], vocabulary: Vocabulary, folds: Sequence[int], made_over: Sequence[Passage] = (), *, progress: Notify = lambda _: None
) -> CrossFitted:
    """Return an encoder for `passages` and cross-fitted scores; `folds` says in which fold each passage is left out.

    `made_over` are passages made from some of these, with their ids: whoever does not learn from the one does not learn from the other.
    """
    fold_of = {passage.id: fold for passage, fold in zip(passages, folds, strict=True)}
    scores: list[Singles] = [np.zeros((0, 0), np.float32)] * len(passages)
    fitted: list[dict[str, Any]] = []
    for fold in sorted(set(folds)):
        learned = [passage for passage, own in zip(passages, folds, strict=True) if own != fold and passage.weights.any()]
        learned += [passage for passage in made_over if fold_of[passage.id] != fold]
        fitted.append(train_encoder(learned, vocabulary, seed=fold, epochs=FOLD_EPOCHS, progress=_name_fold(progress, fold)))
        encoder = TextEncoder(fitted[-1])
        for number, (passage, own) in enumerate(zip(passages, folds, strict=True)):
            if own == fold:
                scores[number] = encoder.encode([passage.text], [passage.segmentation])
    softened = [
        soften(passage, passage.places, softmax(own), label_share=LABEL_SHARE, weight=UNLABELLED_WEIGHT) for passage, own in zip(passages, scores, strict=True)
    ]
    return CrossFitted(train_encoder([*softened, *made_over], vocabulary, seed=len(set(folds)), progress=progress), fitted, scores)
