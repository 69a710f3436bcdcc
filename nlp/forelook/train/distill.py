"""Teaching: what an encoder says of real releases, kept beside their labels for the linear model to learn from.

In: texts of real releases, the annotated corpus, and the labels that some units of the texts have. Out: absorbed rows of all
the texts with the encoder's probabilities. No release is told by an encoder that has learned from its labels.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt
from joblib import Parallel, delayed

from forelook.corpus.annotated import read_corpus
from forelook.corpus.gold import GoldRelease, GoldUnit
from forelook.errors import AnnotationError, MissingExtraError
from forelook.model.classifier import CLASSES
from forelook.segment.segmentation import Segmentation, quotation_states, segment
from forelook.train.dataset import class_of, match_units
from forelook.train.fit import number_of, render_variants
from forelook.train.hashed import Absorbed, absorb, units_of

try:
    from forelook.train.transformer import Encoder, Passage
except ImportError as error:
    raise MissingExtraError("teaching by an encoder", "teacher") from error

ENCODERS = 2
REAL_WEIGHT = 2.0  # labels of real releases say more about real releases

Floats = npt.NDArray[np.float64]
Progress = Callable[[str], None]


def teach(texts: Mapping[str, str], data: Path, labels: Absorbed | None = None, *, jobs: int = ENCODERS, progress: Progress = lambda _: None) -> Absorbed:
    """Return absorbed rows of `texts` (id to text) with the probabilities of encoders trained on `data` and on `labels`.

    `labels` may cover some of the texts, or none; they are kept. On two cores 26 minutes for 2,716 releases. Raises
    AnnotationError when the text of a labelled release is missing.
    """
    known = _labels_of(labels) if labels is not None else {}
    if missing := sorted(known.keys() - texts.keys()):
        raise AnnotationError(f"no text for {len(missing)} labelled releases ({missing[0]} is the first); give all that the labels belong to")
    segmentations = {identity: segment(text) for identity, text in texts.items()}
    passages = {identity: _read(text, segmentations[identity], known.get(identity, []), unmatched=0.0) for identity, text in texts.items()}
    laid_out = [render_variants(each)[0] for each in read_corpus(data)]
    corpus = [_read(release.text, segment(release.text), release.units, unmatched=1.0) for release in laid_out]
    real = {identity: passages[identity]._replace(weights=passages[identity].weights * REAL_WEIGHT) for identity in texts if identity in known}
    tasks = []
    for number in range(ENCODERS):
        learned = [identity for identity in real if number_of(identity, ENCODERS) != number]
        others = {identity: passage for identity, passage in passages.items() if identity not in set(learned)}
        tasks.append(delayed(_learn_and_tell)(number, [*corpus, *(real[identity] for identity in learned)], others, progress))
    told = Parallel(n_jobs=jobs)(tasks)
    means = {identity: np.mean([found[identity] for found in told if identity in found], axis=0) for identity in texts}
    return absorb(
        [GoldRelease(identity, text, _teach_units(segmentations[identity], known.get(identity, []), means[identity])) for identity, text in texts.items()]
    )


def _learn_and_tell(number: int, learned: list[Passage], others: dict[str, Passage], progress: Progress) -> dict[str, Floats]:
    """Return what an encoder that has learned from some passages says of others."""
    encoder = Encoder(seed=number)
    encoder.fit(learned, lambda step: progress(f"encoder {number + 1}: {step}"))
    progress(f"encoder {number + 1}: telling {len(others)} releases")
    return dict(zip(others, encoder.predict(list(others.values())), strict=True))


def _labels_of(labels: Absorbed) -> dict[str, list[GoldUnit]]:
    """Return the labelled units of each release that has any."""
    ends = np.cumsum(labels.rows.sizes).tolist()
    starts = [0, *ends[:-1]]
    found = {identity: units_of(labels, slice(start, end)) for identity, start, end in zip(labels.ids, starts, ends, strict=True)}
    return {identity: units for identity, units in found.items() if any(unit.weight for unit in units)}


def _read(text: str, found: Segmentation, labelled: list[GoldUnit], *, unmatched: float) -> Passage:
    """Return a release as an encoder reads it; `unmatched` is the weight of units that no labelled unit shares characters with."""
    matched = match_units(found, labelled)
    words = [" ".join(text[unit.start : unit.end].split()) for unit in found.units]
    targets = np.eye(len(CLASSES))[[class_of(unit) for unit in matched]]
    weights = np.array([unmatched if unit is None else unit.weight for unit in matched])
    return Passage(words, found.kinds, quotation_states(found.units, found.utterances, found.quoted_by), targets, weights)


def _teach_units(found: Segmentation, labelled: list[GoldUnit], probabilities: Floats) -> list[GoldUnit]:
    """Return the units of an segmentation with their labels, where they have any, and what the encoders say."""
    units = []
    for unit, own, row in zip(found.units, match_units(found, labelled), probabilities.tolist(), strict=True):
        label, forward, weight = (own.label, own.forward_looking, own.weight) if own is not None else (None, False, 0.0)
        units.append(GoldUnit(unit.start, unit.end, "statement" if label else "meta", label, forward, None, weight, tuple(row)))
    return units
