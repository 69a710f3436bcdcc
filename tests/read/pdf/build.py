"""Words placed on a page, for tests of the stages after them."""

from __future__ import annotations

from forelook.read.pdf.words import PrintedWord

WIDTH, BLANK, SIZE = 5.0, 3.0, 10.0  # of a letter, between words, of the font; in points


def set_words(text: str, left: float, base: float, *, size: float = SIZE) -> list[PrintedWord]:
    """Return the words of `text` from `left` on a baseline, each letter as wide as any other."""
    words: list[PrintedWord] = []
    for word in text.split():
        words.append(PrintedWord(word, left, left + WIDTH * len(word), base, size, spaced=bool(words)))
        left = words[-1].right + BLANK
    return words
