"""spaCy's DocBin: Docs with `spans["statements"]` and `spans["quotes"]`, for annotation and training in stock spaCy.

In: blocks of JSON lines. Out: the bytes of one DocBin, which spaCy keeps in memory as a whole. The text of each Doc is that of the
release; tokens are split at the ends of statements and quotes; `user_data["forelook"]` is the rest of the record. With the key "sc",
spaCy's `spancat` trains on the statements. `forelook corpus import` reads the file back.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO

from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from forelook.components.contract import STATEMENTS, write_release
from forelook.components.tokenizer import ReleaseTokenizer, tokenize_at
from forelook.export.json import decode_lines
from forelook.records import Release


def write_docbin(blocks: Iterable[bytes], stream: IO[bytes], spans_key: str = STATEMENTS) -> None:
    """Write all releases as one DocBin, whose Docs have their statements at `spans[spans_key]`.

    Raises ValueError for a release without text, or whose offsets do not count code points.
    """
    store = DocBin(store_user_data=True)
    tokenizer = ReleaseTokenizer(Vocab())
    for release in decode_lines(blocks):
        store.add(make_doc(release, tokenizer, spans_key))
    stream.write(store.to_bytes())
    stream.flush()


def make_doc(release: Release, tokenizer: ReleaseTokenizer, spans_key: str = STATEMENTS) -> Doc:
    """Return a release as a Doc by the span contract (components/contract.py).

    Raises ValueError for a release without text, or whose offsets do not count code points.
    """
    if not isinstance(release.text, str) or release.offsets != "codepoint":
        raise ValueError(f"release {release.id}: a Doc needs the text, and positions in code points")
    places = {place for statement in release.statements for place in (statement.start, statement.end)}
    places |= {place for quote in release.quotes for fragment in quote.fragments for place in (fragment.start, fragment.end)}
    doc = tokenize_at(release.text, places, tokenizer)
    write_release(doc, release, spans_key)
    doc.user_data["forelook"] = release.without_text().to_dict()
    return doc
