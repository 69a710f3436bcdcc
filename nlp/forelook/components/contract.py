"""The span contract: how a Doc represents a release, in a pipeline and in a DocBin alike.

In: a Doc and a Release, or a Doc alone. Out: the spans below written to the Doc, or read from it.

| `doc.spans[…]` | a span | label | id |
|---|---|---|---|
| "blocks" | a paragraph, heading, list item, table … | its kind | |
| "units" | a piece of text before it is labelled | its kind | index of its block |
| "quotes" | a fragment of a quotation | "quote" | index of the quotation |
| "statements" | a labelled statement | its label | |

A statement has `span._.score`, `._.scores` (a dict), `._.forward_looking`, `._.kind`, `._.section` and `._.speaker` (a name or None);
a fragment of a quotation has `._.speaker`. Spans are extended to whole tokens; the exact offsets are in the `attrs` of the span group.
"""

from __future__ import annotations

from typing import Any

import msgspec
from spacy.tokens import Doc, Span

from forelook.records import Quote, Release, Statement
from forelook.segment.layout import Block, find_blocks
from forelook.segment.quotes.names import Person
from forelook.segment.quotes.utterances import Utterance, find_quotes
from forelook.segment.segmentation import Segmentation, assemble
from forelook.segment.sentences import Unit, cut_units

BLOCKS, UNITS, QUOTES, STATEMENTS = "blocks", "units", "quotes", "statements"
QUOTE_LABEL = "quote"
ATTRIBUTES = ("score", "scores", "forward_looking", "kind", "section", "speaker")
_PLACES = "places"  # exact offsets, which may fall inside tokens
_UTTERANCES = "utterances"

for _name in ATTRIBUTES:
    if not Span.has_extension(_name):
        Span.set_extension(_name, default=None)


def write_blocks(doc: Doc, blocks: list[Block]) -> None:
    """Set `doc.spans["blocks"]`."""
    _write(doc, BLOCKS, [(block.start, block.end, block.kind, "") for block in blocks])


def write_units(doc: Doc, units: list[Unit]) -> None:
    """Set `doc.spans["units"]`."""
    _write(doc, UNITS, [(unit.start, unit.end, unit.kind, str(unit.block)) for unit in units])


def write_utterances(doc: Doc, utterances: list[Utterance]) -> None:
    """Set `doc.spans["quotes"]` to the fragments of utterances."""
    _write_quotes(doc, [(utterance.speaker.name if utterance.speaker else None, utterance.fragments) for utterance in utterances])
    doc.spans[QUOTES].attrs[_UTTERANCES] = [
        {"speaker": list(utterance.speaker) if utterance.speaker else None, "cue": utterance.cue, "fragments": [list(place) for place in utterance.fragments]}
        for utterance in utterances
    ]


def write_release(doc: Doc, release: Release, key: str = STATEMENTS) -> None:
    """Set `doc.spans[key]` to the statements, and `doc.spans["quotes"]` unless a component has set it."""
    if QUOTES not in doc.spans:
        _write_quotes(doc, [_speaker_and_fragments(quote) for quote in release.quotes])
    spans = _write(doc, key, [(statement.start, statement.end, statement.label.value, "") for statement in release.statements])
    for span, statement in zip(spans, release.statements, strict=True):
        if span is not None:
            _describe(span, statement)


def read_segmentation(doc: Doc) -> Segmentation:
    """Return the segmentation that earlier components have written, computed from the text where one did not run."""
    blocks = read_blocks(doc)
    return assemble(doc.text, blocks, _read_units(doc, blocks), _read_utterances(doc, blocks))


def read_blocks(doc: Doc) -> list[Block]:
    """Return the blocks that `forelook_layout` wrote, computed from the text where it did not run."""
    if BLOCKS not in doc.spans:
        return find_blocks(doc.text)
    return [Block(start, end, span.label_) for span, (start, end) in zip(doc.spans[BLOCKS], _places(doc, BLOCKS), strict=True)]


def _read_units(doc: Doc, blocks: list[Block]) -> list[Unit]:
    if UNITS not in doc.spans:
        return cut_units(doc.text, blocks)
    return [Unit(start, end, span.label_, int(span.id_)) for span, (start, end) in zip(doc.spans[UNITS], _places(doc, UNITS), strict=True)]


def _read_utterances(doc: Doc, blocks: list[Block]) -> list[Utterance]:
    if QUOTES not in doc.spans or _UTTERANCES not in doc.spans[QUOTES].attrs:
        return find_quotes(doc.text, blocks)
    return [
        Utterance(Person(*each["speaker"]) if each["speaker"] else None, each["cue"], [(start, end) for start, end in each["fragments"]])
        for each in doc.spans[QUOTES].attrs[_UTTERANCES]
    ]


def _speaker_and_fragments(quote: Quote) -> tuple[str | None, list[tuple[int, int]]]:
    return quote.speaker.name if quote.speaker else None, [(fragment.start, fragment.end) for fragment in quote.fragments]


def _write_quotes(doc: Doc, quotes: list[tuple[str | None, list[tuple[int, int]]]]) -> None:
    places = [(start, end, speaker, str(number)) for number, (speaker, fragments) in enumerate(quotes) for start, end in fragments]
    spans = _write(doc, QUOTES, [(start, end, QUOTE_LABEL, number) for start, end, _, number in places])
    for span, (_, _, speaker, _) in zip(spans, places, strict=True):
        if span is not None:
            span._.speaker = speaker


def _describe(span: Span, statement: Statement) -> None:
    span._.score = statement.score
    span._.scores = msgspec.structs.asdict(statement.scores)
    span._.forward_looking = statement.forward_looking
    span._.kind = statement.kind
    span._.section = statement.section
    span._.speaker = statement.speaker.name if statement.speaker else None


def _write(doc: Doc, name: str, places: list[tuple[int, int, str, str]]) -> list[Span | None]:
    """Set `doc.spans[name]` to spans of (start, end, label, id); return the span of each, None where it covers no token."""
    found: list[Span | None] = [doc.char_span(start, end, label=label, span_id=identity, alignment_mode="expand") for start, end, label, identity in places]
    doc.spans[name] = [span for span in found if span is not None]
    attrs: dict[str, Any] = doc.spans[name].attrs
    attrs[_PLACES] = [[start, end] for span, (start, end, *_) in zip(found, places, strict=True) if span is not None]
    return found


def _places(doc: Doc, name: str) -> list[tuple[int, int]]:
    group = doc.spans[name]
    return [(start, end) for start, end in group.attrs[_PLACES]] if _PLACES in group.attrs else [(span.start_char, span.end_char) for span in group]
