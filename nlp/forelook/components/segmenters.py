"""The spaCy components of segmentation: layout, sentences and quotes, for anyone's pipeline.

In: a Doc from any tokenizer. Out: the same Doc with `doc.spans["blocks"]`, `["units"]` and `["quotes"]`, and its sentence
starts set. Each computes from the text first and writes onto the Doc second.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span

from forelook.segment.layout import Block, find_blocks
from forelook.segment.quotes.utterances import Utterance, find_quotes
from forelook.segment.sentences import Unit, cut_units

BLOCKS, UNITS, QUOTES = "blocks", "units", "quotes"


@Language.component("forelook_layout", assigns=["doc.spans"])
def add_blocks(doc: Doc) -> Doc:
    """Write the blocks of the text, labelled with their kinds, to `doc.spans["blocks"]`."""
    write_spans(doc, BLOCKS, [(block.start, block.end, block.kind, "") for block in find_blocks(doc.text)])
    return doc


@Language.component("forelook_sentences", assigns=["doc.spans", "token.is_sent_start"], requires=["doc.spans"])
def add_units(doc: Doc) -> Doc:
    """Cut the blocks into units at `doc.spans["units"]` and start a sentence at each."""
    units = cut_units(doc.text, read_blocks(doc))
    write_spans(doc, UNITS, [(unit.start, unit.end, unit.kind, str(unit.block)) for unit in units])
    for token in doc:
        token.is_sent_start = False
    for span in doc.spans[UNITS]:
        doc[span.start].is_sent_start = True
    return doc


@Language.component("forelook_quotes", assigns=["doc.spans"], requires=["doc.spans"])
def add_quotes(doc: Doc) -> Doc:
    """Write the fragments of each utterance to `doc.spans["quotes"]`: label the speaker, id the utterance's number."""
    utterances = find_quotes(doc.text, read_blocks(doc))
    write_spans(
        doc,
        QUOTES,
        [
            (start, end, utterance.speaker.name if utterance.speaker else "", str(number))
            for number, utterance in enumerate(utterances)
            for start, end in utterance.fragments
        ],
    )
    return doc


def read_blocks(doc: Doc) -> list[Block]:
    """Return the blocks that `forelook_layout` wrote, or those of the text where it did not run."""
    if BLOCKS not in doc.spans:
        return find_blocks(doc.text)
    return [Block(span.start_char, span.end_char, span.label_) for span in doc.spans[BLOCKS]]


def read_units(doc: Doc, blocks: list[Block]) -> list[Unit]:
    """Return the units that `forelook_sentences` wrote, or those of the text where it did not run."""
    if UNITS not in doc.spans:
        return cut_units(doc.text, blocks)
    return [Unit(span.start_char, span.end_char, span.label_, int(span.id_)) for span in doc.spans[UNITS]]


def read_quotes(doc: Doc, blocks: list[Block]) -> list[Utterance]:
    """Return the utterances of the text; their names and titles do not fit into spans."""
    return find_quotes(doc.text, blocks)


def write_spans(doc: Doc, name: str, places: list[tuple[int, int, str, str]]) -> None:
    """Set `doc.spans[name]` to spans of (start, end, label, id); a place inside a token takes in the whole token."""
    spans: list[Span] = []
    for start, end, label, identity in places:
        span = doc.char_span(start, end, label=label, span_id=identity, alignment_mode="expand")
        if span is not None:
            spans.append(span)
    doc.spans[name] = spans
