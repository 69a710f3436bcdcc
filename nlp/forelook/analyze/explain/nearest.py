"""The authored statements most similar to a statement of a release.

In: authored statements with their labels. Out: the nearest ones, by the cosine of hashed words and pairs of words
(scikit-learn's HashingVectorizer and NearestNeighbors): similarity of wording, not of meaning.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sklearn.feature_extraction.text import HashingVectorizer
from sklearn.neighbors import NearestNeighbors

from forelook.records import Example, Label

_FEATURES = 1 << 18
_LEAST = 0.1  # cosine similarity below which a statement is not shown


class Known(NamedTuple):
    """An authored statement: the name of its release, its label, its text."""

    release: str
    label: Label
    text: str


class Nearest:
    """Index of authored statements; built once for any number of queries."""

    def __init__(self, known: Sequence[Known]) -> None:
        self._known = list(known)
        self._vectorizer = HashingVectorizer(n_features=_FEATURES, ngram_range=(1, 2), alternate_sign=False, lowercase=True)
        self._index = NearestNeighbors(metric="cosine", algorithm="brute")
        if self._known:
            self._index.fit(self._vectorizer.transform(each.text for each in self._known))

    def find(self, text: str, most: int = 3) -> list[Example]:
        """Return up to `most` statements that share words with `text`, nearest first."""
        if not self._known:
            return []
        distances, places = self._index.kneighbors(self._vectorizer.transform([text]), min(most, len(self._known)))
        pairs = zip(distances[0].tolist(), places[0].tolist(), strict=True)
        found = [(self._known[place], round(1 - distance, 3)) for distance, place in pairs]
        return [Example(each.release, each.label, each.text, similarity) for each, similarity in found if similarity >= _LEAST]
