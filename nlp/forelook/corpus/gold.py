"""Gold releases: texts with annotated units, and files of them.

In: a `.jsonl` file, one release a line: id, text, units [{start, end, kind (statement, table, meta), label, forward_looking,
speaker, weight (in training, 1 by default)}], offsets in code points. Out: gold releases.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import msgspec
from msgspec import Struct

from forelook.corpus.annotated import AnnotatedUnit
from forelook.corpus.figure_writing import carry_figures
from forelook.corpus.header import UNKNOWN
from forelook.errors import AnnotationError
from forelook.records import Figure, Label


class GoldUnit(Struct, frozen=True):
    """A stretch of text with its annotation; `label` is None for meta."""

    start: int
    end: int
    kind: str
    label: Label | None
    forward_looking: bool
    speaker: str | None
    weight: float = 1.0  # of the annotation in training, from 0 to 1
    soft: tuple[float, ...] | None = None  # soft targets: probabilities of the classes from a distilled model (train/distill.py)
    score: float | None = None  # the model's probability of the label, where a model has given it
    figures: tuple[Figure, ...] = ()  # places are offsets into the release's text, `statement` is an index among its units that are not meta


class GoldRelease(Struct, frozen=True):
    """A text with its gold units, in order."""

    id: str
    text: str
    units: list[GoldUnit]


def place_unit(unit: AnnotatedUnit, placed: str, start: int, statement: int) -> GoldUnit:
    """Return an annotated unit that reads `placed` in a text, from `start` on; `statement` is the number of statements before it."""
    kind = "table" if unit.is_table else "statement" if unit.label else "meta"
    speaker = None if unit.speaker == UNKNOWN else unit.speaker
    figures = carry_figures(unit.figures, unit.text, placed, start, statement) if unit.figures else ()
    return GoldUnit(start, start + len(placed), kind, unit.label, unit.forward_looking, speaker, figures=figures)


class _Unit(Struct):
    start: int
    end: int
    kind: str
    label: Label | None = None
    forward_looking: bool = False
    speaker: str | None = None
    weight: float = 1.0


class _Line(Struct):
    id: str
    text: str
    units: list[_Unit]


def read_gold(path: Path) -> list[GoldRelease]:
    """Return the releases of a gold file; raises AnnotationError naming file, line and what was expected."""
    if not path.is_file():
        raise AnnotationError(f"{path}: no such file; name annotated text, or JSON Lines with id, text and units")
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
