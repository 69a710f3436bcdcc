"""spaCy's DocBin: Docs whose `spans["units"]` are the units, for training in stock spaCy (`spancat`) and back.

In: gold releases, or DocBin files. Out: `corpus.spacy`, or gold releases. spaCy's positions are tokens; these end where units do,
so every unit is kept, and `doc.text` is the text to the character, code points as ever. A span's `id_` is its speaker.
"""

from __future__ import annotations

from spacy.tokens import DocBin, Span
from spacy.vocab import Vocab

from forelook.components.tokenizer import ReleaseTokenizer
from forelook.corpus.exchange import Files
from forelook.corpus.exchange.gather import gather
from forelook.corpus.exchange.names import make_unit, name_unit
from forelook.corpus.exchange.tokens import tokenize
from forelook.corpus.gold import GoldRelease
from forelook.errors import AnnotationError

CORPUS = "corpus.spacy"
KEY = "units"
IDENTITY = "release"  # key of the release's id in `doc.user_data`


def export(releases: list[GoldRelease]) -> Files:
    """Return one DocBin."""
    tokenizer = ReleaseTokenizer(Vocab())
    store = DocBin(store_user_data=True)
    for release in releases:
        doc = tokenize(release.text, (place for unit in release.units for place in (unit.start, unit.end)), tokenizer)
        starts = {token.idx: token.i for token in doc}
        ends = {token.idx + len(token): token.i + 1 for token in doc}
        doc.spans[KEY] = [Span(doc, starts[unit.start], ends[unit.end], label=name_unit(unit), span_id=unit.speaker or "") for unit in release.units]
        doc.user_data[IDENTITY] = release.id
        store.add(doc)
    return {CORPUS: store.to_bytes()}


def load(files: Files) -> list[GoldRelease]:
    """Return the releases of every `.spacy` file among `files`."""
    releases = []
    for name, content in files.items():
        if not name.endswith(".spacy"):
            continue
        try:
            docs = list(DocBin().from_bytes(content).get_docs(Vocab()))
        except Exception as error:  # spaCy, srsly, zlib and msgpack each raise their own
            raise AnnotationError(f"{name}: not a DocBin ({error}); expected a file that spaCy has written") from error
        for number, doc in enumerate(docs, 1):
            where = f"{name}: Doc {number}"
            if KEY not in doc.spans:
                raise AnnotationError(f"{where}: no spans[{KEY!r}]; it has {sorted(doc.spans)}")
            units = [make_unit(span.label_, span.start_char, span.end_char, span.id_, where) for span in doc.spans[KEY]]
            releases.append(gather(str(doc.user_data.get(IDENTITY, where)), doc.text, units, where))
    return releases
