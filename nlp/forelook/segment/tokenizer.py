"""The tokenizer: one regular expression into a spaCy Doc.

In: a text. Out: a Doc whose tokens cover it without loss. Its tokens are the same for a text whatever was read before, and
it costs a fraction of spaCy's rule tokenizer, whose cache a text with one special case defeats (explosion/spaCy 13950).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from spacy.attrs import IS_SPACE, IS_TITLE, LOWER, SHAPE, SUFFIX
from spacy.lang.lex_attrs import is_space, is_title, lower, suffix, word_shape
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

# A word (with inner apostrophe, full stop, comma or ampersand: U.S, 1,200.5, AT&T, don't), a possessive, one mark, or
# blanks; a single blank behind a token belongs to it, as in every Doc.
_PIECE = re.compile(r"(?:['’]s\b|[^\W_]+(?:(?:['’](?!s\b)|[.,&])[^\W_]+)*|[^\w\s]|_+) ?|\s+")
LONGEST_WORD = 200  # characters; a longer one (base64, a line of digits) is cut, or its shape alone would cost seconds


def has_digit(string: str) -> bool:
    """Tell whether a word holds a digit: the lexical flag by which features tell figures from words."""
    return any(character.isdigit() for character in string)


def lean_vocab() -> Vocab:
    """Return a vocabulary with only the lexical attributes that forelook uses, which makes new words cheap."""
    return Vocab(lex_attr_getters={LOWER: lower, SHAPE: word_shape, SUFFIX: suffix, IS_TITLE: is_title, IS_SPACE: is_space})


class ReleaseTokenizer:
    """Cuts a text into tokens; a drop-in for `Language.tokenizer`."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Return a Doc with `doc.text == text`."""
        pieces = _PIECE.findall(text)
        if len(text) > LONGEST_WORD and max(map(len, pieces), default=0) > LONGEST_WORD:
            pieces = [piece[k : k + LONGEST_WORD] for piece in pieces for k in range(0, len(piece), LONGEST_WORD)]
        words = [piece[:-1] if piece[-1] == " " and piece != " " and not piece.isspace() else piece for piece in pieces]
        spaces = [len(word) != len(piece) for word, piece in zip(words, pieces, strict=True)]
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


@registry.tokenizers("forelook_tokenizer")
def make_tokenizer() -> Callable[[Language], ReleaseTokenizer]:
    """Return the factory that spaCy's config names `forelook_tokenizer`."""
    return lambda nlp: ReleaseTokenizer(nlp.vocab)
