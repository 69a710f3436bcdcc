"""A scikit-learn transformer, for training a classifier of your own labels on forelook's segmentation and features.

In: texts. Out: a sparse matrix with one row per statement, and the span of each row. It learns nothing, so computing features of all
texts at once leaks nothing into cross-validation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, Self, get_args

import numpy as np
from scipy.sparse import csr_matrix, hstack, vstack
from sklearn.base import BaseEstimator, TransformerMixin

from forelook.features.extract import WIDTH, extract
from forelook.model.classifier import CLASSES
from forelook.model.decisions import decide
from forelook.parallel import BATCH_SIZE
from forelook.records import Document
from forelook.segment.segmentation import segment
from forelook.tagger import Tagger, load
from forelook.texts import make_documents, mend
from forelook.train.dataset import to_csr

if TYPE_CHECKING:
    from sklearn.utils import Tags

RowKind = Literal["statements", "units"]


class TextSpan(NamedTuple):
    """The source of a row: `texts[text][start:end]`, and its kind in the layout."""

    text: int
    start: int
    end: int
    kind: str


class Featurizer(TransformerMixin, BaseEstimator):  # type: ignore[misc] # scikit-learn has no types
    """Turns texts into rows for any scikit-learn classifier: hashed words, n-grams, cue windows, and features of a statement's position.

    Parameters
    ----------
    rows : "statements", as a model finds them, or "units", every piece of text, including titles and contacts, without a model.
    scores : Whether to append the model's probabilities of its six classes as columns.
    model : The directory of a model; the one that comes with forelook by default.

    There is one row per statement, not per text: the labels for a Pipeline are one per row, in the order of `find_spans`.
    To cross-validate, make the rows first and split by text (`GroupKFold`).

    >>> import forelook
    >>> from sklearn.linear_model import LogisticRegression
    >>> from sklearn.pipeline import make_pipeline
    >>> texts = ["Acme will pay a dividend of $1. Sales rose 5%.", "Acme will buy back shares. Margins fell."]
    >>> featurizer = forelook.Featurizer(rows="units")
    >>> [texts[span.text][span.start : span.end] for span in featurizer.find_spans(texts)]
    ['Acme will pay a dividend of $1.', 'Sales rose 5%.', 'Acme will buy back shares.', 'Margins fell.']
    >>> topics = make_pipeline(featurizer, LogisticRegression()).fit(texts, ["returns", "results", "returns", "results"])
    >>> topics.predict(["Acme will pay a dividend."]).tolist()
    ['returns']

    """

    def __init__(self, *, rows: RowKind = "statements", scores: bool = False, model: str | Path | None = None) -> None:
        self.rows = rows
        self.scores = scores
        self.model = model

    def fit(self, X: Iterable[str | Document], y: object = None) -> Self:  # noqa: ARG002, N803 - scikit-learn's names
        """Return the featurizer: there is nothing to learn. Raises TypeError for a single text, ValueError for an invalid parameter."""
        self._check()
        make_documents(X)
        return self

    def transform(self, X: Iterable[str | Document]) -> csr_matrix:  # noqa: N803 - scikit-learn's name
        """Return one row per statement; shape (statements, 524288), with six more columns for `scores`; 32-bit floats."""
        return self.transform_with_spans(X)[0]

    def find_spans(self, X: Iterable[str | Document]) -> list[TextSpan]:  # noqa: N803 - scikit-learn's name
        """Return the source of each row of `transform(X)`."""
        return self.transform_with_spans(X)[1]

    def transform_with_spans(self, X: Iterable[str | Document]) -> tuple[csr_matrix, list[TextSpan]]:  # noqa: N803 - scikit-learn's name
        """Return `transform(X)` and `find_spans(X)` at the cost of one of them."""
        self._check()
        tagger = None if self.rows == "units" and not self.scores else _load(self.model)
        parts = [csr_matrix((0, WIDTH + (len(CLASSES) if self.scores else 0)), dtype=np.float32)]
        spans: list[TextSpan] = []
        first = 0
        for documents in _batch(make_documents(X)):
            part, found = self._make_rows(documents, first, tagger)
            parts.append(part)
            spans += found
            first += len(documents)
        return csr_matrix(vstack(parts, format="csr")), spans

    def _make_rows(self, documents: list[Document], first: int, tagger: Tagger | None) -> tuple[csr_matrix, list[TextSpan]]:
        """Return the rows of a batch whose first text has the index `first`."""
        segmentations = [segment(document.text, document.tables) for document in documents]
        matrix = to_csr(extract([document.text for document in documents], segmentations))
        kept = [range(len(found.units)) for found in segmentations]
        if tagger is not None:
            probabilities = tagger.predict(documents, segmentations)
            if self.scores:
                matrix = csr_matrix(hstack([matrix, csr_matrix(probabilities.astype(np.float32))], format="csr"))
            if self.rows == "statements":
                kept = [decided.units.tolist() for decided in decide(segmentations, probabilities)]
        spans, numbers, units_before = [], [], 0
        for number, (found, own) in enumerate(zip(segmentations, kept, strict=True), first):
            units = [found.units[index] for index in own]
            spans += [TextSpan(number, unit.start, unit.end, unit.kind) for unit in units]
            numbers += [units_before + index for index in own]
            units_before += len(found.units)
        return matrix[numbers], spans

    def _check(self) -> None:
        if self.rows not in get_args(RowKind):
            raise ValueError(f"rows is {self.rows!r}; expected one of {', '.join(get_args(RowKind))}")

    def __sklearn_tags__(self) -> Tags:
        tags = super().__sklearn_tags__()
        tags.requires_fit = False
        tags.input_tags.two_d_array = False
        tags.input_tags.string = True
        tags.transformer_tags.preserves_dtype = []
        return tags


def _batch(documents: Iterator[Document]) -> Iterator[list[Document]]:
    while batch := [mend(document) for document in islice(documents, BATCH_SIZE)]:
        yield batch


@cache
def _load(model: str | Path | None) -> Tagger:
    """Return the Tagger of a directory; it is cached here, so that pipelines can be copied and pickled without it."""
    return load(model, figures=False)
