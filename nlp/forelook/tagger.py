"""The one place where the stages are put together: load() and the Tagger that it returns.

In: a model directory. Out: a Tagger, which turns texts into Releases, one at a time or in batches, on one core or several.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from msgspec import UNSET

from forelook.analyze.figures import find_figures
from forelook.features.extract import extract
from forelook.model.classifier import Floats
from forelook.model.decisions import decide
from forelook.model.refine import refine
from forelook.model.statements import build_release
from forelook.model.store import default_directory, load_model
from forelook.records import Document, Release, Source
from forelook.segment.segmentation import Segmentation, segment

if TYPE_CHECKING:
    from spacy.language import Language

BATCH_SIZE = 32  # releases scored at once; more gains nothing


class Tagger:
    """Tags releases with one model; `figures` says whether it looks for what they predict in numbers, too."""

    def __init__(self, directory: Path, *, figures: bool = True) -> None:
        self.directory = directory
        self.figures = figures
        self._classifier, self.model = load_model(directory)

    @cached_property
    def nlp(self) -> Language:
        """The spaCy pipeline: `doc.spans` holds "blocks", "units", "quotes" and "statements"."""
        import spacy  # noqa: PLC0415 - a second of start-up, and batches need no Doc

        nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "forelook_tokenizer"}}})
        for name in ("forelook_layout", "forelook_sentences", "forelook_quotes"):
            nlp.add_pipe(name)
        nlp.add_pipe("forelook_tagger", config={"model": str(self.directory)})
        return nlp

    def __call__(self, text: str | Document) -> Release:
        """Return `text` tagged."""
        return self.tag([_as_document(text, 0)])[0]

    def pipe(self, texts: Iterable[str | Document], *, jobs: int = 1, batch_size: int = BATCH_SIZE) -> Iterator[Release]:
        """Yield one Release a text, in order; with `jobs` above 1 batches are spread over processes."""
        documents = (_as_document(text, index) for index, text in enumerate(texts))
        if jobs == 1:
            while batch := list(islice(documents, batch_size)):
                yield from self.tag(batch)
            return
        from forelook.run.parallel import tag_parallel  # noqa: PLC0415 - processes are not needed to tag one text

        yield from tag_parallel(partial(_make_tag, self.directory, figures=self.figures), documents, jobs=jobs, batch_size=batch_size)

    def tag_all(self, documents: list[Document]) -> list[Release]:
        """Return one Release a document, tagged in batches of BATCH_SIZE."""
        return list(self.pipe(documents))

    def tag(self, documents: list[Document]) -> list[Release]:
        """Return one Release a document, tagged as one batch."""
        return self.tag_segmented(documents, [segment(document.text, document.tables) for document in documents])

    def tag_segmented(self, documents: list[Document], segmentations: list[Segmentation]) -> list[Release]:
        """Return one Release a document, each with its segmentation, tagged as one batch; the one path to a Release."""
        decisions = decide(segmentations, self.predict(documents, segmentations))
        releases = [build_release(*parts, self.model) for parts in zip(documents, segmentations, decisions, strict=True)]
        for release in releases:
            release.figures = find_figures(release) if self.figures else UNSET  # type: ignore[assignment]
        return releases

    def predict(self, documents: list[Document], segmentations: list[Segmentation]) -> Floats:
        """Return the class probabilities of every unit of every document, in order."""
        texts = [document.text for document in documents]
        probabilities = self._classifier.predict(extract(texts, segmentations), np.array([len(found.units) for found in segmentations]))
        return probabilities if self._classifier.encoder is None else refine(probabilities, self._classifier.encoder, texts, segmentations)


def load(model: str | Path | None = None, *, figures: bool = True) -> Tagger:
    """Return a Tagger with the model that comes with forelook, or with that of another directory.

    Without `figures` its releases bear none, and it is a little quicker.

    Raises ModelError when the model is missing, damaged, or of another version.
    """
    return Tagger(Path(model) if model is not None else default_directory(), figures=figures)


def _as_document(text: str | Document, index: int) -> Document:
    return text if isinstance(text, Document) else Document(str(index), text, Source())


def _make_tag(directory: Path, *, figures: bool) -> Callable[[list[Document]], list[Release]]:
    """Return what a worker process tags with."""
    return Tagger(directory, figures=figures).tag
