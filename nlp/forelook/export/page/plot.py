"""The small plot of a release: where in the text each label occurs, with what score, and which statements look forward.

In: a Release. Out: one SVG path per lane. The text is divided into columns, so that the plot of a long release is no larger than that of a short one.
"""

from __future__ import annotations

from typing import NamedTuple

from forelook.export.names import MARGIN_TITLES
from forelook.records import Label, Release

WIDTH = 240  # units of the drawing, one column each
LANE = 22  # from lane to lane
TALLEST = 17  # a score of 1
FORWARD_HEIGHT = 6


class Lane(NamedTuple):
    """One lane of the plot: its title, its CSS class, the y of its base line, and its bars as a path."""

    title: str
    name: str
    base: int
    path: str


def draw_lanes(release: Release) -> list[Lane]:
    """Return five lanes: one for each label, with bars as tall as the scores, and one for forward-looking statements."""
    length = max(len(release.text) if isinstance(release.text, str) else 0, 1)
    heights: dict[str, list[float]] = {name: [0.0] * WIDTH for name in (*(label.value for label in Label), "forward")}
    for statement in release.statements:
        first = min(statement.start * WIDTH // length, WIDTH - 1)
        last = min(max((statement.end - 1) * WIDTH // length, first), WIDTH - 1)
        for column in range(first, last + 1):
            heights[statement.label][column] = max(heights[statement.label][column], statement.score * TALLEST)
            if statement.forward_looking:
                heights["forward"][column] = FORWARD_HEIGHT
    titles: dict[str, str] = {"forward": "Forward-looking"} | {label.value: title for label, title in MARGIN_TITLES.items()}
    return [Lane(titles[name], name, (number + 1) * LANE, _bars(columns, (number + 1) * LANE)) for number, (name, columns) in enumerate(heights.items())]


def _bars(columns: list[float], base: int) -> str:
    """Return the path of bars on a base line; equal neighbours are joined."""
    path = []
    first = 0
    for column in range(1, WIDTH + 1):
        if column == WIDTH or columns[column] != columns[first]:
            if columns[first]:
                path.append(f"M{first} {base}v-{columns[first]:.1f}h{column - first}V{base}z")
            first = column
    return "".join(path)
