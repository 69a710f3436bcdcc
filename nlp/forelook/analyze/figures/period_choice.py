"""The choice of a figure's period by learned weights.

In: candidates with their features (link.py, carry.py). Out: the most probable one. The weights of a logistic regression, fitted
on annotated releases by train/figures.py, stand in data/period.json.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec

from forelook.analyze.figures.drafts import Frame

OWN, LENT, NONE = 29, 33, 11  # features of the three kinds of candidates


class Weights(msgspec.Struct, frozen=True):
    """Weights of the three kinds of candidates, each with its own intercept among them."""

    own: list[float]
    lent: list[float]
    none: list[float]


@cache
def _weights() -> Weights:
    return msgspec.json.decode((files("forelook.analyze.figures") / "data" / "period.json").read_bytes(), type=Weights)


def reload() -> None:
    """Read the weights anew, after they were fitted."""
    _weights.cache_clear()


def pick_period(choices: list[tuple[tuple[float, ...], Frame | None]]) -> Frame | None:
    """Return the best candidate's period."""
    weights = _weights()
    by_size = {OWN: weights.own, LENT: weights.lent, NONE: weights.none}
    best, most = None, -1e9
    for features, frame in choices:
        total = sum(map(float.__mul__, features, by_size[len(features)]))
        if total > most:
            best, most = frame, total
    return best
