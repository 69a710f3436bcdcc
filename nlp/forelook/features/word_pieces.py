"""Word pieces: the tokens of pretrained transformers (BERT's, uncased), from their vocabulary.

In: texts. Out: numbers of pieces. Words are stripped of case and accents, cut at punctuation, and then from the left into the longest pieces that
the vocabulary has (WordPiece: Schuster and Nakajima 2012; Devlin et al. 2019). The library `tokenizers` does the same and brings a client of a
model hub along, which nothing here has a use for; the tests hold this against it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

LONGEST_WORD = 100  # characters; a longer word is unknown
_KEPT_WORDS = 1 << 15  # words whose pieces are remembered
_WORD = re.compile(r"[!-/:-@\[-`{-~]|[^\s!-/:-@\[-`{-~]+")
_NOT_PLAIN = re.compile(r"[^\x20-\x7e]")
_IDEOGRAPH = re.compile("[\u4e00-\u9fff\u3400-\u4dbf\U00020000-\U0002a6df\U0002a700-\U0002b81f\U0002b920-\U0002ceaf\uf900-\ufaff\U0002f800-\U0002fa1f]")


class WordPieces:
    """A vocabulary: `pieces` in the order of their numbers, those that go on with a word marked by `##`. Safe to share between threads."""

    def __init__(self, pieces: Sequence[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(pieces)}
        self._unknown = self._numbers["[UNK]"]
        self._longest = max(map(len, pieces))
        self._cut_word = lru_cache(_KEPT_WORDS)(self._find_pieces)

    def cut(self, text: str) -> list[int]:
        """Return the numbers of the pieces of a text."""
        return [number for word in _WORD.findall(simplify(text)) for number in self._cut_word(word)]

    def _find_pieces(self, word: str) -> tuple[int, ...]:
        if len(word) > LONGEST_WORD:
            return (self._unknown,)
        found: list[int] = []
        start = 0
        while start < len(word):
            mark = "##" if start else ""
            for end in range(min(len(word), start + self._longest), start, -1):
                if (number := self._numbers.get(mark + word[start:end])) is not None:
                    break
            else:
                return (self._unknown,)
            found.append(number)
            start = end
        return tuple(found)


def simplify(text: str) -> str:
    """Return a text in lower case without accents and control characters, with blanks around punctuation that is not ASCII's."""
    if not text.isascii():
        text = unicodedata.normalize("NFD", text)
    return _NOT_PLAIN.sub(lambda match: _simplify_character(match[0]), text.lower())


@cache
def _simplify_character(character: str) -> str:
    """Return what replaces a character that is not printable ASCII."""
    category = unicodedata.category(character)
    if category[0] == "Z" or character in "\t\n\r":
        return " "
    if category in {"Mn", "Cc", "Cf", "Co", "Cs"} or character == "\N{REPLACEMENT CHARACTER}":
        return ""
    if category[0] == "P" or _IDEOGRAPH.match(character):
        return f" {character} "
    return character
