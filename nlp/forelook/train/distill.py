"""Distillation: predictions of transformers for real releases, as soft targets for the base.

In: texts of real releases, the annotated corpus, and labels of some of the texts. Out: soft targets for all texts, and for
copies of them made over. The targets of a release never come from a transformer that has learned from its labels.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from joblib import Parallel, delayed

from forelook.arrays import Floats
from forelook.corpus.annotated import read_corpus
from forelook.corpus.gold import GoldRelease, GoldUnit
from forelook.errors import AnnotationError, MissingExtraError
from forelook.model.classifier import CLASSES
from forelook.segment.segmentation import Segmentation, quotation_states, segment
from forelook.train.augmentation import MadeOver, Predicted, find_near, make_over
from forelook.train.dataset import class_of, match_units
from forelook.train.first_pass import Progress, number_of
from forelook.train.soft import SoftTargets
from forelook.train.variants import render_variants

try:
    from forelook.train.transformer import Encoder, LabelledUnits
    from forelook.train.vocabulary import read_vectors
except ImportError as error:
    raise MissingExtraError("distilling a transformer", "teacher") from error

ENCODERS = 2
REAL_WEIGHT = 2.0  # of labels of real releases, beside those of authored ones


class Distilled(NamedTuple):
    """Predictions of transformers: for the texts, by id, and for releases made over."""

    soft: dict[str, SoftTargets]
    made_over: list[MadeOver]


def distill(
    texts: Mapping[str, str],
    data: Path,
    labelled: Sequence[GoldRelease] = (),
    *,
    states: Path | None = None,
    copies: int = 0,
    jobs: int = ENCODERS,
    progress: Progress = lambda _, __: None,
) -> Distilled:
    """Return the predictions of transformers, trained on the corpus in `data` and on labelled releases, for `texts` (by id) and `copies` of each made over.

    `labelled` may cover some of the texts, or none. Transformers in the directory `states` are read, others are trained and written to it. On two
    cores this takes an hour for 4,162 releases, and ten minutes for each copy. Raises AnnotationError when the text of a labelled release is missing.
    """
    material = gather(texts, data, labelled)
    tasks = [delayed(_learn_and_predict)(number, material, states, copies, progress) for number in range(ENCODERS)]
    said, made = zip(*Parallel(n_jobs=jobs)(tasks), strict=True)
    means = {identity: np.mean([found[identity] for found in said if identity in found], axis=0) for identity in texts}
    soft = {identity: SoftTargets(np.stack([found.starts, found.ends], axis=1), means[identity]) for identity, found in material.segmentations.items()}
    return Distilled(soft, [each for own in made for each in own])


class Material(NamedTuple):
    """Releases as input of encoders: authored ones, and all real ones by id with their segmentations; `labelled` are ids of real ones."""

    corpus: list[LabelledUnits]
    texts: Mapping[str, str]
    real: dict[str, LabelledUnits]
    segmentations: dict[str, Segmentation]
    labelled: list[str]

    def learned_by(self, number: int | None) -> list[str]:
        """Return the ids of labelled releases that encoder `number` learns from; all of them for None."""
        return [identity for identity in self.labelled if number is None or number_of(identity, ENCODERS) != number]


def gather(texts: Mapping[str, str], data: Path, labelled: Sequence[GoldRelease]) -> Material:
    """Return the releases that encoders learn from and predict; raises AnnotationError when the text of a labelled release is missing."""
    known = {release.id: release.units for release in labelled}
    if missing := sorted(known.keys() - texts.keys()):
        raise AnnotationError(f"no text for {len(missing)} labelled releases ({missing[0]} is the first); give all that the labels belong to")
    segmentations = {identity: segment(text) for identity, text in texts.items()}
    real = {identity: _read(text, segmentations[identity], known.get(identity, []), unmatched=0.0) for identity, text in texts.items()}
    rendered = [render_variants(each)[0] for each in read_corpus(data)]
    corpus = [_read(release.text, segment(release.text), release.units, unmatched=1.0) for release in rendered]
    return Material(corpus, texts, real, segmentations, [identity for identity in texts if identity in known])


def learn(material: Material, number: int | None, states: Path | None = None, progress: Callable[[str], None] = lambda _: None) -> Encoder:
    """Return a transformer trained on the corpus and on labelled releases: those of encoder `number`, or all for None.

    It is read from the directory `states` if it is there, and written there otherwise.
    """
    encoder = Encoder(seed=ENCODERS if number is None else number)
    path = None if states is None else states / state_name(number)
    if path is not None and path.is_file():
        encoder.load(path)
        return encoder
    own = [material.real[identity] for identity in material.learned_by(number)]
    encoder.fit([*material.corpus, *(passage._replace(weights=passage.weights * REAL_WEIGHT) for passage in own)], progress)
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        encoder.save(path)
    return encoder


def state_name(number: int | None) -> str:
    """Return the name of the file with a transformer's weights."""
    return "final.pt" if number is None else f"{number}.pt"


def _learn_and_predict(number: int, material: Material, states: Path | None, copies: int, progress: Progress) -> tuple[dict[str, Floats], list[MadeOver]]:
    """Return a transformer's predictions for the real releases that it has not learned from, and for copies of those in its own fold."""
    encoder = learn(material, number, states, lambda step: progress(f"transformer {number + 1}: {step}", number / ENCODERS))
    learned = set(material.learned_by(number))
    others = {identity: passage for identity, passage in material.real.items() if identity not in learned}
    progress(f"transformer {number + 1}: reading {len(others)} releases", number / ENCODERS)
    said = dict(zip(others, encoder.predict(list(others.values())), strict=True))
    own = {
        identity: Predicted(material.texts[identity], material.segmentations[identity], rows)
        for identity, rows in said.items()
        if number_of(identity, ENCODERS) == number
    }
    near = find_near((release.text for release in own.values()), *read_vectors()) if copies else {}
    made = [each for copy in range(copies) for each in make_over(own, near, seed=ENCODERS * copy + number)]
    rewritten = encoder.predict([_read_made_over(each, material.real[each.id]) for each in made])
    return said, [each._replace(probabilities=rows) for each, rows in zip(made, rewritten, strict=True)]


def _read_made_over(made: MadeOver, original: LabelledUnits) -> LabelledUnits:
    return original._replace(texts=[" ".join(made.text[start:end].split()) for start, end in made.places.tolist()])


def _read(text: str, found: Segmentation, labelled: list[GoldUnit], *, unmatched: float) -> LabelledUnits:
    """Return a release as input of an encoder; `unmatched` is the weight of units that overlap no labelled unit."""
    matched = match_units(found, labelled)
    words = [" ".join(text[unit.start : unit.end].split()) for unit in found.units]
    targets = np.eye(len(CLASSES))[[class_of(unit) for unit in matched]]
    weights = np.array([unmatched if unit is None else unit.weight for unit in matched])
    return LabelledUnits(words, found.kinds, quotation_states(found.units, found.utterances, found.quoted_by), targets, weights)
