"""Text encoders, cross-fitted by release and then distilled into one.

In: passages. Out: the arrays of one encoder trained on all of them, and for every passage the scores of an encoder that was not
trained on it. The final encoder learns from the labels and from the others' predictions for held-out units; the classifier uses
the held-out scores as columns. Needs the extra `[teacher]`.
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

LABEL_SHARE = 0.75  # of a label, beside the predictions of the other encoders
UNLABELLED_WEIGHT = 2.0  # of a unit without a label; one of a fully labelled release weighs 4

FOLD_EPOCHS = 6  # without one fold, about as many steps as for the final encoder


class CrossFitted(NamedTuple):
    """The arrays of the final encoder, and of those trained without one fold each; held-out scores of every passage, shape (units, classes)."""

    arrays: dict[str, Any]
    folds: list[dict[str, Any]]
    scores: list[Singles]


def _name_fold(progress: Notify, fold: int) -> Notify:
    return lambda step: progress(f"fold {fold}: {step}")


def train_cross_fitted(
    passages: Sequence[Passage], vocabulary: Vocabulary, folds: Sequence[int], made_over: Sequence[Passage] = (), *, progress: Notify = lambda _: None
) -> CrossFitted:
    """Return an encoder for `passages` and cross-fitted scores; `folds` says in which fold each passage is left out.

    `made_over` are passages made from some of these, with their ids: an encoder that does not learn from a passage does not learn from its copies.
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
