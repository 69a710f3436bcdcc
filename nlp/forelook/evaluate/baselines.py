"""Baselines: scores without the model, end to end on the same units.

In: labelled rows to learn from, and gold releases. Out: class probabilities for the units of gold, as from a model.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from forelook.arrays import Floats
from forelook.corpus.gold import GoldRelease
from forelook.model.classifier import CLASSES
from forelook.segment.segmentation import Segmentation
from forelook.train.dataset import class_of, match_units

_KEYWORDS = (
    ("safe_harbor", re.compile(r"(?i)forward-looking|Litigation Reform Act|risks? and uncertaint|differ materially|no (?:obligation|duty)|risk factors")),
    ("quote_plain", re.compile(r"[\"“\x93](?:[^\"”\x94]+ ){3}")),
    ("guidance", re.compile(r"(?i)\b(?:expect|anticipat|forecast|project(?:s|ed|ion)|intend|plans? to|target|outlook|guidance|will|should)")),
)


def everything_is_fact(units: Sequence[str]) -> Floats:
    """Return the probabilities of a model that always predicts the most frequent class; shape (units, classes)."""
    return _certain(["historical_fact"] * len(units))


def keywords(units: Sequence[str]) -> Floats:
    """Return the probabilities of a list of keywords: the first class with a word in the unit; shape (units, classes)."""
    return _certain([next((name for name, words in _KEYWORDS if words.search(unit)), "historical_fact") for unit in units])


def tf_idf(known: Sequence[GoldRelease], cut: Sequence[Segmentation], units: Sequence[str]) -> Floats:
    """Return the probabilities of logistic regression over TF-IDF of words and pairs, fitted to the units of `known`; shape (units, classes)."""
    classes = [class_of(unit) for release, found in zip(known, cut, strict=True) for unit in match_units(found, release.units)]
    vectorizer = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2)
    model = LogisticRegression(C=10.0, max_iter=200).fit(vectorizer.fit_transform(read_units(known, cut)), classes)
    found = np.zeros((len(units), len(CLASSES)))
    found[:, model.classes_] = model.predict_proba(vectorizer.transform(units))
    return found


def read_units(releases: Sequence[GoldRelease], cut: Sequence[Segmentation]) -> list[str]:
    """Return the words of each unit."""
    return [" ".join(release.text[unit.start : unit.end].split()) for release, found in zip(releases, cut, strict=True) for unit in found.units]


def _certain(names: Sequence[str]) -> Floats:
    return np.eye(len(CLASSES))[[CLASSES.index(name) for name in names]].reshape(-1, len(CLASSES))
