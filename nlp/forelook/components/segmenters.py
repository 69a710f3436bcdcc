"""The spaCy components of segmentation: layout, sentences and quotes, for any pipeline.

In: a Doc from any tokenizer. Out: the same Doc with `doc.spans["blocks"]`, `["units"]` and `["quotes"]` (contract.py), and its
sentence starts set. Each computes from the text first and writes to the Doc second.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from forelook.components.contract import UNITS, read_blocks, write_blocks, write_units, write_utterances
from forelook.segment.layout import find_blocks
from forelook.segment.quotes.utterances import find_quotes
from forelook.segment.sentences import cut_units


@Language.component("forelook_layout", assigns=["doc.spans"])
def add_blocks(doc: Doc) -> Doc:
    """Write the blocks of the text to `doc.spans["blocks"]`."""
    write_blocks(doc, find_blocks(doc.text))
    return doc


@Language.component("forelook_sentences", assigns=["doc.spans", "token.is_sent_start"], requires=["doc.spans"])
def add_units(doc: Doc) -> Doc:
    """Cut the blocks into units at `doc.spans["units"]` and start a sentence at each."""
    write_units(doc, cut_units(doc.text, read_blocks(doc)))
    for token in doc:
        token.is_sent_start = False
    for span in doc.spans[UNITS]:
        doc[span.start].is_sent_start = True
    return doc


@Language.component("forelook_quotes", assigns=["doc.spans"], requires=["doc.spans"])
def add_quotes(doc: Doc) -> Doc:
    """Write the fragments of each quotation to `doc.spans["quotes"]`."""
    write_utterances(doc, find_quotes(doc.text, read_blocks(doc)))
    return doc
