"""Distillation: what transformers say of real releases, as soft targets for the base to learn from.

In: texts of real releases, the annotated corpus, and the labels that some of the texts have. Out: soft targets for all the
texts. No release is told by a transformer that has learned from its labels.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

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

    `labelled` may cover some of the texts, or none. On two cores an hour for 4,162 releases. Raises AnnotationError when
    the text of a labelled release is missing.
    """
    material = gather(texts, data, labelled)
    tasks = [delayed(_learn_and_predict)(number, material, progress) for number in range(ENCODERS)]
    said = Parallel(n_jobs=jobs)(tasks)
    means = {identity: np.mean([found[identity] for found in said if identity in found], axis=0) for identity in texts}
    return {identity: SoftTargets(np.stack([found.starts, found.ends], axis=1), means[identity]) for identity, found in material.segmentations.items()}


class Material(NamedTuple):
    """Releases as encoders read them: the authored ones, and all real ones by id with their segmentations; `labelled` are ids of real ones."""

    corpus: list[Passage]
    real: dict[str, Passage]
    segmentations: dict[str, Segmentation]
    labelled: list[str]

    def learned_by(self, number: int | None) -> list[str]:
        """Return the ids of labelled releases that an encoder learns from: all of them, or those that `number` does not leave out."""
        return [identity for identity in self.labelled if number is None or number_of(identity, ENCODERS) != number]


def gather(texts: Mapping[str, str], data: Path, labelled: Sequence[GoldRelease]) -> Material:
    """Return what encoders learn from and predict; raises AnnotationError when the text of a labelled release is missing."""
    known = {release.id: release.units for release in labelled}
    if missing := sorted(known.keys() - texts.keys()):
        raise AnnotationError(f"no text for {len(missing)} labelled releases ({missing[0]} is the first); give all that the labels belong to")
    segmentations = {identity: segment(text) for identity, text in texts.items()}
    real = {identity: _read(text, segmentations[identity], known.get(identity, []), unmatched=0.0) for identity, text in texts.items()}
    rendered = [render_variants(each)[0] for each in read_corpus(data)]
    corpus = [_read(release.text, segment(release.text), release.units, unmatched=1.0) for release in rendered]
    return Material(corpus, real, segmentations, [identity for identity in texts if identity in known])


def learn(material: Material, number: int | None, progress: Callable[[str], None] = lambda _: None) -> Encoder:
    """Return a transformer that has learned from the corpus and from labelled releases: all, or those that `number` does not leave out."""
    encoder = Encoder(seed=ENCODERS if number is None else number)
    own = [material.real[identity] for identity in material.learned_by(number)]
    encoder.fit([*material.corpus, *(passage._replace(weights=passage.weights * REAL_WEIGHT) for passage in own)], progress)
    return encoder


def _learn_and_predict(number: int, material: Material, progress: Progress) -> dict[str, Floats]:
    """Return what a transformer says of the real releases that it has not learned from."""
    encoder = learn(material, number, lambda step: progress(f"transformer {number + 1}: {step}", number / ENCODERS))
    learned = set(material.learned_by(number))
    others = {identity: passage for identity, passage in material.real.items() if identity not in learned}
    progress(f"transformer {number + 1}: reading {len(others)} releases", number / ENCODERS)
    return dict(zip(others, encoder.predict(list(others.values())), strict=True))


def _read(text: str, found: Segmentation, labelled: list[GoldUnit], *, unmatched: float) -> Passage:
    """Return a release as an encoder reads it; `unmatched` is the weight of units that no labelled unit shares characters with."""
    matched = match_units(found, labelled)
    words = [" ".join(text[unit.start : unit.end].split()) for unit in found.units]
    targets = np.eye(len(CLASSES))[[class_of(unit) for unit in matched]]
    weights = np.array([unmatched if unit is None else unit.weight for unit in matched])
    return Passage(words, found.kinds, quotation_states(found.units, found.utterances, found.quoted_by), targets, weights)
