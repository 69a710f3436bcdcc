"""The one place that puts the stages together: load() and the Tagger that it returns.

In: a model directory. Out: a Tagger, which turns texts into Releases, one at a time or in batches, on one core or several.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar, overload

from forelook.arrays import Floats
from forelook.features.extract import extract
from forelook.figures import find_figures
from forelook.model.decisions import decide
from forelook.model.precise import find_precise, load_precise
from forelook.model.refine import predict
from forelook.model.settling import settle
from forelook.model.statements import build_release
from forelook.model.store import default_directory, load_model
from forelook.parallel import BATCH_SIZE
from forelook.records import LEFT_OUT, Document, Release
from forelook.segment.segmentation import Segmentation, segment_all
from forelook.texts import make_document, make_documents, mend, split_tuples

if TYPE_CHECKING:
    from spacy.language import Language

_LOGGER = logging.getLogger(__name__)
Context = TypeVar("Context")


class Tagger:
    """Tags releases with one model; `figures` says whether it extracts guidance records, too.

    `precise` is the directory of a transformer that reads what is in doubt.
    """

    def __init__(self, directory: Path, *, figures: bool = True, precise: Path | None = None) -> None:
        self.directory = directory
        self.figures = figures
        self.precise = precise
        self._classifier, self.model = load_model(directory) if precise is None else load_precise(directory, precise)
        _LOGGER.info("loaded model %s %s from %s", self.model.name, self.model.version, directory)

    def __reduce__(self) -> tuple[Callable[[Path], Tagger], tuple[Path]]:
        """Pickle a Tagger as the name of its model directory, from which another process loads it."""
        return partial(Tagger, figures=self.figures, precise=self.precise), (self.directory,)

    def __repr__(self) -> str:
        """Return the name of the model and its directory."""
        return f"<Tagger {self.model.name} {self.model.version}{' precise' if self.precise else ''} from {self.directory}>"

    @cached_property
    def nlp(self) -> Language:
        """The spaCy pipeline: `doc.spans` holds "blocks", "units", "quotes" and "statements"."""
        import spacy  # noqa: PLC0415 - a second of start-up, and batches need no Doc

        nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "forelook_tokenizer"}}})
        for name in ("forelook_layout", "forelook_sentences", "forelook_quotes"):
            nlp.add_pipe(name)
        nlp.add_pipe("forelook_tagger", config={"model": str(self.directory), "precise": str(self.precise) if self.precise else False})
        return nlp

    def __call__(self, text: str | Document) -> Release:
        """Return `text` tagged; raises TypeError for anything but a text."""
        return self.tag([make_document(text)])[0]

    @overload
    def pipe(self, texts: Iterable[str | Document], *, jobs: int = 1, batch_size: int = BATCH_SIZE, as_tuples: Literal[False] = False) -> Iterator[Release]: ...
    @overload
    def pipe(
        self, texts: Iterable[tuple[str | Document, Context]], *, jobs: int = 1, batch_size: int = BATCH_SIZE, as_tuples: Literal[True]
    ) -> Iterator[tuple[Release, Context]]: ...
    def pipe(self, texts: Iterable[Any], *, jobs: int = 1, batch_size: int = BATCH_SIZE, as_tuples: bool = False) -> Iterator[Any]:
        """Return an iterator over the Releases of `texts`, in order; with `jobs` above 1 batches are spread over processes.

        With `as_tuples`, `texts` are pairs (text, context), and so is what comes out: (release, context). Raises TypeError at once for a
        single text, and for an item that is none when its turn comes; ValueError for less than one job, or an empty batch.

        >>> import forelook
        >>> rows = [("Acme expects revenue of $5 million in 2026.", 7), ("Acme opened a plant.", 8)]
        >>> [(context, release.summary.guidance) for release, context in forelook.load().pipe(rows, as_tuples=True)]
        [(7, 1), (8, 0)]
        """
        for name, count in (("jobs", jobs), ("batch_size", batch_size)):
            if count < 1:
                raise ValueError(f"{name} is {count}; expected 1 or more")
        if not as_tuples:
            return self._pipe(make_documents(texts), jobs, batch_size)
        contexts: deque[Any] = deque()
        releases = self._pipe(split_tuples(texts, contexts), jobs, batch_size)
        return ((release, contexts.popleft()) for release in releases)

    def _pipe(self, documents: Iterator[Document], jobs: int, batch_size: int) -> Iterator[Release]:
        if jobs == 1:
            while batch := list(islice(documents, batch_size)):
                yield from self.tag(batch)
            return
        from forelook.parallel.texts import tag_parallel  # noqa: PLC0415 - processes are not needed to tag one text

        yield from tag_parallel(partial(_make_tag, self.directory, figures=self.figures, precise=self.precise), documents, jobs=jobs, batch_size=batch_size)

    def tag_all(self, documents: list[Document]) -> list[Release]:
        """Return one Release per document, tagged in batches of BATCH_SIZE."""
        return list(self.pipe(documents))

    def tag(self, documents: list[Document]) -> list[Release]:
        """Return one Release per document, tagged as one batch."""
        documents = [mend(document) for document in documents]
        return self.tag_segmented(documents, segment_all([document.text for document in documents], [document.tables for document in documents]))

    def tag_segmented(self, documents: list[Document], segmentations: list[Segmentation]) -> list[Release]:
        """Return one Release per document with its segmentation, tagged as one batch; the one path to a Release."""
        decisions = decide(segmentations, self.predict(documents, segmentations))
        releases = [build_release(*parts, self.model) for parts in zip(documents, segmentations, decisions, strict=True)]
        for release in releases:
            release.figures = find_figures(release) if self.figures else LEFT_OUT
        return releases

    def predict(self, documents: list[Document], segmentations: list[Segmentation]) -> Floats:
        """Return the class probabilities of every unit of every document, in order; shape (units, classes), float64."""
        texts = [document.text for document in documents]
        return settle(predict(self._classifier, extract(texts, segmentations), texts, segmentations), texts, segmentations)


def load(model: str | Path | None = None, *, figures: bool = True, precise: bool | str | Path = False) -> Tagger:
    """Return a Tagger with the model that comes with forelook, or with that of another directory.

    Without `figures`, releases come without guidance records (`release.figures` is `msgspec.UNSET`), in a fifth less time. With `precise` (extra
    `[precise]`), a transformer rereads doubtful statements, which is more accurate but much slower. True takes the directory that FORELOOK_PRECISE names, or
    `precise` next to forelook's model; a path names another one.

    Raises ModelError when the model or the transformer is missing, damaged, or of another version.
    """
    return Tagger(Path(model) if model is not None else default_directory(), figures=figures, precise=find_precise(precise))


def _make_tag(directory: Path, *, figures: bool, precise: Path | None) -> Callable[[list[Document]], list[Release]]:
    """Return the function with which a worker process tags."""
    return Tagger(directory, figures=figures, precise=precise).tag
