"""Tokens that end where units do, so that a tool which selects whole tokens can hold every unit.

In: a text and positions. Out: a spaCy Doc of that text with a token boundary at each position.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from spacy.tokens import Doc

from forelook.components.tokenizer import ReleaseTokenizer


def tokenize(text: str, places: Iterable[int], tokenizer: ReleaseTokenizer) -> Doc:
    """Return the tokens of `text`, cut at every one of `places` that stands inside one."""
    doc = tokenizer(text)
    wanted = set(places)
    words: list[str] = []
    spaces: list[bool] = []
    for token in doc:
        cuts = [place for place in range(1, len(token)) if token.idx + place in wanted]
        pieces = [token.text[start:end] for start, end in pairwise([0, *cuts, len(token)])]
        words += pieces
        spaces += [False] * len(cuts) + [bool(token.whitespace_)]
    return Doc(doc.vocab, words=words, spaces=spaces)
