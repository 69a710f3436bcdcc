"""spaCy's DocBin: Docs with `spans["statements"]` and `spans["quotes"]`, for annotation and training in stock spaCy.

In: blocks of JSON lines. Out: the bytes of one DocBin, which spaCy holds in memory as a whole. Each Doc's text is the
release's; tokens end where statements and quotes do; `user_data["forelook"]` is the rest of the record. Under another key, "sc" say, the
statements are what spaCy's `spancat` learns from. `forelook corpus import` reads it back.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import IO, Any

import msgspec
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from forelook.components.contract import STATEMENTS, write_release
from forelook.components.tokenizer import ReleaseTokenizer
from forelook.export.json import decode_lines
from forelook.records import Release


def write_docbin(blocks: Iterable[bytes], stream: IO[bytes], spans_key: str = STATEMENTS) -> None:
    """Write all releases as one DocBin, whose Docs hold their statements at `spans[spans_key]`.

    Raises ValueError for a release without text, or with other positions than code points.
    """
    store = DocBin(store_user_data=True)
    tokenizer = ReleaseTokenizer(Vocab())
    for release in decode_lines(blocks):
        store.add(make_doc(release, tokenizer, spans_key))
    stream.write(store.to_bytes())
    stream.flush()


def make_doc(release: Release, tokenizer: ReleaseTokenizer, spans_key: str = STATEMENTS) -> Doc:
    """Return a release, with its text and positions in code points, as a Doc after the span contract (components/contract.py).

    Raises ValueError for one without text, or with other positions.
    """
    if not isinstance(release.text, str) or release.offsets != "codepoint":
        raise ValueError(f"release {release.id}: a Doc needs the text, and positions in code points")
    places = {place for statement in release.statements for place in (statement.start, statement.end)}
    places |= {place for quote in release.quotes for fragment in quote.fragments for place in (fragment.start, fragment.end)}
    doc = _cut(tokenizer(release.text), places)
    write_release(doc, release, spans_key)
    record: dict[str, Any] = msgspec.to_builtins(msgspec.structs.replace(release, text=msgspec.UNSET))
    doc.user_data["forelook"] = record
    return doc


def _cut(doc: Doc, places: set[int]) -> Doc:
    """Return `doc` with every token cut that one of `places` stands inside."""
    inside = places - {token.idx for token in doc} - {token.idx + len(token) for token in doc}
    if not inside:
        return doc
    words: list[str] = []
    spaces: list[bool] = []
    for token in doc:
        cuts = [place - token.idx for place in range(token.idx + 1, token.idx + len(token)) if place in inside]
        edges = [0, *cuts, len(token)]
        words += [token.text[begin:end] for begin, end in pairwise(edges)]
        spaces += [False] * len(cuts) + [bool(token.whitespace_)]
    return Doc(doc.vocab, words=words, spaces=spaces)
