"""The spaCy component `forelook_tagger`: adds statements to the Docs of any pipeline.

In: a Doc, segmented by forelook's components or not at all. Out: `doc.spans["statements"]`, each span with its label, score,
flag and speaker (contract.py). A Tagger finds the same statements in the same text: both run the same function.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from spacy.language import Language
from spacy.tokens import Doc

from forelook.components.contract import read_segmentation, write_release
from forelook.parallel import BATCH_SIZE
from forelook.records import Document, Release, Source
from forelook.tagger import load


@Language.factory("forelook_tagger", default_config={"model": None, "precise": False}, assigns=["doc.spans"])
class StatementTagger:
    """Tags the units of Docs; `model` is a model directory, by default the one that comes with forelook; `precise` is as in `load`."""

    def __init__(self, nlp: Language, name: str, model: str | None, precise: bool | str) -> None:  # noqa: ARG002, FBT001 - spaCy passes them
        self.name = name
        self._tagger = load(model, precise=precise)

    def __call__(self, doc: Doc) -> Doc:
        """Return `doc` with its statements."""
        self.set_annotations([doc], self.predict([doc]))
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = BATCH_SIZE) -> Iterator[Doc]:
        """Yield Docs with their statements, scored in batches."""
        docs = iter(stream)
        while batch := list(islice(docs, batch_size)):
            self.set_annotations(batch, self.predict(batch))
            yield from batch

    def predict(self, docs: list[Doc]) -> list[Release]:
        """Return the release of each Doc's text; the Docs are not changed."""
        documents = [Document(str(number), doc.text, Source()) for number, doc in enumerate(docs)]
        return self._tagger.tag_segmented(documents, [read_segmentation(doc) for doc in docs])

    def set_annotations(self, docs: list[Doc], releases: list[Release]) -> None:
        """Write the statements of each release to its Doc."""
        for doc, release in zip(docs, releases, strict=True):
            write_release(doc, release)
