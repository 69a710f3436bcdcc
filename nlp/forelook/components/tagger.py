"""The spaCy component `forelook_tagger`: statements onto a Doc of anyone's pipeline.

In: a Doc, segmented by forelook's components or not at all. Out: `doc.spans["statements"]`, each span with its label, score,
flag and speaker (contract.py). Statements are those that a Tagger finds in the same text: both run the same function.
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
    """Tags the units of Docs; `model` is a model directory, forelook's own where it is null; `precise` as `load` takes it."""

    def __init__(self, nlp: Language, name: str, model: str | None, precise: bool | str) -> None:  # noqa: ARG002, FBT001 - spaCy hands them over
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
        """Return what each Doc's text states; the Docs stay as they are."""
        documents = [Document(str(number), doc.text, Source()) for number, doc in enumerate(docs)]
        return self._tagger.tag_segmented(documents, [read_segmentation(doc) for doc in docs])

    def set_annotations(self, docs: list[Doc], releases: list[Release]) -> None:
        """Write the statements of each release onto its Doc."""
        for doc, release in zip(docs, releases, strict=True):
            write_release(doc, release)
