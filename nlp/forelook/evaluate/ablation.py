"""Ablations: what each part of the model contributes, from a bag of words to the model itself.

In: the rendered corpus, gold releases, and the tagger of the model. Out: rows for the model card. All rows are scored end to end
on the same segmentation; each is fitted like the base, by cross-fitting, and the last one is the shipped model.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from forelook.arrays import Floats, Ints
from forelook.corpus.gold import GoldRelease
from forelook.evaluate.baselines import everything_is_fact, keywords, read_units, tf_idf
from forelook.evaluate.scores import as_documents, compare, score
from forelook.features.extract import ALL_FAMILIES, Family, Features, extract
from forelook.model.classifier import CLASSES, Classifier
from forelook.model.decisions import decide
from forelook.model.softmax import softmax
from forelook.model.statements import build_release
from forelook.records import Document, Model, Release, Source
from forelook.segment.quotes.utterances import Utterance
from forelook.segment.segmentation import Segmentation, assemble, segment
from forelook.tagger import Tagger
from forelook.train.dataset import class_of, match_units, to_csr
from forelook.train.first_pass import Progress, cross_fit, fold_units
from forelook.train.joint import add_second_pass


class _Rows(NamedTuple):
    """Segmented releases, from which each row of the table computes the features that it needs."""

    releases: Sequence[GoldRelease]
    segmentations: list[Segmentation]

    def features(self, families: Family = ALL_FAMILIES, *, quoted: bool = True) -> Features:
        """Return the features of some families; without `quoted`, as if there were no quotations."""
        cut = self.segmentations
        if not quoted:
            cut = [assemble(release.text, found.blocks, found.units, []) for release, found in zip(self.releases, cut, strict=True)]
        return extract([release.text for release in self.releases], cut, families)

    @property
    def classes(self) -> Ints:
        """The class of each unit."""
        parts = zip(self.releases, self.segmentations, strict=True)
        return np.array([class_of(unit) for release, found in parts for unit in match_units(found, release.units)], np.int64)

    @property
    def kinds(self) -> npt.NDArray[np.uint8]:
        """The KIND_CODES of all units."""
        return np.concatenate([found.kinds for found in self.segmentations])

    @property
    def sizes(self) -> Ints:
        """The number of units of each release."""
        return np.array([len(found.units) for found in self.segmentations], np.int64)


_STEPS: tuple[tuple[str, Family, bool], ...] = (
    ("bag of words", Family.WORDS, False),
    ("+ n-grams, groups and outer forms", Family.WORDS | Family.N_GRAMS, False),
    ("+ windows round cue words", Family.WORDS | Family.N_GRAMS | Family.CUES, False),
    ("+ layout and section", ALL_FAMILIES, False),
    ("+ quotation state and rules", ALL_FAMILIES, True),
)


def ablate(corpus: Sequence[GoldRelease], gold: Sequence[GoldRelease], tagger: Tagger, progress: Progress = lambda _, __: None) -> list[dict[str, Any]]:
    """Return scores on gold as one part after another is added; all rows but the last are fitted only to the corpus, as `fit_joint` fits a base."""
    known, real = _cut(corpus), _cut(gold)
    units = read_units(gold, real.segmentations)
    rows = [
        _row("baseline: majority", _score(real, everything_is_fact(units), quoted=False)),
        _row("baseline: keyword list", _score(real, keywords(units))),
        _row("baseline: TF-IDF and logistic regression", _score(real, tf_idf(corpus, known.segmentations, units))),
    ]
    targets, ones = np.eye(len(CLASSES))[known.classes], np.ones(int(known.sizes.sum()))
    folds = fold_units([release.id.rpartition("/")[0] or release.id for release in corpus], known.sizes)
    for number, (name, families, quoted) in enumerate(_STEPS):
        progress(f"ablation: {name}", number / len(_STEPS))
        fitted = cross_fit(to_csr(known.features(families, quoted=quoted)), targets, ones, folds)
        logits = to_csr(real.features(families, quoted=quoted)) @ fitted.linear.coefficients + fitted.linear.intercept
        rows.append(_row(name, _score(real, softmax(logits), quoted=quoted)))
    classifier = Classifier(add_second_pass(fitted, known.kinds, known.sizes, targets, ones).arrays)  # on the last step, which has all features
    rows.append(_row("+ neighbours (second pass)", _score(real, classifier.predict(real.features(), real.kinds, real.sizes))))
    rows.append(_row("+ real releases and the text encoder: the model", score_tagged(gold, tagger.tag_all(as_documents(gold)))))
    return rows


def score_tagged(gold: Sequence[GoldRelease], tagged: Sequence[Release]) -> dict[str, float]:
    """Return end-to-end scores in the columns of the table."""
    result = score(compare(gold, tagged))
    values = {"macro F1": result.macro_f1, **result.f1, "forward-looking": result.forward_f1, "ECE": result.ece}
    return {name: round(value, 4) for name, value in values.items()}


def _row(name: str, scores: dict[str, float]) -> dict[str, Any]:
    return {"name": name, **scores}


def _cut(releases: Sequence[GoldRelease]) -> _Rows:
    return _Rows(releases, [segment(release.text) for release in releases])


def _score(real: _Rows, scores: Floats, *, quoted: bool = True) -> dict[str, float]:
    """Return end-to-end scores; without `quoted` the rules of quotations are off, since the row has no quotations."""
    cut = real.segmentations
    if not quoted:
        cut = [found._replace(utterances=[Utterance(None, None, [])], quoted_by=[0] * len(found.units)) for found in cut]
    parts = zip(real.releases, cut, decide(cut, scores), strict=True)
    model = Model("trial", "0", "")
    return score_tagged(real.releases, [build_release(Document(release.id, release.text, Source()), found, own, model) for release, found, own in parts])
