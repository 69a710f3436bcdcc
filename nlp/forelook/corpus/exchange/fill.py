"""Fills the text that an annotator has left unmarked with units, since annotated text covers the whole of a release.

In: a gold release with gaps. Out: one without, and a comment for each statement that only a model has labelled.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

import msgspec

from forelook.characters import is_blank
from forelook.corpus.annotate import to_gold
from forelook.corpus.gold import GoldRelease, GoldUnit
from forelook.records import Document
from forelook.segment.layout import find_blocks
from forelook.segment.sentences import cut_units
from forelook.spans import Span, trim
from forelook.tagger import Tagger

COMMENT = "# nobody has marked this; the code is the model's"


def find_gaps(gold: GoldRelease) -> list[Span]:
    """Return the stretches between units that are not blank."""
    edges = [0, *chain.from_iterable((unit.start, unit.end) for unit in gold.units), len(gold.text)]
    return [(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if _is_visible(gold.text[start:end])]


def fill(gold: GoldRelease, tagger: Tagger) -> tuple[GoldRelease, dict[int, str]]:
    """Return `gold` with the model's units in its gaps, and a comment for each that is a statement, by its start."""
    gaps = find_gaps(gold)
    if not gaps:
        return gold, {}
    added = list(_cut_to(gold.text, gaps, to_gold(tagger(Document(gold.id, gold.text))).units))
    return _join(gold, added), {unit.start: COMMENT for unit in added if unit.label is not None}


def fill_with_meta(gold: GoldRelease) -> GoldRelease:
    """Return `gold` with meta units in its gaps."""
    gaps = find_gaps(gold)
    if not gaps:
        return gold
    units = [GoldUnit(unit.start, unit.end, "meta", None, forward_looking=False, speaker=None) for unit in cut_units(gold.text, find_blocks(gold.text))]
    return _join(gold, _cut_to(gold.text, gaps, units))


def _join(gold: GoldRelease, added: Iterable[GoldUnit]) -> GoldRelease:
    return msgspec.structs.replace(gold, units=sorted([*gold.units, *added], key=lambda unit: unit.start))


def _cut_to(text: str, gaps: list[Span], units: list[GoldUnit]) -> Iterator[GoldUnit]:
    """Yield the pieces of `units` that lie in gaps, without blanks at their ends."""
    for first, last in gaps:
        for unit in units:
            start, end = trim(text, max(first, unit.start), min(last, unit.end)) if unit.start < last and first < unit.end else (0, 0)
            if _is_visible(text[start:end]):
                yield msgspec.structs.replace(unit, start=start, end=end, figures=())


def _is_visible(text: str) -> bool:
    return not all(map(is_blank, text))
