"""Distillation: what transformers say of real releases, as soft targets for the base to learn from.

In: texts of real releases, the annotated corpus, and the labels that some of the texts have. Out: soft targets for all the
texts. No release is told by a transformer that has learned from its labels.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from joblib import Parallel, delayed

from forelook.corpus.annotated import read_corpus
from forelook.corpus.gold import GoldRelease, GoldUnit
from forelook.errors import AnnotationError, MissingExtraError
from forelook.model.classifier import CLASSES
from forelook.segment.segmentation import Segmentation, quotation_states, segment
from forelook.train.dataset import class_of, match_units
from forelook.train.first_pass import Floats, Progress, number_of
from forelook.train.soft import SoftTargets
from forelook.train.variants import render_variants

try:
    from forelook.train.transformer import Encoder, Passage
except ImportError as error:
    raise MissingExtraError("distilling a transformer", "teacher") from error

ENCODERS = 2
REAL_WEIGHT = 2.0  # labels of real releases say more about real releases


def distill(
    texts: Mapping[str, str], data: Path, labelled: Sequence[GoldRelease] = (), *, jobs: int = ENCODERS, progress: Progress = lambda _, __: None
) -> dict[str, SoftTargets]:
    """Return soft targets of `texts` (id to text) from transformers trained on the corpus in `data` and on labelled releases.

    `labelled` may cover some of the texts, or none. On two cores 26 minutes for 2,716 releases. Raises AnnotationError when
    the text of a labelled release is missing.
    """
    known = {release.id: release.units for release in labelled}
    if missing := sorted(known.keys() - texts.keys()):
        raise AnnotationError(f"no text for {len(missing)} labelled releases ({missing[0]} is the first); give all that the labels belong to")
    segmentations = {identity: segment(text) for identity, text in texts.items()}
    passages = {identity: _read(text, segmentations[identity], known.get(identity, []), unmatched=0.0) for identity, text in texts.items()}
    rendered = [render_variants(each)[0] for each in read_corpus(data)]
    corpus = [_read(release.text, segment(release.text), release.units, unmatched=1.0) for release in rendered]
    real = {identity: passages[identity]._replace(weights=passages[identity].weights * REAL_WEIGHT) for identity in texts if identity in known}
    tasks = []
    for number in range(ENCODERS):
        learned = [identity for identity in real if number_of(identity, ENCODERS) != number]
        others = {identity: passage for identity, passage in passages.items() if identity not in set(learned)}
        tasks.append(delayed(_learn_and_predict)(number, [*corpus, *(real[identity] for identity in learned)], others, progress))
    said = Parallel(n_jobs=jobs)(tasks)
    means = {identity: np.mean([found[identity] for found in said if identity in found], axis=0) for identity in texts}
    return {identity: SoftTargets(np.stack([found.starts, found.ends], axis=1), means[identity]) for identity, found in segmentations.items()}


def _learn_and_predict(number: int, learned: list[Passage], others: dict[str, Passage], progress: Progress) -> dict[str, Floats]:
    """Return what a transformer that has learned from some passages says of others."""
    encoder = Encoder(seed=number)
    encoder.fit(learned, lambda step: progress(f"transformer {number + 1}: {step}", number / ENCODERS))
    progress(f"transformer {number + 1}: reading {len(others)} releases", number / ENCODERS)
    return dict(zip(others, encoder.predict(list(others.values())), strict=True))


def _read(text: str, found: Segmentation, labelled: list[GoldUnit], *, unmatched: float) -> Passage:
    """Return a release as an encoder reads it; `unmatched` is the weight of units that no labelled unit shares characters with."""
    matched = match_units(found, labelled)
    words = [" ".join(text[unit.start : unit.end].split()) for unit in found.units]
    targets = np.eye(len(CLASSES))[[class_of(unit) for unit in matched]]
    weights = np.array([unmatched if unit is None else unit.weight for unit in matched])
    return Passage(words, found.kinds, quotation_states(found.units, found.utterances, found.quoted_by), targets, weights)
