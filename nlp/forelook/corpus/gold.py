"""Gold files: labelled releases as JSON Lines, read for evaluation and for absorbing.

In: a `.jsonl` file, one release a line: id, text, units [{start, end, kind (statement, table, meta), label, forward_looking,
speaker, weight (in training, 1 where left out)}], offsets in code points. Out: gold releases.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import msgspec

from forelook.corpus.layouts import GoldRelease, GoldUnit
from forelook.errors import AnnotationError
from forelook.records import Label


class _Unit(msgspec.Struct):
    start: int
    end: int
    kind: str
    label: Label | None = None
    forward_looking: bool = False
    speaker: str | None = None
    weight: float = 1.0


class _Line(msgspec.Struct):
    id: str
    text: str
    units: list[_Unit]


def read_gold(path: Path) -> list[GoldRelease]:
    """Return the releases of a gold file; raises AnnotationError naming file, line and what was expected."""
    if not path.is_file():
        raise AnnotationError(f"{path}: no such file; expected JSON Lines with id, text and units")
    decoder = msgspec.json.Decoder(_Line)
    releases = []
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = decoder.decode(line)
        except msgspec.MsgspecError as error:
            raise AnnotationError(f"{path}:{number}: {error}; expected an object with id, text and units") from error
        units = [GoldUnit(u.start, u.end, u.kind, u.label, u.forward_looking, u.speaker, u.weight) for u in row.units]
        for one, other in pairwise(units):
            if one.end > other.start:
                raise AnnotationError(f"{path}:{number}: units overlap at {other.start}; expected units in order without overlap")
        releases.append(GoldRelease(row.id, row.text, units))
    if not releases:
        raise AnnotationError(f"{path}: no release in it; expected JSON Lines with id, text and units")
    return releases
