"""The spaCy component `forelook_tagger`: statements onto a Doc of anyone's pipeline.

In: a Doc, segmented by forelook's components or not at all. Out: `doc.spans["statements"]`, each span labelled, and
`doc.spans["statements"].attrs` with scores and flags in the same order.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from forelook.components.segmenters import read_blocks, read_quotes, read_units, write_spans
from forelook.features.extract import extract
from forelook.model.decisions import decide
from forelook.model.store import default_directory, load_model
from forelook.records import LABELS
from forelook.segment.segmentation import assemble

STATEMENTS = "statements"


@Language.factory("forelook_tagger", default_config={"model": None}, assigns=["doc.spans"])
class TaggerComponent:
    """Tags the units of a Doc; `model` is a model directory, forelook's own where it is null."""

    def __init__(self, nlp: Language, name: str, model: str | None) -> None:  # noqa: ARG002 - spaCy hands over both
        self.name = name
        self._classifier, self.model = load_model(Path(model) if model else default_directory())

    def __call__(self, doc: Doc) -> Doc:
        """Write the statements of a Doc to its span group."""
        blocks = read_blocks(doc)
        segmentation = assemble(blocks, read_units(doc, blocks), read_quotes(doc, blocks))
        scores = self._classifier.predict(extract([doc.text], [segmentation]), np.array([len(segmentation.units)]))
        (decisions,) = decide([segmentation], scores)
        units = [segmentation.units[index] for index in decisions.units]
        labels = [LABELS[label].value for label in decisions.labels]
        write_spans(doc, STATEMENTS, [(unit.start, unit.end, label, "") for unit, label in zip(units, labels, strict=True)])
        doc.spans[STATEMENTS].attrs.update(
            scores=[float(row[label]) for row, label in zip(decisions.scores, decisions.labels, strict=True)],
            forward_looking=decisions.forward.tolist(),
        )
        return doc
