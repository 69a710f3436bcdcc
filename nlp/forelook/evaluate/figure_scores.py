"""Scores of figures against gold records: exact, partial, direction; by metric and by form.

In: the gold records of each release, and the records found in it. Out: plain dictionaries. Records of a release are paired one to
one, those that agree in most fields first, and only where their values (or, without one, their metrics) overlap. Exact: metric,
period, low, high and unit are equal; partial: the share of these five that are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from forelook.errors import AnnotationError
from forelook.evaluate.measures import f1, rounded
from forelook.records import Figure
from forelook.spans import Span, overlap

Records = Mapping[str, Sequence[Figure]]
"""Figures by the id of their release."""


class _Line(msgspec.Struct):
    id: str
    records: list[dict[str, Any]]


def read_records(path: Path) -> dict[str, list[Figure]]:
    """Return the gold records of a file of JSON Lines (id, records); raises AnnotationError naming file and line for anything else."""
    found: dict[str, list[Figure]] = {}
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        try:
            row = msgspec.json.decode(line, type=_Line)
            found[row.id] = [msgspec.convert({"score": 1.0, **record}, Figure) for record in row.records]
        except msgspec.MsgspecError as error:
            raise AnnotationError(f"{path}:{number}: {error}; expected an object with id and records") from error
    return found


def score_figures(gold: Records, found: Records) -> dict[str, Any]:
    """Return exact and partial F1, the share of pairs with the right direction, and exact F1 by metric and by form."""
    totals: Counter[str] = Counter()
    groups: dict[str, dict[str, Counter[str]]] = {"metric": {}, "form": {}}
    for name, wanted in gold.items():
        guessed = found.get(name, ())
        for side, figures in (("wanted", wanted), ("found", guessed)):
            totals[side] += len(figures)
            for figure in figures:
                for group, key in _keys(figure):
                    groups[group].setdefault(key, Counter())[side] += 1
        for one, other in _pair(wanted, guessed):
            same = _agreement(one, other)
            totals["paired"] += 1
            totals["fields"] += same
            totals["direction"] += one.direction == other.direction
            if same == 5:
                totals["right"] += 1
                for group, key in _keys(one):
                    groups[group][key]["right"] += group != "form" or one.form == other.form
    return {
        "releases": len(gold),
        "records": totals["wanted"],
        "exact": rounded(f1(totals["right"], totals["found"], totals["wanted"])),
        "partial": rounded(f1(totals["fields"] / 5, totals["found"], totals["wanted"])),
        "direction": rounded(totals["direction"] / max(1, totals["paired"])),
        **{f"by {group}": {key: _row(one) for key, one in sorted(rows.items()) if one["wanted"]} for group, rows in groups.items()},
    }


def _row(counts: Counter[str]) -> dict[str, float]:
    return {"records": counts["wanted"], "exact": rounded(f1(counts["right"], counts["found"], counts["wanted"]))}


def _keys(figure: Figure) -> tuple[tuple[str, str], tuple[str, str]]:
    return ("metric", figure.metric.name), ("form", figure.form)


def _core(figure: Figure) -> tuple[object, ...]:
    bounds = (None if bound is None else round(bound, 9) for bound in (figure.low, figure.high))
    return figure.metric.name, figure.period.name, *bounds, figure.unit


def _agreement(one: Figure, other: Figure) -> int:
    return sum(a == b for a, b in zip(_core(one), _core(other), strict=True))


def _place(figure: Figure) -> Span:
    span = figure.value or figure.metric
    return span.start, span.end


def _meet(one: Figure, other: Figure) -> bool:
    metrics = overlap((one.metric.start, one.metric.end), (other.metric.start, other.metric.end)) > 0
    return overlap(_place(one), _place(other)) > 0 or (metrics and (one.value is None or other.value is None))


def _pair(wanted: Sequence[Figure], found: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    """Return pairs of corresponding records: those that agree in most fields are paired first, then by direction and order."""
    near = [(i, j) for i, one in enumerate(wanted) for j, other in enumerate(found) if _meet(one, other)]
    near.sort(key=lambda pair: (-_agreement(wanted[pair[0]], found[pair[1]]), wanted[pair[0]].direction != found[pair[1]].direction, pair))
    pairs: list[tuple[Figure, Figure]] = []
    taken: set[tuple[int, int]] = set()
    for i, j in near:
        if (0, i) not in taken and (1, j) not in taken:
            taken |= {(0, i), (1, j)}
            pairs.append((wanted[i], found[j]))
    return pairs
