"""Texts as users pass them to a Tagger: what is refused, with what advice, and what is replaced.

In: whatever somebody passes for a text. Out: Documents whose text can be written as UTF-8, or a TypeError that says what to do.
"""

from __future__ import annotations

import logging
import re
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from forelook.records import Document
from forelook.surrogates import has_surrogates

_LOGGER = logging.getLogger(__name__)
MENDED = "lone surrogates, which are no characters, were read as U+FFFD"
_SURROGATE = re.compile("[\ud800-\udfff]")


def make_document(text: str | Document, index: int | None = None) -> Document:
    """Return `text` as a Document, whose id is its number; raises TypeError for anything but a text."""
    if isinstance(text, Document):
        for name, value in (("text", text.text), ("id", text.id)):
            if not isinstance(value, str):
                raise TypeError(f"the {name} of the Document is {_describe(value)}; expected str; {_advise(value)}")
        return text
    if isinstance(text, str):
        return Document(str(index or 0), text)
    raise TypeError(f"{'the text' if index is None else f'text {index}'} is {_describe(text)}; expected str or forelook.Document; {_advise(text)}")


def make_documents(texts: Iterable[str | Document]) -> Iterator[Document]:
    """Return `texts` as Documents, lazily; raises TypeError at once for one text where many are expected."""
    if isinstance(texts, str | bytes | Document) or not isinstance(texts, Iterable):
        advice = "call tagger(text) for one, or pass a list" if isinstance(texts, str | bytes | Document) else "pass a list, a generator, or a column"
        raise TypeError(f"pipe takes many texts, and got {_describe(texts)}; {advice}")
    return (make_document(text, index) for index, text in enumerate(texts))


def split_tuples(pairs: Iterable[tuple[str | Document, Any]], contexts: deque[Any]) -> Iterator[Document]:
    """Yield the Document of each pair, and add its context to `contexts`; raises TypeError naming the item that is not a pair."""
    for index, pair in enumerate(pairs):
        if not isinstance(pair, tuple) or len(pair) != 2:
            raise TypeError(f"item {index} is {_describe(pair)}; with as_tuples=True each must be a tuple (text, context)")
        contexts.append(pair[1])
        yield make_document(pair[0], index)


def mend(document: Document) -> Document:
    """Return `document` with U+FFFD for every lone surrogate, which no encoding can represent; all offsets stay the same."""
    text = document.text
    if not has_surrogates(text):
        return document
    _LOGGER.warning("text %s: %s", document.id, MENDED)
    return msgspec.structs.replace(document, text=replace_surrogates(text), warnings=(*document.warnings, MENDED))


def replace_surrogates(text: str) -> str:
    """Return `text` with U+FFFD for every lone surrogate."""
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text) if has_surrogates(text) else text


def _describe(value: object) -> str:
    if value is None:
        return "None"
    if isinstance(value, float):
        return "NaN" if value != value else f"the number {value}"  # noqa: PLR0124 - what NaN is known by
    if isinstance(value, str):
        return "one str"
    name = type(value).__name__
    return name if isinstance(value, bytes) else f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def _advise(value: object) -> str:
    if isinstance(value, bytes | bytearray | memoryview):
        return "decode it first (text.decode()), or let `forelook classify` read the file"
    if value is None or (isinstance(value, float) and value != value):  # noqa: PLR0124 - what NaN is known by
        return "a missing value: leave such rows out first (in pandas df.dropna(subset=[…]))"
    if hasattr(value, "read_text"):
        return "read the file first (path.read_text()), or name it to `forelook classify`"
    if isinstance(value, Iterable):
        return "pass many texts to tagger.pipe"
    return "convert it first"
