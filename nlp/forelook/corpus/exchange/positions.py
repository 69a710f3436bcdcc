"""Converts offsets between UTF-16 code units, as JavaScript counts, and code points.

In: a text. Out: a converter for offsets in it. A character beyond U+FFFF counts twice in UTF-16.
"""

from __future__ import annotations

import numpy as np

from forelook.errors import AnnotationError
from forelook.export.offsets import count_places


class Utf16:
    """Converts offsets in one text."""

    def __init__(self, text: str) -> None:
        self._places = count_places(text, "utf16")

    def encode(self, place: int) -> int:
        """Return the UTF-16 offset for a code-point offset."""
        return int(self._places[place])

    def decode(self, unit: int, where: str) -> int:
        """Return the code-point offset for a UTF-16 offset; raises AnnotationError naming `where` outside the text or within a character."""
        place = int(np.searchsorted(self._places, unit))
        if place == len(self._places) or self._places[place] != unit:
            raise AnnotationError(f"{where}: no character begins at UTF-16 position {unit} of {int(self._places[-1])}; was the text changed?")
        return place
