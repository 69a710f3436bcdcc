"""Positions in UTF-16 code units, as JavaScript counts, to code points and back.

In: a text. Out: converters for positions in it. A character beyond U+FFFF counts twice in UTF-16.
"""

from __future__ import annotations

import numpy as np

from forelook.errors import AnnotationError


class Utf16:
    """Converts positions in one text."""

    def __init__(self, text: str) -> None:
        points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
        self._places = np.concatenate([np.zeros(1, np.int64), np.cumsum(1 + (points > 0xFFFF))])

    def encode(self, place: int) -> int:
        """Return the UTF-16 position of a code point's."""
        return int(self._places[place])

    def decode(self, unit: int, where: str) -> int:
        """Return the code point's position of a UTF-16 one; AnnotationError where it lies outside, or within a character."""
        place = int(np.searchsorted(self._places, unit))
        if place == len(self._places) or self._places[place] != unit:
            raise AnnotationError(f"{where}: no character begins at UTF-16 position {unit} of {int(self._places[-1])}; was the text changed?")
        return place
