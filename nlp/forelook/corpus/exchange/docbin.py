"""spaCy's DocBin: Docs whose `spans["units"]` are the units, for training in stock spaCy (`spancat`), and back.

In: gold releases, or DocBin files. Out: `corpus.spacy`, or gold releases. spaCy's spans count tokens; tokens are split at the ends of
units, so every unit is kept, and `doc.text` is exactly the text. A span's `id_` is its speaker. DocBins that `forelook classify` has
written, corrected or not, are read as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

from forelook.components.contract import BLOCKS, QUOTES
from forelook.components.tokenizer import ReleaseTokenizer, tokenize_at
from forelook.corpus.exchange import Files
from forelook.corpus.exchange.fill import fill_with_meta
from forelook.corpus.exchange.gather import Found, attempt, gather
from forelook.corpus.exchange.names import make_unit, name_unit
from forelook.corpus.gold import GoldRelease, GoldUnit
from forelook.errors import AnnotationError
from forelook.records import Label

CORPUS = "corpus.spacy"
KEY = "units"
RECORD = "forelook"  # key of the record that `forelook classify` has written
IDENTITY = "release"  # key of the release's id in `doc.user_data`


def export(releases: list[GoldRelease]) -> Files:
    """Return one DocBin."""
    tokenizer = ReleaseTokenizer(Vocab())
    store = DocBin(store_user_data=True)
    for release in releases:
        doc = tokenize_at(release.text, (place for unit in release.units for place in (unit.start, unit.end)), tokenizer)
        starts = {token.idx: token.i for token in doc}
        ends = {token.idx + len(token): token.i + 1 for token in doc}
        doc.spans[KEY] = [Span(doc, starts[unit.start], ends[unit.end], label=name_unit(unit), span_id=unit.speaker or "") for unit in release.units]
        doc.user_data[IDENTITY] = release.id
        store.add(doc)
    return {CORPUS: store.to_bytes()}


def read(files: Files) -> Iterator[Found]:
    """Yield the release of every Doc of every `.spacy` file, or the error in it."""
    for name, content in files.items():
        if not name.endswith(".spacy"):
            continue
        try:
            docs = list(DocBin().from_bytes(content).get_docs(Vocab()))
        except Exception as error:  # noqa: BLE001 - spaCy, srsly, zlib and msgpack each raise their own
            yield AnnotationError(f"{name}: not a DocBin ({error}); expected a file that spaCy has written")
            continue
        for number, doc in enumerate(docs, 1):
            yield attempt(_read_doc, doc, f"{name}: Doc {number}")


def _read_doc(doc: Doc, where: str) -> GoldRelease:
    record = doc.user_data.get(RECORD)
    if KEY not in doc.spans and record is not None:
        return _read_statements(doc, str(record["id"]), where)
    if KEY not in doc.spans:
        raise AnnotationError(f"{where}: no spans[{KEY!r}]; it has {sorted(doc.spans)}")
    units = [make_unit(span.label_, span.start_char, span.end_char, span.id_, where) for span in doc.spans[KEY]]
    return gather(str(doc.user_data.get(IDENTITY, where)), doc.text, units, where)


def _read_statements(doc: Doc, identity: str, where: str) -> GoldRelease:
    """Return the release of a Doc that `forelook classify` wrote; text outside its statements is meta."""
    keys = sorted(set(doc.spans) - {QUOTES, BLOCKS})
    if len(keys) != 1:
        raise AnnotationError(f"{where}: statements may be at any of {keys}; expected one key beside {QUOTES!r}")
    return fill_with_meta(gather(identity, doc.text, [_read_statement(span, where) for span in doc.spans[keys[0]]], where))


def _read_statement(span: Span, where: str) -> GoldUnit:
    if span.label_ not in set(Label):
        raise AnnotationError(f"{where}: the span at {span.start_char} has the label {span.label_!r}; expected one of {', '.join(Label)}")
    label = Label(span.label_)
    forward = label is Label.GUIDANCE or (label is Label.MANAGEMENT_QUOTE and bool(span._.forward_looking))
    speaker = span._.speaker if label is Label.MANAGEMENT_QUOTE else None
    return GoldUnit(span.start_char, span.end_char, "table" if span._.kind == "table" else "statement", label, forward, speaker)
