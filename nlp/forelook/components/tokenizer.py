"""The tokenizer: the tokens that features are made of (tokens.pyx), as a spaCy Doc.

In: a text. Out: a Doc whose tokens cover it without loss. The tokens of a text do not depend on earlier texts, and it costs a
fraction of spaCy's rule tokenizer, whose cache a text with one special case defeats (explosion/spaCy 13950).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

from forelook.features.tokens import cut


class ReleaseTokenizer:
    """Cuts a text into tokens; a drop-in for `Language.tokenizer`."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Return a Doc with `doc.text == text`."""
        words: list[str] = []
        spaces: list[bool] = []
        done = 0
        for start, end in [*cut(text), (len(text), len(text))]:
            if start > done:
                spaced = bool(words) and text[done] == " "  # a single blank after a token belongs to it, as in every Doc
                if spaced:
                    spaces[-1] = True
                if blanks := text[done + spaced : start]:
                    words.append(blanks)
                    spaces.append(False)
            if end > start:
                words.append(text[start:end])
                spaces.append(False)
            done = end
        return Doc(self.vocab, words=words, spaces=spaces)

    def to_disk(self, _path: str | Path, **_: Any) -> None:
        """Write nothing: the tokenizer has no state."""

    def from_disk(self, _path: str | Path, **_: Any) -> ReleaseTokenizer:
        """Return the tokenizer itself: it has no state to read."""
        return self

    def to_bytes(self, **_: Any) -> bytes:
        """Return no bytes: the tokenizer has no state."""
        return b""

    def from_bytes(self, _data: bytes, **_: Any) -> ReleaseTokenizer:
        """Return the tokenizer itself: it has no state to read."""
        return self


def tokenize_at(text: str, places: Iterable[int], tokenizer: ReleaseTokenizer) -> Doc:
    """Return the tokens of `text`, with a token split wherever one of `places` (code points) is inside it."""
    doc = tokenizer(text)
    inside = set(places) - {token.idx for token in doc}
    words: list[str] = []
    spaces: list[bool] = []
    for token in doc:
        cuts = [place for place in range(1, len(token)) if token.idx + place in inside]
        words += [token.text[start:end] for start, end in pairwise([0, *cuts, len(token)])]
        spaces += [False] * len(cuts) + [bool(token.whitespace_)]
    return Doc(doc.vocab, words=words, spaces=spaces)


@registry.tokenizers("forelook_tokenizer")
def make_tokenizer() -> Callable[[Language], ReleaseTokenizer]:
    """Return the factory that spaCy's config names `forelook_tokenizer`."""
    return lambda nlp: ReleaseTokenizer(nlp.vocab)
