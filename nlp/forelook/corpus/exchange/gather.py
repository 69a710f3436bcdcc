"""Units gathered into a gold release: in order, inside the text, without overlap.

In: units as a tool hands them back, in any order. Out: a gold release, or an AnnotationError that names the place.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from forelook.corpus.gold import GoldRelease, GoldUnit
from forelook.errors import AnnotationError

SHOWN = 40  # characters that an error quotes


def gather(identity: str, text: str, units: Iterable[GoldUnit], where: str) -> GoldRelease:
    """Return the release of `units`; `where` is named in errors."""
    ordered = sorted(units, key=lambda unit: (unit.start, unit.end))
    for unit in ordered:
        if not 0 <= unit.start < unit.end <= len(text):
            raise AnnotationError(f"{where}: span {unit.start}-{unit.end} of a text of {len(text)} characters; expected start before end, inside the text")
    for one, other in pairwise(ordered):
        if one.end > other.start:
            raise AnnotationError(f"{where}: spans overlap at {other.start}: {text[other.start : one.end][:SHOWN]!r}; leave one of them")
    return GoldRelease(identity, text, ordered)
